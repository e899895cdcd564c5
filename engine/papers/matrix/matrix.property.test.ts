import fc from 'fast-check'
import { it } from 'vitest'
import { aMatrixPaper } from '#test/engine/any-matrix.ts'
import { keepsItsPromises } from '#test/engine/matrix-promises.ts'
import { tries } from '#test/support/tries.ts'
import { layoutMatrix, officialMatrix } from './index.ts'

// A flow of forty rows takes minutes to shrink, so the first counterexample is shown as it was found.
const flows = tries(125)
const runs = { numRuns: flows, endOnFailure: true }

it('keeps all its promises for random flows of up to 40 rows, 10 lanes and 6 loops', { timeout: flows * 1000 }, () => {
  fc.assert(
    fc.property(aMatrixPaper(), (paper) => keepsItsPromises(layoutMatrix(paper, officialMatrix), paper)),
    runs,
  )
})
