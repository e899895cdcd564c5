import type { VersionRow } from '#db/stores/version-life.ts'

type Written = Pick<VersionRow, 'authorId' | 'updatedBy'> & { writers: readonly string[] }

/** Whoever began a version or ever saved it wrote it; four eyes are judged on the person, whatever the seat (V11). */
export const isOwnWork = (row: Written, personId: string): boolean => writersOf(row).includes(personId)

export const writersOf = ({ authorId, updatedBy, writers }: Written): string[] => [
  ...new Set([authorId, updatedBy, ...writers].filter((id) => id !== null)),
]
