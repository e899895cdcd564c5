import type { PagesOfPart } from '../page.ts'

export const paperPages = {
  'six-components': {
    id: {
      title: 'Enam komponen yang diumumkan terisi',
      asks: 'Persyaratan, prosedur, jangka waktu, biaya, produk, dan penanganan pengaduan terisi; SOP punya halaman identitas.',
      why: 'UU 25/2009 Pasal 20 sampai 22 mewajibkan penyelenggara menyusun, menetapkan, dan menerapkan standar pelayanan. PermenPANRB 15/2014 membagi standar menjadi 14 komponen; enam komponen penyampaian pelayanan wajib dipublikasikan seluas-luasnya. Tanpa keenamnya standar tidak dapat ditetapkan.',
      mend: [
        'Buka {components}; bagian yang bertanda Kosong adalah yang kurang.',
        'Biaya ditulis walaupun gratis. Prosedur terisi sendiri dari alur.',
        'Untuk SOP, isi {sop}.',
      ],
    },
    en: {
      title: 'The six components that are made public are filled in',
      asks: 'Requirements, procedure, time, fee, products and complaints are filled in; an SOP has its identity page.',
      why: 'Law 25/2009, articles 20 to 22, obliges providers to draft, set and apply service standards. PermenPANRB 15/2014 divides a standard into 14 components; the six of service delivery must be published as widely as possible. Without them a standard cannot be set.',
      mend: [
        'Open {components}; parts marked Empty are what is missing.',
        'The fee is written even where there is none. The procedure fills itself from the flow.',
        'For an SOP, fill in {sop}.',
      ],
    },
    related: ['eight-components', 'promise-covers', 'complaints-answered'],
  },
  'eight-components': {
    id: {
      title: 'Delapan komponen pengelolaan terisi',
      asks: 'Dasar hukum, sarana, kompetensi, pengawasan, jumlah pelaksana, kedua jaminan, dan evaluasi kinerja terisi.',
      why: 'Delapan komponen pengelolaan (PermenPANRB 15/2014) tidak wajib diumumkan, tetapi tetap bagian dari standar yang ditetapkan dengan SK. Standar dapat ditetapkan tanpanya, jadi ini peringatan; penilai akan menanyakannya.',
      mend: ['Buka {components} dan isi bagian 7 sampai 14 yang masih Kosong.', 'Isi singkat dan benar; satu butir tiap baris.'],
    },
    en: {
      title: 'The eight components of management are filled in',
      asks: 'Legal basis, facilities, competence, supervision, staffing, both guarantees and evaluation are filled in.',
      why: 'The eight components of management (PermenPANRB 15/2014) need not be made public, yet are part of the standard that a decree sets. A standard can be set without them, so this warns; assessors will ask.',
      mend: [
        'Open {components} and fill in those of parts 7 to 14 that are Empty.',
        'Keep them short and true; one item a line.',
      ],
    },
    related: ['six-components', 'staffing-matches-lanes', 'law-in-force'],
  },
  'activity-verb-first': {
    id: {
      title: 'Kegiatan diawali kata kerja',
      asks: 'Kegiatan tidak diawali nama pelaksananya: “Memeriksa berkas”, bukan “Loket memeriksa berkas”.',
      why: 'PermenPANRB 35/2012: kegiatan ditulis dengan kata kerja aktif tanpa subjek, karena kolom Pelaksana pada bagan SOP sudah menyebut siapa. Bila pelaksananya kelak diganti, subjek yang tertulis menjadi salah.',
      mend: [
        'Pilih langkahnya, buka {words}, dan hapus nama pelaksana dari {activity}.',
        'Kalimat lengkap dengan pelaku ditulis pada {statement}; itu yang dibaca warga pada standar pelayanan.',
      ],
    },
    en: {
      title: 'An activity begins with its verb',
      asks: 'An activity does not begin with its performer: “Memeriksa berkas”, not “Loket memeriksa berkas”.',
      why: 'PermenPANRB 35/2012: activities are written with an active verb and no subject, as the performer’s column of the chart says who. When the performer changes later, a subject in the words is wrong.',
      mend: [
        'Select the step, open {words} and take the performer out of {activity}.',
        'The whole sentence with its subject goes into {statement}; that is what citizens read in the service standard.',
      ],
    },
    related: ['names-distinct', 'actors-distinct'],
  },
  'names-distinct': {
    id: {
      title: 'Dua hal tidak bernama sama',
      asks: 'Tidak ada dua kegiatan, dua putusan pada satu langkah, dua isian pada satu formulir, atau dua pilihan pada satu isian dengan kata-kata yang sama.',
      why: 'Dua tombol “Setujui” tidak dapat dibedakan petugas; dua langkah “Memeriksa berkas” tidak dapat dibedakan warga yang mengadukan salah satunya, dan tidak dapat dibedakan dalam laporan waktu.',
      mend: [
        'Pilih yang kedua dan bedakan kata-katanya, misalnya “Memeriksa kelengkapan berkas” dan “Memeriksa isi permohonan”.',
        'Bila memang hal yang sama, hapus salah satunya dengan {delete}.',
      ],
    },
    en: {
      title: 'No two things share a name',
      asks: 'No two activities, two outcomes of a step, two fields of a form or two options of a field have the same words.',
      why: 'An official cannot tell two buttons “Approve” apart; a citizen who complains of one of two steps “Memeriksa berkas” cannot say which, nor can a report on times.',
      mend: [
        'Select the second and give it other words, such as “Check that the file is complete” and “Check what is asked for”.',
        'If they are the same thing, remove one with {delete}.',
      ],
    },
    related: ['duplicate-ids', 'activity-verb-first'],
  },
  'printable-letters': {
    id: {
      title: 'Setiap huruf dapat dicetak',
      asks: 'Kata-kata standar hanya memakai huruf dan tanda yang ada pada jenis huruf naskah.',
      why: 'Emoji dan huruf hias tampak baik pada layar penyusun, tetapi tercetak sebagai kotak kosong pada SK yang ditandatangani, dan SK tidak dapat dicetak ulang begitu saja.',
      mend: [
        'Buka tempat yang disebut temuannya dan hapus tandanya, atau ganti dengan huruf biasa.',
        'Teks yang ditempel dari aplikasi pesan: ketik ulang bagian itu.',
      ],
    },
    en: {
      title: 'Every letter can be printed',
      asks: 'The words of a standard use only letters and signs that the typeface of papers has.',
      why: 'Emoji and fancy letters look well on an author’s screen, but are printed as empty boxes on the signed decree, and a decree is not simply printed again.',
      mend: [
        'Go to the place that the finding names and remove the sign, or use a plain letter.',
        'Text pasted from a messenger: type that part again.',
      ],
    },
    related: ['numbering-generated'],
  },
  'drawing-from-flow': {
    id: {
      title: 'Gambar alur dibuat dari langkahnya',
      asks: 'Kata-kata standar tidak memuat gambar alur yang diketik: kotak dan panah, “A → B → C”, atau bahasa diagram.',
      why: 'Sebuah standar memuat gambar tiga kotak di samping prosedur tujuh langkah dengan putaran revisi. Gambar yang diketik lama-lama berbeda dari prosedurnya; gambar dan kata-kata harus berasal dari langkah yang sama.',
      mend: [
        'Buka {components}, bagian Prosedur, dan hapus barisnya dari {procedureIntro} atau {procedureNotes}.',
        'Bagan SOP dan gambar pada lembar standar dibuat sendiri dari alurnya.',
      ],
    },
    en: {
      title: 'The drawing is made from the steps',
      asks: 'The words of a standard hold no typed drawing of the flow: boxes and arrows, “A → B → C”, or a diagram language.',
      why: 'One standard showed a drawing of three boxes beside a procedure of seven steps with a revision loop. A typed drawing comes to differ from its procedure; drawing and words must come from the same steps.',
      mend: [
        'Open {components}, part Procedure, and take the line out of {procedureIntro} or {procedureNotes}.',
        'The SOP chart and the picture on the sheet are made from the flow.',
      ],
    },
    related: ['actors-distinct', 'numbering-generated'],
  },
  'channels-answer': {
    id: {
      title: 'Saluran pengaduan sampai ke kantor',
      asks: 'Setiap saluran pengaduan punya nomor atau alamat, dan tidak bergantung pada nomor ponsel seseorang atau kontak yang sudah dihapus.',
      why: 'Perpres 76/2013 mewajibkan penyelenggara menyediakan sarana pengaduan dan pengelola yang kompeten. “Telp/Fax : -/-” menyesatkan, dan nomor perorangan hilang ketika orangnya pindah, padahal sudah tercetak pada SK.',
      mend: [
        'Buka {components}, bagian Penanganan pengaduan.',
        'Isi nomor atau alamat saluran yang kosong, atau pilih “Tidak ada”.',
        'Ganti nomor perorangan dengan {contact}; kontak perangkat daerah dapat diganti tanpa mengubah standar.',
      ],
    },
    en: {
      title: 'Channels for complaints reach the office',
      asks: 'Each channel has a number or an address, and does not hang on a person’s mobile number or a contact that was removed.',
      why: 'Perpres 76/2013 obliges providers to offer ways to complain and somebody competent to answer. “Telp/Fax : -/-” misleads, and a person’s number is lost when the person moves on, though it stands printed on the decree.',
      mend: [
        'Open {components}, part Complaints.',
        'Fill in the number or address of an empty channel, or choose “None”.',
        'Put {contact} in place of a person’s number; contacts of the agency can change without changing the standard.',
      ],
    },
    related: ['complaints-answered', 'one-complaint-clock'],
  },
  'complaints-answered': {
    id: {
      title: 'Aduan punya alur dan batas waktu',
      asks: 'Penanganan pengaduan menyebut apa yang terjadi setelah aduan diterima, dan kapan tiap golongan aduan dijawab.',
      why: 'Menurut Perpres 76/2013 pengaduan diselesaikan paling lambat 60 hari sejak berkasnya lengkap. Saluran tanpa alur dan batas waktu membuat nasib aduan tidak jelas; dua dari lima standar yang sudah terbit hanya memuat daftar nomor.',
      mend: [
        'Buka {components}, bagian Penanganan pengaduan, dan isi {complaintFlow}, satu langkah tiap baris.',
        'Isi {classes} dan lamanya; pakai golongan yang sama dengan standar lain perangkat daerah ini.',
      ],
    },
    en: {
      title: 'Complaints have a way and a time limit',
      asks: 'The part on complaints says what happens after one is received, and when each class is answered.',
      why: 'By Perpres 76/2013 complaints are settled within 60 days at the latest once the file is complete. Channels without a way and a limit leave it open what becomes of a complaint; two of five published standards hold a list of numbers only.',
      mend: [
        'Open {components}, part Complaints, and fill in {complaintFlow}, one step a line.',
        'Fill in {classes} and their time; use the classes of the agency’s other standards.',
      ],
    },
    related: ['one-complaint-clock', 'channels-answer', 'six-components'],
  },
  'own-subject': {
    id: {
      title: 'Kata-kata membicarakan layanan ini',
      asks: 'Persyaratan, prosedur, produk, sarana, dan langkah tidak memuat nama layanan lain perangkat daerah ini.',
      why: 'Standar media sosial yang pernah diumumkan menyebut “Pembuatan Media Cetak” pada prosedur dan sarananya: sisa salinan dari standar sebelah. Warga yang membacanya membawa surat yang salah.',
      mend: [
        'Buka tempat yang disebut temuannya: {components} untuk komponen, {words} untuk langkah.',
        'Ganti dengan nama layanan ini, atau hapus. Bila layanan lain memang dimaksud, biarkan; ini peringatan.',
      ],
    },
    en: {
      title: 'The words speak of this service',
      asks: 'Requirements, procedure, products, facilities and steps do not hold the name of another service of the agency.',
      why: 'A published social media standard spoke of “making printed media” in its procedure and its equipment: left over from the standard beside it. Citizens who read it bring the wrong letter.',
      mend: [
        'Go to the place that the finding names: {components} for components, {words} for steps.',
        'Put the name of this service, or remove it. Where the other service is meant, leave it; this warns.',
      ],
    },
    related: ['names-distinct', 'numbering-generated'],
  },
  'numbering-generated': {
    id: {
      title: 'Nomor dan huruf tidak diketik',
      asks: 'Butir pada daftar tidak diawali “1.”, “a.”, atau “c)”, juga pada langkah, SOP, dan naskah keputusan.',
      why: 'Sebuah lampiran memulai daftarnya dari huruf c karena dua butir pertama dihapus, dan yang lain kehilangan nomor 3. Nomor dan huruf dicetak sendiri dan selalu urut.',
      mend: [
        'Buka tempat yang disebut temuannya dan hapus nomor di awal baris.',
        'Satu butir tiap baris; urutannya memberi nomornya.',
      ],
    },
    en: {
      title: 'Numbers and letters are not typed',
      asks: 'Items of lists do not begin with “1.”, “a.” or “c)”, nor do steps, the SOP or the decree.',
      why: 'One annex began its list at c because the first two items had been removed, and another lost its number 3. Numbers and letters are printed by themselves and always in order.',
      mend: [
        'Go to the place that the finding names and remove the number before the line.',
        'One item a line; the order gives the number.',
      ],
    },
    related: ['numbers-given', 'drawing-from-flow'],
  },
  'numbers-given': {
    id: {
      title: 'Tidak ada nomor yang dibiarkan kosong',
      asks: 'Kata-kata standar tidak memuat nomor SK atau peraturan yang belum diisi: “No. SK :”, “Nomor … Tahun 2022”, “188.4/ /I/2022”.',
      why: 'Sebuah halaman layanan yang sudah dibuka untuk umum memuat “No. SK :” tanpa nomor. Naskah seperti itu tidak dapat dirujuk dan tampak belum sah. Nomor SK standar ini diberikan saat ditetapkan dan tercetak sendiri.',
      mend: [
        'Hapus baris “No. SK :” dari kata-kata standar; nomornya dicetak dari register.',
        'Nomor peraturan yang belum diketahui: lengkapi pada {legalBasis} atau {recalling}, atau hapus butirnya.',
      ],
    },
    en: {
      title: 'No number is left open',
      asks: 'The words of a standard hold no number of a decree or regulation that is not filled in: “No. SK :”, “Nomor … Tahun 2022”, “188.4/ /I/2022”.',
      why: 'A service page open to the public said “No. SK :” with no number. Such a paper cannot be cited and looks as if it had no force. The number of this standard’s decree is given when it is set and printed by itself.',
      mend: [
        'Take the line “No. SK :” out of the words; the number is printed from the register.',
        'A regulation whose number is not known: complete it in {legalBasis} or {recalling}, or remove the item.',
      ],
    },
    related: ['numbering-generated', 'regulations-agree'],
  },
  'tariff-based': {
    id: {
      title: 'Tarif punya dasar hukum',
      asks: 'Bila layanan bertarif, dasar pengenaannya disebut.',
      why: 'Biaya adalah salah satu komponen yang wajib diumumkan. Pungutan yang tidak dapat menunjuk peraturannya dibaca warga, dan pemeriksa, sebagai pungutan liar.',
      mend: [
        'Buka {components}, bagian Biaya/tarif, dan isi {feeBasis} dengan peraturan, nomor, dan tahunnya.',
        'Bila tidak ada pungutan, pilih Gratis.',
      ],
    },
    en: {
      title: 'A tariff has its legal basis',
      asks: 'Where the service is charged for, the basis of the charge is named.',
      why: 'The fee is one of the components that must be made public. A charge that cannot point to its regulation is read by citizens, and by auditors, as an illegal one.',
      mend: [
        'Open {components}, part Fee, and fill in {feeBasis} with the regulation, its number and year.',
        'Where nothing is charged, choose Free.',
      ],
    },
    related: ['six-components', 'law-in-force'],
  },
  'sop-dates': {
    id: {
      title: 'Tanggal SOP berurutan',
      asks: 'Tanggal revisi dan tanggal efektif SOP tidak lebih awal daripada tanggal pembuatannya.',
      why: 'Menurut PermenPANRB 35/2012 tanggal pembuatan adalah hari SOP selesai dibuat, tanggal revisi hari ia diubah atau rencana peninjauannya, dan tanggal efektif hari ia mulai berlaku. Tanggal yang mundur membuat tidak jelas SOP mana yang mengikat.',
      mend: [
        'Buka {components}, bagian {sop}.',
        'Periksa {madeOn}, {revisedOn}, dan {effectiveOn}; biasanya tahunnya tertinggal dari SOP lama.',
      ],
    },
    en: {
      title: 'The dates of an SOP follow each other',
      asks: 'The dates of revision and of effect are not before the date on which the SOP was made.',
      why: 'By PermenPANRB 35/2012 the date of making is the day the SOP was finished, the date of revision the day it was changed or is to be reviewed, and the date of effect the day it begins to bind. Dates that run backwards leave it open which SOP binds.',
      mend: [
        'Open {components}, part {sop}.',
        'Look at {madeOn}, {revisedOn} and {effectiveOn}; mostly a year was left from an older SOP.',
      ],
    },
    related: ['six-components', 'numbers-given'],
  },
  'law-in-force': {
    id: {
      title: 'Dasar hukum belum diganti',
      asks: 'Dasar hukum, dasar hukum SOP, dan Mengingat tidak menyebut peraturan yang menurut daftar peraturan sudah diganti atau dicabut.',
      why: 'SOP tahun 2024 masih menyebut Peraturan Komisi Informasi 1/2010, padahal sudah diganti Peraturan Komisi Informasi 1/2021. Keputusan yang bersandar pada peraturan yang sudah tidak berlaku mudah dipersoalkan; cacat wewenang, prosedur, atau substansi adalah alasan pencabutan keputusan (UU 30/2014 Pasal 64).',
      mend: [
        'Buka {components}, bagian {legalBasis}, dan ganti dengan peraturan yang disebut temuannya. Sambil mengetik, daftar peraturan menawarkan yang sudah pernah dipakai.',
        'Periksa apakah isi peraturan barunya mengubah persyaratan atau waktunya.',
        'Peraturan daerah yang diubah atau dicabut dicatat pada halaman Peraturan; semua standar yang menyebutnya langsung diketahui.',
      ],
    },
    en: {
      title: 'The legal basis was not replaced',
      asks: 'The legal basis, that of the SOP, and what the decree recalls name no regulation that the register knows as replaced or revoked.',
      why: 'An SOP of 2024 still cited regulation 1/2010 of the Information Commission, replaced by its regulation 1/2021. A decision that rests on what is no longer law is easily contested; defects of authority, procedure or substance are grounds to revoke one (Law 30/2014, article 64).',
      mend: [
        'Open {components}, part {legalBasis}, and put the regulation that the finding names. While you type, the register offers those used before.',
        'See whether the new regulation changes requirements or times.',
        'A regional regulation that was amended or revoked is recorded on the page Regulations; every standard that cites it is then known.',
      ],
    },
    related: ['regulations-agree', 'numbers-given', 'tariff-based'],
  },
  'regulations-agree': {
    id: {
      title: 'Setiap peraturan disebut sekali dan dengan nomor yang benar',
      asks: 'Tidak ada dasar hukum yang disebut dua kali, dan nomor serta tahun yang dicatat sama dengan yang tertulis pada kata-katanya.',
      why: 'Daftar dasar hukum yang memuat peraturan yang sama dua kali membingungkan pembaca. Nomor yang berbeda antara kata dan catatan membuat peraturan usang tidak dikenali.',
      mend: [
        'Buka {components}, bagian {legalBasis} (atau {sop}).',
        'Hapus butir yang berulang, atau samakan nomor dan tahunnya.',
      ],
    },
    en: {
      title: 'Each regulation stands once and with its right number',
      asks: 'No legal basis is named twice, and the number and year kept for the register are those that its words say.',
      why: 'A list that names one regulation twice confuses readers. A number that differs between words and register keeps a replaced regulation from being recognised.',
      mend: ['Open {components}, part {legalBasis} (or {sop}).', 'Remove the item that repeats, or make number and year agree.'],
    },
    related: ['law-in-force', 'numbers-given'],
  },
  'staffing-matches-lanes': {
    id: {
      title: 'Jumlah pelaksana cocok dengan prosedurnya',
      asks: 'Jumlah orang tidak kurang daripada banyaknya pelaksana dalam alur, dan uraiannya menyebut angka yang sama.',
      why: 'Sebuah standar menulis “1 orang”, padahal prosedurnya menyebut kepala, sekretaris, kepala bidang, dan staf. Jumlah pelaksana adalah komponen ke-11 dan dipakai menghitung beban kerja; angkanya harus dapat dipercaya.',
      mend: [
        'Buka {components}, bagian Jumlah pelaksana.',
        'Isi {staffCount} sebanyak pelaksana dalam alur atau lebih, dan samakan {staffText}.',
        'Bila dua lajur sebenarnya satu orang, gabungkan lajurnya.',
      ],
    },
    en: {
      title: 'Staffing fits the procedure',
      asks: 'The number of people is no less than the lanes of the flow, and its words say the same figure.',
      why: 'One standard said “1 person” while its procedure names a head, a secretary, a head of division and staff. Staffing is the 11th component and used to work out workloads; the figure must be trusted.',
      mend: [
        'Open {components}, part Staffing.',
        'Fill in {staffCount} with as many as there are lanes or more, and let {staffText} say the same.',
        'Where two lanes are one person, make them one lane.',
      ],
    },
    related: ['eight-components', 'actors-distinct', 'lanes-filled'],
  },
} as const satisfies PagesOfPart
