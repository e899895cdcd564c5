import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './build.mjs'

const [verb, asked] = process.argv.slice(2)
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const release = asked ?? version.split('.').slice(0, 2).join('.')
if (verb !== 'record' || !/^\d+\.\d+$/.test(release)) {
  process.stderr.write('Usage: npm run histories -- record [release, such as 0.2]\n')
  process.exit(2)
}

const child = spawn(process.execPath, [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--project', 'histories'], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, NODE_ENV: 'test', HISTORIES_RELEASE: release },
})
child.on('error', () => {
  process.exitCode = 1
})
child.on('close', (code) => {
  process.exitCode = code ?? 1
})
