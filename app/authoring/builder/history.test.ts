import { expect, it } from 'vitest'
import { historyOf, record, redo, undo } from './history.ts'

const a = { name: 'a' }
const b = { name: 'b' }
const c = { name: 'c' }

it('undoes and redoes to the very drafts there were', () => {
  const history = record(record(historyOf(a), b, 0), c, 1000)
  const back = undo(undo(history))
  expect(back.present).toBe(a)
  expect(redo(back).present).toBe(b)
  expect(redo(redo(back)).present).toBe(c)
  expect(undo(back)).toBe(back)
})

it('takes typing as one change while it goes on', () => {
  const typed = record(record(historyOf(a), b, 0, 'title'), c, 400, 'title')
  expect(undo(typed).present).toBe(a)
  const paused = record(record(historyOf(a), b, 0, 'title'), c, 600, 'title')
  expect(undo(paused).present).toBe(b)
})

it('forgets what was undone once something new is done', () => {
  const history = record(undo(record(historyOf(a), b, 0)), c, 1000)
  expect(redo(history)).toBe(history)
})
