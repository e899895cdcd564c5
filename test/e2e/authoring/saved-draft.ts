import { type Definition, parseDefinition } from '#engine'
import type { Office } from '../support/office.ts'
import type { Drawing } from './drawing.ts'

/** The draft as it stands in the database once the builder says that it is saved. */
export async function savedDraft(hand: Drawing, office: Office, agency: string, slug: string): Promise<Definition> {
  await hand.page.keyboard.press('Control+s')
  await hand.expectSaved()
  const [row] = await office.query<{ body: string }>('select body from versions where agency_id = $1 and slug = $2', [
    agency,
    slug,
  ])
  const parsed = parseDefinition(JSON.parse(row?.body ?? 'null'))
  if (!parsed.ok) throw new Error(`the saved draft does not parse: ${JSON.stringify(parsed.errors)}`)
  return parsed.definition
}
