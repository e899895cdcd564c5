import { it } from 'vitest'
import { lives, procedures } from './lives.ts'
import { write } from './record.ts'

it('writes down what this release makes of the lives', () => {
  const release = process.env.HISTORIES_RELEASE ?? ''
  if (!/^\d+\.\d+$/.test(release)) throw new Error(`expected a release like 0.2, got "${release}"`)
  const named = (name: string) => `v${release}-${name}`
  for (const [name, definition] of Object.entries(procedures)) write(`definitions/${named(name)}`, definition)
  const written = Object.entries(lives).filter(([name, { of, story }]) =>
    write(named(name), { definition: named(of), events: story.events, state: story.state }),
  )
  process.stdout.write(`${written.length} histories written, ${Object.keys(lives).length - written.length} were there already\n`)
})
