import type { Hire, Office } from './office.ts'

const purbalingga = 'dinkominfo-purbalingga'
const ponjong = 'kapanewon-ponjong'
const serdang = 'diskominfo-serdang-bedagai'

/** One person in each position that the shipped procedures call, two where colleagues meet. */
export const staff = {
  kepala: 'Hadi Kepala Dinas',
  kabid: 'Rina Kabid IKP',
  fungsional: 'Joko Pranata Humas',
  staf: 'Budi Staf IKP',
  staf2: 'Wati Staf IKP',
  pengaduan: 'Sari Pejabat Pengaduan',
  tim: 'Agus Tim Pengaduan',
  pelaksana: 'Dwi Tim Pelaksana',
  pertimbangan: 'Tini Tim Pertimbangan',
  sekretarisPpid: 'Yono Sekretaris PPID',
  atasanPpid: 'Ratna Atasan PPID',
  adminMedsos: 'Fajar Admin Medsos',
  kabidPikp: 'Lestari Kabid PIKP',
  pranata: 'Bayu Pranata Muda',
  petugas: 'Citra Petugas Medsos',
} as const

const held = (name: string, agency: string, ...positions: string[]): Hire => ({
  name,
  positions: positions.map((position) => ({ agency, position })),
})

const people: readonly Hire[] = [
  { ...held(staff.kepala, purbalingga, 'kepala-dinas'), rights: [{ agency: purbalingga, right: 'signatory' }] },
  held(staff.kabid, purbalingga, 'kabid-ikp'),
  held(staff.fungsional, purbalingga, 'jf-ikp'),
  held(staff.staf, purbalingga, 'staf-ikp'),
  held(staff.staf2, purbalingga, 'staf-ikp'),
  held(staff.pengaduan, purbalingga, 'pejabat-pengaduan'),
  held(staff.tim, purbalingga, 'tim-pengaduan'),
  held(staff.pelaksana, ponjong, 'tim-pelaksana'),
  held(staff.pertimbangan, ponjong, 'tim-pertimbangan'),
  held(staff.sekretarisPpid, ponjong, 'sekretaris-ppid-pembantu'),
  held(staff.atasanPpid, ponjong, 'atasan-ppid-pembantu'),
  held(staff.adminMedsos, ponjong, 'admin-medsos'),
  held(staff.kabidPikp, serdang, 'kabid-pikp'),
  held(staff.pranata, serdang, 'pranata-humas-muda'),
  held(staff.petugas, serdang, 'petugas-medsos'),
]

export const agencies = { purbalingga, ponjong, serdang }

export async function hireStaff(office: Office): Promise<void> {
  for (const person of people) await office.hire(person)
}
