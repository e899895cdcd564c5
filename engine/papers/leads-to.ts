import type { StepExit, StepRow, WaitResult } from '../definition/index.ts'

const results = {
  lapsed: 'Batas waktu terlewati',
  completed: 'Selesai',
  rejected: 'Ditolak',
  cancelled: 'Dihentikan',
} as const satisfies Record<WaitResult, string>

/** Where a row leads, one sentence for each of its edges: the text twin of the drawn arrows. */
export function leadsTo({ exits }: Pick<StepRow, 'exits'>): string[] {
  const edges = [...new Set(exits.map(({ edge }) => edge))]
  return edges.map((id) =>
    sentence(
      exits.filter(({ edge }) => edge === id),
      edges.length > 1,
    ),
  )
}

function sentence(ways: readonly StepExit[], named: boolean): string {
  const [first] = ways
  const label = first ? exitLabel(first) : null
  const way = ways.length > 1 ? together(ways) : ways.map(wayWords).join('')
  const words = named && label ? `${label}: ${way}` : way
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** What an exit is called: its own label or outcome, else how its wait or call was over. */
export function exitLabel({ label, result }: Pick<StepExit, 'label' | 'result'>): string | null {
  return label ?? (result ? results[result] : null)
}

/** "lanjut ke no. 2 dan no. 3 bersamaan"; ways of different kinds are each said in full. */
function together(ways: readonly StepExit[]): string {
  const [first] = ways
  const alike = ways.every(({ kind, awaits }) => kind !== 'end' && kind === first?.kind && awaits === first.awaits)
  const rest = ways.slice(1).map((way) => (alike ? `no. ${way.number}` : wayWords(way)))
  return `${[...ways.slice(0, 1).map(wayWords), ...rest].join(' dan ')} bersamaan`
}

function wayWords({ kind, number, awaits }: StepExit): string {
  const way = { next: `lanjut ke no. ${number}`, back: `kembali ke no. ${number}`, end: 'selesai' }[kind]
  return awaits ? `bergabung lalu ${way}` : way
}
