import type { SignatureProvider, Signer, SigningAnswer } from './provider.ts'

/** Asks a service, and gives it up after so many milliseconds; what it still does then is of no use to anybody. */
export async function askWithin(time: number, provider: SignatureProvider, pdf: Uint8Array, who: Signer): Promise<SigningAnswer> {
  const giveUp = new AbortController()
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<SigningAnswer>((resolve) => {
    timer = setTimeout(() => resolve({ ok: false, problem: 'timeout' }), time)
  })
  try {
    const asked = provider.sign(pdf, who, giveUp.signal).catch((): SigningAnswer => ({ ok: false, problem: 'unavailable' }))
    return await Promise.race([asked, late])
  } finally {
    clearTimeout(timer)
    giveUp.abort()
  }
}
