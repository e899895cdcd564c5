/** Parts of public addresses; what does not look like one is not looked up. */
export const slug = /^[a-z0-9]+(?:-[a-z0-9]+)*$/
export const decreeId = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** A version number of an address, or null for what is none. */
export function versionNumber(text: string): number | null {
  return /^[1-9]\d{0,5}$/.test(text) ? Number(text) : null
}
