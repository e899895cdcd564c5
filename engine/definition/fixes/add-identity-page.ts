import { SopBlock } from '../components.ts'
import type { DefinitionFix } from './fix.ts'

/** An SOP has its first page, under the name of the standard; the rest of it is for the author to fill in. */
export const addIdentityPage = {
  name: 'add-identity-page',
  codes: ['sop-block-missing'],
  propose({ identity }) {
    const name = identity.title
    return [{ type: 'SetSop', sop: SopBlock.parse({ name }) }]
  },
} as const satisfies DefinitionFix
