import { configDefaults, defineConfig } from 'vitest/config'
import { ExamplesFirst } from './examples-first.ts'
import leftOut from './left-out.json'

/** A folder of the engine against its own tests alone: what they do not notice is not tested. */
export default defineConfig({
  test: {
    include: [`${process.env.MUTATION_FOLDER}/**/*.test.ts`, 'test/mutation/loads.test.ts'],
    // Stryker runs tests in threads, and a thread cannot move to another time zone.
    exclude: [...configDefaults.exclude, ...leftOut],
    setupFiles: ['./test/support/console.ts', './test/mutation/fixed-seed.ts'],
    sequence: { sequencer: ExamplesFirst },
    testTimeout: 60_000,
  },
})
