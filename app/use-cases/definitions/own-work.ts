import type { VersionRow } from '#db/stores/version-life.ts'

/** Whoever began a version or ever saved it wrote it; four eyes are judged on the person, whatever the seat (V11). */
export const isOwnWork = (
  row: Pick<VersionRow, 'authorId' | 'updatedBy'> & { writers: readonly string[] },
  personId: string,
): boolean => row.authorId === personId || row.updatedBy === personId || row.writers.includes(personId)
