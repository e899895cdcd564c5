import type { Definition } from '#engine'

/** What a node is called on a page; the id where the author gave it no name. */
export function nodeTitle({ flow }: Pick<Definition, 'flow'>, id: string): string {
  const node = flow.nodes.find((one) => one.id === id)
  if (!node) return id
  return 'activity' in node ? node.activity : 'question' in node ? node.question : 'name' in node && node.name ? node.name : id
}
