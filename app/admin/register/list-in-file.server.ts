import { ok, type Result, refuse } from '#app/result.ts'
import type { SentForm } from '#app/sent-file.server.ts'
import { longestList } from '#app/use-cases/register/inputs.ts'

/** The list in a CSV file, whatever program wrote it: UTF-8, or the older letters of Windows. */
export async function listInFile(file: SentForm['file']): Promise<Result<string>> {
  const wrong = (code: string, params?: { max: number }) => refuse({ code: 'invalid', errors: [{ path: 'file', code, params }] })
  if (file === 'none') return wrong('required')
  if (file === 'too-large') return wrong('list-too-large', { max: longestList })
  const { bytes } = file
  if (bytes.length === 0) return wrong('file-empty')
  // No text holds these; a spreadsheet of its own format begins with PK.
  if (bytes.includes(0) || (bytes[0] === 0x50 && bytes[1] === 0x4b)) return wrong('list-kind')
  const text = lettersOf(bytes)
  return text.length > longestList ? wrong('list-too-large', { max: longestList }) : ok(text)
}

function lettersOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
