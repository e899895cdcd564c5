/** A stored value: text kinds and dates as text, numbers and rupiah as numbers, files as file ids, groups as rows. */
export type FieldValue = string | number | boolean | readonly string[] | readonly GroupRow[]
export type GroupRow = Readonly<Record<string, string | number | boolean | readonly string[]>>

/** One thing wrong with an input: where, what, and the numbers a sentence about it needs. */
export type InputError = {
  /** Field id, or `group.0.field` inside a repeating group. */
  path: string
  code: InputErrorCode
  params?: Readonly<Record<string, string | number>>
}
export type InputErrorCode =
  | 'required'
  | 'must-be-yes'
  | 'wrong-type'
  | 'too-long'
  | 'too-few'
  | 'too-many'
  | 'too-small'
  | 'too-large'
  | 'not-an-option'
  | 'duplicate'
  | 'bad-date'
  | 'bad-time'
  | 'bad-nik'
  | 'bad-nip'
  | 'bad-phone'
  | 'bad-email'
  | 'bad-link'
  | 'bad-letter-number'
  | 'unknown-field'
  | 'hidden-field'
  | 'unknown-file'
