import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { Confirm } from './confirm.tsx'

it('shows what would come of an act, and the button that does it, only once it was opened', () => {
  const html = renderToStaticMarkup(
    <Confirm label="Akhiri" of="Rina pada Loket" says="Rina tidak lagi memangku jabatan ini.">
      <button type="submit">Ya, akhiri sekarang</button>
    </Confirm>,
  )
  expect(html).toMatch(/^<details class="confirm"><summary/)
  const [summary, body] = html.split('</summary>')
  expect(summary).toContain('Akhiri<span class="visually-hidden">: Rina pada Loket</span>')
  expect(summary).not.toContain('<button')
  expect(body).toMatch(/Rina tidak lagi memangku jabatan ini\..*<button type="submit">/)
})
