import type { Definition } from '../schema.ts'
import type { DefinitionRule, RuleFinding } from './finding.ts'
import { linesOfComponent } from './texts.ts'

/** A promised time is one time: no note beside it lets it stretch (D2). */
export const promiseFirm: DefinitionRule = {
  name: 'promise-firm',
  check(definition) {
    return [...promises(definition), ...durationNotes(definition)].flatMap(({ text, ...place }): RuleFinding[] => {
      const words = escapeIn(text)
      return words === null ? [] : [{ code: 'promise-elastic', ...place, params: { component: 'serviceTime', words } }]
    })
  },
}

type Said = { text: string; path?: string; nodeId?: RuleFinding['nodeId'] }

function promises(definition: Definition): Said[] {
  const { limits } = definition.components.serviceTime
  return [
    ...linesOfComponent('serviceTime', definition).map(({ text, place }) => ({ text, path: place.path ?? '' })),
    ...limits.flatMap(({ label, duration: { note } }, index) =>
      [label, note].flatMap((text) => (text ? [{ text, path: `components.serviceTime.limits.${index}` }] : [])),
    ),
  ]
}

const durationNotes = ({ flow }: Definition): Said[] =>
  flow.nodes.flatMap((node) =>
    node.kind === 'task' && node.duration?.note ? [{ text: node.duration.note, nodeId: node.id }] : [],
  )

const escapes = [
  /(?:dapat|bisa|boleh|mungkin) (?:berubah|diperpanjang|bertambah|lebih lama|disesuaikan|ditambah|mundur)/,
  /\btergantung\b(?: (?:pada |dari )?\w+)?/,
  /sesuai (?:dengan )?(?:tingkat |jumlah |banyaknya )?(?:kebutuhan|kerumitan|kesulitan|kompleksitas|kondisi|situasi|permintaan)/,
  /tidak (?:dapat )?(?:terikat|ditentukan|dibatasi)(?: waktu)?/,
  /(?:kurang lebih|sekitar|kira-kira|±) ?\d|\b(?:estimasi|perkiraan)\b/,
  /kondisional|fleksibel|menyesuaikan|secepatnya|sesegera mungkin|segera mungkin/,
]

/** The words by which a promise is taken back, or null. */
function escapeIn(text: string): string | null {
  const said = text.toLocaleLowerCase('id')
  for (const pattern of escapes) {
    const found = said.match(pattern)
    if (found) return found[0]
  }
  return null
}
