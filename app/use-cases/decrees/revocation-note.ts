/** What is written down when a version is revoked: the act, as printed, and why. The first `: ` parts them. */
export const revocationNote = (decree: string, reason: string) => `${decree.trim().replaceAll(/:\s+/g, ':')}: ${reason.trim()}`

/** The number of the act and the reason in such a note; a note without both is a reason alone. */
export function readRevocation(note: string): { decree: string | null; reason: string } {
  const end = note.indexOf(': ')
  return end > 0 ? { decree: note.slice(0, end), reason: note.slice(end + 2) } : { decree: null, reason: note }
}
