import type { Standing } from '#engine/papers/index.ts'

/** Says plainly that an approved version has no decree yet, so that nobody takes it for one in force. */
function NotYetSetBanner() {
  return (
    <aside className="paper-banner paper-banner--not-set" aria-label="Status">
      <p className="paper-banner__title">Belum ditetapkan</p>
      <p>Standar ini sudah disetujui, tetapi belum ditetapkan dengan surat keputusan (SK) dan belum berlaku.</p>
    </aside>
  )
}

/** Names the decree that took the place of this one (P4). `replacementHref` leads to what is in force now. */
function SupersededBanner({ standing, replacementHref }: { standing: Standing; replacementHref?: string }) {
  const { kind, replacedBy } = standing
  const revoked = kind === 'revoked'
  return (
    <aside className="paper-banner paper-banner--ended" aria-label="Status">
      <p className="paper-banner__title">{revoked ? 'Dicabut' : 'Tidak berlaku lagi'}</p>
      {replacedBy ? (
        <p>
          {revoked ? 'Standar ini dicabut dengan ' : 'Standar ini diganti dengan '}
          <Replacement by={replacedBy} href={replacementHref} />
          {replacedBy.signedOn && ` tanggal ${replacedBy.signedOn}`}.
        </p>
      ) : (
        <p>Standar ini tidak berlaku lagi.</p>
      )}
    </aside>
  )
}

function Replacement({ by, href }: { by: NonNullable<Standing['replacedBy']>; href?: string }) {
  const name = by.number ? `SK Nomor ${by.number}` : `versi ${by.version}`
  return href ? <a href={href}>{name}</a> : <b>{name}</b>
}

/** What a reader must know before reading on; nothing for a version in force. */
export function StandingBanner({ standing, replacementHref }: { standing: Standing; replacementHref?: string }) {
  switch (standing.kind) {
    case 'in-force':
      return null
    case 'not-set':
      return <NotYetSetBanner />
    case 'superseded':
    case 'revoked':
      return <SupersededBanner standing={standing} replacementHref={replacementHref} />
  }
}

/** Number, date and effect of the decree in one line, as the head of a sheet shows them. */
export function DecreeLine({ standing }: { standing: Standing }) {
  return (
    <dl className="decree-line">
      <div>
        <dt>No. SK</dt>
        <dd>{standing.number ?? 'Belum ditetapkan'}</dd>
      </div>
      {standing.signedOn && (
        <div>
          <dt>Ditetapkan</dt>
          <dd>{standing.signedOn}</dd>
        </div>
      )}
      {standing.effectiveOn && (
        <div>
          <dt>Berlaku sejak</dt>
          <dd>{standing.effectiveOn}</dd>
        </div>
      )}
      <div>
        <dt>Versi</dt>
        <dd>{standing.version}</dd>
      </div>
    </dl>
  )
}

/** Version and digest, by which a printed paper is compared with the one that was set. */
export function PaperFoot({ standing }: { standing: Standing }) {
  return (
    <footer className="paper-foot">
      <p>
        Versi {standing.version}
        {standing.number && ` · Nomor ${standing.number}`}
      </p>
      <p>
        Sidik digital (SHA-256) <code>{standing.digest}</code>
      </p>
    </footer>
  )
}
