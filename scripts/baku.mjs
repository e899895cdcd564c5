import { builtOrExit } from './build.mjs'

await builtOrExit()
process.env.NODE_ENV = 'production'
const { run } = await import('../build/server/cli.js')
process.exitCode = await run(process.argv.slice(2))
