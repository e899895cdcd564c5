import { FormErrors, type FormView, SelectField, TextField } from '#app/account/form-fields.tsx'
import { useT } from '#app/i18n/react.tsx'
import type { Typed } from '#app/read-form.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Banner } from '#app/ui/banner.tsx'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Confirm } from '#app/ui/confirm.tsx'
import { Table } from '#app/ui/table.tsx'

type Series = {
  id: string
  name: string
  kind: 'decree' | 'sop'
  pattern: string
  closed: boolean
  last: number
  next: string | null
}
const kinds = ['decree', 'sop'] as const

export function SeriesTable({ series, mayManage }: { series: readonly Series[]; mayManage: boolean }) {
  const t = useT()
  return (
    <Table
      caption={t('admin.series.title')}
      captionHidden
      stacked
      rows={series}
      rowKey={(row) => row.id}
      columns={[
        {
          id: 'name',
          header: t('admin.series.name'),
          rowHeader: true,
          cell: (row) => (
            <>
              {row.name} {row.closed && <Badge>{t('admin.series.closed')}</Badge>}
            </>
          ),
        },
        { id: 'kind', header: t('admin.series.kind'), cell: (row) => t(`admin.series.kind.${row.kind}`) },
        { id: 'pattern', header: t('admin.series.pattern'), cell: (row) => <code>{row.pattern}</code> },
        { id: 'last', header: t('admin.series.last'), numeric: true, cell: (row) => row.last },
        { id: 'next', header: t('admin.series.next'), cell: (row) => (row.closed ? '–' : row.next) },
        ...(mayManage
          ? [{ id: 'close', header: t('admin.actions'), cell: (row: Series) => !row.closed && <CloseForm series={row} /> }]
          : []),
      ]}
    />
  )
}

function CloseForm({ series }: { series: Series }) {
  const t = useT()
  return (
    <Confirm
      label={t('common.close')}
      of={t('admin.series.close', { name: series.name })}
      says={t('admin.series.closeSays', { name: series.name })}
    >
      <form method="post">
        <input type="hidden" name="form" value="close" />
        <input type="hidden" name="id" value={series.id} />
        <Button size="small" variant="danger">
          {t('admin.series.closeNow')}
        </Button>
      </form>
    </Confirm>
  )
}

type FormProps = { answer: FormView['answer']; preview: { example: string | null; typed: Typed } | null }

/** The example is made where numbers are made, so it cannot promise another. */
export function SeriesForm({ answer, preview }: FormProps) {
  const t = useT()
  const view: FormView = {
    form: 'series',
    initial: preview?.typed ?? { kind: 'decree' },
    answer,
    labels: { name: t('admin.series.name'), kind: t('admin.series.kind'), pattern: t('admin.series.pattern') },
  }
  return (
    <Card title={t('admin.series.add')}>
      {preview?.example && <Banner role="status" title={t('admin.series.example', { number: preview.example })} />}
      <form method="post" className="form">
        <FormErrors view={view} />
        <input type="hidden" name="form" value="series" />
        <TextField view={view} name="name" maxLength={200} required />
        <SelectField
          view={view}
          name="kind"
          required
          options={kinds.map((kind) => ({ value: kind, label: t(`admin.series.kind.${kind}`) }))}
        />
        <TextField view={view} name="pattern" help={t('admin.series.patternHelp')} maxLength={80} required />
        <div className="form__actions">
          <Button name="act" value="open">
            {t('admin.series.add')}
          </Button>
          <Button name="act" value="preview" variant="quiet">
            {t('admin.series.preview')}
          </Button>
        </div>
      </form>
    </Card>
  )
}
