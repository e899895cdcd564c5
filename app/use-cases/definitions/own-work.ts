import type { VersionRow } from '#db/stores/version-life.ts'
import { isPublic } from '#engine'

type Written = Pick<VersionRow, 'authorId' | 'updatedBy'> & { writers: readonly string[] }

/** Whoever began a version or ever saved it wrote it; four eyes are judged on the person, whatever the seat (V11). */
export const isOwnWork = (row: Written, personId: string): boolean => writersOf(row).includes(personId)

export const writersOf = ({ authorId, updatedBy, writers }: Written): string[] => [
  ...new Set([authorId, updatedBy, ...writers].filter((id) => id !== null)),
]

/** What was once set was signed by others than its writers; text that never was still waits for four eyes (V11). */
export const writersOfText = (row: Written & Pick<VersionRow, 'status'>): string[] =>
  isPublic(row.status) && row.status !== 'approved' ? [] : writersOf(row)
