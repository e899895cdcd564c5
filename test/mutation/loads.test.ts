import { expect, it } from 'vitest'

const modules = Object.entries(import.meta.glob('../../engine/*/*.ts')).filter(
  ([path]) => path.startsWith(`../../${process.env.MUTATION_FOLDER}/`) && !path.endsWith('.test.ts'),
)

/** A module that does not load takes its tests with it, and tests that are gone fail nowhere. */
it('loads every module of the folder', async () => {
  expect(modules.length).toBeGreaterThan(0)
  for (const [, load] of modules) await load()
}, 60_000)
