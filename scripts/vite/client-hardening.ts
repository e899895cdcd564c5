import type { Plugin } from 'vite'

const builtIn = '/^(Eval|Range|Reference|Syntax|Type|URI)Error$/'

type Patch = { file: RegExp; found: string; instead: string }

/**
 * Both files let a name that came over the wire choose a global constructor to call (CVE-2026-34077, CVE-2026-53666,
 * never mended in this line of the framework). Only the built-in error classes may be named.
 */
export const patches: readonly Patch[] = [
  {
    file: /turbo-stream[\\/]dist[\\/]turbo-stream\.mjs$/,
    found: 'errorType && globalObj && globalObj[errorType]',
    instead: `errorType && ${builtIn}.test(errorType) && globalObj && globalObj[errorType]`,
  },
  {
    file: /@remix-run[\\/]react[\\/]dist[\\/]esm[\\/]errors\.js$/,
    found: 'if (val.__subType) {',
    instead: `if (val.__subType && ${builtIn}.test(val.__subType)) {`,
  },
]

/** @throws {Error} when the source is no longer what the patch was written for */
export function harden(patch: Patch, code: string): string {
  const parts = code.split(patch.found)
  if (parts.length !== 2) {
    throw new Error(`client hardening: expected "${patch.found}" once in ${patch.file}, found it ${parts.length - 1} times`)
  }
  return parts.join(patch.instead)
}

/** Fails the build when a file it must mend has changed or was never met. */
export function clientHardening(): Plugin {
  const met = new Set<Patch>()
  return {
    name: 'client-hardening',
    apply: 'build',
    enforce: 'pre',
    applyToEnvironment: (environment) => environment.name === 'client',
    transform(code, id) {
      const patch = patches.find(({ file }) => file.test(id.split('?')[0] ?? id))
      if (!patch) return null
      met.add(patch)
      return { code: harden(patch, code), map: null }
    },
    buildEnd(error) {
      if (error) return
      const missed = patches.filter((patch) => !met.has(patch))
      if (missed.length > 0) this.error(`client hardening: never met ${missed.map(({ file }) => file).join(', ')}`)
    },
  }
}
