import { type Definition, parseDefinition } from '#engine'

/** Reads a stored body. It was checked when it was written, so a fault here is ours or the disk's. */
export function storedDefinition(row: { slug: string; number: number; body: string }): Definition {
  const parsed = parseDefinition(JSON.parse(row.body))
  if (parsed.ok) return parsed.definition
  throw new Error(
    `definition ${row.slug} version ${row.number} cannot be read: ${parsed.errors[0]?.path} ${parsed.errors[0]?.code}`,
  )
}
