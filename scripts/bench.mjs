import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { builtOrExit, root } from './build.mjs'

await builtOrExit()

const child = spawn(
  process.execPath,
  [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--project', 'bench', ...process.argv.slice(2)],
  {
    cwd: root,
    stdio: 'inherit',
  },
)
child.on('close', (code) => {
  process.exitCode = code ?? 1
})
