export const root: string
export function sourcesDigest(): string
/** Builds when build/ is missing or made of other sources; answers whether it had to. */
export function ensureBuilt(onBuild?: () => void): Promise<boolean>
export function builtOrExit(): Promise<void>
