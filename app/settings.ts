import type { Settings } from './ports.ts'

export type ServerSettings = Settings & {
  host: string
  port: number
  databaseUrl: string | null
  /** Who migrates, where that is not who serves; see docs/operations. */
  databaseOwnerUrl: string | null
  /** False while the origin is only guessed from host and port: then a loopback address names itself. */
  originKnown: boolean
  /** Proxies in front whose `X-Forwarded-For` entry is believed. */
  trustedProxies: number
  /** `test` signs for trial with a certificate of its own. */
  signatureProvider: 'test' | null
  /** File of the certificates (PEM) of those whose word for a signer counts. */
  trustedIssuers: string | null
}

/** A value of the environment that cannot be used; `name` is the variable. */
export class SettingError extends Error {
  constructor(
    readonly variable: string,
    readonly wish: string,
    readonly got: string,
  ) {
    super(`${variable}: expected ${wish}, got "${got}"`)
    this.name = 'SettingError'
  }
}

type Environment = Readonly<Record<string, string | undefined>>

/** @throws {SettingError} naming the variable that cannot be used */
export function readSettings(environment: Environment): ServerSettings {
  const port = wholeNumber(environment, 'PORT', 3000, 65_535)
  const host = environment.HOST || '127.0.0.1'
  const demo = environment.BAKU_DEMO === '1'
  const databaseUrl = environment.DATABASE_URL || null
  return {
    host,
    port,
    demo,
    databaseUrl,
    databaseOwnerUrl: (databaseUrl && environment.DATABASE_OWNER_URL) || null,
    embedded: databaseUrl === null,
    dataDir: environment.DATA_DIR || (demo ? './data-demo' : './data'),
    origin: originOf(environment.APP_URL) ?? `http://${shownHost(host)}:${port}`,
    originKnown: Boolean(environment.APP_URL),
    // A demonstration is one machine on which everybody is everybody.
    rateFactor: wholeNumber(environment, 'RATE_FACTOR', demo ? 10 : 1, 1000) || 1,
    trustedProxies: wholeNumber(environment, 'TRUST_PROXY', 0, 10),
    signatureProvider: providerOf(environment.SIGNATURE_PROVIDER || (demo ? 'test' : '')),
    trustedIssuers: environment.TRUSTED_ISSUERS || null,
  }
}

function providerOf(name: string): ServerSettings['signatureProvider'] {
  if (name === '' || name === 'test') return name || null
  throw new SettingError('SIGNATURE_PROVIDER', '"test", or left out', name)
}

function wholeNumber(environment: Environment, name: string, usual: number, most: number): number {
  const text = environment[name]
  if (text === undefined || text === '') return usual
  const value = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN
  if (!(value <= most)) throw new SettingError(name, `a whole number up to ${most}`, text)
  return value
}

function originOf(text: string | undefined): string | null {
  if (!text) return null
  const url = URL.canParse(text) ? new URL(text) : null
  if (!url || !/^https?:$/.test(url.protocol))
    throw new SettingError('APP_URL', 'an address such as https://standar.example.go.id', text)
  return url.origin
}

/** An address that listens everywhere is visited as localhost. */
function shownHost(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost'
  return host.includes(':') ? `[${host}]` : host
}
