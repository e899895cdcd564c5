import { flowPictureElement, layoutOverview, type Overview, overviewWords } from '#engine/papers/index.ts'
import { drawn } from './drawn.tsx'

/** Who asks, who serves and what is handed over, drawn. */
export function OverviewPicture({ overview, title }: { overview: Overview; title: string }) {
  return drawn(flowPictureElement(layoutOverview(overview), overviewWords(title, overview)))
}
