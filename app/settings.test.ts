import { expect, it } from 'vitest'
import { readSettings, SettingError } from './settings.ts'

it('needs nothing from the environment', () => {
  expect(readSettings({})).toMatchObject({
    origin: 'http://127.0.0.1:3000',
    originKnown: false,
    dataDir: './data',
    embedded: true,
    demo: false,
  })
})

it('signs for trial only where that is said, or in the demo', () => {
  const providers = [{}, { SIGNATURE_PROVIDER: 'test' }, { BAKU_DEMO: '1' }].map((said) => readSettings(said).signatureProvider)
  expect(providers).toEqual([null, 'test', 'test'])
})

it('keeps the data of the demo apart', () => {
  expect(readSettings({ BAKU_DEMO: '1' }).dataDir).toBe('./data-demo')
})

it('reduces the address people see to its origin', () => {
  expect(readSettings({ APP_URL: 'https://standar.example.go.id/awal?x=1' })).toMatchObject({
    origin: 'https://standar.example.go.id',
    originKnown: true,
  })
})

it.each([
  ['PORT', 'many'],
  ['PORT', '70000'],
  ['APP_URL', 'standar.example.go.id'],
  ['APP_URL', 'javascript:alert(1)'],
  ['TRUST_PROXY', '-1'],
  ['SIGNATURE_PROVIDER', 'bsre'],
])('says which variable is wrong: %s=%s', (name, value) => {
  expect(() => readSettings({ [name]: value })).toThrow(SettingError)
  expect(() => readSettings({ [name]: value })).toThrow(`${name}: expected`)
})
