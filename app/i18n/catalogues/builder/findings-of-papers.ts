import type { Catalogue } from '../../catalogue.ts'

/** What the rules find in the words of a standard. */
export const builderFindingsOfPapers = {
  id: {
    'builder.finding.lane-twice':
      '"{{lane}}" dan "{{other}}" adalah pelaksana yang sama. Pakai satu lajur, dan gambar kembalinya pekerjaan sebagai jalur.',
    'builder.finding.drawing-typed':
      '{{component}}: gambar alur diketik sebagai teks. Hapus baris itu; gambar dibuat sendiri dari langkah-langkahnya.',
    'builder.finding.drawing-differs':
      '{{component}}: gambar alur yang diketik punya {{boxes}} kotak, sedangkan alurnya {{steps}} langkah. Hapus baris itu; gambar dibuat sendiri dari langkah-langkahnya.',
    'builder.finding.drawing-actor-twice':
      '{{component}}: gambar alur yang diketik menyebut "{{actor}}" dua kali, sehingga kembalinya pekerjaan tidak terlihat. Hapus baris itu; gambar dibuat sendiri dari langkah-langkahnya.',
    'builder.finding.time-in-words':
      'Waktunya hanya tertulis sebagai kata-kata ("{{words}}"). Isi pada Batas waktu: jumlah, satuan, dan dihitung sejak kapan.',
    'builder.finding.time-without-unit':
      'Catatan jangka waktu "{{words}}" tidak bersatuan. Tulis sebagai batas waktu dengan menit, jam, hari kerja, atau satuan lain.',
    'builder.finding.promise-in-words':
      '{{component}}: janji waktunya hanya tertulis sebagai kata-kata ("{{words}}"). Isi sebagai jumlah dan satuan, agar dapat dihitung dan ditepati.',
    'builder.finding.promise-elastic':
      'Janji waktunya dapat mulur: "{{words}}". Janjikan satu waktu; bila memang berbeda menurut keadaan, beri tiap keadaan batas waktunya sendiri.',
    'builder.finding.promise-too-short':
      'Yang dijanjikan {{amount}} {{unit}}, tetapi langkah-langkahnya bila dijumlahkan memerlukan {{n}} {{unit}}. Perpanjang janjinya, atau perpendek langkahnya.',
    'builder.finding.day-units-mixed':
      '{{amount}} hari di antara hari kerja: hari kalender atau hari kerja? Bila hari kerja, ganti satuannya.',
    'builder.finding.hours-longer-than-day':
      '{{amount}} jam kerja lebih panjang daripada sehari. Bila yang dimaksud siang dan malam, pilih jam biasa; bila hari kerja, tulis sebagai hari kerja.',
    'builder.finding.complaint-clocks-differ':
      '{{class}} dijanjikan {{time}}, tetapi pada standar "{{standard}}" {{other}}. Samakan di seluruh perangkat daerah.',
    'builder.finding.channel-empty': 'Saluran pengaduan ke-{{n}} kosong. Isi nomor atau alamatnya, atau hapus salurannya.',
    'builder.finding.channel-personal':
      'Saluran pengaduan ke-{{n}} adalah nomor ponsel perorangan. Pakai nomor kantor, atau kontak perangkat daerah yang dijawab suatu jabatan.',
    'builder.finding.channel-mobile':
      'Saluran pengaduan ke-{{n}} adalah nomor ponsel yang diketik. Pilih kontak perangkat daerah, agar nomornya dapat diganti tanpa mengubah standar.',
    'builder.finding.channel-unknown-contact':
      'Saluran pengaduan ke-{{n}} menunjuk kontak yang tidak ada lagi: {{contact}}. Pilih kontak lain.',
    'builder.finding.other-subject': 'Di sini tertulis "{{subject}}", padahal itu layanan lain. Periksa apakah ini sisa salinan.',
    'builder.finding.numbering-typed': 'Penomoran "{{mark}}" diketik di awal baris. Hapus; nomor dan huruf dicetak sendiri.',
    'builder.finding.number-left-open':
      'Ada nomor yang masih kosong. Lengkapi, atau hapus: nomor keputusan diberikan saat ditetapkan.',
    'builder.finding.law-replaced': 'Dasar hukum {{regulation}} sudah diganti dengan {{by}}. Perbarui.',
    'builder.finding.law-revoked': 'Dasar hukum {{regulation}} sudah dicabut dengan {{by}}. Hapus atau ganti.',
    'builder.finding.law-amended': 'Dasar hukum {{regulation}} sudah diubah dengan {{by}}. Sebut juga perubahannya.',
    'builder.finding.staffing-below-lanes':
      'Jumlah pelaksana {{people}} orang, padahal prosedurnya dikerjakan {{lanes}} pelaksana: {{names}}. Sesuaikan jumlahnya.',
    'builder.finding.staffing-words-differ':
      'Jumlah pelaksana {{people}} orang, tetapi kata-katanya menyebut lain: "{{words}}". Samakan.',
  },
  en: {
    'builder.finding.lane-twice':
      '"{{lane}}" and "{{other}}" are the same performer. Use one lane, and draw the way back as an exit.',
    'builder.finding.drawing-typed':
      '{{component}}: a drawing of the flow is typed as words. Delete that line; the drawing is made from the steps.',
    'builder.finding.drawing-differs':
      '{{component}}: the drawing typed as words has {{boxes}} boxes, but the flow has {{steps}} steps. Delete that line; the drawing is made from the steps.',
    'builder.finding.drawing-actor-twice':
      '{{component}}: the drawing typed as words names "{{actor}}" twice, which hides the way back. Delete that line; the drawing is made from the steps.',
    'builder.finding.time-in-words':
      'Its time stands in words only ("{{words}}"). Fill in the time limit: amount, unit, and what it counts from.',
    'builder.finding.time-without-unit':
      'The note on service time "{{words}}" has no unit. Write it as a time limit in minutes, hours, working days or another unit.',
    'builder.finding.promise-in-words':
      '{{component}}: the promised time stands in words only ("{{words}}"). Fill in amount and unit, so that it can be counted and kept.',
    'builder.finding.promise-elastic':
      'The promised time can stretch: "{{words}}". Promise one time; where it truly differs, give each case a limit of its own.',
    'builder.finding.promise-too-short':
      '{{amount}} {{unit}} are promised, but the steps add up to {{n}} {{unit}}. Promise more, or shorten the steps.',
    'builder.finding.day-units-mixed':
      '{{amount}} days among working days: calendar days or working days? If working days are meant, change the unit.',
    'builder.finding.hours-longer-than-day':
      '{{amount}} working hours are longer than a day. If day and night are meant, choose hours of the clock; if working days, write working days.',
    'builder.finding.complaint-clocks-differ':
      '{{class}}: {{time}} is promised here, but the standard "{{standard}}" promises {{other}}. Make them the same in the whole agency.',
    'builder.finding.channel-empty': 'Complaint channel {{n}} is empty. Fill in its number or address, or delete the channel.',
    'builder.finding.channel-personal':
      'Complaint channel {{n}} is a person’s own mobile number. Use a number of the office, or a contact of the agency that a position answers.',
    'builder.finding.channel-mobile':
      'Complaint channel {{n}} is a typed mobile number. Choose a contact of the agency, so that the number can change without the standard.',
    'builder.finding.channel-unknown-contact':
      'Complaint channel {{n}} names a contact that no longer exists: {{contact}}. Choose another one.',
    'builder.finding.other-subject': '"{{subject}}" stands here, which is another service. See whether it was left from a copy.',
    'builder.finding.numbering-typed':
      'The numbering "{{mark}}" is typed before the line. Delete it; numbers and letters are printed by themselves.',
    'builder.finding.number-left-open':
      'A number is left open. Complete it, or delete it: the decree gets its number when it is set.',
    'builder.finding.law-revoked': 'Legal basis {{regulation}} was revoked by {{by}}. Remove or replace it.',
    'builder.finding.law-amended': 'Legal basis {{regulation}} was amended by {{by}}. Cite the amendment, too.',
    'builder.finding.law-replaced': 'The legal basis {{regulation}} has been replaced by {{by}}. Bring it up to date.',
    'builder.finding.staffing-below-lanes':
      'Staffing says {{people}}, but {{lanes}} performers do the procedure: {{names}}. Correct the number.',
    'builder.finding.staffing-words-differ':
      'Staffing says {{people}}, but its words say something else: "{{words}}". Make them the same.',
  },
} as const satisfies Catalogue
