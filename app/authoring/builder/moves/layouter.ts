import type { ElkNode } from 'elkjs/lib/elk-api.js'

export type Layouter = { layout(graph: ElkNode): Promise<ElkNode>; stop(): void }

/** The layout library in a worker of its own, loaded when it is asked for the first time. */
export async function startLayouter(): Promise<Layouter> {
  const [{ default: Elk }, { default: address }] = await Promise.all([
    import('elkjs/lib/elk-api.js'),
    import('elkjs/lib/elk-worker.min.js?url'),
  ])
  const elk = new Elk({ workerFactory: () => new Worker(address) })
  return { layout: (graph) => elk.layout(graph), stop: () => elk.terminateWorker() }
}
