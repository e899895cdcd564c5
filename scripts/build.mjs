import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))
const mark = join(root, 'build', '.sources')
const folders = ['app', 'engine', 'db', 'definitions', 'public', 'scripts/vite']
const files = ['package.json', 'package-lock.json', 'vite.config.ts', 'tsconfig.json']

/** One digest over everything that the build is made of; tests are no part of it. */
function sourcesDigest() {
  const hash = createHash('sha256')
  const paths = folders.flatMap((folder) => walk(join(root, folder))).concat(files.map((file) => join(root, file)))
  for (const path of paths.filter((path) => existsSync(path) && !/\.test\.tsx?$/.test(path)).sort()) {
    hash
      .update(`${relative(root, path)}\0`)
      .update(readFileSync(path))
      .update('\0')
  }
  return hash.digest('hex')
}

function walk(folder) {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? walk(join(folder, entry.name)) : [join(folder, entry.name)],
  )
}

/** Builds when build/ is missing or made of other sources. Answers whether it had to; throws what the build said. */
export async function ensureBuilt(onBuild = () => undefined) {
  const digest = sourcesDigest()
  const isFresh = existsSync(join(root, 'build/server/index.js')) && existsSync(mark) && readFileSync(mark, 'utf8') === digest
  if (isFresh) return false
  onBuild()
  rmSync(mark, { force: true })
  await build()
  writeFileSync(mark, digest)
  return true
}

function build() {
  const tool = join(root, 'node_modules/@remix-run/dev/dist/cli.js')
  if (!existsSync(tool)) throw new Error('The build tool is missing: run "npm ci" first.')
  return new Promise((resolve, reject) => {
    const said = []
    const child = spawn(process.execPath, [tool, 'vite:build'], {
      cwd: root,
      env: { ...process.env, NODE_ENV: 'production' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    child.stdout.on('data', (chunk) => said.push(chunk))
    child.stderr.on('data', (chunk) => said.push(chunk))
    child.on('error', reject)
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`The build failed.\n${Buffer.concat(said)}`))))
  })
}

/** For commands: builds with a word to the operator, or ends with what went wrong. */
export async function builtOrExit() {
  try {
    const began = Date.now()
    const built = await ensureBuilt(() => process.stdout.write('Building …\n'))
    if (built) process.stdout.write(`Built in ${((Date.now() - began) / 1000).toFixed(1)} s.\n`)
  } catch (error) {
    process.stderr.write(`${error.message}\n`)
    process.exit(1)
  }
}
