import type { ComponentKey, Definition } from '../definition/index.ts'
import type { PaperLayout } from './paper-layout.ts'

/** Headings of the 14 components as the national guideline (PermenPANRB 15/2014) writes them. */
export const officialHeadings: Readonly<Record<ComponentKey, string>> = {
  requirements: 'Persyaratan',
  procedure: 'Sistem, Mekanisme, dan Prosedur',
  serviceTime: 'Jangka Waktu Pelayanan',
  fee: 'Biaya/Tarif',
  products: 'Produk Pelayanan',
  complaints: 'Penanganan Pengaduan, Saran, dan Masukan',
  legalBasis: 'Dasar Hukum',
  facilities: 'Sarana, Prasarana, dan/atau Fasilitas',
  competence: 'Kompetensi Pelaksana',
  supervision: 'Pengawasan Internal',
  staffing: 'Jumlah Pelaksana',
  serviceGuarantee: 'Jaminan Pelayanan',
  safetyGuarantee: 'Jaminan Keamanan dan Keselamatan Pelayanan',
  evaluation: 'Evaluasi Kinerja Pelaksana',
}

/** A component's heading as this standard prints it: its own, else its agency's, else the guideline's. */
export function headingOf(definition: Definition, key: ComponentKey, layout?: Pick<PaperLayout, 'components'>): string {
  return definition.labels[key] ?? layout?.components[key] ?? officialHeadings[key]
}
