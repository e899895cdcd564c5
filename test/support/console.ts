import { afterEach, beforeEach, vi } from 'vitest'

/** What the code complains about in a test is a failure of that test. */
beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation((...words: unknown[]) => {
    throw new Error(`console.error: ${words.map(String).join(' ')}`)
  })
})

afterEach(() => {
  vi.restoreAllMocks()
})
