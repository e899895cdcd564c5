import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { Worker } from 'node:worker_threads'
import source from './typesetter.worker.cjs?raw'

const { resolve } = createRequire(import.meta.url)
const workspace = dirname(resolve('@expo-google-fonts/arimo/package.json'))
const workerData = {
  compiler: resolve('@myriaddreamin/typst-ts-node-compiler'),
  workspace,
  fontPaths: ['400Regular', '700Bold', '400Regular_Italic'].map((style) => join(workspace, style)),
}

/** What is set: a template, the texts it reads, and files that it finds under a name. */
export type Typesetting = {
  template: string
  inputs: Readonly<Record<string, string>>
  files?: readonly { name: string; bytes: Uint8Array }[]
}

/** Papers that one thread sets before another takes its place and its memory is given back. */
const papersOfThread = 60

class Typesetter {
  readonly #worker = new Worker(source, { eval: true, workerData })
  readonly #waiting = new Map<number, { resolve(pdf: Uint8Array<ArrayBuffer>): void; reject(error: Error): void }>()
  #taken = 0
  #id = 0

  constructor() {
    this.#worker.unref()
    this.#worker.on('message', ({ id, pdf, error }: { id: number; pdf?: Uint8Array<ArrayBuffer>; error?: string }) => {
      const waiting = this.#waiting.get(id)
      this.#waiting.delete(id)
      if (pdf) waiting?.resolve(pdf)
      else waiting?.reject(new Error(`the typesetter refused a paper: ${error}`))
      this.#restIfDone()
    })
    this.#worker.once('error', (error) => this.#fail(error))
    this.#worker.once('exit', () => this.#fail(new Error('the typesetter ended')))
  }

  get isSpent(): boolean {
    return this.#taken >= papersOfThread
  }

  /** Takes no more; what it has taken it sets. */
  retire(): void {
    this.#taken = papersOfThread
    this.#restIfDone()
  }

  set({ template, inputs, files = [] }: Typesetting): Promise<Uint8Array<ArrayBuffer>> {
    this.#taken += 1
    this.#id += 1
    const id = this.#id
    const named = files.map(({ name, bytes }) => ({ at: join(workspace, name), bytes }))
    // While something is set, the program must not end.
    this.#worker.ref()
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject })
      this.#worker.postMessage({ id, template, inputs, files: named })
    })
  }

  #restIfDone(): void {
    if (this.#waiting.size > 0) return
    this.#worker.unref()
    if (this.isSpent) void this.#worker.terminate()
  }

  #fail(error: Error): void {
    this.#taken = papersOfThread
    for (const { reject } of this.#waiting.values()) reject(error)
    this.#waiting.clear()
  }
}

let typesetter: Typesetter | null = null

/**
 * Sets a template as PDF beside the program's own thread, which goes on answering meanwhile. What one thread refuses another
 * tries once more: the fault may be the thread's own.
 */
export async function setAsPdf(typesetting: Typesetting): Promise<Uint8Array<ArrayBuffer>> {
  const first = readyTypesetter()
  try {
    return await first.set(typesetting)
  } catch (refused) {
    first.retire()
    const pdf = await readyTypesetter().set(typesetting)
    // Set at last, so the fault was no paper's: it must leave a trace.
    process.emitWarning(`only a fresh thread could set a paper: ${String(refused)}`)
    return pdf
  }
}

function readyTypesetter(): Typesetter {
  if (typesetter === null || typesetter.isSpent) typesetter = new Typesetter()
  return typesetter
}
