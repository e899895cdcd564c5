import { inMemory, readyCompiler } from './compiler.server.ts'

const { at, path } = inMemory('picture')

/** Whether the typesetter can set this picture; one that it cannot would stop every paper that bears it. */
export function canBeSet(picture: Uint8Array): boolean {
  const made = readyCompiler()
  made.mapShadow(at, Buffer.from(picture))
  try {
    made.pdf({ mainFileContent: `#image("${path}")` })
    return true
  } catch {
    return false
  } finally {
    made.unmapShadow(at)
    made.evictCache(0)
  }
}
