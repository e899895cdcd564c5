import { useFormat, useT } from '#app/i18n/react.tsx'
import { Banner } from '#app/ui/banner.tsx'
import { Card } from '#app/ui/card.tsx'
import type { CheckedFile } from '#app/use-cases/public/check-file.server.ts'
import { CheckedPaper } from './check-parts.tsx'
import { isPaperName } from './check-words.ts'
import { DecreeStatusBadge } from './status-badge.tsx'

const told = { ours: 'ours', altered: 'altered', act: 'ours', 'act-altered': 'altered', unknown: 'unknown' } as const
const tones = { ours: 'success', altered: 'danger', unknown: 'warning' } as const

/** Whether the file is one of ours, and how the paper that it is, or says it is, stands now. */
export function CheckedFileAnswer({ file }: { file: CheckedFile }) {
  const t = useT()
  const kind = told[file.kind]
  const signed = 'signed' in file ? file.signed : null
  const tone = signed?.replaced || signed?.forTests ? 'warning' : tones[kind]
  return (
    <section className="stack">
      <Banner tone={tone} role="status" title={t(`check.file.${kind}`)}>
        <FileWords file={file} />
        {signed?.forTests && <p>{t('check.file.testText')}</p>}
        {signed?.replaced && <p>{t('check.file.replacedText')}</p>}
        <p className="check-digest">{t('check.file.sha256', { sha256: file.sha256 })}</p>
      </Banner>
      {file.kind !== 'unknown' && (
        <>
          <h2>{t('check.file.standing')}</h2>
          {'checked' in file ? <CheckedPaper checked={file.checked} /> : <CheckedDecree act={file.act} />}
        </>
      )}
    </section>
  )
}

/** A decree that sets no standard: how it stands, and the way to it. */
function CheckedDecree({ act }: { act: Extract<CheckedFile, { kind: 'act' }>['act'] }) {
  const t = useT()
  const { civilDate } = useFormat()
  const { agencyId, id, number, signedOn, effectiveOn, status, about } = act
  return (
    <Card>
      <p>
        <DecreeStatusBadge status={status} />{' '}
        <a href={`/sk/${agencyId}/${id}`}>{t('check.decreeName', { number, date: civilDate(signedOn) })}</a>
      </p>
      <p lang="id">{about}</p>
      <p>{t('check.effectiveFrom', { date: civilDate(effectiveOn) })}</p>
    </Card>
  )
}

function FileWords({ file }: { file: CheckedFile }) {
  const t = useT()
  const { date } = useFormat()
  if ('signed' in file && file.signed) return <p>{t('check.file.keptText', { date: date(file.madeOn) })}</p>
  if (file.kind === 'act') return <p>{t('check.file.oursText', { paper: t('check.paper.sk'), date: date(file.madeOn) })}</p>
  if (file.kind === 'act-altered') return <p>{t('check.file.alteredText')}</p>
  if (file.kind !== 'ours') return <p>{t(`check.file.${file.kind}Text`)}</p>
  const paper = isPaperName(file.paper) ? t(`check.paper.${file.paper}`) : file.paper
  return <p>{t('check.file.oursText', { paper, date: date(file.madeOn) })}</p>
}
