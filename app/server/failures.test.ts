import { expect, it } from 'vitest'
import { isUnavailable } from './failures.ts'

const failedWith = (code: string) => new Error('Failed query', { cause: Object.assign(new Error('told'), { code }) })

it.each([
  ['the connection is refused', 'ECONNREFUSED'],
  ['the server shuts down', '57P01'],
  ['the server is starting up', '57P03'],
  ['its disk is full', '53100'],
  ['a disk of ours is full', 'ENOSPC'],
  ['it has no connection left', '53300'],
  ['a lock was waited for in vain', '55P03'],
  ['two waited for each other', '40P01'],
  ['a transaction was ended for its silence', '25P03'],
  ['only a process of the newer release can do it', 'BAKU_NEWER_RELEASE'],
])('V23: "try again" when %s', (_what, code) => {
  expect(isUnavailable(failedWith(code))).toBe(true)
})

it.each([
  ['a constraint is broken', '23505'],
  ['a column is not there', '42703'],
  ['a text is no number', '22P02'],
])('no "try again" for what would fail again: %s', (_what, code) => {
  expect(isUnavailable(failedWith(code))).toBe(false)
})
