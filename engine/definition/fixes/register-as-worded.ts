import { Regulation } from '../components.ts'
import { citedNumber } from '../regulations.ts'
import { editAt } from './at-path.ts'
import type { DefinitionFix } from './fix.ts'

/** The words of a citation are what is printed and bind; number and year for the register follow them. */
export const registerAsWorded = {
  name: 'register-as-worded',
  codes: ['regulation-words-differ'],
  propose(definition, { path }) {
    const edit =
      path === undefined
        ? null
        : editAt(definition, path, (line) => {
            const cited = Regulation.parse(line)
            return { ...cited, ...citedNumber({ text: cited.text }) }
          })
    return edit && [edit]
  },
} as const satisfies DefinitionFix
