import { expect, it } from 'vitest'
import { SettingError } from '#app/settings.ts'
import { StartError } from '#db/start-error.ts'
import { startMessage } from './start-messages.ts'

const address = { host: '127.0.0.1', port: 3000 }

it.each([
  [new StartError('data-dir-locked', { dataDir: './data', pid: 42 }), 'process 42'],
  [new StartError('data-dir-unreadable', { dataDir: './data', reason: 'EACCES' }), './data'],
  [new StartError('database-unreachable', { host: 'db', port: '5432', reason: 'ECONNREFUSED' }), 'db:5432'],
  [new StartError('database-auth', { host: 'db', port: '5432', user: 'baku' }), '"baku"'],
  [new StartError('database-missing', { host: 'db', port: '5432', database: 'baku' }), 'no database "baku"'],
  [new StartError('database-newer', { unknown: 1, known: 2 }), 'newer than this program'],
  [new StartError('database-owner-needed', { role: 'baku' }), 'Set DATABASE_OWNER_URL'],
  [new SettingError('PORT', 'a whole number', 'x'), 'PORT must be'],
  [Object.assign(new Error('listen'), { code: 'EADDRINUSE' }), 'Port 3000'],
])('tells the operator in one line: %s', (error, words) => {
  const message = startMessage(error, address)
  expect(message).toContain(words)
  expect(message).not.toContain('\n')
})

it('leaves a bug to be shown as one', () => {
  expect(startMessage(new TypeError('x is undefined'), address)).toBeNull()
})
