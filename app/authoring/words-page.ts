import type { FormView } from '#app/account/form-fields.tsx'
import type { Typed } from '#app/read-form.ts'
import type { Contact } from '#engine'
import type { StandardKey } from './standard-page.tsx'

export type WordsPage = StandardKey & {
  /** Version and revision that the words were read from. */
  revision: string
  kind: 'service' | 'sop'
  readOnly: boolean
  tasks: number
  words: Readonly<Record<string, string>>
  rows: { limits: number; channels: number; complaintLimits: number }
  conditional: readonly (string | null)[]
  contacts: readonly Contact[]
  /** Regulations that the agency's standards cite, to be offered for another. */
  citations: readonly string[]
  /** Open conversations by topic; null for whoever does not read them. */
  comments: Readonly<Record<string, number>> | null
}
export type WordsConflict = { form: string; typed: Typed; conflict: { name: string | null } }
export type FieldsProps = { view: FormView; page: WordsPage }
