import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { type Definition, type Event, formOf, StandardFile } from '#engine'
import { aDefinition, aField, aForm, anEdge, anEnd, aStart, aTask } from '#test/builders/definition.ts'
import { instanceTitle } from './instance-title.ts'

const asking = (...fields: ReturnType<typeof aField>[]) =>
  aDefinition({
    title: 'Pembuatan konten',
    nodes: [aStart(), aTask('apply', { form: 'request' }), anEnd()],
    edges: [anEdge('start', 'apply'), anEdge('apply', 'end')],
    forms: [aForm('request', ...fields)],
  })
const titled = (definition: Definition, data: Record<string, unknown>, node = 'apply') =>
  instanceTitle([{ type: 'TaskCompleted', node, data } as unknown as Event], definition)

const marked = asking(aField('text', 'office'), aField('longText', 'subject', { title: true }))

it('names a request by the field that is marked for it', () => {
  expect(titled(marked, { office: 'Dinas Kesehatan', subject: ' Cegah stunting\r\nuntuk ibu muda' })).toBe('Cegah stunting')
})

it('names it by the first text when nothing is marked or the marked field is empty', () => {
  expect(titled(asking(aField('text', 'office'), aField('text', 'subject')), { office: 'Dinas', subject: 'Stunting' })).toBe(
    'Dinas',
  )
  expect(titled(marked, { office: 'Dinas Kesehatan' })).toBe('Dinas Kesehatan')
  expect(titled(marked, {})).toBe('Pembuatan konten')
})

it('writes a choice as people read it', () => {
  const options = { title: true as const, options: [{ id: 'idcard', label: 'Kartu identitas' }] }
  expect(titled(asking(aField('choice', 'service', options)), { service: 'idcard' })).toBe('Kartu identitas')
})

it('never tells what is the office’s own', () => {
  const own = asking(aField('text', 'finding', { internal: true, title: true }), aField('text', 'office'))
  expect(titled(own, { finding: 'Rahasia', office: 'Dinas' })).toBe('Dinas')
})

it('shortens long words and says so', () => {
  const line = titled(marked, { subject: 'kata '.repeat(60) })
  expect(line).toHaveLength(120)
  expect(line.endsWith('…')).toBe(true)
})

const shipped = readdirSync('definitions/agencies', { recursive: true, encoding: 'utf8' }).filter((path) =>
  /standards.[^/]+\.json$/.test(path),
)
it.each(shipped)('%s says which field names a request', (path) => {
  const { definition } = StandardFile.parse(JSON.parse(readFileSync(`definitions/agencies/${path}`, 'utf8')))
  const { nodes, edges } = definition.flow
  const starts = nodes.filter(({ kind }) => kind === 'start').map(({ id }) => id)
  const first = edges.filter(({ from }) => starts.includes(from)).map(({ to }) => to)
  const fields = first.flatMap((node) => formOf(definition, node)?.fields ?? [])
  expect(fields.filter(({ title }) => title).map(({ required }) => required)).toEqual([true])
})
