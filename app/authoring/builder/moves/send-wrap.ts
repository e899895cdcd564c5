import type { Definition } from '#engine'
import type { Home } from './clip.ts'

export type WrapAnswer = { ok: true; slug: string; version: number } | { ok: false; code: 'taken' | 'refused' | 'failed' }

/** Asks the server for a new standard of the same agency that begins with this text. */
export async function sendWrap(
  { agency, slug }: Home,
  body: { title: string; slug: string; definition: Definition },
): Promise<WrapAnswer> {
  try {
    const response = await fetch(`/susun/${agency}/${slug}/bungkus`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    const answer: unknown = await response.json().catch(() => null)
    if (response.status === 201 && typeof answer === 'object' && answer !== null && 'slug' in answer && 'number' in answer)
      return { ok: true, slug: String(answer.slug), version: Number(answer.number) }
    if (response.status === 401 || response.status === 403 || response.status === 404) return { ok: false, code: 'refused' }
    return { ok: false, code: response.status === 422 ? 'taken' : 'failed' }
  } catch {
    return { ok: false, code: 'failed' }
  }
}
