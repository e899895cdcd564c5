import { expect, it } from 'vitest'
import { xml, xmlDocument } from './xml.ts'

it('escapes every text and value, and leaves out what no XML can hold', () => {
  const made = xml('a', { title: '"<&>', empty: undefined }, 'b & <c>\u0000\u0007\uFFFE\uD800 \u{1F600}', xml('d'))
  expect(made.written).toBe('<a title="&quot;&lt;&amp;&gt;">b &amp; &lt;c&gt; \u{1F600}<d/></a>')
  expect(xmlDocument(xml('r', {}, 'x'))).toBe('<?xml version="1.0" encoding="UTF-8"?>\n<r>x</r>\n')
})
