const spelt: readonly (readonly [RegExp, string])[] = [
  [/^.*(?:pendayagunaan aparatur negara|panrb|pan-rb|m\.pan).*$/, 'peraturan menteri panrb'],
  [/^uud\b/, 'undang-undang dasar'],
  [/^uu\b/, 'undang-undang'],
  [/^pp\b/, 'peraturan pemerintah'],
  [/^perpres\b/, 'peraturan presiden'],
  [/^permendagri\b/, 'peraturan menteri dalam negeri'],
  [/^perki\b/, 'peraturan komisi informasi'],
  [/^perda\b/, 'peraturan daerah'],
  [/^perbup\b/, 'peraturan bupati'],
  [/^perwal\b/, 'peraturan wali kota'],
  [/^pergub\b/, 'peraturan gubernur'],
]

/** Who issued the regulation that a line cites, as one would write it out: what stands before its number, in small letters. */
export function issuerOf(text: string): string {
  const small = text.toLocaleLowerCase('id').replace(/^\s*(?:\d+[.)]|[a-z][.)])\s+/, '')
  const [before = ''] = small.split(/(?:\bnomor\b|\bno\.|\bno\b|\d)/)
  const plain = before
    .replaceAll(/republik indonesia|\br\.?i\b/g, '')
    .replaceAll(/[^\p{L}.-]+/gu, ' ')
    .trim()
  return spelt.reduce((words, [short, whole]) => words.replace(short, whole), plain)
}
