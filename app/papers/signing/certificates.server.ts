import { X509Certificate } from 'node:crypto'

/** On every certificate of the test provider; whoever signs in its name signs nothing that counts. */
export const testOrganisation = 'Sertifikat uji Baku'

/** Null for what is no certificate that can be read, names and key included: node looks at those when they are first asked for. */
export function certificateFrom(der: Uint8Array | string): X509Certificate | null {
  try {
    const certificate = new X509Certificate(der)
    return certificate.publicKey.type === 'public' && certificate.toLegacyObject() ? certificate : null
  } catch {
    return null
  }
}

/** Every certificate of a text in which they stand one after the other (PEM); null where one of them cannot be read. */
export function certificatesIn(pem: string): X509Certificate[] | null {
  const found = [...pem.matchAll(/-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----/g)].map(([text]) =>
    certificateFrom(text),
  )
  return found.length > 0 && found.every((one) => one !== null) ? found : null
}

/** A name inside a certificate as plain text: of several the first, without marks that turn or hide letters. */
function nameIn(certificate: X509Certificate, of: 'subject' | 'issuer', field: 'CN' | 'O'): string | null {
  const names: Readonly<Record<string, string | string[] | undefined>> = { ...certificate.toLegacyObject()[of] }
  const value = names[field]
  const first = Array.isArray(value) ? value[0] : value
  const plain = (first ?? '')
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '')
    .trim()
  return plain === '' ? null : [...plain].slice(0, 200).join('')
}

export const signerName = (certificate: X509Certificate) =>
  nameIn(certificate, 'subject', 'CN') ?? nameIn(certificate, 'subject', 'O')

/** Who vouches for the signer, by their own name and that of their organisation. */
export function issuerName(certificate: X509Certificate): string | null {
  const names = [nameIn(certificate, 'issuer', 'CN'), nameIn(certificate, 'issuer', 'O')].filter((name) => name !== null)
  return names.length === 0 ? null : [...new Set(names)].join(', ')
}

export const isForTests = (certificate: X509Certificate): boolean =>
  [nameIn(certificate, 'subject', 'O'), nameIn(certificate, 'issuer', 'O')].includes(testOrganisation)
