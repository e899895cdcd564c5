import type { StandardView } from '#app/use-cases/public/read-standard.server.ts'
import {
  type ComponentTable,
  componentTable,
  type DecreePaper,
  decreePaper,
  type Lampiran,
  type PaperLayout,
  type ServicePledge,
  type ServiceSheet,
  type SopPaper,
  servicePledge,
  serviceSheet,
  sopPaper,
} from '#engine'

/** Every lampiran of the decree in its order; the standard itself is one of them. */
export function lampiranOf({ slug, definition, publication, agency, beside }: StandardView): Lampiran[] {
  const all =
    beside.length > 0
      ? beside.map((one) => (one.slug === slug ? { ...one, definition, publication } : one))
      : [{ definition, publication }]
  return all.map((one) => {
    const service = one.definition.identity.kind === 'service'
    return {
      table: service ? componentTable(one.definition, one.publication, agency) : null,
      sop: service ? null : sopPaper(one.definition, one.publication, agency),
    }
  })
}

/** How one kind of file is made of each paper. */
export type PaperMakers<File> = {
  sheet(sheet: ServiceSheet, layout: PaperLayout): File
  components(table: ComponentTable, layout: PaperLayout): File
  sop(sop: SopPaper, layout: PaperLayout): File
  decree(decree: DecreePaper, lampiran: readonly Lampiran[], layout: PaperLayout): File
  pledge(pledge: ServicePledge, layout: PaperLayout): File
}

/** The paper that the last part of an address names, as one kind of file; null where the standard has no such paper. */
export function paperNamed<File>(name: string, view: StandardView, make: PaperMakers<File>): File | null {
  const { definition, publication, agency } = view
  const layout = agency.papers
  const service = definition.identity.kind === 'service'
  switch (name) {
    case 'lembar':
      return service ? make.sheet(serviceSheet(definition, publication, agency), layout) : null
    case 'komponen':
      return make.components(componentTable(definition, publication, agency), layout)
    case 'sop':
      return make.sop(sopPaper(definition, publication, agency), layout)
    case 'sk': {
      const decree = decreePaper(definition, publication, agency)
      return decree && make.decree(decree, lampiranOf(view), layout)
    }
    case 'maklumat': {
      const pledge = servicePledge(definition, publication, agency)
      return pledge && make.pledge(pledge, layout)
    }
    default:
      return null
  }
}
