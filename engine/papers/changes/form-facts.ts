import type { Field, Form } from '../../definition/form.ts'
import { type Fact, factsOf, type Place, type SaidOf } from './fact.ts'
import { inWords, quoted, type World, when, words } from './world.ts'

const kinds: Readonly<Record<Field['kind'], string>> = {
  text: 'teks',
  longText: 'teks panjang',
  number: 'angka',
  rupiah: 'rupiah',
  date: 'tanggal',
  time: 'jam',
  dateTime: 'tanggal dan jam',
  choice: 'pilihan',
  choices: 'beberapa pilihan',
  yesNo: 'ya atau tidak',
  file: 'berkas',
  letterNumber: 'nomor surat',
  nik: 'NIK',
  nip: 'NIP',
  phone: 'telepon',
  email: 'surel',
  link: 'tautan',
  position: 'jabatan',
  regulation: 'peraturan',
  note: 'catatan',
  group: 'kelompok isian',
}

const amount = (value: number) => [String(value)]

/** A word for every property that any kind of field has. */
const fields: SaidOf<Field, World> = {
  id: null,
  kind: { name: 'jenis', lines: (kind) => [kinds[kind]] },
  label: { name: 'nama', lines: words },
  help: { name: 'penjelasan', lines: words },
  required: { name: 'keharusan', lines: (value) => [value ? 'wajib diisi' : 'boleh kosong'] },
  visibleWhen: { name: 'ditampilkan bila', lines: inWords },
  internal: { name: 'sifat', lines: () => ['hanya untuk kantor'] },
  title: { name: 'judul permohonan', lines: (value) => when(value, 'dibaca dari isian ini') },
  maxLength: { name: 'paling banyak huruf', lines: amount },
  min: { name: 'paling sedikit', lines: amount },
  max: { name: 'paling banyak', lines: amount },
  options: { name: 'pilihan', lines: (options) => options.map(({ label }) => label) },
  mustBeYes: { name: 'jawaban', lines: (value) => when(value, 'harus ya') },
  lane: { name: 'jabatan dari pelaksana', lines: (id, { lane }) => [lane(id)] },
  fields: { name: 'isian di dalamnya', lines: (inner) => inner.map(({ label }) => label) },
}

/** What the forms of a standard ask: their titles, their fields in order, and all about each field. */
export function formFacts(world: World): Fact[] {
  return world.definition.forms.flatMap((form, index) => factsOfForm(form, index, world))
}

function factsOfForm(form: Form, index: number, world: World): Fact[] {
  const place = { key: `form/${form.id}`, name: `Formulir ${world.form(form.id)}`, order: 3000 + index * 10 }
  const title = form.title || form.id
  const order = form.fields.map(({ id, label }) => ({ id, name: quoted(label) }))
  return [
    { key: `${place.key}/title`, place, name: 'nama', lines: [title], same: form.title ?? '' },
    { key: `${place.key}/order`, place, name: 'isian', lines: [], same: '', order },
    ...form.fields.flatMap((field) => fieldFacts(field, place, world)),
  ]
}

function fieldFacts(field: Field, form: Place, world: World): Fact[] {
  const place = { key: `${form.key}/${field.id}`, name: `${form.name}, isian ${quoted(field.label)}`, order: form.order + 1 }
  const inner = field.kind === 'group' ? field.fields.flatMap((own) => fieldFacts(own, { ...place }, world)) : []
  return [...factsOf(field, fields, place.key, place, world), ...inner]
}
