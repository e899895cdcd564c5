import { printNip, type Signatory } from '#engine/papers/index.ts'

/** Office, room to sign, name, rank and NIP; blank lines where nobody has signed yet. */
export function Signature({ signatory, office }: { signatory: Signatory | null; office: string | null }) {
  return (
    <div className="signature">
      <p className="signature__office">{signatory?.title ?? office ?? '……………………………'}</p>
      <div className="signature__room" />
      <p className="signature__name">{signatory?.name ?? '……………………………'}</p>
      {signatory?.rank && <p>{signatory.rank}</p>}
      {signatory?.nip && <p>NIP. {printNip(signatory.nip)}</p>}
    </div>
  )
}
