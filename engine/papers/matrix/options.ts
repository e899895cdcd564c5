import type { PaperSize } from './sizes.ts'

export type TextColumn = 'number' | 'activity' | 'requirements' | 'time' | 'output' | 'remarks'
export type MatrixColumn = TextColumn | 'lanes'

/** What became of a row since another version. */
export type RowMark = 'added' | 'changed'
export const markWords: Readonly<Record<RowMark, string>> = { added: 'baru', changed: 'berubah' }
/** Marks by the number of their row. */
export type RowMarks = ReadonlyMap<number, RowMark>

/** How an agency prints its matrix: paper, margin (mm), the columns from the left and what stands above them. */
export type MatrixLook = {
  paper: PaperSize
  margin: number
  columns: readonly MatrixColumn[]
  headings: Readonly<Record<MatrixColumn | 'standard', string>>
  /** A row (1), (2), … below the headings. */
  columnNumbers: boolean
}

export type MatrixOptions = MatrixLook & {
  /** Rows that differ from another version, each with a word below its number; never on a paper that is set. */
  marks?: RowMarks
}

/** The columns that the heading "Mutu Baku" stands above. */
export const standardColumns: readonly MatrixColumn[] = ['requirements', 'time', 'output']

/** The matrix as PermenPANRB 35/2012 shows it (domain 2.2). */
export const officialMatrix: MatrixLook = {
  paper: 'A4',
  margin: 12,
  columns: ['number', 'activity', 'lanes', 'requirements', 'time', 'output', 'remarks'],
  headings: {
    number: 'No',
    activity: 'Kegiatan',
    lanes: 'Pelaksana',
    requirements: 'Kelengkapan',
    time: 'Waktu',
    output: 'Output',
    remarks: 'Keterangan',
    standard: 'Mutu Baku',
  },
  columnNumbers: false,
}
