import type { PagesOfPart } from '../page.ts'

export const flowPages = {
  starts: {
    id: {
      title: 'Prosedur punya awal',
      asks: 'Ada paling sedikit satu awal. Bila awalnya lebih dari satu (pemohon mengajukan, dan petugas mencatat di loket), masing-masing menuju langkah pertamanya sendiri.',
      why: 'Permohonan dibuka dari awal. Tanpa awal tidak ada tombol Ajukan, dan standar yang sudah ditetapkan pun tidak pernah berjalan. Bila dua awal masuk ke langkah yang sama, tidak jelas siapa pemohonnya dan sejak kapan waktunya dihitung.',
      mend: [
        'Pilih {addStart} pada menu perintah, lalu pilih {startedBy}.',
        'Pilih awal itu dan sambungkan ke langkah pertama dengan {connect}.',
        'Bila ada dua awal, beri awal kedua langkah pertamanya sendiri, misalnya “Mencatat permohonan lisan”.',
      ],
    },
    en: {
      title: 'The procedure has a start',
      asks: 'There is at least one start. Where there are several (an applicant applies, an official enters at the counter), each leads to a first step of its own.',
      why: 'A request is opened at a start. Without one there is no Apply button, and a standard never runs even after it was set. Where two starts lead into one step it is not clear who the applicant is, nor since when the time counts.',
      mend: [
        'Choose {addStart} in the command menu, then choose {startedBy}.',
        'Select that start and lead it to the first step with {connect}.',
        'Where there are two starts, give the second one a first step of its own, such as “Enter a spoken request”.',
      ],
    },
    related: ['first-step', 'reachable', 'start-by-schedule'],
  },
  'start-by-schedule': {
    id: {
      title: 'Awal terjadwal punya hari dan jam',
      asks: 'Prosedur yang dimulai jadwal menyebut kapan: tiap minggu pada hari apa, tiap bulan tanggal berapa, tiap triwulan atau tahun pada bulan yang mana.',
      why: 'Laporan bulanan dan evaluasi tahunan dimulai sendiri oleh sistem. Jadwal yang tidak lengkap tidak memulai apa pun, dan tidak ada orang yang merasa harus mengingatnya.',
      mend: [
        'Pilih awalnya, lalu isi {schedule}: minggu, bulan, triwulan, atau tahun.',
        'Pilih hari, bulan, dan jamnya. Tentukan juga apa yang terjadi bila jatuh pada hari libur.',
      ],
    },
    en: {
      title: 'A start by the clock has its day and hour',
      asks: 'A procedure that the clock begins says when: each week on which day, each month on which date, each quarter or year in which month.',
      why: 'Monthly reports and yearly evaluations are begun by the system. A schedule that is not complete begins nothing, and nobody feels called to remember it.',
      mend: [
        'Select the start and fill in {schedule}: week, month, quarter or year.',
        'Choose the day, the month and the hour. Say as well what happens on a holiday.',
      ],
    },
    related: ['starts', 'applicant-known'],
  },
  'first-step': {
    id: {
      title: 'Langkah pertama dikerjakan oleh yang memulai',
      asks: 'Sesudah awal datang sebuah kegiatan, dan kegiatan itu berada pada pelaksana yang memang boleh memulai: pemohon bila pemohon mengajukan, petugas bila petugas memulai.',
      why: 'Permohonan lahir ketika langkah pertama dikirim; formulirnya menjadi formulir permohonan. Bila langkah itu milik orang lain, yang memulai tidak dapat mengirim apa pun dan yang lain tidak tahu ada yang harus dikerjakan.',
      mend: [
        'Lihat {startedBy} pada awalnya.',
        'Pilih langkah pertama, buka {who}, dan pindahkan ke pelaksana yang memulai.',
        'Bila yang pertama adalah peristiwa atau keputusan, sisipkan kegiatan sebelumnya dengan {addStep}.',
      ],
    },
    en: {
      title: 'Whoever begins does the first step',
      asks: 'After a start comes a step, in the lane of those who may begin: the applicant where applicants apply, officials where officials begin.',
      why: 'A request is born when its first step is sent; the form of that step is the application form. Where the step is somebody else’s, whoever begins can send nothing and the others do not know that there is something to do.',
      mend: [
        'Look at {startedBy} of the start.',
        'Select the first step, open {who}, and move it into the lane of whoever begins.',
        'Where an event or a decision comes first, put a step before it with {addStep}.',
      ],
    },
    related: ['starts', 'lanes-filled', 'applicant-known'],
  },
  reachable: {
    id: {
      title: 'Setiap langkah dapat dicapai',
      asks: 'Dari salah satu awal ada jalan ke setiap langkah, keputusan, dan akhir.',
      why: 'Langkah yang tidak dilalui tetap tercetak pada bagan SOP dan dibaca warga sebagai janji, padahal tidak pernah dikerjakan. Biasanya ia tertinggal ketika jalur dipindahkan.',
      mend: [
        'Pilih langkah yang ditandai, lalu putuskan: masih perlu atau tidak.',
        'Bila masih perlu, pilih langkah sebelumnya dan sambungkan ke sini dengan {connect}.',
        'Bila tidak perlu lagi, hapus dengan {delete}.',
      ],
    },
    en: {
      title: 'Each step can be reached',
      asks: 'From one of the starts some way leads to every step, decision and end.',
      why: 'A step that no way passes is still printed on the SOP and read by citizens as a promise, yet is never done. Mostly it was left behind when an exit was moved.',
      mend: [
        'Select the marked step and decide whether it is still needed.',
        'If it is, select the step before it and lead that here with {connect}.',
        'If it is not, remove it with {delete}.',
      ],
    },
    related: ['exits-complete', 'can-reach-end', 'sound'],
  },
  'can-reach-end': {
    id: {
      title: 'Dari setiap langkah ada jalan ke akhir',
      asks: 'Prosedur punya akhir, dan dari mana pun alur berada ada jalan ke salah satu akhir.',
      why: 'Permohonan yang terjebak dalam putaran menunggu selamanya: waktunya berjalan, pemohonnya tidak menerima apa-apa, dan angka ketepatan waktu unit itu turun tanpa ada yang dapat menyelesaikannya.',
      mend: [
        'Pilih langkah yang ditandai dan lihat ke mana jalurnya menuju.',
        'Arahkan salah satu jalurnya keluar dari putaran: pilih jalur, lalu ganti {to}.',
        'Bila belum ada akhir, tambahkan dengan {addEnd} dan sambungkan langkah terakhir kepadanya.',
      ],
    },
    en: {
      title: 'From each step some way leads to an end',
      asks: 'The procedure has an end, and wherever the flow stands some way leads to one.',
      why: 'A request caught in a circle waits for ever: its time runs, its applicant gets nothing, and the office’s record of keeping its word falls with nobody able to finish the case.',
      mend: [
        'Select the marked step and look where its exits lead.',
        'Lead one of them out of the circle: select the exit and change {to}.',
        'Where there is no end, add one with {addEnd} and lead the last step to it.',
      ],
    },
    related: ['reachable', 'sound', 'revise-goes-back'],
  },
  'exits-complete': {
    id: {
      title: 'Setiap hasil punya tepat satu jalur',
      asks: 'Setiap putusan sebuah langkah, setiap hasil penantian, dan setiap peristiwa menuju ke satu tempat: tidak kurang, tidak lebih. Tidak ada jalur yang menggantung, masuk ke awal, atau keluar dari akhir.',
      why: 'Petugas menekan “Tolak” dan tidak terjadi apa-apa, atau sistem tidak tahu memilih yang mana dari dua jalur: alur berhenti sampai supervisor memilihkan jalan. PermenPANRB 35/2012 menggambar putusan sebagai belah ketupat dengan dua jalan keluar; putusan tanpa jalan keluar tidak dapat digambar.',
      mend: [
        'Pilih langkahnya, buka {outcomes}, dan lihat putusan yang belum menuju ke mana pun.',
        'Pilih tujuannya pada daftar di samping putusan, atau hapus putusan yang tidak dipakai.',
        'Bila satu putusan punya dua jalur, pilih jalur yang salah dan tekan {removeEdge}; bila keduanya memang perlu, tambahkan putusan dengan {addOutcome}.',
      ],
    },
    en: {
      title: 'Each result has exactly one exit',
      asks: 'Every outcome of a step, every result of a wait and every event leads to one place, no fewer and no more. No exit hangs in the air, leads into a start or out of an end.',
      why: 'An official presses “Reject” and nothing happens, or the system cannot choose between two exits: the flow stops until a supervisor shows the way. PermenPANRB 35/2012 draws a decision as a diamond with two ways out; one without a way out cannot be drawn.',
      mend: [
        'Select the step, open {outcomes} and find the outcome that leads nowhere.',
        'Choose its target in the list beside it, or remove an outcome that is not used.',
        'Where one outcome has two exits, select the wrong one and press {removeEdge}; where both are needed, add an outcome with {addOutcome}.',
      ],
    },
    related: ['reachable', 'branches-meet', 'decision-total'],
  },
  sound: {
    id: {
      title: 'Apa pun yang terjadi, alur sampai ke akhir',
      asks: 'Semua cara alur dapat berjalan diperiksa: tidak ada gabung yang menunggu cabang yang tidak akan datang, tidak ada cabang yang bertambah sendiri, tidak ada putaran tanpa kegiatan, dan tidak ada pekerjaan yang ditarik sebelum selesai.',
      why: 'Alur dengan cabang serentak tampak benar pada gambar tetapi dapat macet pada kejadian yang jarang, misalnya bila satu cabang berakhir lebih dahulu. Yang macet adalah permohonan orang. Karena itu semua kemungkinan dihitung, bukan hanya jalan yang biasa.',
      mend: [
        'Pilih langkah yang ditandai; kalimat temuannya menyebut kejadian yang membuat alur macet.',
        'Arahkan setiap cabang ke gabung yang sama: pilih jalur yang lari sendiri, lalu ganti {to}.',
        'Bila tidak semua cabang harus datang, pilih gabungnya dan kurangi {quorum}.',
        'Putaran tanpa kegiatan: sisipkan kegiatan di dalamnya dengan {addStep}, atau hapus jalur kembalinya.',
      ],
    },
    en: {
      title: 'Whatever happens, the flow comes to an end',
      asks: 'All ways in which the flow can run are looked at: no join waits for a branch that will not come, no branch multiplies, no circle is without a step, and no work is withdrawn before it is done.',
      why: 'A flow with parallel branches looks right in a drawing and still gets stuck in a rare case, such as one branch ending first. What is stuck is somebody’s request. So every possibility is worked out, not only the usual way.',
      mend: [
        'Select the marked step; the finding says what makes the flow stop.',
        'Lead every branch to the same join: select the exit that runs off and change {to}.',
        'Where not all branches need to arrive, select the join and lower {quorum}.',
        'A circle without a step: put one into it with {addStep}, or remove the way back.',
      ],
    },
    related: ['branches-meet', 'can-reach-end', 'exits-complete'],
  },
  'revise-goes-back': {
    id: {
      title: 'Perbaikan diperiksa lagi',
      asks: 'Setelah putusan “revisi”, pekerjaan kembali ke langkah yang memintanya, langsung atau lewat langkah perbaikan.',
      why: 'Perbaikan yang diminta tetapi tidak pernah dilihat lagi sama dengan tidak diminta. Pada bagan SOP jalan kembali itu harus tampak; sebuah lampiran SK pernah menyembunyikannya dengan menggambar pelaksana yang sama dua kali.',
      mend: [
        'Pilih langkah pemeriksa, buka {outcomes}, dan lihat ke mana putusan revisi menuju.',
        'Ikuti langkah perbaikannya; pilih jalur sesudahnya dan ganti {to} menjadi langkah pemeriksa.',
      ],
    },
    en: {
      title: 'A revision is examined again',
      asks: 'After an outcome “revise” the work comes back to the step that asked for it, at once or by way of a step that mends it.',
      why: 'A revision that is asked for and never looked at might as well not be asked for. On the SOP the way back must be seen; the annex of one decree hid it by drawing the same performer twice.',
      mend: [
        'Select the step that examines, open {outcomes} and see where its outcome “revise” leads.',
        'Follow the step that mends; select the exit after it and change {to} to the step that examines.',
      ],
    },
    related: ['exits-complete', 'rejection-explained', 'actors-distinct'],
  },
  'calls-fit': {
    id: {
      title: 'Standar yang dijalankan berlaku dan mengerti datanya',
      asks: 'Langkah yang menjalankan standar lain menunjuk versi yang sudah ditetapkan, tidak berputar kembali ke standar ini, dan memetakan isian ke isian sejenis yang memang ada.',
      why: 'Standar yang belum ditetapkan tidak dapat dijalankan, dan dua standar yang saling memanggil tidak pernah selesai. Isian yang salah pasang mengisi nama ke kolom biaya tanpa ada yang melihatnya.',
      mend: [
        'Pilih langkahnya, buka {call}, dan pilih versi yang berlaku pada {called}.',
        'Periksa setiap pasangan pada {passes}; hapus yang menunjuk isian yang sudah tidak ada.',
        'Bila memutar, keluarkan langkah yang sama-sama dipakai menjadi standar ketiga.',
      ],
    },
    en: {
      title: 'A standard that is run is in force and understands its data',
      asks: 'A step that runs another standard names a version that was set, does not lead back to this standard, and maps fields to fields of the same kind that are there.',
      why: 'A standard that was not set cannot be run, and two that call each other never end. Fields that are paired wrongly put a name where the fee belongs, and nobody sees it.',
      mend: [
        'Select the step, open {call} and choose the version in force under {called}.',
        'Go through each pair in {passes}; remove those that name a field that is gone.',
        'Where they go round in a circle, make a third standard of what both use.',
      ],
    },
    related: ['applicant-known', 'fields-consistent'],
  },
  'duplicate-ids': {
    id: {
      title: 'Setiap nama data hanya satu kali',
      asks: 'Tidak ada dua isian dalam satu formulir, dua pilihan, atau dua jalur dengan nama data yang sama.',
      why: 'Nama data adalah tempat jawaban disimpan. Bila dua isian memakai nama yang sama, jawaban kedua menimpa yang pertama, dan yang hilang tidak dapat dikembalikan. Ini terjadi terutama pada berkas yang disunting di luar penyusun.',
      mend: [
        'Pilih langkahnya, buka {form}, dan cari dua isian dengan {dataName} yang sama.',
        'Ganti {dataName} salah satunya, atau hapus isian yang berlebih.',
      ],
    },
    en: {
      title: 'Each data name stands once',
      asks: 'No two fields of one form, two options or two exits have the same data name.',
      why: 'A data name is where an answer is kept. Where two fields share one, the second answer overwrites the first, and what is lost cannot be brought back. It happens above all in files that were edited outside the builder.',
      mend: [
        'Select the step, open {form} and look for two fields with the same {dataName}.',
        'Change the {dataName} of one, or remove the field that is too many.',
      ],
    },
    related: ['fields-consistent', 'names-distinct'],
  },
  'scenarios-hold': {
    id: {
      title: 'Setiap skenario tetap berjalan seperti yang diharapkan',
      asks: 'Skenario yang disimpan dijalankan lagi oleh mesin alur yang sesungguhnya, dengan orang rekaan dan jam yang diputar: langkahnya, akhirnya, dan janji waktunya harus sama seperti saat disimpan.',
      why: 'Perubahan kecil di satu langkah dapat membelokkan jalan yang sudah dipastikan benar, dan baru ketahuan ketika permohonan warga tersesat. Skenario menjaga agar hal itu terlihat sebelum standar ditetapkan.',
      mend: [
        'Buka {try} dan pilih skenario yang rusak; permainan berhenti pada tindakan yang tidak dapat dilakukan lagi.',
        'Bila alurnya yang salah, perbaiki langkah itu.',
        'Bila perubahannya memang dimaksud, mainkan lagi sampai akhir lalu perbarui skenarionya.',
      ],
    },
    en: {
      title: 'Each scenario still goes as expected',
      asks: 'Walks that were kept are played again by the real engine, with made-up people and a clock that is wound: their steps, their end and their promised time have to be those that they were kept with.',
      why: 'A small change at one step can bend a way that was made sure of, and it shows only when a citizen’s request goes astray. Scenarios let it be seen before the standard is set.',
      mend: [
        'Open {try} and choose the broken scenario; the play stops at the act that cannot be done any more.',
        'Where the flow is wrong, mend that step.',
        'Where the change is meant, play on to the end and bring the scenario up to date.',
      ],
    },
    related: ['sound', 'time-adds-up'],
  },
} as const satisfies PagesOfPart
