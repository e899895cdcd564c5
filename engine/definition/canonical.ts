/**
 * Writes plain data as JSON text with sorted keys and no white space, so that equal data give equal bytes.
 * Members that are `undefined` are left out, as in JSON. The digest of a version is taken over this text.
 * @throws {RangeError} for a value that JSON cannot hold: a function, a bigint, a number that is not finite
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return JSON.stringify(value)
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new RangeError(`canonicalJson: expected a finite number, got ${value}`)
    return JSON.stringify(value)
  }
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item === undefined ? null : item)).join(',')}]`
  if (typeof value === 'object') return canonicalObject(value)
  throw new RangeError(`canonicalJson: expected plain data, got ${typeof value}`)
}

function canonicalObject(value: object): string {
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`)
  return `{${members.join(',')}}`
}
