import type { PagesOfPart } from '../page.ts'

export const timePages = {
  'duration-valid': {
    id: {
      title: 'Batas waktu dapat dihitung',
      asks: 'Setiap batas waktu lebih dari nol, rentangnya tidak terbalik, panjangnya masuk akal untuk satuannya, dan awal hitungannya langkah atau tanggal yang ada.',
      why: 'Batas waktu yang tidak dapat dihitung tidak dapat ditepati dan tidak mengingatkan siapa pun. Mutu baku waktu pada SOP mengikat prosedur dengan standar pelayanannya, jadi harus berupa angka yang dapat diukur.',
      mend: [
        'Pilih langkahnya dan buka {time}.',
        'Isi {amount} dan {unit}; {upTo} hanya bila memang rentang, dan lebih besar daripada {amount}.',
        'Pilih pada {from} langkah atau tanggal yang masih ada.',
      ],
    },
    en: {
      title: 'A time limit can be counted',
      asks: 'Each time limit is more than nothing, its range is not reversed, its length fits its unit, and it counts from a step or a date that exists.',
      why: 'A limit that cannot be counted cannot be kept and reminds nobody. The time column of an SOP ties the procedure to its service standard, so it must be a figure that can be measured.',
      mend: [
        'Select the step and open {time}.',
        'Fill in {amount} and {unit}; {upTo} only for a range, and larger than {amount}.',
        'Choose in {from} a step or a date that is still there.',
      ],
    },
    related: ['times-typed', 'units-clear', 'calendar-has-hours'],
  },
  'shared-time': {
    id: {
      title: 'Satu sel waktu hanya untuk waktu yang sama',
      asks: 'Langkah yang dicetak dengan satu waktu bersama langkah di atasnya memang punya batas waktu yang sama dan barisnya berurutan.',
      why: 'Dalam SOP nyata satu sel waktu sering dipakai dua baris. Itu hanya benar bila waktunya sama; bila tidak, salah satu petugas membaca batas waktu yang bukan miliknya.',
      mend: [
        'Pilih langkah kedua dan buka {time}.',
        'Samakan {amount} dan {unit} dengan langkah di atasnya, atau hapus centang {sharedTime}',
      ],
    },
    en: {
      title: 'One cell of time is for one and the same time',
      asks: 'A step printed with one time together with the step above it has the same limit, and the two rows follow each other.',
      why: 'On real SOPs one cell of time often serves two rows. That is right only where the time is the same; else one of the two officials reads a limit that is not theirs.',
      mend: [
        'Select the second step and open {time}.',
        'Give it the {amount} and {unit} of the step above, or untick {sharedTime}',
      ],
    },
    related: ['duration-valid', 'times-typed'],
  },
  'deadline-acts': {
    id: {
      title: 'Tindakan pada batas waktu datang tepat dan kepada yang ada',
      asks: 'Peringatan dan pengalihan hanya ada bila langkahnya punya batas waktu; peringatan datang sesudah langkah dibuka; pengembalian menuju langkah sebelumnya; jabatan penggantinya ada.',
      why: 'Peringatan dua hari sebelum jatuh tempo pada langkah satu hari datang sebelum langkahnya ada. Pengalihan kepada jabatan yang dihapus tidak sampai ke siapa pun, tepat ketika pertolongan diperlukan.',
      mend: [
        'Pilih langkahnya dan buka {time}; centang {hasTime} bila belum.',
        'Perpendek {warn} sampai lebih singkat daripada batas waktunya.',
        'Pada {afterDue} pilih jabatan yang ada, atau langkah yang memang terjadi lebih dahulu.',
      ],
    },
    en: {
      title: 'What a deadline does comes in time, to somebody who is there',
      asks: 'Warnings and reassignments stand only on steps with a time limit; a warning comes after the step opens; a return leads to an earlier step; the position that takes over exists.',
      why: 'A warning two days ahead on a step of one day comes before the step is there. Work passed to a position that was removed reaches nobody, just when help is needed.',
      mend: [
        'Select the step and open {time}; tick {hasTime} if it is not.',
        'Shorten {warn} until it is less than the time limit.',
        'Under {afterDue} choose a position that exists, or a step that comes earlier.',
      ],
    },
    related: ['duration-valid', 'assignment-resolvable', 'somebody-can-act'],
  },
  'wait-ends': {
    id: {
      title: 'Penantian tahu sampai kapan',
      asks: 'Penantian sampai suatu tanggal melihat isian tanggal yang ditanyakan sebelumnya dan wajib diisi; penantian sekian lama dihitung dari langkah yang sudah terjadi.',
      why: 'Bila tanggalnya kosong atau belum ditanyakan, alur berhenti tanpa jatuh tempo: tidak ada yang diingatkan, dan permohonan menggantung.',
      mend: [
        'Pilih penantiannya, buka {wait}, dan lihat {waitUntil}.',
        'Pilih isian tanggal yang ditanyakan lebih dahulu, lalu jadikan {required} pada formulirnya.',
        'Bila dihitung dari sebuah langkah, pilih langkah yang ada di jalan ke sini.',
      ],
    },
    en: {
      title: 'A wait knows until when',
      asks: 'A wait until a date looks at a date field that was asked before and is required; a wait for a length of time counts from a step that has happened.',
      why: 'Where the date is empty or not asked yet the flow stops with no due time: nobody is reminded, and the request hangs.',
      mend: [
        'Select the wait, open {wait} and look at {waitUntil}.',
        'Choose a date field that is asked earlier, and make it {required} in its form.',
        'Where it counts from a step, choose one on the way here.',
      ],
    },
    related: ['wait-bounded', 'data-in-time', 'duration-valid'],
  },
  'wait-bounded': {
    id: {
      title: 'Kabar dari luar tidak ditunggu selamanya',
      asks: 'Penantian akan kabar dari luar punya batas menunggu, dengan jalur bila batas itu lewat.',
      why: 'Surat balasan dapat tidak pernah datang. Tanpa batas, permohonan menunggu di situ bertahun-tahun dan pemohonnya tidak diberi tahu apa-apa.',
      mend: [
        'Pilih penantiannya, buka {wait}, dan centang {atMost}.',
        'Isi lamanya, lalu arahkan jalur {lapsed} ke langkah yang mengurusnya, misalnya “Menghubungi instansi itu”.',
      ],
    },
    en: {
      title: 'News from outside is not waited for without end',
      asks: 'A wait for news from outside has a longest time, with an exit for when it is over.',
      why: 'A reply may never come. Without a limit the request waits there for years and its applicant is told nothing.',
      mend: [
        'Select the wait, open {wait} and tick {atMost}.',
        'Fill in how long, then lead the exit {lapsed} to a step that deals with it, such as “Call that office”.',
      ],
    },
    related: ['wait-ends', 'deadline-acts'],
  },
  'calendar-has-hours': {
    id: {
      title: 'Kalender memuat jam kerja',
      asks: 'Batas waktu dalam jam atau hari kerja dihitung menurut kalender, atau unit kalender, yang ada dan memuat jam buka.',
      why: 'Perpres 21/2023 menetapkan hari dan jam kerja instansi; unit yang melayani langsung dapat punya jadwal sendiri. Tanpa jam kerja “1 hari kerja” tidak dapat dihitung, dan menebak hari kalender berarti menjanjikan yang salah.',
      mend: [
        'Minta administrator mengisi jam kerja pada halaman Kalender perangkat daerah.',
        'Atau pilih unit yang benar pada {calendarUnit} standar atau pelaksananya.',
      ],
    },
    en: {
      title: 'The calendar has working hours',
      asks: 'Limits in hours or working days are counted by a calendar, or a unit of it, that exists and has opening hours.',
      why: 'Perpres 21/2023 sets the working days and hours of offices; those that serve directly may have a schedule of their own. Without hours “1 working day” cannot be counted, and to guess calendar days is to promise something else.',
      mend: [
        'Ask the administrator to fill in the hours on the page Calendar of the agency.',
        'Or choose the right unit in {calendarUnit} of the standard or the lane.',
      ],
    },
    related: ['duration-valid', 'units-clear', 'time-adds-up'],
  },
  'times-typed': {
    id: {
      title: 'Waktu ditulis sebagai jumlah, satuan, dan awal hitungan',
      asks: 'Waktu yang disebut pada keterangan, kelengkapan, output, atau alur pengaduan juga ada sebagai batas waktu.',
      why: '“Hari H setelah kegiatan berlangsung” pada sebuah SOP dibaca siapa pun sesukanya. Waktu yang hanya berupa kata tidak memberi jatuh tempo, tidak mengingatkan, dan tidak dapat diukur dalam laporan ketepatan waktu.',
      mend: [
        'Pilih langkahnya, buka {time}, dan centang {hasTime}.',
        'Isi {amount}, {unit}, dan {from}; “hari yang sama” adalah satuan tersendiri untuk Hari H.',
        'Hapus waktunya dari {remark} agar tidak tertulis dua kali.',
      ],
    },
    en: {
      title: 'A time is an amount, a unit and what it counts from',
      asks: 'A time named in a remark, a requirement, an output or the flow of complaints stands as a time limit, too.',
      why: '“On the day, after the event” on one SOP is read by everybody as they like. A time that is words only gives no due time, reminds nobody and cannot be measured.',
      mend: [
        'Select the step, open {time} and tick {hasTime}.',
        'Fill in {amount}, {unit} and {from}; “the same day” is a unit of its own.',
        'Take the time out of {remark}, so that it is not written twice.',
      ],
    },
    related: ['duration-valid', 'units-clear', 'promise-firm'],
  },
  'promise-firm': {
    id: {
      title: 'Janji waktu tidak mulur',
      asks: 'Jangka waktu tidak memuat kata yang membatalkannya: “dapat berubah sesuai …”, “sesegera mungkin”, “menyesuaikan”.',
      why: 'Sebuah layanan menjanjikan “maksimal 1 hari kerja” di standar, tetapi halaman publiknya menambah dua catatan bahwa waktunya dapat berubah. Janji yang dapat berubah bukan janji; warga tidak dapat menagihnya, dan penilai tidak dapat mengukurnya.',
      mend: [
        'Buka {components}, bagian {serviceTime}, dan hapus kalimatnya dari {timeNotes}.',
        'Bila waktunya memang berbeda menurut keadaan, beri tiap keadaan batas waktunya sendiri dengan syarat.',
        'Bila waktu perlu berhenti selama menunggu pemohon, buka {time} pada langkah itu dan centang {pauses}.',
      ],
    },
    en: {
      title: 'The promised time does not stretch',
      asks: 'The promised time holds no words that take it back: “may change according to …”, “as soon as possible”.',
      why: 'One service promised “at most 1 working day” in its standard while its public page added two notes that the time may change. A promise that may change is none; citizens cannot hold anybody to it, and assessors cannot measure it.',
      mend: [
        'Open {components}, part {serviceTime}, and take the sentence out of {timeNotes}.',
        'Where the time does differ by case, give each case a limit of its own with a condition.',
        'Where the clock should stand still while the applicant is asked, open {time} of that step and tick {pauses}.',
      ],
    },
    related: ['promise-covers', 'times-typed', 'time-adds-up'],
  },
  'promise-covers': {
    id: {
      title: 'Setiap permohonan punya janji waktu',
      asks: 'Bila janji waktu bergantung pada syarat, untuk jawaban apa pun salah satunya berlaku, dan tidak ada yang tersembunyi di belakang yang lain.',
      why: 'Jangka waktu adalah komponen ketiga standar pelayanan dan wajib diumumkan. Bila hanya jenis A dan B yang disebut, pemohon jenis C tidak dijanjikan apa-apa dan permohonannya tidak punya jatuh tempo.',
      mend: [
        'Buka {components}, bagian {serviceTime}, dan baca contoh pada temuannya.',
        'Tambahkan batas waktu tanpa syarat di baris terakhir, untuk semua yang lain.',
        'Pindahkan batas waktu tanpa syarat ke akhir: yang pertama cocok yang berlaku.',
      ],
    },
    en: {
      title: 'Every request is promised a time',
      asks: 'Where the promised time depends on conditions, one of them holds for any answer, and none is hidden behind another.',
      why: 'The time is the third component of a service standard and must be made public. Where only kinds A and B are named, an applicant of kind C is promised nothing and the request has no due time.',
      mend: [
        'Open {components}, part {serviceTime}, and read the example in the finding.',
        'Add a limit without condition in the last row, for all else.',
        'Move a limit without condition to the end: the first that fits binds.',
      ],
    },
    related: ['promise-firm', 'branches-cover', 'six-components'],
  },
  'time-adds-up': {
    id: {
      title: 'Langkah-langkah muat dalam janji',
      asks: 'Jalan terpanjang dari awal ke akhir, setiap langkah pada batas waktunya dan satu kali, tidak lebih lama daripada janji untuk seluruh prosedur.',
      why: 'Bila setiap petugas tepat waktu tetapi seluruhnya tetap terlambat, janjinya yang salah. Itu baru tampak setelah ada pengaduan, kecuali dijumlahkan sejak penyusunan.',
      mend: [
        'Lihat pada temuan berapa yang dijanjikan dan berapa yang diperlukan.',
        'Pilih langkah yang terlama, buka {time}, dan perpendek bila memang dapat.',
        'Atau perpanjang janjinya pada {components}, bagian {serviceTime}.',
        'Langkah yang menunggu pemohon: centang {pauses}.',
      ],
    },
    en: {
      title: 'The steps fit into the promise',
      asks: 'The longest way from start to end, each step at its limit and once, takes no longer than what is promised for the whole.',
      why: 'Where every official is in time and the whole is still late, the promise is wrong. That shows only after complaints, unless it is added up while writing.',
      mend: [
        'See in the finding how much is promised and how much is needed.',
        'Select the longest step, open {time} and shorten it if it can be.',
        'Or extend the promise in {components}, part {serviceTime}.',
        'A step that waits for the applicant: tick {pauses}.',
      ],
    },
    related: ['promise-firm', 'duration-valid', 'calendar-has-hours'],
  },
  'units-clear': {
    id: {
      title: 'Hari kerja atau hari kalender, tidak keduanya tanpa kata',
      asks: 'Hari biasa tidak berdiri di antara hari kerja tanpa maksud, dan jam kerja tidak lebih panjang daripada sehari.',
      why: 'Dalam 348 SOP bertanda tangan yang dihitung, “hari kerja” muncul 607 kali dan “hari” saja 543 kali. “1 hari” di samping “30 hari kerja” dibaca dua cara; pengadu dan petugas akan menghitung berbeda, dan keduanya merasa benar.',
      mend: [
        'Pilih langkahnya, buka {time}, dan ganti {unit} menjadi hari kerja, atau biarkan bila memang hari kalender.',
        '24 jam yang berarti siang dan malam: pilih “terus-menerus” pada {clock}.',
      ],
    },
    en: {
      title: 'Working days or calendar days, not both unsaid',
      asks: 'Plain days do not stand among working days without being meant, and working hours are no longer than a day.',
      why: 'In 348 signed SOPs that were counted, “working days” stood 607 times and “days” alone 543 times. “1 day” beside “30 working days” reads two ways; citizen and official will count differently, each sure to be right.',
      mend: [
        'Select the step, open {time} and change {unit} to working days, or leave it if calendar days are meant.',
        '24 hours that mean day and night: choose “round the clock” in {clock}.',
      ],
    },
    related: ['times-typed', 'duration-valid', 'one-complaint-clock'],
  },
  'one-complaint-clock': {
    id: {
      title: 'Satu kantor, satu waktu jawaban aduan',
      asks: 'Batas waktu tiap golongan aduan sama dengan standar lain yang berlaku di perangkat daerah ini.',
      why: 'Satu dinas menjanjikan aduan ringan lima hari kerja pada satu standar dan tiga jam pada standar lain. Warga tidak perlu menebak standar mana yang berlaku bagi aduannya, dan pejabat pengelola pengaduan hanya satu.',
      mend: [
        'Buka {components}, bagian Penanganan pengaduan, dan samakan lamanya pada {classes} itu.',
        'Bila standar lain yang keliru, mulai drafnya dari halaman {versions} standar itu.',
      ],
    },
    en: {
      title: 'One office, one time to answer complaints',
      asks: 'The limit of each class of complaint is the same as in the other standards in force of this agency.',
      why: 'One agency promised an answer to a light complaint in five working days in one standard and in three hours in another. Citizens should not have to guess which one counts, and those who answer complaints are the same people.',
      mend: [
        'Open {components}, part Complaints, and give that {classes} the same time.',
        'If the other standard is wrong, begin its draft on its page {versions}.',
      ],
    },
    related: ['complaints-answered', 'channels-answer', 'units-clear'],
  },
} as const satisfies PagesOfPart
