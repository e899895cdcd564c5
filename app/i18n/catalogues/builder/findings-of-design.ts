import type { Catalogue } from '../../catalogue.ts'

/** What the rules find in how a procedure is made: its data, people, forms and components. */
export const builderFindingsOfDesign = {
  id: {
    'builder.finding.decision-field-asked-later':
      'Keputusan ini melihat "{{field}}", yang baru ditanyakan sesudahnya; alur akan berhenti di sini. Tanyakan lebih dahulu.',
    'builder.finding.decision-field-not-on-every-way':
      'Keputusan ini melihat "{{field}}", yang tidak ditanyakan di semua jalan ke sini; bila belum terisi, alur berhenti. Tanyakan di setiap jalan, atau sebelum jalannya berpisah.',
    'builder.finding.anchor-field-asked-later': 'Waktunya dihitung dari "{{field}}", yang baru ditanyakan sesudah langkah ini.',
    'builder.finding.example-exit-gone':
      'Baris uji ke-{{n}} mengharapkan jalur yang tidak ada lagi. Pilih jalurnya, atau hapus barisnya.',
    'builder.finding.example-other-exit':
      'Baris uji ke-{{n}} mengharapkan "{{words}}", tetapi yang diambil "{{other}}". Perbaiki syaratnya, atau harapan barisnya.',
    'builder.finding.example-stops':
      'Baris uji ke-{{n}} mengharapkan "{{words}}", tetapi dengan nilai itu alur berhenti. Lengkapi nilainya, atau perbaiki syaratnya.',
    'builder.finding.field-limits-reversed':
      'Batas isian "{{field}}" terbalik: paling sedikit {{n}}, paling banyak {{max}}. Tidak ada yang dapat mengisinya.',
    'builder.finding.field-min-above-options': 'Isian "{{field}}" meminta sedikitnya {{n}} pilihan, padahal hanya ada {{max}}.',
    'builder.finding.field-never-shown': 'Isian "{{field}}" tidak akan pernah ditampilkan: syaratnya tidak mungkin terpenuhi.',
    'builder.finding.field-shown-too-late':
      'Isian "{{field}}" tidak akan pernah ditampilkan: syaratnya melihat "{{other}}", yang baru ditanyakan kemudian. Pindahkan isian itu ke atasnya.',
    'builder.finding.field-nothing-to-choose': 'Isian "{{field}}" memilih jabatan dari "{{lane}}", yang tidak punya jabatan.',
    'builder.finding.maker-is-checker':
      'Langkah ini memeriksa hasil "{{step}}", tetapi orangnya dapat sama. Pilih pelaksana lain, atau larang pelaksana langkah itu.',
    'builder.finding.component-management-empty':
      'Komponen "{{component}}" masih kosong. Standar dapat ditetapkan, tetapi belum lengkap 14 komponen.',
    'builder.finding.complaints-without-flow': 'Belum ditulis apa yang terjadi setelah aduan diterima.',
    'builder.finding.complaints-without-limits': 'Belum dijanjikan kapan aduan dijawab. Beri batas waktu tiap golongan aduan.',
    'builder.finding.regulation-twice': 'Dasar hukum ke-{{n}} sudah disebut di atasnya. Hapus salah satunya.',
    'builder.finding.regulation-words-differ': 'Dasar hukum ke-{{n}}: nomor atau tahunnya berbeda dengan kata-katanya. Samakan.',
    'builder.finding.tariff-without-basis': 'Ada tarif, tetapi peraturan yang menetapkannya belum disebut.',
    'builder.finding.sop-revised-before-made': 'Tanggal revisi SOP lebih awal daripada tanggal pembuatannya.',
    'builder.finding.sop-effective-before-made': 'Tanggal efektif SOP lebih awal daripada tanggal pembuatannya.',
    'builder.finding.decision-one-exit':
      'Keputusan ini hanya punya satu jalur, jadi tidak memutuskan apa pun. Tambahkan jalur kedua, atau hapus.',
    'builder.finding.decision-same-way':
      'Semua jalur keputusan ini menuju langkah yang sama. Arahkan salah satunya ke tempat lain, atau hapus keputusannya.',
    'builder.finding.rejection-without-reason':
      'Putusan "{{outcome}}" menolak permohonan tanpa meminta alasan. Wajibkan alasannya.',
    'builder.finding.revise-not-back':
      'Setelah "{{outcome}}", pekerjaan tidak pernah kembali diperiksa di sini. Arahkan jalurnya kembali.',
    'builder.finding.activity-twice': 'Kegiatan "{{words}}" ada dua kali. Bedakan kata-katanya.',
    'builder.finding.outcome-label-twice': 'Dua putusan bernama "{{outcome}}". Bedakan namanya.',
    'builder.finding.field-label-twice': 'Dua isian di formulir ini bernama "{{field}}". Bedakan namanya.',
    'builder.finding.option-label-twice': 'Isian "{{field}}" punya dua pilihan "{{words}}". Bedakan, atau hapus salah satunya.',
    'builder.finding.wait-without-end': '"{{words}}" ditunggu tanpa batas. Beri waktu terlama, dan jalur bila waktu itu habis.',
  },
  en: {
    'builder.finding.decision-field-asked-later':
      'This decision looks at "{{field}}", which is asked for only afterwards; the flow will stop here. Ask for it earlier.',
    'builder.finding.decision-field-not-on-every-way':
      'This decision looks at "{{field}}", which is not asked for on every way here; where it is missing the flow stops. Ask for it on each way, or before they part.',
    'builder.finding.anchor-field-asked-later': 'Its time counts from "{{field}}", which is asked for only after this step.',
    'builder.finding.example-exit-gone': 'Test row {{n}} expects an exit that is gone. Choose an exit, or remove the row.',
    'builder.finding.example-other-exit':
      'Test row {{n}} expects "{{words}}", but "{{other}}" is taken. Mend the condition, or what the row expects.',
    'builder.finding.example-stops':
      'Test row {{n}} expects "{{words}}", but with its values the flow stops. Complete the values, or mend the condition.',
    'builder.finding.field-limits-reversed':
      'The limits of "{{field}}" are reversed: at least {{n}}, at most {{max}}. Nobody can fill it in.',
    'builder.finding.field-min-above-options': '"{{field}}" asks for at least {{n}} options, but there are {{max}} only.',
    'builder.finding.field-never-shown': '"{{field}}" is never shown: its condition cannot hold.',
    'builder.finding.field-shown-too-late':
      '"{{field}}" is never shown: its condition looks at "{{other}}", which is asked for only later. Move that field above it.',
    'builder.finding.field-nothing-to-choose': '"{{field}}" chooses a position of "{{lane}}", which has none.',
    'builder.finding.maker-is-checker':
      'This step examines the work of "{{step}}", but the same person may do both. Choose another performer, or exclude who did that step.',
    'builder.finding.component-management-empty':
      'The component "{{component}}" is empty. The standard can be set, but lacks one of its 14 components.',
    'builder.finding.complaints-without-flow': 'It is not written yet what happens after a complaint is received.',
    'builder.finding.complaints-without-limits':
      'It is not promised yet when complaints are answered. Give each class of complaints a time limit.',
    'builder.finding.regulation-twice': 'Legal basis {{n}} is named above already. Delete one of them.',
    'builder.finding.regulation-words-differ':
      'Legal basis {{n}}: its number or year differs from its words. Make them the same.',
    'builder.finding.tariff-without-basis': 'There is a tariff, but the regulation that sets it is not named yet.',
    'builder.finding.sop-revised-before-made': 'The SOP was revised on an earlier day than it was made.',
    'builder.finding.sop-effective-before-made': 'The SOP takes effect on an earlier day than it was made.',
    'builder.finding.decision-one-exit':
      'This decision has one exit only, so it decides nothing. Add a second one, or delete it.',
    'builder.finding.decision-same-way':
      'All exits of this decision lead to the same step. Lead one elsewhere, or delete the decision.',
    'builder.finding.rejection-without-reason':
      'The outcome "{{outcome}}" rejects the request without asking for a reason. Require one.',
    'builder.finding.revise-not-back': 'After "{{outcome}}" the work never comes back to be examined here. Lead it back.',
    'builder.finding.activity-twice': 'The activity "{{words}}" is there twice. Word them differently.',
    'builder.finding.outcome-label-twice': 'Two outcomes are named "{{outcome}}". Name them differently.',
    'builder.finding.field-label-twice': 'Two fields of this form are named "{{field}}". Name them differently.',
    'builder.finding.option-label-twice': '"{{field}}" has two options "{{words}}". Name them differently, or delete one.',
    'builder.finding.wait-without-end':
      '"{{words}}" is waited for without end. Give it a longest time, and an exit for when that is over.',
  },
} as const satisfies Catalogue
