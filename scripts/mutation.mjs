import { spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './build.mjs'
import { countMutants, scoreOf, survivors, testsGone } from './mutation-score.mjs'

const folders = ['engine/instance', 'engine/condition', 'engine/calendar']
const least = 85
const leftOut = JSON.parse(readFileSync(join(root, 'test/mutation/left-out.json'), 'utf8'))

const options = process.argv.slice(2).filter((word) => word.startsWith('-'))
const asked = process.argv.slice(2).filter((word) => !word.startsWith('-'))
const unknown = asked.filter((folder) => !existsSync(join(root, folder)))
if (unknown.length > 0) {
  process.stderr.write(`There is no folder ${unknown.join(', ')}. Usage: npm run mutation -- [folder …] [--force]\n`)
  process.exit(2)
}

async function stryker(folder) {
  const child = spawn(
    process.execPath,
    [join(root, 'node_modules/@stryker-mutator/core/bin/stryker.js'), 'run', 'test/mutation/stryker.config.mjs', ...options],
    {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, MUTATION_FOLDER: folder, PROPERTY_RUNS_SHARE: '0.2', NODE_ENV: 'test' },
    },
  )
  return new Promise((resolve) => {
    child.on('error', () => resolve(1))
    child.on('close', (code) => resolve(code ?? 1))
  })
}

const testsOf = (folder) =>
  readdirSync(join(root, folder), { recursive: true })
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => `${folder}/${name}`)
    .filter((file) => !leftOut.includes(file))

const lines = []
const total = { killed: 0, missed: 0 }
const line = (name, counts) =>
  `${name.padEnd(24)} ${scoreOf(counts).toFixed(1).padStart(5)} %  ${counts.killed} killed, ${counts.missed} missed`
let failed = false
for (const folder of asked.length > 0 ? asked : folders) {
  const code = await stryker(folder)
  if (code !== 0) {
    lines.push(`${folder.padEnd(24)} could not be run`)
    failed = true
    continue
  }
  const report = JSON.parse(readFileSync(join(root, `.cache/mutation/${folder.replaceAll('/', '-')}.json`), 'utf8'))
  const gone = testsGone(report, testsOf(folder))
  if (gone.length > 0) {
    lines.push(`${folder.padEnd(24)} tests that did not load: ${gone.join(', ')}`)
    failed = true
  }
  const counts = countMutants(report)
  for (const place of survivors(report)) process.stdout.write(`missed  ${place}\n`)
  lines.push(line(folder, counts))
  total.killed += counts.killed
  total.missed += counts.missed
  failed ||= scoreOf(counts) < least
}
process.stdout.write(`\n${lines.join('\n')}\n${line('overall', total)}\n`)
if (failed) process.stdout.write(`At least ${least} % must be killed in every folder.\n`)
process.exitCode = failed ? 1 : 0
