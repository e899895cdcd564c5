import type { Definition } from './schema.ts'

/** The words by which people look for a standard: its title, what it is for, what it gives and asks, and its steps. */
export function searchWords({ identity, components, flow }: Definition): string {
  const steps = flow.nodes.flatMap((node) => ('activity' in node ? [node.activity, node.statement ?? ''] : []))
  return [
    identity.title,
    identity.summary ?? '',
    identity.unit ?? '',
    ...components.products.items,
    ...components.requirements.items,
    ...steps,
  ].join('\n')
}
