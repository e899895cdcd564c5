import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Script } from 'node:vm'

/** The bundler and the runner that these packages bring along are the ones that the rest of the tests use. */
const broughtBy = (name, wanted) => createRequire(import.meta.resolve(name)).resolve(wanted)
const { build } = createRequire(import.meta.url)(broughtBy('vite', 'esbuild'))
const { startTests } = await import(pathToFileURL(broughtBy('vitest', '@vitest/runner')).href)

const folder = process.env.MUTATION_FOLDER
const leftOut = JSON.parse(readFileSync(new URL('left-out.json', import.meta.url), 'utf8'))
const isTest = (name) => name.endsWith('.test.ts')
const isProperty = (name) => name.endsWith('.property.test.ts')

function filesOf(folder) {
  const names = readdirSync(folder, { recursive: true }).map((name) => join(folder, name))
  const files = names.filter((name) => name.endsWith('.ts')).sort()
  const tests = files.filter((name) => isTest(name) && !leftOut.includes(name))
  // The first test that fails ends the try of a mutant, so the quick ones come before the properties.
  return { modules: files.filter((name) => !isTest(name)), tests: tests.toSorted((a, b) => isProperty(a) - isProperty(b)) }
}

/** Packages stay outside: they are loaded once, as node loads them. */
function packagesIn(outside) {
  const exported = (path) => (name, i) => `const n${i} = outside.get('${path}').${name}; export { n${i} as ${name} }`
  return {
    name: 'outside',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^[^./#]/ }, async ({ path }) => {
        outside.set(path, await import(path))
        return { path, namespace: 'outside' }
      })
      onLoad({ filter: /.*/, namespace: 'outside' }, ({ path }) => {
        const names = Object.keys(outside.get(path)).filter((name) => /^\w+$/.test(name))
        return { contents: names.map(exported(path)).join('\n') }
      })
    },
  }
}

/** Makes one program of the folder and its tests. Each call answers with a new one, in which nothing is loaded yet. */
async function compiled() {
  const { modules, tests } = filesOf(folder)
  const outside = new Map()
  const loader = (name) => `() => require('./${name}')`
  const contents = [
    `load = () => [${modules.map(loader)}].forEach((one) => one())`,
    `tests = new Map([${tests.map((name) => `['${name}', ${loader(name)}]`)}])`,
  ]
  const { outputFiles } = await build({
    stdin: { contents: contents.join('\n'), resolveDir: process.cwd() },
    plugins: [packagesIn(outside)],
    bundle: true,
    format: 'cjs',
    platform: 'node',
    write: false,
  })
  const code = new Script(`(function (outside) { let load, tests; ${outputFiles[0].text}\nreturn { load, tests } })`)
  return () => code.runInThisContext()(outside)
}

const config = () => ({
  root: process.cwd(),
  setupFiles: [],
  sequence: { seed: 1, hooks: 'stack', setupFiles: 'list' },
  maxConcurrency: 1,
  testTimeout: 60_000,
  hookTimeout: 60_000,
  retry: 0,
  tags: [],
})

const passed = 0
const failed = 1
const fileOf = (id) => id.slice(0, id.indexOf('#'))
const testsIn = (task) => (task.type === 'test' ? [task] : task.tasks.flatMap(testsIn))
const wordsOf = ({ errors = [] }) => errors[0]?.message ?? 'failed'
const failing = (id, name, failureMessage) => ({ id, name, timeSpentMs: 0, status: failed, failureMessage })
const hasFailed = ({ status }) => status === failed

const resultOf = ({ file, fullTestName, result }) => ({
  id: `${file.name}#${fullTestName}`,
  name: fullTestName,
  fileName: join(process.cwd(), file.name),
  timeSpentMs: result.duration ?? 0,
  ...(result.state === 'fail' ? { status: failed, failureMessage: wordsOf(result) } : { status: passed }),
})

function added(...counts) {
  const sum = {}
  for (const [id, count] of counts.flatMap((one) => Object.entries(one ?? {}))) sum[id] = (sum[id] ?? 0) + count
  return sum
}

globalThis.__stryker__ ??= {}
/** Where changed code looks for the mutant that is on, and counts what it runs. */
const mutants = globalThis.__stryker__

/**
 * Runs the tests of one folder within this process. For each mutant all is loaded anew from a program that is compiled
 * already: nothing of one mutant is left for the next, at a tenth of what a new thread costs.
 */
class Runner {
  #fresh

  capabilities = () => ({ reloadEnvironment: true })

  async init() {
    const { default: fc } = await import('fast-check')
    // The same values for every mutant, so that a score can be had again; few of them, for there are thousands of mutants.
    // That one fails is enough: the search for a smaller one would take many times as long.
    fc.configureGlobal({ seed: 20260901, numRuns: 40, endOnFailure: true })
    this.#fresh = await compiled()
  }

  async dryRun() {
    const coverage = { static: {}, perTest: {} }
    mutants.mutantCoverage = coverage
    const tests = await this.#run()
    // What a file runs while it is read serves each of its tests.
    const perTest = tests.map(({ id }) => [id, added(coverage.perTest[id], coverage.perTest[fileOf(id)])])
    return { status: 'complete', tests, mutantCoverage: { ...coverage, perTest: Object.fromEntries(perTest) } }
  }

  async mutantRun({ activeMutant: { id, fileName }, mutantActivation, testFilter, hitLimit }) {
    Object.assign(mutants, { hitLimit, hitCount: 0 })
    const results = await this.#run({
      mutant: id,
      whileLoading: mutantActivation === 'static' ? id : undefined,
      asked: testFilter && new Set(testFilter),
      beside: fileName.replace(/\.ts$/, '.test.ts'),
      untilOneFails: true,
    })
    const nrOfTests = results.length
    if (mutants.hitCount > hitLimit) return { status: 'timeout', reason: 'Hit limit reached' }
    const by = results.filter(hasFailed)
    if (by.length === 0) return { status: 'survived', nrOfTests }
    return { status: 'killed', nrOfTests, killedBy: by.map((one) => one.id), failureMessage: by[0].failureMessage }
  }

  /** The tests asked for, file by file: those that stand beside the changed code first. */
  async #run(how = {}) {
    const { mutant, whileLoading, asked, beside, untilOneFails } = how
    mutants.activeMutant = whileLoading
    const { load, tests } = this.#fresh()
    try {
      load()
    } catch (error) {
      return [failing([...(asked ?? [])][0] ?? folder, folder, String(error))]
    }
    mutants.activeMutant = mutant
    const names = asked ? [...tests.keys()].filter((name) => [...asked].some((id) => fileOf(id) === name)) : [...tests.keys()]
    const isBeside = (name) => beside?.endsWith(`/${name}`) === true
    const results = []
    for (const name of names.toSorted((a, b) => isBeside(b) - isBeside(a))) {
      results.push(...(await this.#runFile(name, tests.get(name), how)))
      if (untilOneFails && results.some(hasFailed)) break
    }
    mutants.activeMutant = undefined
    return results
  }

  async #runFile(name, load, { asked, untilOneFails }) {
    let enough = false
    mutants.currentTestId = name
    const [file] = await startTests([name], {
      config: config(),
      importFile: load,
      onBeforeRunTask(test) {
        const id = `${name}#${test.fullTestName}`
        if (enough || (asked && !asked.has(id))) test.mode = 'skip'
        else mutants.currentTestId = id
      },
      onAfterRunTask({ result }) {
        enough ||= untilOneFails && result.state === 'fail'
      },
    })
    mutants.currentTestId = undefined
    const results = testsIn(file).flatMap((test) => (test.mode === 'skip' || !test.result ? [] : [resultOf(test)]))
    // A file that does not load takes its tests with it, and tests that are gone fail nowhere.
    if (file.result?.state !== 'fail' || results.some(hasFailed)) return results
    const id = [...(asked ?? [])].find((one) => fileOf(one) === name) ?? name
    return [failing(id, name, wordsOf(file.result))]
  }
}

export const strykerPlugins = [{ kind: 'TestRunner', name: 'within', injectableClass: Runner }]
