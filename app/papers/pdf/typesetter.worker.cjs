// Runs in a thread of its own: the typesetter keeps something of every paper, and only the end of its thread frees it.
const { parentPort, workerData } = require('node:worker_threads')
const { NodeCompiler } = require(workerData.compiler)

const { workspace, fontPaths } = workerData
const made = NodeCompiler.create({ workspace, fontArgs: [{ fontPaths }] })

parentPort.on('message', ({ id, template, inputs, files }) => {
  for (const { at, bytes } of files) made.mapShadow(at, Buffer.from(bytes))
  try {
    const pdf = new Uint8Array(set({ mainFileContent: template, inputs }))
    parentPort.postMessage({ id, pdf }, [pdf.buffer])
  } catch (error) {
    parentPort.postMessage({ id, error: String(error) })
  } finally {
    for (const { at } of files) made.unmapShadow(at)
    made.evictCache(10)
  }
})

// PDF/UA-1 wants every letter in the typeface. A text that was set with another is printed with a box in its place, tagged
// all the same.
function set(paper) {
  try {
    return made.pdf(paper, { pdfStandard: 'ua-1' })
  } catch {
    return made.pdf(paper)
  }
}
