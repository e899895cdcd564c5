/** Tells a run that asks for it (`npm run nightly`) how much was tried; whatever reporter is in use, the line stands alone. */
export function tellCounted(count: number, what: string): void {
  if (process.env.TELL_COUNTS) process.stdout.write(`\ncounted ${count} ${what}\n`)
}
