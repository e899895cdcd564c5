import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import pixelmatch from 'pixelmatch'
import { getDocumentProxy, renderPageAsImage } from 'unpdf'

// The reader of pages calls what Node has from version 21 on; a copy does the same.
if (!('transferToFixedLength' in ArrayBuffer.prototype)) {
  Object.defineProperty(ArrayBuffer.prototype, 'transferToFixedLength', {
    configurable: true,
    writable: true,
    value(this: ArrayBuffer, length: number = this.byteLength) {
      const copy = new ArrayBuffer(length)
      new Uint8Array(copy).set(new Uint8Array(this).subarray(0, length))
      return copy
    },
  })
}

/** Share of a page's points that may differ: edges of letters, which processors smooth a little differently. */
const tolerance = 0.0004
/** Of 72 dpi: words can just be read, and a page is some tens of kilobytes. */
const scale = 0.7

/** Every page of a PDF as PNG. */
export async function picturesOf(pdf: Uint8Array): Promise<Uint8Array[]> {
  const { numPages } = await getDocumentProxy(new Uint8Array(pdf))
  const pages: Uint8Array[] = []
  for (let page = 1; page <= numPages; page++) {
    const png = await renderPageAsImage(new Uint8Array(pdf), page, { canvasImport: () => import('@napi-rs/canvas'), scale })
    pages.push(new Uint8Array(png))
  }
  return pages
}

/**
 * What differs between the pages of a PDF and the pictures kept of them; none where they are alike. With `UPDATE_PICTURES=1`
 * they are written anew, to be looked at before they are kept.
 */
export async function differencesFrom(
  folder: string,
  name: string,
  pdf: Uint8Array,
  update = Boolean(process.env.UPDATE_PICTURES),
): Promise<string[]> {
  const pages = await picturesOf(pdf)
  const at = (page: number) => `${folder}/${name}-${page}.png`
  const differences: string[] = []
  for (const [index, page] of pages.entries()) {
    if (update) write(at(index + 1), page)
    else differences.push(...(await differenceOf(at(index + 1), page)))
  }
  if (existsSync(at(pages.length + 1))) differences.push(`${at(pages.length + 1)} has no page any more`)
  return differences
}

async function differenceOf(path: string, page: Uint8Array): Promise<string[]> {
  if (!existsSync(path)) return [`${path} is not there`]
  const [kept, drawn] = [await pointsOf(readFileSync(path)), await pointsOf(page)]
  if (kept.width !== drawn.width || kept.height !== drawn.height)
    return [`${path} is ${kept.width} × ${kept.height}, the page ${drawn.width} × ${drawn.height}`]
  const count = pixelmatch(kept.data, drawn.data, undefined, kept.width, kept.height, { threshold: 0.2 })
  const share = count / (kept.width * kept.height)
  return share > tolerance ? [`${path} differs in ${(share * 100).toFixed(2)} % of its points`] : []
}

async function pointsOf(png: Uint8Array) {
  const image = await loadImage(Buffer.from(png))
  const context = createCanvas(image.width, image.height).getContext('2d')
  context.drawImage(image, 0, 0)
  return context.getImageData(0, 0, image.width, image.height)
}

function write(path: string, png: Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, png)
}
