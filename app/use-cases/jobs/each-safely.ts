/** How much a sweep did, and the first thing that went wrong; what failed is taken again after its lease. */
export type Swept = { done: number; failed: number; error: unknown }

/** Takes batches until nothing is left to take. One that fails does not stop the others. */
export async function eachSafely<T>(take: () => Promise<readonly T[]>, run: (one: T) => Promise<void>): Promise<Swept> {
  const swept: Swept = { done: 0, failed: 0, error: null }
  for (let batch = await take(); batch.length > 0; batch = await take()) {
    for (const one of batch) {
      try {
        await run(one)
        swept.done += 1
      } catch (error) {
        swept.failed += 1
        swept.error ??= error
      }
    }
  }
  return swept
}
