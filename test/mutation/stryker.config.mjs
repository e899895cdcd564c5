const folder = process.env.MUTATION_FOLDER
const kept = `.cache/mutation/${folder.replaceAll('/', '-')}`

/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  mutate: [`${folder}/**/*.ts`, `!${folder}/**/*.test.ts`, `!${folder}/**/index.ts`],
  ignorePatterns: ['**', '!engine/**', '!definitions/**', '!test/**', '!package.json', '!tsconfig.json'],
  plugins: ['./test/mutation/runner.mjs'],
  testRunner: 'within',
  coverageAnalysis: 'perTest',
  concurrency: 2,
  incremental: true,
  incrementalFile: `${kept}.incremental.json`,
  tempDirName: '.cache/mutation/sandbox',
  reporters: ['json', 'dots'],
  jsonReporter: { fileName: `${kept}.json` },
  allowEmpty: true,
  timeoutMS: 120_000,
}
