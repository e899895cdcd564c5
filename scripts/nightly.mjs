import { spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './build.mjs'
import { countsTold, shortOf } from './nightly-counts.mjs'

const share = '20'
/** What is tried as often as `PROPERTY_RUNS_SHARE` says. */
const properties = readdirSync(join(root, 'engine'), { recursive: true })
  .map((path) => join('engine', String(path)))
  .filter((path) => path.endsWith('.test.ts') && readFileSync(join(root, path), 'utf8').includes('#test/support/tries.ts'))
const asked = process.argv.slice(2)
const files = asked.length > 0 ? asked : properties

const vitest = join(root, 'node_modules/vitest/vitest.mjs')
const options = ['--disable-console-intercept', '--testTimeout=7200000']
const began = Date.now()
const child = spawn(process.execPath, [vitest, 'run', '--project', 'unit', ...options, ...files], {
  cwd: root,
  stdio: ['ignore', 'pipe', 'inherit'],
  env: { ...process.env, NODE_ENV: 'test', NO_COLOR: '1', PROPERTY_RUNS_SHARE: share, TELL_COUNTS: '1' },
})
let output = ''
child.stdout.setEncoding('utf8')
child.stdout.on('data', (text) => {
  output += text
  process.stdout.write(text)
})
child.on('error', () => {
  process.exitCode = 1
})
child.on('close', (code) => {
  const counts = countsTold(output)
  const short = shortOf(counts)
  const minutes = ((Date.now() - began) / 60_000).toFixed(1)
  for (const { count, what } of counts) process.stdout.write(`${count.toLocaleString('en')} ${what}\n`)
  process.stdout.write(
    `${files.length} files of properties, each tried ${share} times as often as in npm test: ${minutes} minutes\n`,
  )
  if (code !== 0) process.stdout.write('What fast-check printed above, seed and path, tries the same again.\n')
  if (short) process.stdout.write(`${short}\n`)
  process.exitCode = code === 0 && !short ? 0 : 1
})
