import type { Definition } from '../schema.ts'

/** Whether a field may be without a value when it is asked: no form demands it in every case, and no call brings it back. */
export function mayBeEmpty(id: string, { flow, forms }: Definition): boolean {
  const demanded = forms.some((form) =>
    form.fields.some((one) => one.id === id && 'required' in one && one.required && one.visibleWhen === undefined),
  )
  return !demanded && !flow.nodes.some((node) => node.kind === 'call' && node.returns.some(({ to }) => to === id))
}
