/** A Chromium for tests and what its environment needs; throws one line saying what to do when there is none. */
export function findChromium(): Promise<{ path: string; env: Record<string, string> }>
