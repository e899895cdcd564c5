import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { builtOrExit, root } from './build.mjs'

/** `npm run drill:browser`: the walks through the pages that take too long for `npm test`. */
await builtOrExit()
const args = ['test', '-c', 'test/playwright.config.ts', '--grep', '@long']
const child = spawn(process.execPath, [join(root, 'node_modules/@playwright/test/cli.js'), ...args], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, BAKU_LONG: 'yes' },
})
child.on('close', (code) => {
  process.exitCode = code ?? 1
})
