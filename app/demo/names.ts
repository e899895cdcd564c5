const first = [
  'Siti',
  'Budi',
  'Dewi',
  'Agus',
  'Rina',
  'Eko',
  'Wahyu',
  'Sri',
  'Bambang',
  'Ratna',
  'Hendra',
  'Yuni',
  'Joko',
  'Fitri',
  'Dedi',
  'Lestari',
  'Rudi',
  'Indah',
  'Slamet',
  'Nurul',
  'Arif',
  'Maya',
  'Teguh',
]
const last = [
  'Wulandari',
  'Santoso',
  'Anggraini',
  'Prasetyo',
  'Kurniawati',
  'Nugroho',
  'Hidayat',
  'Rahmawati',
  'Setiawan',
  'Puspitasari',
  'Wijaya',
  'Handayani',
  'Saputra',
  'Maharani',
  'Firmansyah',
  'Utami',
  'Susilo',
  'Astuti',
  'Purnomo',
]
const ranks = ['Penata Muda', 'Penata Muda Tingkat I', 'Penata', 'Penata Tingkat I', 'Pembina', 'Pembina Tingkat I']

const pad = (value: number, digits: number) => String(value).padStart(digits, '0')
const pick = (list: readonly string[], n: number) => list[n % list.length] ?? ''

/** The n-th invented official; the same n is always the same person. The lists are coprime, so names come back late. */
export function invented(n: number): { name: string; nip: string; rank: string; email: string } {
  const name = `${pick(first, n * 7)} ${pick(last, n * 5 + 3)}`
  const born = 1970 + (n % 25)
  const nip = `${born}${pad((n % 12) + 1, 2)}${pad((n % 28) + 1, 2)}${born + 26}${pad(((n * 5) % 12) + 1, 2)}${(n % 2) + 1}${pad((n % 998) + 1, 3)}`
  const email = `${name.toLowerCase().replace(' ', '.')}.${n + 1}@contoh.id`
  return { name, nip, rank: pick(ranks, n), email }
}
