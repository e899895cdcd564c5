import { configDefaults, defineConfig } from 'vitest/config'

/** A folder of the engine against its own tests alone: what they do not notice is not tested. */
export default defineConfig({
  test: {
    include: [`${process.env.MUTATION_FOLDER}/**/*.test.ts`, 'test/mutation/loads.test.ts'],
    // Stryker runs tests in threads, and a thread cannot move to another time zone.
    exclude: [...configDefaults.exclude, 'engine/calendar/wherever.property.test.ts'],
    setupFiles: ['./test/support/console.ts', './test/mutation/fixed-seed.ts'],
    testTimeout: 60_000,
  },
})
