import type { X509Certificate } from 'node:crypto'
import type { Db } from '#db/connection.ts'
import type { Instant } from '#engine/instant.ts'
import type { SignatureProvider } from './papers/signing/provider.ts'

/** What a use case reaches the world through. Made once per process; nothing in it decides anything (V24). */
export type Ports = {
  db: Db
  files: FileStore
  now(): Instant
  newId(): string
  /** `bytes` random bytes, base64url. */
  newSecret(bytes: number): string
  settings: Settings
  signing: Signing
}

/** Electronic signatures: who makes them for us, and whose word for a signer counts. */
export type Signing = {
  /** Null where none is configured: then papers are signed on paper or elsewhere. */
  provider: SignatureProvider | null
  /** Issuers of certificates that the administrator named. */
  trusted: readonly X509Certificate[]
}

export type Settings = {
  /** The origin people see, e.g. `https://standar.example.go.id`; origin checks and links use it. */
  origin: string
  dataDir: string
  demo: boolean
  /** The embedded database serves: not for official use. */
  embedded: boolean
  /** Times the usual number of tries that one address has; once when not said. */
  rateFactor?: number
}

/** Content-addressed store of uploaded bytes (V19). */
export interface FileStore {
  /** Streams to disk while hashing; refuses past `maxBytes`, and where the disk has no room. Then nothing of it is kept. */
  put(
    stream: AsyncIterable<Uint8Array>,
    maxBytes: number,
  ): Promise<{ sha256: string; bytes: number; head: Uint8Array } | { tooLarge: true } | { noRoom: true }>
  read(sha256: string): Promise<ReadableStream<Uint8Array>>
  /** Removes bytes that came before the instant, unless `isNamed` says that somebody still names them. */
  removeUnless(sha256: string, before: Instant, isNamed: () => Promise<boolean>): Promise<void>
  /** Clears away what broke off while it came, when it lies there since before the instant. */
  clearBroken(before: Instant): Promise<void>
}
