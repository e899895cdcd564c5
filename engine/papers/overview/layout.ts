import type { FlowPicture, PictureLabel, PictureSymbol } from '../flow-picture/drawing.ts'
import { labelSize } from '../flow-picture/label-size.ts'
import { arrow, label, picture } from '../flow-picture/sizes.ts'
import { boxAround } from '../flow-picture/symbol-size.ts'
import type { PageWords } from '../matrix/svg.ts'
import type { Overview, OverviewPart } from './overview.ts'

const width = picture.width - 2 * picture.edge
const centre = picture.width / 2

/** Draws the overview as three symbols below each other, what passes between them beside the arrows. */
export function layoutOverview({ applicant, unit, product, brings, within }: Overview): FlowPicture {
  const asked = symbolAt(picture.edge, 'capsule', applicant, 0)
  const handed = labelBelow(asked, brings)
  const served = symbolAt(startOf(asked, handed), 'box', unit, 1)
  const timed = labelBelow(served, within)
  const made = symbolAt(startOf(served, timed), 'capsule', product, 2)
  return {
    width: picture.width,
    height: bottomOf(made) + picture.edge,
    symbols: [asked, served, made],
    links: [
      [below(asked), { x: centre, y: served.y }],
      [below(served), { x: centre, y: made.y }],
    ],
    arrows: [],
    labels: [...handed, ...timed],
  }
}

/** The overview as a sentence. */
export function overviewWords(title: string, { applicant, unit, product, brings, within }: Overview): PageWords {
  const said = [partWords(applicant), brings, partWords(unit), within, partWords(product)].filter((words) => words !== '')
  return { title: `Gambaran layanan ${title}`, description: said.join(' → '), id: 'overview' }
}

const partWords = ({ who, what }: OverviewPart): string => (what ? `${who}: ${what}` : who)

function symbolAt(y: number, shape: PictureSymbol['shape'], spoken: OverviewPart, row: number): PictureSymbol {
  return { x: picture.edge, y, width, ...boxAround(spoken, width), shape, row }
}

const bottomOf = ({ y, height }: PictureSymbol): number => y + height
const below = (own: PictureSymbol) => ({ x: centre, y: bottomOf(own) })

/** Where the symbol below another begins: after the words beside the arrow between them. */
function startOf(above: PictureSymbol, labels: readonly PictureLabel[]): number {
  const words = labels.reduce((sum, own) => sum + own.height + label.below, 0)
  return bottomOf(above) + words + arrow
}

function labelBelow(above: PictureSymbol, words: string): PictureLabel[] {
  if (words === '') return []
  return [{ ...labelSize(words, picture.width), x: centre + label.beside, y: bottomOf(above) + label.below, anchor: 'start' }]
}
