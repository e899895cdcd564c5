import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBuilt, root } from './build.mjs'
import { countPlaywright, countVitest } from './test-counts.mjs'

const reports = join(root, '.cache/test')
const tool = (path) => join(root, 'node_modules', path)

/**
 * In order; each answers how many checks passed and failed. One that fails does not keep the next from running. What has
 * `beside` takes one core alone and goes on beside the part before it.
 */
const parts = [
  { name: 'types', run: () => check(tool('typescript/bin/tsc'), ['--noEmit', '-p', '.']) },
  { name: 'build', beside: true, run: build },
  { name: 'lint', run: () => check(tool('@biomejs/biome/bin/biome'), ['check', '--max-diagnostics=50']) },
  { name: 'unit', run: () => vitest('unit', 'unit') },
  { name: 'database, PostgreSQL', run: () => vitest('db', 'db-postgres') },
  { name: 'database, embedded', run: () => vitest('db', 'db-embedded', { TEST_DATABASE: 'embedded' }) },
  { name: 'browser', run: playwright },
]

const children = new Set()
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    for (const child of children) child.kill(signal)
    process.exitCode = 1
    for (const part of parts) part.run = async () => ({ passed: 0, failed: 0 })
  })
}

async function node(script, args, env = {}) {
  const child = spawn(process.execPath, [script, ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, NO_COLOR: '1', ...env },
  })
  children.add(child)
  const code = await new Promise((resolve) => {
    child.on('error', () => resolve(1))
    child.on('close', (code) => resolve(code ?? 1))
  })
  children.delete(child)
  return code
}

async function check(script, args) {
  return (await node(script, args)) === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

async function vitest(project, report, env = {}) {
  const file = join(reports, `${report}.json`)
  const args = [
    'run',
    '--project',
    project,
    '--passWithNoTests',
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]
  const code = await node(tool('vitest/vitest.mjs'), args, { NODE_ENV: 'test', ...env })
  return withCode(existsSync(file) ? countVitest(JSON.parse(readFileSync(file, 'utf8'))) : { passed: 0, failed: 0 }, code)
}

async function build() {
  try {
    const built = await ensureBuilt()
    process.stdout.write(built ? 'built\n' : 'nothing has changed since the last build\n')
    return { passed: 1, failed: 0 }
  } catch (error) {
    process.stdout.write(`${error.message}\n`)
    return { passed: 0, failed: 1 }
  }
}

async function playwright() {
  const file = join(reports, 'browser.json')
  const args = ['test', '-c', 'test/playwright.config.ts', '--pass-with-no-tests']
  const code = await node(tool('@playwright/test/cli.js'), args, { BAKU_E2E_REPORT: file })
  return withCode(existsSync(file) ? countPlaywright(JSON.parse(readFileSync(file, 'utf8'))) : { passed: 0, failed: 0 }, code)
}

/** A tool that ends badly without a failed test has failed all the same. */
function withCode(counts, code) {
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts
}

rmSync(reports, { recursive: true, force: true })
mkdirSync(reports, { recursive: true })
const asked = process.argv.slice(2)
const total = { passed: 0, failed: 0 }
const lines = []
const told = []

async function runPart(part) {
  process.stdout.write(`\n== ${part.name}\n`)
  const began = Date.now()
  const { passed, failed, failures = [] } = await part.run()
  for (const failure of failures) told.push(`${part.name}: ${failure}`)
  total.passed += passed
  total.failed += failed
  lines.push(
    `${failed > 0 ? 'FAILED' : 'ok    '} ${part.name}: ${passed} passed, ${failed} failed, ${((Date.now() - began) / 1000).toFixed(0)} s`,
  )
  process.stdout.write(`${lines.at(-1)}\n`)
}

const chosen = parts.filter(({ name }) => asked.length === 0 || asked.some((word) => name.includes(word)))
for (let at = 0; at < chosen.length; ) {
  const next = chosen.findIndex(({ beside }, index) => index > at && !beside)
  const together = chosen.slice(at, next === -1 ? chosen.length : next)
  await Promise.all(together.map(runPart))
  at += together.length
}
if (told.length > 0) process.stdout.write(`\n${told.join('\n\n')}\n`)
process.stdout.write(`\n${lines.join('\n')}\n\n${total.passed} passed, ${total.failed} failed\n`)
process.exitCode = total.failed > 0 || process.exitCode ? 1 : 0
