import type { LoaderFunctionArgs } from '@remix-run/node'
import { docxOf } from '#app/papers/docx/docx.server.ts'
import { decreeSections } from '#app/papers/docx/sections.ts'
import type { Ports } from '#app/ports.ts'
import { type ActView, makeActPaper, readAct } from '#app/use-cases/public/read-act.server.ts'
import { readEmblem } from '#app/use-cases/public/read-emblem.server.ts'
import { orNotFound } from './reading.server.ts'

const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** The paper of a decree that sets no standard, as PDF or as a document to edit: which one the end of the address says. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { ports } = context
  const view = orNotFound(await readAct({ agency: params.agency ?? '', id: params.id ?? '' }, ports))
  const pdf = new URL(request.url).pathname.endsWith('.pdf')
  return new Response(pdf ? await makeActPaper(view, ports) : await documentOf(view, ports), {
    headers: {
      'Content-Type': pdf ? 'application/pdf' : docxType,
      'Content-Disposition': `${pdf ? 'inline' : 'attachment'}; filename="sk-${view.decree.id}.${pdf ? 'pdf' : 'docx'}"`,
      'Cache-Control': 'no-cache',
    },
  })
}

async function documentOf({ decree, agency, paper, address }: ActView, ports: Ports) {
  return docxOf({
    ...{ title: `SK Nomor ${decree.number}`, author: agency.name, standing: paper.standing, address, layout: agency.papers },
    emblem: await readEmblem(agency, ports),
    sections: (setting) => decreeSections(paper, [], setting),
  })
}
