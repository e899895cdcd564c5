import type { PagesOfPart } from '../page.ts'

export const formPages = {
  'forms-exist': {
    id: {
      title: 'Formulir yang dipakai ada dan berisi',
      asks: 'Setiap langkah yang menyebut formulir punya formulir itu, formulirnya menanyakan sesuatu, dan tidak ada formulir yang tidak dipakai.',
      why: 'Formulir yang hilang atau kosong membuat petugas tidak dapat mencatat apa pun, padahal kolom Kelengkapan dan Output pada SOP menjanjikannya. Formulir yang tidak dipakai membingungkan penyusun berikutnya.',
      mend: [
        'Pilih langkahnya dan buka {form}; tekan {createForm}, atau pilih pada {reuseForm}.',
        'Formulir kosong: tambahkan isian dengan {addField}, atau lepaskan dengan {removeForm}.',
      ],
    },
    en: {
      title: 'Forms that are used exist and ask something',
      asks: 'Each step that names a form has it, the form asks something, and no form is left unused.',
      why: 'A form that is gone or empty lets officials record nothing, although the columns Kelengkapan and Output of the SOP promise it. One that is not used confuses the next author.',
      mend: [
        'Select the step and open {form}; press {createForm}, or choose one under {reuseForm}.',
        'An empty form: add fields with {addField}, or let go of it with {removeForm}.',
      ],
    },
    related: ['fields-consistent', 'fields-fillable'],
  },
  'fields-consistent': {
    id: {
      title: 'Satu nama data berarti satu hal',
      asks: 'Isian dengan nama data yang sama berjenis sama di semua formulir.',
      why: 'Isian dengan nama data yang sama adalah data yang sama di semua langkah. Bila di satu formulir ia nama dan di formulir lain jumlah, isian yang satu menimpa yang lain dan syarat yang melihatnya tidak dapat dijawab.',
      mend: [
        'Pilih langkah kedua yang memakai nama itu dan buka {form}.',
        'Bila memang data yang sama, samakan {fieldKind}.',
        'Bila hal yang berbeda, ganti {dataName} salah satunya.',
      ],
    },
    en: {
      title: 'One data name means one thing',
      asks: 'Fields with the same data name are of the same kind in every form.',
      why: 'Fields with one data name are the same data in all steps. Where it is a name in one form and an amount in another, one answer overwrites the other and conditions over it cannot be answered.',
      mend: [
        'Select the second step that uses the name and open {form}.',
        'If the data are the same, give both the same {fieldKind}.',
        'If they are different things, change the {dataName} of one.',
      ],
    },
    related: ['duplicate-ids', 'conditions-valid'],
  },
  'field-limits': {
    id: {
      title: 'Batas isian tidak bertentangan',
      asks: 'Batas paling sedikit tidak melebihi batas paling banyak, dan tidak diminta memilih lebih banyak daripada pilihan yang ada.',
      why: 'Formulir dengan batas terbalik tidak dapat dikirim siapa pun. Pemohon melihat pesan salah pada isian yang sudah benar dan menyerah, dan unit itu mengira tidak ada yang memohon.',
      mend: [
        'Pilih langkahnya, buka {form}, dan buka isian yang ditandai.',
        'Periksa {min} dan {max}; tukar bila terbalik.',
        'Bila pilihannya kurang, tambahkan dengan {addOption}, atau kecilkan batasnya.',
      ],
    },
    en: {
      title: 'Limits of a field do not contradict',
      asks: 'The least is no more than the most, and nobody is asked to choose more options than there are.',
      why: 'A form with reversed limits can be sent by nobody. Applicants see an error at a field that is right and give up, and the office believes that nobody applies.',
      mend: [
        'Select the step, open {form} and the marked field.',
        'Look at {min} and {max}; exchange them where they are reversed.',
        'Where there are too few options, add some with {addOption}, or lower the limit.',
      ],
    },
    related: ['fields-fillable', 'forms-exist'],
  },
  'fields-fillable': {
    id: {
      title: 'Setiap isian dapat dijawab',
      asks: 'Isian yang tampil bersyarat memang dapat tampil untuk suatu jawaban yang sudah diketahui di atasnya, dan isian jabatan punya jabatan untuk dipilih.',
      why: 'Isian yang tidak pernah tampil adalah pertanyaan yang tidak pernah diajukan, padahal penyusunnya mengira datanya ada. Pilihan jabatan dari pelaksana tanpa jabatan adalah daftar kosong yang wajib dipilih.',
      mend: [
        'Buka {form} pada langkahnya dan lihat {visibleWhen} isian itu.',
        'Bila syaratnya melihat isian di bawahnya, naikkan isian yang dilihat.',
        'Bila syaratnya tidak mungkin, longgarkan, atau hapus isiannya.',
      ],
    },
    en: {
      title: 'Each field can be answered',
      asks: 'A field with a condition can be shown for some answer known above it, and a field for positions has some to choose from.',
      why: 'A field that is never shown is a question never asked, while its author believes that the data are there. A choice among the positions of a lane without any is an empty list that must be chosen from.',
      mend: [
        'Open {form} of the step and look at {visibleWhen} of the field.',
        'Where it looks at a field below, move that one up.',
        'Where it can never hold, loosen it, or remove the field.',
      ],
    },
    related: ['conditions-valid', 'field-limits', 'data-in-time'],
  },
} as const satisfies PagesOfPart
