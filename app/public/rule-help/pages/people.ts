import type { PagesOfPart } from '../page.ts'

export const peoplePages = {
  'lanes-filled': {
    id: {
      title: 'Setiap pelaksana berisi jabatan',
      asks: 'Setiap langkah berada pada pelaksana yang ada, pelaksana itu berisi jabatan yang masih ada, dan kegiatan tidak ditaruh pada Sistem atau Masyarakat.',
      why: 'Tugas datang kepada jabatan. Pelaksana tanpa jabatan adalah kotak masuk yang tidak dibuka siapa pun. Pada sebuah SOP yang dipindai, tanda siapa mengerjakan apa hilang dan hanya kata “tolak/terima” yang tersisa: sejak itu tidak jelas siapa pemutusnya.',
      mend: [
        'Pilih pelaksananya dan isi {lanePositions}; salah satu dari mereka dapat bertindak (“dan/atau”).',
        'Jabatan yang tidak ada lagi: hapus centangnya dan pilih penggantinya.',
        'Pelaksana yang tidak dipakai: hapus dengan {delete}.',
      ],
    },
    en: {
      title: 'Each lane holds positions',
      asks: 'Every step stands in a lane that exists, the lane holds positions that are still there, and no step stands in a lane of the system or the public.',
      why: 'Tasks come to positions. A lane without one is an inbox that nobody opens. On one scanned SOP the marks of who does what were lost and only “reject/accept” remained: since then nobody can tell who decides.',
      mend: [
        'Select the lane and fill in {lanePositions}; any one of them may act (“dan/atau”).',
        'A position that is gone: untick it and choose the one that follows.',
        'A lane that is not used: remove it with {delete}.',
      ],
    },
    related: ['somebody-can-act', 'assignment-resolvable', 'actors-distinct'],
  },
  'joint-work': {
    id: {
      title: 'Pekerjaan bersama dapat diselesaikan bersama',
      asks: 'Langkah yang dikerjakan bersama menyebut pelaksana yang ada, masing-masing satu kali, dan tidak meminta lebih banyak daripada yang ikut.',
      why: 'Rapat yang memerlukan lima persetujuan dari tiga pelaksana tidak pernah selesai. Pada bagan SOP, kerja bersama digambar sebagai kotak di setiap kolom pada baris yang sama; pelaksana yang sama tidak digambar dua kali.',
      mend: [
        'Pilih langkahnya, buka {who}, dan periksa centang pada {joint}.',
        'Turunkan angka pada {quorum} sampai sebanyak pelaksana yang ikut.',
      ],
    },
    en: {
      title: 'Joint work can be done together',
      asks: 'A step done jointly names lanes that exist, each once, and asks for no more than take part.',
      why: 'A meeting that needs five consents of three performers never ends. On the SOP joint work is a box in every column of the same row; the same performer is not drawn twice.',
      mend: [
        'Select the step, open {who} and look at what is ticked in {joint}.',
        'Lower the number in {quorum} to as many as take part.',
      ],
    },
    related: ['lanes-filled', 'somebody-can-act'],
  },
  'assignment-resolvable': {
    id: {
      title: 'Pelaksana ditemukan saat langkah dibuka',
      asks: 'Bila sebuah langkah ditujukan kepada yang ditunjuk disposisi, yang memulai, yang mengerjakan langkah lain, atau atasannya, orang itu sudah diketahui ketika langkahnya dibuka.',
      why: 'Disposisi yang baru diberikan sesudahnya tidak menunjuk siapa pun. Langkahnya terbuka tanpa pemilik, dan waktunya berjalan. Pemohon tidak punya atasan, dan prosedur yang dimulai jadwal tidak punya pemulai.',
      mend: [
        'Pilih langkahnya, buka {who}, dan lihat {assignedTo}.',
        'Pilih langkah sebelumnya yang memang terjadi lebih dahulu, atau jabatan pada pelaksana ini.',
        'Bila disposisi yang dimaksud, buka langkah pemberinya dan centang {disposes}.',
      ],
    },
    en: {
      title: 'The performer is found when a step opens',
      asks: 'Where a step goes to those a disposition named, to whoever began, to whoever did another step, or to their superior, that person is known when the step opens.',
      why: 'A disposition that is given afterwards names nobody. The step opens without an owner while its time runs. Applicants have no superior, and what the clock begins has nobody who began it.',
      mend: [
        'Select the step, open {who} and look at {assignedTo}.',
        'Choose a step that does come earlier, or the positions of this lane.',
        'Where a disposition is meant, open the step that gives it and tick {disposes}.',
      ],
    },
    related: ['lanes-filled', 'somebody-can-act', 'data-in-time'],
  },
  'somebody-can-act': {
    id: {
      title: 'Ada pejabat yang dapat bertindak sekarang',
      asks: 'Pada setiap langkah ada pemangku jabatan hari ini, sebanyak yang diminta, dan larangan “pemeriksa harus orang lain” masih menyisakan seseorang.',
      why: 'Jabatan kosong karena pensiun atau mutasi adalah hal biasa; permohonan yang menunggunya tidak. Peringatan ini datang sebelum standar ditetapkan, sehingga Plt atau Plh dapat dicatat lebih dahulu.',
      mend: [
        'Minta administrator mencatat pemangku, Plt, atau Plh pada jabatan itu.',
        'Atau pilih pelaksananya dan tambahkan jabatan kedua pada {lanePositions}.',
        'Bila {fourEyes} menutup semua orang, tambahkan jabatan lain atau longgarkan larangannya.',
      ],
    },
    en: {
      title: 'Somebody in office can act now',
      asks: 'Each step has holders of its positions today, as many as are asked for, and “another person must check” leaves somebody.',
      why: 'A seat empty after a retirement or transfer is ordinary; a request that waits for it should not be. The warning comes before the standard is set, so that an acting official can be recorded first.',
      mend: [
        'Ask the administrator to record a holder or an acting one for that position.',
        'Or select the lane and add a second position in {lanePositions}.',
        'Where {fourEyes} shuts out everybody, add another position or loosen it.',
      ],
    },
    related: ['lanes-filled', 'maker-not-checker', 'joint-work'],
  },
  'maker-not-checker': {
    id: {
      title: 'Yang membuat bukan satu-satunya yang memeriksa',
      asks: 'Langkah yang menyetujui, meminta revisi, atau menolak hasil sebuah langkah tidak dapat dikerjakan hanya oleh orang yang membuat hasil itu.',
      why: 'Dua pasang mata mencegah salah dan penyalahgunaan. Bila pelaksananya sama dan tidak ada larangan, orang yang sama dapat menyetujui pekerjaannya sendiri, dan catatan pemeriksaan tidak berarti apa-apa bagi pemeriksa dari luar.',
      mend: [
        'Pilih langkah pemeriksa, buka {who}, dan pindahkan ke pelaksana lain.',
        'Atau centang langkah pembuatnya pada {fourEyes}.',
      ],
    },
    en: {
      title: 'The maker is not the only one who checks',
      asks: 'A step that accepts, sends back or rejects what another step made cannot be done only by the person who made it.',
      why: 'Four eyes prevent errors and abuse. Where the lane is the same and nothing forbids it, one person can approve their own work, and the record of the check means nothing to an auditor.',
      mend: [
        'Select the step that examines, open {who} and move it to another lane.',
        'Or tick the step that made it in {fourEyes}.',
      ],
    },
    related: ['somebody-can-act', 'revise-goes-back'],
  },
  'rejection-explained': {
    id: {
      title: 'Penolakan disertai alasan',
      asks: 'Setiap putusan yang menuju penolakan berjenis “Tolak” atau mewajibkan alasan.',
      why: 'Warga yang ditolak berhak tahu alasannya, supaya dapat memperbaiki atau berkeberatan; alasan itu yang dibacanya pada halaman tiket. Tanpa alasan tertulis, petugas pengganti pun tidak tahu mengapa.',
      mend: [
        'Pilih langkahnya dan buka {outcomes}.',
        'Pada putusan yang menolak, centang {reason}, atau ganti jenisnya menjadi “Tolak”.',
      ],
    },
    en: {
      title: 'A rejection gives its reason',
      asks: 'Each outcome that leads to a rejection is of the kind “reject” or demands a reason.',
      why: 'A citizen who is rejected has a right to know why, to mend it or to object; the reason is what they read on the ticket page. Without it even a colleague who takes over does not know.',
      mend: [
        'Select the step and open {outcomes}.',
        'Tick {reason} on the outcome that rejects, or change its kind to “reject”.',
      ],
    },
    related: ['decision-total', 'revise-goes-back'],
  },
  'applicant-known': {
    id: {
      title: 'Pemohon yang ditunggu memang ada',
      asks: 'Prosedur yang dimulai jadwal tidak menunggu pemohon, dan tidak menjalankan standar lain yang menunggu pemohon.',
      why: 'Pemohon menjawab lewat tiketnya. Yang dimulai oleh jadwal tidak punya pemohon dan tidak memberi tiket kepada siapa pun, jadi langkahnya menunggu jawaban yang tidak dapat dikirim.',
      mend: [
        'Pilih langkahnya, buka {who}, dan serahkan kepada pejabat.',
        'Atau ubah {startedBy} pada awalnya menjadi pemohon atau petugas.',
        'Bila standar lain yang meminta pemohon, pilih standar lain pada {called}.',
      ],
    },
    en: {
      title: 'An applicant who is waited for exists',
      asks: 'What the clock begins waits for no applicant, and runs no other standard that does.',
      why: 'Applicants answer by their ticket. What the clock begins has no applicant and gives nobody a ticket, so its step waits for an answer that cannot be sent.',
      mend: [
        'Select the step, open {who} and give it to an official.',
        'Or change {startedBy} of the start to the applicant or officials.',
        'Where another standard asks for an applicant, choose another one in {called}.',
      ],
    },
    related: ['first-step', 'start-by-schedule', 'calls-fit'],
  },
  'actors-distinct': {
    id: {
      title: 'Satu peran, satu lajur',
      asks: 'Tidak ada dua pelaksana dengan nama yang sama atau dengan jabatan yang persis sama.',
      why: 'Peran yang digambar dua kali menyembunyikan bahwa pekerjaan kembali kepadanya. Sebuah lampiran SK menggambar admin media sosial dua kali: putarannya tidak terlihat dan kolom SOP menjadi dua.',
      mend: [
        'Pilih langkah pada lajur kedua, buka {who}, dan pindahkan ke lajur pertama.',
        'Hapus lajur yang kosong dengan {delete}, dan gambar kembalinya pekerjaan sebagai jalur.',
      ],
    },
    en: {
      title: 'One role, one lane',
      asks: 'No two lanes have the same name or exactly the same positions.',
      why: 'A role that is drawn twice hides that the work comes back to it. The annex of one decree drew the social media admin twice: the loop was not seen and the SOP had two columns.',
      mend: [
        'Select the steps of the second lane, open {who} and move them to the first.',
        'Remove the empty lane with {delete}, and draw the way back as an exit.',
      ],
    },
    related: ['drawing-from-flow', 'lanes-filled', 'staffing-matches-lanes'],
  },
} as const satisfies PagesOfPart
