import type { Definition } from '#engine'

type Kind = 'step' | 'edge' | 'lane' | 'form' | 'field' | 'outcome' | 'option' | 'choice'

let mark = ''

/** Sets apart what this window names from what colleagues name at the same time: `step-7-k3f`. */
export function markFreshIds(of: string): void {
  mark = of === '' ? '' : `-${of}`
}

/** Ids that neither the definition nor `beside` uses yet: `step-7`. Asking for several gives different ones. */
export function freshIds(definition: Definition, beside: Iterable<string> = []) {
  const used = new Set<string>([
    ...beside,
    ...definition.flow.lanes.map(({ id }) => id),
    ...definition.flow.nodes.flatMap((node) => [node.id, ...(node.kind === 'task' ? node.outcomes.map(({ id }) => id) : [])]),
    ...definition.flow.edges.map(({ id }) => id),
    ...definition.forms.flatMap((form) => [
      form.id,
      ...form.fields.flatMap((field) => [field.id, ...(field.kind === 'group' ? field.fields.map(({ id }) => id) : [])]),
    ]),
  ])
  return <T extends string>(kind: Kind): T => {
    let number = 1
    while (used.has(`${kind}-${number}${mark}`)) number += 1
    used.add(`${kind}-${number}${mark}`)
    return `${kind}-${number}${mark}` as T
  }
}
