import type { LoaderFunctionArgs } from '@remix-run/node'
import { csvOf } from '#app/sheets/csv.ts'
import type { Sheet } from '#app/sheets/sheet.ts'
import { xlsxOf } from '#app/sheets/xlsx.server.ts'
import { type InForceView, readInForce } from '#app/use-cases/public/read-in-force.server.ts'
import { addressesOf, type PortalKey, portalFields, portalKeys, portalLabels } from '#engine'
import { dataAnswer } from './data-answer.ts'
import { orNotFound } from './reading.server.ts'

const narrow: readonly PortalKey[] = ['timeAmount', 'timeUnit', 'unitPhone', 'decreeNumber']
const long: readonly PortalKey[] = ['requirements', 'procedure', 'complaints']
const widthOf = (key: PortalKey) => (narrow.includes(key) ? 16 : long.includes(key) ? 60 : 32)

/** The services of an agency as columns of the national portal, one row each; the file's kind is the end of the address. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const view = orNotFound(await readInForce({ agency: params.agency ?? '' }, context.ports))
  const sheet = portalSheet(view, context.ports.settings.origin)
  const file = `sippn-${view.agencyId}`
  if (new URL(request.url).pathname.endsWith('.csv')) {
    return dataAnswer(csvOf(sheet), { type: 'text/csv; charset=utf-8', file: `${file}.csv`, attached: true })
  }
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  return dataAnswer(await xlsxOf(sheet), { type, file: `${file}.xlsx`, attached: true })
}

function portalSheet({ agencyId, agency, standards }: InForceView, origin: string): Sheet {
  const services = standards.filter(({ definition }) => definition.identity.kind === 'service')
  return {
    name: `SIPPN ${agency.shortName}`,
    columns: [
      ...portalKeys.map((key) => ({ header: portalLabels[key], width: widthOf(key) })),
      ...['Tanggal SK', 'Berlaku Sejak'].map((header) => ({ header, width: 14 })),
      { header: 'Alamat Lembar', width: 40 },
    ],
    rows: services.map(({ slug, definition, decree }) => {
      const fields = portalFields(definition, { decree }, agency)
      return [
        ...portalKeys.map((key) => (key === 'timeAmount' && fields[key] ? Number(fields[key]) : fields[key])),
        { date: decree.signedOn },
        { date: decree.effectiveOn },
        addressesOf({ agencyId, slug }, origin).standard,
      ]
    }),
  }
}
