import { useFormat, useT } from '#app/i18n/react.tsx'
import { Badge } from '#app/ui/badge.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { Icon } from '#app/ui/icon.tsx'
import type { ShownFile, ShownItem, ShownSection, ShownValue } from './data-sections.ts'

type Href = (id: string) => string

/** What is known of a request, under the steps that asked for it. */
export function KnownData({
  sections,
  fileHref,
  level = 3,
}: {
  sections: readonly ShownSection[]
  fileHref: Href
  level?: 2 | 3
}) {
  const Heading = `h${level}` as const
  return (
    <div className="stack">
      {sections.map((section) => (
        <section key={section.id} className="data-section">
          <Heading className="data-section__title">{section.title}</Heading>
          <DataItems items={section.items} fileHref={fileHref} />
        </section>
      ))}
    </div>
  )
}

export function DataItems({ items, fileHref }: { items: readonly ShownItem[]; fileHref: Href }) {
  return (
    <DescriptionList
      items={items.map(({ label, value, changed }) => ({
        term: label,
        details: <Value value={value} changed={changed} fileHref={fileHref} />,
      }))}
    />
  )
}

function Value({ value, changed, fileHref }: { value: ShownValue; changed: boolean; fileHref: Href }) {
  const t = useT()
  return (
    <div className="data-value">
      <Plain value={value} fileHref={fileHref} />
      {changed && <Badge tone="info">{t('work.data.changed')}</Badge>}
    </div>
  )
}

function Plain({ value, fileHref }: { value: ShownValue; fileHref: Href }) {
  const t = useT()
  switch (value.kind) {
    case 'text':
      return <span className="data-value__text">{value.text}</span>
    case 'link':
      return (
        <a href={value.href} rel="noopener noreferrer nofollow" className="data-value__text">
          {value.href}
        </a>
      )
    case 'files':
      return <FileLinks files={value.files} fileHref={fileHref} />
    case 'rows':
      return (
        <ol className="data-rows">
          {numbered(value.rows).map(({ number, row }) => (
            <li key={number}>
              {row.length === 0 ? (
                <span className="muted">{t('common.none')}</span>
              ) : (
                <DataItems items={row} fileHref={fileHref} />
              )}
            </li>
          ))}
        </ol>
      )
  }
}

export function FileLinks({ files, fileHref }: { files: readonly ShownFile[]; fileHref: Href }) {
  const format = useFormat()
  return (
    <ul className="file-links">
      {files.map((file) => (
        <li key={file.id}>
          <a href={fileHref(file.id)}>
            <Icon name="download" small />
            {file.name}
          </a>{' '}
          <span className="muted small">{format.bytes(file.bytes)}</span>
        </li>
      ))}
    </ul>
  )
}

/** Rows have no other name than their place. */
const numbered = <T,>(rows: readonly T[]) => rows.map((row, index) => ({ number: index + 1, row }))
