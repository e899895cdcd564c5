import type { StandardView } from '#app/use-cases/public/read-standard.server.ts'
import type { OpenPaper } from '#engine'
import { headOf } from './standard-head.server.ts'
import { fileHref, type PaperName, paperHref } from './standard-head.ts'

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const asData = (name: PaperName): name is OpenPaper['paper'] => name !== 'history'

/** Where the papers of this version can be read and had as files; each at the address of the version, which lasts. */
export function openPapers(view: StandardView, origin: string): OpenPaper[] {
  const head = headOf({ ...view, fixed: true })
  return head.tabs.filter(asData).flatMap((paper) => {
    const files = [
      { mediaType: 'text/html', url: paperHref(head, paper) },
      { mediaType: 'application/pdf', url: fileHref(head, paper, 'pdf') },
      { mediaType: docx, url: fileHref(head, paper, 'docx') },
    ]
    return files.flatMap(({ mediaType, url }) => (url ? [{ paper, mediaType, url: origin + url }] : []))
  })
}
