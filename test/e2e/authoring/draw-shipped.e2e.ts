import coverage from '#definitions/agencies/dinkominfo-purbalingga/standards/liputan-kegiatan.json' with { type: 'json' }
import content from '#definitions/agencies/dinkominfo-purbalingga/standards/pembuatan-konten-media-sosial.json' with {
  type: 'json',
}
import complaints from '#definitions/agencies/dinkominfo-purbalingga/standards/penanganan-pengaduan.json' with { type: 'json' }
import serdangBedagai from '#definitions/agencies/diskominfo-serdang-bedagai/standards/informasi-di-media-sosial.json' with {
  type: 'json',
}
import { parseDefinition } from '#engine'
import { agency, authors, expect, test } from './authors.ts'
import {
  addEvents,
  beginEmpty,
  designForms,
  paste,
  putIn,
  setExits,
  setLaneKinds,
  setStart,
  sheetOf,
  tasksOf,
} from './draw-shipped.ts'
import { Pointer } from './pointer.ts'
import { savedDraft } from './saved-draft.ts'
import { shapeOf } from './shape-of.ts'

test.use({ viewport: { width: 1440, height: 1000 }, permissions: ['clipboard-read', 'clipboard-write'] })

/** Drawn at each `npm test`; the others by `npm run drill:browser`. */
const always = 'Informasi dari Kanvas Kosong'

/** Each of the other procedures that are shipped, drawn from an empty canvas as an officer would. */
for (const [title, { definition }] of Object.entries({
  'Liputan dari Kanvas Kosong': coverage,
  'Konten dari Kanvas Kosong': content,
  'Pengaduan dari Kanvas Kosong': complaints,
  'Informasi dari Kanvas Kosong': serdangBedagai,
})) {
  const name = `${definition.identity.title}: the table pasted, events put in, exits set and forms designed give the shipped drawing`
  test(name, { tag: title === always ? [] : '@long' }, async ({ page, desk, office }) => {
    test.setTimeout(180_000)
    const parsed = parseDefinition(definition)
    if (!parsed.ok) throw new Error('the shipped definition does not parse')
    const shipped = parsed.definition
    const hand = new Pointer(page)
    await desk.seat(authors.author)
    await beginEmpty(hand, title)
    await paste(page, sheetOf(shipped))
    await putIn(hand, tasksOf(shipped).length)
    await setStart(hand, shipped)
    await addEvents(hand, shipped)
    await setLaneKinds(hand, shipped)
    await setExits(hand, shipped)
    await designForms(hand, shipped)
    const drawn = await savedDraft(hand, office, agency, title.toLowerCase().replaceAll(' ', '-'))
    expect(shapeOf(drawn)).toEqual(shapeOf(shipped))
  })
}
