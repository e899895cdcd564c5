import { useFormat, useT } from '#app/i18n/react.tsx'
import { Banner } from '#app/ui/banner.tsx'
import type { CheckedFile } from '#app/use-cases/public/check-file.server.ts'
import { CheckedPaper } from './check-parts.tsx'
import { isPaperName } from './check-words.ts'

const tones = { ours: 'success', altered: 'danger', unknown: 'warning' } as const

/** Whether the file is one of ours, and how the paper that it is, or says it is, stands now. */
export function CheckedFileAnswer({ file }: { file: CheckedFile }) {
  const t = useT()
  return (
    <section className="stack">
      <Banner tone={tones[file.kind]} role="status" title={t(`check.file.${file.kind}`)}>
        <FileWords file={file} />
        <p className="check-digest">{t('check.file.sha256', { sha256: file.sha256 })}</p>
      </Banner>
      {file.kind !== 'unknown' && (
        <>
          <h2>{t('check.file.standing')}</h2>
          <CheckedPaper checked={file.checked} />
        </>
      )}
    </section>
  )
}

function FileWords({ file }: { file: CheckedFile }) {
  const t = useT()
  const { date } = useFormat()
  if (file.kind !== 'ours') return <p>{t(`check.file.${file.kind}Text`)}</p>
  if (file.paper === 'naskah-ttd') return <p>{t('check.file.keptText', { date: date(file.madeOn) })}</p>
  const paper = isPaperName(file.paper) ? t(`check.paper.${file.paper}`) : file.paper
  return <p>{t('check.file.oursText', { paper, date: date(file.madeOn) })}</p>
}
