import { expect, it } from 'vitest'
import { mayChange } from './origin-guard.ts'

const known = { origin: 'https://standar.example.go.id', originKnown: true }
const guessed = { origin: 'http://127.0.0.1:3000', originKnown: false }

it.each([
  ['the site itself', known, { Origin: 'https://standar.example.go.id', Cookie: 'a=1' }],
  ['a browser that names only the kind of site', known, { 'Sec-Fetch-Site': 'same-origin', Cookie: 'a=1' }],
  ['a browser that sends only the page it comes from', known, { Referer: 'https://standar.example.go.id/masuk', Cookie: 'a=1' }],
  ['a program without cookies', known, { Authorization: 'Bearer abc' }],
  ['the loopback under another name', guessed, { Origin: 'http://localhost:3000', Host: 'localhost:3000', Cookie: 'a=1' }],
])('lets %s change things', (_who, home, headers) => {
  expect(mayChange(new Headers(headers as Record<string, string>), home)).toBe(true)
})

it.each([
  ['another site', known, { Origin: 'https://evil.example' }],
  ['a site that hides itself', known, { Origin: 'null', 'Sec-Fetch-Site': 'same-origin' }],
  ['a sister site', known, { 'Sec-Fetch-Site': 'same-site' }],
  ['another site by its referrer', known, { Referer: 'https://evil.example/x' }],
  ['a referrer that is no address', known, { Referer: 'x' }],
  ['a cookie without any origin', known, { Cookie: 'baku_session=x' }],
  ['the loopback when the address is known', known, { Origin: 'http://localhost:3000', Host: 'localhost:3000' }],
  ['a name bound to the loopback', guessed, { Origin: 'http://evil.example:3000', Host: 'evil.example:3000' }],
  ['another port', guessed, { Origin: 'http://localhost:4000', Host: 'localhost:3000' }],
  ['a forwarded host', known, { Origin: 'https://evil.example', 'X-Forwarded-Host': 'evil.example' }],
])('refuses %s', (_who, home, headers) => {
  expect(mayChange(new Headers(headers as Record<string, string>), home)).toBe(false)
})
