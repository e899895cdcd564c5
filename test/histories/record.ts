import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { canonicalJson } from '#engine/definition/canonical.ts'
import type { Event } from '#engine/instance/messages.ts'

const folder = fileURLToPath(new URL('.', import.meta.url))
const fileOf = (name: string) => join(folder, `${name}.json`)

/** What one run has left behind: the version it ran on, what was recorded, and what became of it. */
export type History = { definition: string; events: readonly Event[]; state: Record<string, unknown> }

export const historyNames = (): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.replace('.json', ''))

const read = (name: string): unknown => JSON.parse(readFileSync(fileOf(name), 'utf8'))
export const readHistory = (name: string): History => read(name) as History
/** The text of a definition as that release wrote it. */
export const readDefinition = (name: string): unknown => read(join('definitions', name))

/** A recorded history is never written again: it is what a release left behind. Answers whether it was new. */
export function write(name: string, content: unknown): boolean {
  if (existsSync(fileOf(name))) return false
  writeFileSync(fileOf(name), `${canonicalJson(content)}\n`)
  return true
}
