import { useFormat, useT } from '#app/i18n/react.tsx'
import { Banner } from '#app/ui/banner.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import type { ShownPaper, ShownSignature } from '#app/use-cases/signing/signed-paper-view.server.ts'

const types: Readonly<Record<string, string>> = { 'application/pdf': 'PDF', 'image/jpeg': 'JPEG', 'image/png': 'PNG' }

/** A signed paper with what was checked of it, and no more. `by` is for those of the agency. */
export function SignedPaper({ paper, at, by = false }: { paper: ShownPaper; at: string; by?: boolean }) {
  const t = useT()
  const { bytes, dateTime } = useFormat()
  const type = types[paper.mediaType] ?? paper.mediaType
  const kept = dateTime(paper.at)
  return (
    <div className="stack">
      {paper.forTests && (
        <Banner tone="warning" title={t('signing.test.title')}>
          <p>{t('signing.test.text')}</p>
        </Banner>
      )}
      {paper.certifiedBy !== null && (
        <Banner tone="success" title={t('signing.certified.title')}>
          <p>{t('signing.certified.text', { issuer: paper.certifiedBy })}</p>
        </Banner>
      )}
      <DescriptionList
        items={[
          { term: t('signing.kind'), details: t(`signing.kind.${paper.kind}`) },
          {
            term: t('signing.file'),
            details: <a href={`${at}/berkas/${paper.number}`}>{t('signing.fileLink', { type, size: bytes(paper.bytes) })}</a>,
          },
          { term: t('signing.sha256'), details: <code>{paper.sha256}</code> },
          { term: t('signing.keptOn'), details: by ? t('signing.keptBy', { at: kept, name: paper.byName }) : kept },
        ]}
      />
      {paper.kind === 'scan' && <p className="muted">{t('signing.scanNote')}</p>}
      {paper.signatures.map((signature, index) => (
        <Signature
          key={`${signature.signer} ${signature.claimedAt}`}
          signature={signature}
          number={index + 1}
          holdsPaper={paper.holdsPaper === true}
        />
      ))}
      {paper.signatures.length > 0 && <p className="muted">{t('signing.notChecked')}</p>}
    </div>
  )
}

function Signature({ signature, number, holdsPaper }: { signature: ShownSignature; number: number; holdsPaper: boolean }) {
  const t = useT()
  const { dateTime } = useFormat()
  const { signer, issuer, claimedAt, coversAll, trust } = signature
  return (
    <section className="stack">
      <h3>{t('signing.signature', { number })}</h3>
      <DescriptionList
        items={[
          { term: t('signing.signer'), details: <bdi>{signer}</bdi> },
          { term: t('signing.issuer'), details: <bdi>{issuer}</bdi> },
          { term: t('signing.trust'), details: t(`signing.trust.${trust}`) },
          { term: t('signing.claimedAt'), details: claimedAt === null ? t('signing.noTime') : dateTime(claimedAt) },
          { term: t('signing.integrity'), details: coversAll ? t('signing.whole') : t('signing.wholeEarlier') },
          { term: t('signing.content'), details: coversAll && t(holdsPaper ? 'signing.holdsPaper' : 'signing.holdsNoPaper') },
        ]}
      />
    </section>
  )
}
