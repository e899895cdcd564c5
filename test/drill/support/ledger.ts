/**
 * What the writers sent and were told, against which the database is held. Each order leaves a mark of its own in what
 * it writes, so that it can be counted there: none lost, none twice.
 */
export type Order = {
  act: 'start' | 'claim' | 'complete' | 'create' | 'submit' | 'approve' | 'publish' | 'save'
  /** What to look for: the words written, the task and person of a claim, the slug of a standard. */
  mark: string
  /** The task, or the standard of a draft. */
  about: string
  state: 'sent' | 'acknowledged' | 'refused'
  /** Of an acknowledged one: what the answer named, the instance, the printed number, the revision. */
  answer: string
  code: string
}

export type Ledger = {
  orders: readonly Order[]
  enter(act: Order['act'], mark: string, about?: string): Order
  countOf(state: Order['state']): number
  /** Of the refused ones, by code. */
  refusals(): Readonly<Record<string, number>>
}

export function openLedger(): Ledger {
  const orders: Order[] = []
  return {
    orders,
    enter(act, mark, about = '') {
      const order: Order = { act, mark, about, state: 'sent', answer: '', code: '' }
      orders.push(order)
      return order
    },
    countOf: (state) => orders.filter((order) => order.state === state).length,
    refusals() {
      const counted: Record<string, number> = {}
      for (const { state, code } of orders) if (state === 'refused') counted[code] = (counted[code] ?? 0) + 1
      return counted
    },
  }
}

export function acknowledge(order: Order, answer: string): void {
  order.state = 'acknowledged'
  order.answer = answer
}

export function refuseOrder(order: Order, code: string): void {
  order.state = 'refused'
  order.code = code
}
