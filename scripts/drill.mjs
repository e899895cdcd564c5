import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { builtOrExit, root } from './build.mjs'

/** `npm run drill:NAME -- words`: what the words mean stands in docs/operations/drills.md. */
const [name = '', ...words] = process.argv.slice(2)
const file = `test/drill/${name}.drill.ts`
if (!existsSync(join(root, file))) {
  process.stderr.write(`There is no drill "${name}".\n`)
  process.exit(2)
}
await builtOrExit()
const child = spawn(process.execPath, [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--project', 'drill', file], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, DRILL: words.join(' ') },
})
child.on('close', (code) => {
  process.exitCode = code ?? 1
})
