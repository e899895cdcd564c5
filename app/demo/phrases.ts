type Subject = { title: string; place: string; summary: string }

const subjects: readonly Subject[] = [
  {
    title: 'Peringatan Hari Kemerdekaan tingkat kecamatan',
    place: 'Alun-alun kecamatan',
    summary: 'Upacara dan kirab budaya diikuti pelajar, perangkat desa, dan kelompok seni dari semua desa.',
  },
  {
    title: 'Sosialisasi layanan kependudukan keliling',
    place: 'Pendopo kecamatan',
    summary: 'Warga dapat merekam KTP elektronik dan mencetak kartu keluarga tanpa datang ke kabupaten.',
  },
  {
    title: 'Gerakan menanam seribu pohon',
    place: 'Bantaran sungai desa',
    summary: 'Relawan, pramuka, dan warga menanam bibit buah dan bambu di sepanjang bantaran.',
  },
  {
    title: 'Pelatihan pemasaran daring bagi UMKM',
    place: 'Aula balai latihan kerja',
    summary: 'Empat puluh pelaku usaha berlatih memotret produk dan melayani pesanan lewat media sosial.',
  },
  {
    title: 'Pembukaan pekan olahraga pelajar',
    place: 'Stadion mini kecamatan',
    summary: 'Delapan cabang olahraga dipertandingkan selama lima hari dan terbuka untuk umum.',
  },
  {
    title: 'Lomba cerdas cermat perpustakaan desa',
    place: 'Gedung perpustakaan daerah',
    summary: 'Dua belas regu sekolah dasar beradu pengetahuan tentang cerita rakyat dan sejarah daerah.',
  },
  {
    title: 'Kampanye cegah stunting di posyandu',
    place: 'Posyandu Melati',
    summary: 'Kader menimbang balita, membagikan menu bergizi, dan memberi contoh mengolah bahan setempat.',
  },
]
const offices = ['Dinas Kesehatan', 'Dinas Pendidikan', 'Kecamatan Kutasari', 'UPT Puskesmas Bojong', 'Dinas Lingkungan Hidup']
const people = ['Wahyuni', 'Hartono', 'Sulastri', 'Bagus Priyadi', 'Endang Rahayu', 'Taufik Hidayat']
const complaints = [
  'Pengumuman jadwal layanan di media sosial berbeda dengan yang tertempel di kantor. Mohon diseragamkan.',
  'Pertanyaan saya di kolom komentar belum dijawab setelah satu minggu.',
  'Tautan pendaftaran pada unggahan terakhir tidak dapat dibuka.',
]

type Words = (about: Subject, nth: <T>(list: readonly T[]) => T) => string

/** What a label asks for, by its words; the first that fits answers. */
const answers: readonly (readonly [RegExp, Words])[] = [
  [/sp4n|lapor\b/i, (_, nth) => `LAPOR-${nth(['8123407', '8124551', '8127790'])}`],
  [/narahubung|kontak/i, (_, nth) => `${nth(people)}, 0812 3000 ${nth(['1177', '2045', '3391', '4820'])}`],
  [/narasumber|penanda tangan|^nama$|pelapor/i, (_, nth) => nth(people)],
  [/opd|upt|pemohon|instansi/i, (_, nth) => nth(offices)],
  [/lokasi|tempat/i, ({ place }) => place],
  [/periode/i, (_, nth) => nth(['November 2026', 'Pekan kedua bulan ini', 'Triwulan keempat'])],
  [/versi/i, (_, nth) => nth(['Versi 1', 'Versi 2'])],
  [/aduan/i, (_, nth) => nth(complaints)],
  [/klasifikasi/i, () => 'Sesuai uraian, tidak ada dugaan penyimpangan; cukup dijelaskan dan diperbaiki.'],
  [/caption/i, ({ title, summary }) => `${title}. ${summary}`],
  [/rilis yang diperbaiki/i, ({ title, summary }) => `${title} berlangsung meriah. ${summary} Nama narasumber sudah dibetulkan.`],
  [
    /isi rilis|narasi/i,
    ({ title, summary }) => `${title} berlangsung meriah. ${summary} Kegiatan ditutup dengan dialog bersama warga.`,
  ],
  [/tanggapan|koreksi/i, () => 'Ejaan nama dan keterangan foto sudah dibetulkan; selebihnya dapat dilanjutkan.'],
  [/perpanjangan/i, () => 'Bahan video masih dilengkapi pemohon, sehingga penyuntingan perlu tambahan waktu.'],
  [/kajian/i, () => 'Permohonan lengkap dan sesuai tugas bidang. Kerjakan menurut tingkat kerumitannya.'],
  [/telaah|pemeriksaan/i, () => 'Keterangan pelapor sesuai catatan layanan. Penyebabnya keterlambatan memperbarui unggahan.'],
  [/tindak/i, () => 'Unggahan diperbarui, petugas diingatkan, dan jadwal pemeriksaan mingguan ditetapkan.'],
  [/jawaban/i, () => 'Terima kasih atas aduan Anda. Informasi sudah diperbaiki dan dapat dilihat di media sosial kami.'],
  [/pertimbangan/i, () => 'Isi layak ditayangkan: foto jelas, keterangan lengkap, dan tidak memuat data pribadi.'],
  [/instruksi/i, () => 'Siapkan konten untuk semua kanal dan jaga keseragaman pesan.'],
  [/pembagian|tugas/i, () => 'Naskah dan foto oleh petugas pertama; penyuntingan dan unggah oleh petugas kedua.'],
  [/jadwal/i, () => 'Tayang Senin dan Kamis pukul 09.00; tanggapan komentar dipantau setiap sore.'],
  [/ringkasan|monitoring/i, () => 'Tanggapan warga baik. Pertanyaan terbanyak tentang jadwal dan syarat sudah dijawab semua.'],
  [
    /catatan/i,
    (_, nth) => nth(['Bahan diterima lengkap.', 'Mohon dipantau sampai selesai.', 'Sudah dikoordinasikan lewat telepon.']),
  ],
]

/** A fitting line for a field, by what its label asks; the same seed always writes the same. */
export function phraseFor(label: string, seed: number, long: boolean): string {
  const nth = <T>(list: readonly T[]): T => list[seed % list.length] as T
  const about = nth(subjects)
  const answer = answers.find(([asked]) => asked.test(label))?.[1]
  return answer ? answer(about, nth) : long ? about.summary : about.title
}
