import type { PagesOfPart } from '../page.ts'

export const branchPages = {
  'branches-meet': {
    id: {
      title: 'Cabang serentak ada dan bertemu',
      asks: 'Sebuah serentak punya sedikitnya dua cabang, dan gabungnya tidak meminta lebih banyak cabang daripada yang ada.',
      why: 'Serentak dengan satu cabang membuat pembaca mencari cabang yang tidak ada. Gabung yang meminta tiga cabang padahal hanya dua yang datang menunggu selamanya.',
      mend: [
        'Pilih serentaknya dan tambahkan cabang kedua dengan {addBranch}; bila memang hanya satu, hapus dengan {delete}.',
        'Pilih gabungnya dan turunkan {quorum} sampai sebanyak cabang yang ada.',
      ],
    },
    en: {
      title: 'Parallel branches exist and meet',
      asks: 'What splits has at least two branches, and what joins asks for no more branches than there are.',
      why: 'A split with one branch makes readers look for a branch that is not there. A join that asks for three branches of which two arrive waits for ever.',
      mend: [
        'Select the split and add a second branch with {addBranch}; if there is only one, remove the split with {delete}.',
        'Select the join and lower {quorum} to as many branches as there are.',
      ],
    },
    related: ['sound', 'exits-complete'],
  },
  'decision-total': {
    id: {
      title: 'Keputusan selalu menemukan jalan dan tidak menolak sendiri',
      asks: 'Setiap keputusan otomatis punya tepat satu jalur “selain itu”, setiap jalur lain punya syarat, dan jalur “selain itu” tidak langsung menuju penolakan.',
      why: 'Data nyata selalu memuat hal yang tidak terpikirkan. Tanpa jalur “selain itu” alur berhenti; bila jalur itu menolak, warga ditolak oleh mesin atas hal yang tidak diperiksa siapa pun.',
      mend: [
        'Pilih keputusannya. Pilih satu jalur dan centang {isDefault}.',
        'Pada jalur lain isi {condition}.',
        'Bila jalur “selain itu” menuju penolakan, arahkan dahulu ke langkah pemeriksaan orang dengan mengganti {to}.',
      ],
    },
    en: {
      title: 'A decision always finds a way and rejects nobody by itself',
      asks: 'Each automatic decision has exactly one exit for all else, every other exit has a condition, and the one for all else does not lead straight to a rejection.',
      why: 'Real data always hold something nobody thought of. Without an exit for all else the flow stops; where that exit rejects, a machine turns a citizen away over something that nobody looked at.',
      mend: [
        'Select the decision. Select one exit and tick {isDefault}.',
        'Fill in {condition} on each of the others.',
        'Where the exit for all else leads to a rejection, lead it to a step of a person first by changing {to}.',
      ],
    },
    related: ['branches-cover', 'decision-answered', 'rejection-explained'],
  },
  'branches-cover': {
    id: {
      title: 'Untuk nilai apa pun tepat satu jalur berlaku',
      asks: 'Syarat jalur dihitung atas semua nilai yang mungkin: tidak ada nilai yang cocok dengan dua jalur sekaligus, tidak ada nilai tanpa jalur, dan tidak ada jalur yang tidak pernah terpilih.',
      why: '“Sampai lima juta” dan “mulai lima juta” sama-sama benar tepat pada Rp5.000.000. Satu nilai di antara jutaan cukup membuat satu permohonan berhenti, biasanya pada hari tersibuk. Karena itu batasnya dicari dengan hitungan, dan temuannya menyebut nilai yang dapat dicoba.',
      mend: [
        'Baca contoh nilai pada temuannya; itulah yang cocok dengan dua jalur, atau dengan tidak satu pun.',
        'Pilih jalurnya dan geser batas pada {condition}, misalnya “lebih dari” menjadi pasangan dari “paling banyak”.',
        'Bila jalur memang dicoba berurutan, centang {ordered} pada keputusannya.',
        'Tulis contoh pada baris uji keputusan itu, agar tetap diperiksa setiap kali syaratnya berubah.',
      ],
    },
    en: {
      title: 'For any value exactly one exit holds',
      asks: 'The conditions of exits are worked out over all values: no value fits two exits at once, none is left without an exit, and no exit is never taken.',
      why: '“Up to five million” and “from five million” are both true at exactly Rp5,000,000. One value among millions is enough to stop one request, mostly on the busiest day. So the limits are found by calculation, and the finding names a value to try.',
      mend: [
        'Read the example in the finding: that value fits two exits, or none.',
        'Select the exit and shift the limit in {condition}, so that “more than” stands beside “at most”.',
        'Where the exits are meant to be tried in turn, tick {ordered} on the decision.',
        'Write an example into the test rows of that decision, so that it is checked each time a condition changes.',
      ],
    },
    related: ['decision-total', 'conditions-valid', 'examples-hold'],
  },
  'decision-decides': {
    id: {
      title: 'Keputusan memang memutuskan',
      asks: 'Sebuah keputusan punya sedikitnya dua jalur, dan tidak semuanya menuju langkah yang sama.',
      why: 'Belah ketupat dengan satu jalan membuat bagan tampak bercabang padahal tidak. Pembaca dan penilai mencari cabang yang lain, dan petugas bertanya apa yang harus diputuskan.',
      mend: [
        'Pilih keputusannya dan tambahkan jalur kedua dengan {addExit}.',
        'Bila semua jalur ke tempat yang sama, pilih salah satunya dan ganti {to}.',
        'Bila tidak ada yang diputuskan, hapus keputusannya dengan {delete}.',
      ],
    },
    en: {
      title: 'A decision decides something',
      asks: 'A decision has at least two exits, and not all of them lead to the same step.',
      why: 'A diamond with one way on makes a chart look branched that is not. Readers and assessors look for the other branch, and officials ask what there is to decide.',
      mend: [
        'Select the decision and add a second exit with {addExit}.',
        'Where all exits lead to one place, select one and change {to}.',
        'Where nothing is decided, remove it with {delete}.',
      ],
    },
    related: ['decision-total', 'branches-cover'],
  },
  'conditions-valid': {
    id: {
      title: 'Syarat menanyakan hal yang ada',
      asks: 'Setiap syarat membandingkan isian, putusan, atau orang yang memang ada, dengan perbandingan yang cocok dengan jenisnya dan nilai yang lengkap.',
      why: 'Syarat yang menanyakan isian yang sudah dihapus tidak pernah benar dan tidak pernah salah: alur berhenti di sana. Ini sering terjadi setelah isian diganti jenisnya atau pilihannya dihapus.',
      mend: [
        'Pilih jalur yang ditandai dan buka {condition}; bagian yang tidak cocok disebut pada temuannya.',
        'Pilih isian yang masih ada, lalu perbandingan dan nilainya.',
        'Hapus bagian syarat yang tidak diperlukan lagi.',
      ],
    },
    en: {
      title: 'A condition asks about what there is',
      asks: 'Each condition compares fields, outcomes or people that exist, in a way that suits their kind, with a value that is whole.',
      why: 'A condition over a field that was removed is never true and never false: the flow stops there. It happens after a field changed its kind or an option was removed.',
      mend: [
        'Select the marked exit and open {condition}; the finding names the part that does not fit.',
        'Choose a field that is still there, then the comparison and the value.',
        'Remove the part of the condition that is not needed any more.',
      ],
    },
    related: ['decision-answered', 'data-in-time', 'examples-hold'],
  },
  'decision-answered': {
    id: {
      title: 'Isian yang dilihat keputusan wajib diisi',
      asks: 'Isian yang dipakai sebuah keputusan wajib diisi, atau syaratnya menanyakan lebih dahulu apakah ia terisi.',
      why: 'Isian kosong bukan nol dan bukan “tidak”. Bila kosong, keputusan tidak tahu jalannya dan permohonan menunggu supervisor, sering tanpa ada yang menyadari bahwa penyebabnya satu kotak yang dilewati.',
      mend: [
        'Pilih langkah yang menanyakan isian itu, buka {form}, dan centang {required}.',
        'Atau buka {condition} dan tambahkan syarat “kosong” atau “terisi” untuk isian itu.',
      ],
    },
    en: {
      title: 'A field that a decision looks at must be filled in',
      asks: 'A field that a decision uses is required, or the condition asks first whether it is filled.',
      why: 'An empty field is not zero and not “no”. Where it is empty the decision does not know its way and the request waits for a supervisor, often with nobody aware that one box left out is the cause.',
      mend: [
        'Select the step that asks for the field, open {form} and tick {required}.',
        'Or open {condition} and add “empty” or “filled” for that field.',
      ],
    },
    related: ['data-in-time', 'conditions-valid', 'fields-fillable'],
  },
  'data-in-time': {
    id: {
      title: 'Yang dilihat sudah ditanyakan',
      asks: 'Pada setiap jalan menuju sebuah keputusan, isian yang dilihatnya sudah ditanyakan. Tanggal yang menjadi awal hitungan waktu juga sudah diketahui saat langkahnya dibuka.',
      why: 'Yang belum ditanyakan belum diketahui. Bila satu dari dua jalan melewati langkah yang menanyakannya, alur berhenti hanya bagi pemohon yang menempuh jalan itu, jadi tidak tampak saat dicoba sekali.',
      mend: [
        'Lihat langkah mana yang menanyakan isian itu, dan jalan mana yang melewatinya.',
        'Tambahkan isian yang sama pada formulir sebelum jalannya berpisah: buka {form}, lalu {addField} dengan {dataName} yang sama.',
        'Atau pindahkan keputusannya sesudah langkah yang menanyakan.',
      ],
    },
    en: {
      title: 'What is looked at has been asked',
      asks: 'On every way to a decision the fields it looks at have been asked. A date from which time counts is known, too, when its step opens.',
      why: 'What has not been asked is not known. Where one of two ways passes by the step that asks, the flow stops only for applicants on that way, so trying it once does not show it.',
      mend: [
        'See which step asks for the field, and which way passes it by.',
        'Add the same field to a form before the ways part: open {form}, then {addField} with the same {dataName}.',
        'Or move the decision behind the step that asks.',
      ],
    },
    related: ['decision-answered', 'conditions-valid', 'fields-fillable'],
  },
  'examples-hold': {
    id: {
      title: 'Baris uji keputusan terpenuhi',
      asks: 'Contoh yang ditulis di samping sebuah keputusan mengambil jalur yang diharapkan penulisnya.',
      why: 'Baris uji menyimpan maksud aturan: “biaya lima juta belum dibahas pimpinan”. Bila kelak batasnya digeser, baris itu langsung menunjukkan kasus mana yang berubah, sebelum ada warga yang terkena.',
      mend: [
        'Pilih keputusannya dan lihat baris uji yang bertanda ✗; di bawahnya tertulis mengapa jalur lain yang diambil.',
        'Bila syaratnya yang salah, pilih jalurnya dan perbaiki {condition}.',
        'Bila maksudnya yang berubah, ganti jalur yang diharapkan pada baris itu.',
      ],
    },
    en: {
      title: 'The test rows of a decision hold',
      asks: 'The examples written beside a decision take the exit that their author expects.',
      why: 'Test rows keep what a rule is meant to do: “a fee of five million is not yet discussed by the head”. When the limit is shifted later, the row shows at once which case has changed, before a citizen meets it.',
      mend: [
        'Select the decision and find the row marked ✗; below it stands why another exit was taken.',
        'If the condition is wrong, select the exit and mend {condition}.',
        'If what is meant has changed, change the expected exit of that row.',
      ],
    },
    related: ['branches-cover', 'decision-total', 'conditions-valid'],
  },
} as const satisfies PagesOfPart
