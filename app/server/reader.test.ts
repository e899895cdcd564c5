import { expect, it } from 'vitest'
import { cookiesOf, localeOf, themeOf } from './reader.ts'

it.each([
  ['lang=en', null, 'en'],
  ['lang=en', 'id', 'en'],
  ['lang=fr', 'en;q=0.3, id;q=0.9', 'id'],
  ['', 'en-GB,en;q=0.9', 'en'],
  ['', 'fr, de;q=0.8', 'id'],
  ['', 'en;q=0, id', 'id'],
  ['', null, 'id'],
])('speaks to cookie "%s" and browser "%s" in %s', (cookie, browser, locale) => {
  expect(localeOf(cookiesOf(cookie), browser)).toBe(locale)
})

it('takes the first of two cookies of one name', () => {
  expect(cookiesOf('a=1; a=2; b=x=y').get('a')).toBe('1')
  expect(cookiesOf('a=1; a=2; b=x=y').get('b')).toBe('x=y')
})

it('follows the system when no theme was chosen', () => {
  expect(themeOf(cookiesOf('theme=dark'))).toBe('dark')
  expect(themeOf(cookiesOf('theme=<script>'))).toBeNull()
})
