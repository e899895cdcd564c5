import { builtOrExit } from './build.mjs'

if (process.argv.includes('--demo')) process.env.BAKU_DEMO = '1'
else delete process.env.BAKU_DEMO

await builtOrExit()
process.env.NODE_ENV = 'production'
// In this very process: signals reach the server, and nothing is left when it ends.
await import('../build/server/index.js')
