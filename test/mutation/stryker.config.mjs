const folder = process.env.MUTATION_FOLDER
const kept = `.cache/mutation/${folder.replaceAll('/', '-')}`

/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  mutate: [`${folder}/**/*.ts`, `!${folder}/**/*.test.ts`, `!${folder}/**/index.ts`],
  ignorePatterns: ['**', '!engine/**', '!definitions/**', '!test/**', '!package.json', '!tsconfig.json'],
  plugins: ['@stryker-mutator/vitest-runner'],
  testRunner: 'vitest',
  vitest: { configFile: 'test/mutation/vitest.config.ts', related: false },
  coverageAnalysis: 'perTest',
  concurrency: 2,
  incremental: true,
  incrementalFile: `${kept}.incremental.json`,
  tempDirName: '.cache/mutation/sandbox',
  reporters: ['json', 'dots'],
  jsonReporter: { fileName: `${kept}.json` },
  allowEmpty: true,
  timeoutMS: 10_000,
}
