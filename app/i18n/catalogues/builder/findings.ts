import type { Catalogue } from '../../catalogue.ts'

/** What the rules find. */
export const builderFindings = {
  id: {
    'builder.finding.no-start': 'Belum ada awal.',
    'builder.finding.starts-share-step':
      'Dua awal menuju langkah pertama yang sama; beri masing-masing langkah pertamanya sendiri.',
    'builder.finding.schedule-missing': 'Kapan ia dimulai belum ditentukan.',
    'builder.finding.schedule-month': 'Bulannya belum dipilih, atau tidak ada dalam masa itu.',
    'builder.finding.schedule-day': 'Harinya harus satu dari tujuh hari dalam minggu.',
    'builder.finding.first-step-not-task': 'Awal harus menuju sebuah kegiatan.',
    'builder.finding.first-step-lane': 'Pelaksana "{{lane}}" tidak boleh memulai prosedur ini.',
    'builder.finding.unreachable': 'Tidak ada jalur dari awal menuju ke sini.',
    'builder.finding.no-end': 'Belum ada akhir.',
    'builder.finding.cannot-reach-end': 'Dari sini tidak ada jalur menuju akhir.',
    'builder.finding.no-exit': 'Belum ada jalur keluar.',
    'builder.finding.several-exits': 'Hanya boleh ada satu jalur keluar.',
    'builder.finding.outcome-without-exit': 'Putusan "{{outcome}}" belum menuju ke mana pun.',
    'builder.finding.outcome-with-several-exits': 'Putusan "{{outcome}}" punya lebih dari satu jalur.',
    'builder.finding.several-exits-of-result': 'Hasil yang sama sudah punya jalur lain.',
    'builder.finding.result-without-exit': 'Belum ada jalur untuk hasil lainnya.',
    'builder.finding.edge-without-outcome': 'Jalur ini tidak menyebut putusannya.',
    'builder.finding.edge-unknown-outcome': 'Jalur ini menyebut putusan yang tidak ada: {{outcome}}.',
    'builder.finding.dangling-edge': 'Jalur ini menggantung.',
    'builder.finding.exit-from-end': 'Akhir tidak boleh punya jalur keluar.',
    'builder.finding.way-into-start': 'Tidak boleh ada jalur menuju awal.',
    'builder.finding.automatic-cycle': 'Putaran ini tidak melewati satu kegiatan pun, jadi tidak akan berhenti.',
    'builder.finding.stops':
      'Alur dapat berhenti di sini: jalur keluarnya tidak ada, atau lebih dari satu. Beri tepat satu jalur untuk setiap hasil.',
    'builder.finding.can-deadlock':
      'Di sini dapat ditunggu cabang yang tidak akan datang lagi. Arahkan setiap cabang ke sini, atau tunggu lebih sedikit cabang.',
    'builder.finding.work-lost':
      'Begitu cukup cabang sampai di {{step}}, pekerjaan di sini ditarik kembali sebelum selesai. Arahkan cabang ini ke {{step}}, atau tunggu semua cabang.',
    'builder.finding.opens-itself':
      'Sebuah cabang kembali ke sini sebelum digabung, sehingga cabangnya bertambah terus. Gabungkan dahulu, atau kembalikan ke langkah di dalam cabang itu.',
    'builder.finding.too-many-branches':
      'Lebih banyak cabang dapat berjalan bersamaan daripada yang tertampung. Kurangi cabangnya, atau jadikan sebagian standar tersendiri.',
    'builder.finding.never-entered':
      'Ada jalur ke sini, tetapi tidak akan pernah dilalui: yang sebelumnya selalu lebih dahulu. Periksa percabangan dan penggabungan sebelum ini.',
    'builder.finding.too-large':
      'Alurnya terlalu besar untuk dipastikan tidak melampaui batas cabang dan langkah otomatis. Jadikan sebagian standar tersendiri.',
    'builder.finding.parallel-one-branch': 'Hanya satu cabang; sambungkan cabang kedua, atau hapus percabangan ini.',
    'builder.finding.parallel-too-many': 'Terlalu banyak cabang; paling banyak {{max}}.',
    'builder.finding.join-without-parallel': 'Tidak ada cabang serentak yang bertemu di sini.',
    'builder.finding.quorum-too-high': 'Diminta {{n}}, padahal hanya ada {{max}}.',
    'builder.finding.unknown-lane': 'Pelaksananya tidak ada: {{lane}}.',
    'builder.finding.lane-without-position': 'Belum ada jabatan yang dipilih.',
    'builder.finding.lane-unknown-position': 'Jabatan ini tidak ada lagi: {{position}}.',
    'builder.finding.lane-unused': 'Tidak ada langkah pada pelaksana ini.',
    'builder.finding.task-lane-cannot-act': '"{{lane}}" tidak dapat mengerjakan kegiatan; pakai peristiwa.',
    'builder.finding.joint-lane-repeated': '"{{lane}}" sudah mengerjakan langkah ini.',
    'builder.finding.lane-vacant':
      'Saat ini tidak ada pejabat pada "{{lane}}"; langkahnya akan menunggu sampai ada yang ditunjuk.',
    'builder.finding.step-vacant':
      'Saat ini tidak ada pejabat pada jabatan yang ditugaskan; langkah ini akan menunggu sampai ada yang ditunjuk.',
    'builder.finding.quorum-vacant': 'Diminta {{n}} pejabat, saat ini hanya {{held}} yang terisi.',
    'builder.finding.decision-without-default': 'Belum ada jalur untuk "selain itu".',
    'builder.finding.decision-several-defaults': 'Hanya satu jalur boleh menjadi "selain itu".',
    'builder.finding.decision-edge-without-condition': 'Jalur ini belum punya syarat.',
    'builder.finding.branches-overlap':
      'Syarat jalur ini dan jalur "{{other}}" dapat terpenuhi sekaligus, misalnya {{example}}; alur akan berhenti. Pisahkan syaratnya, atau periksa berurutan.',
    'builder.finding.branches-gap': 'Tidak ada jalur bila {{example}}. Tambahkan jalurnya, atau jalur untuk "selain itu".',
    'builder.finding.branch-never-taken':
      'Jalur ini tidak akan pernah diambil: syaratnya tidak mungkin terpenuhi, atau sudah diambil jalur sebelumnya.',
    'builder.finding.promise-gap':
      'Tidak ada janji waktu bila {{example}}. Tambahkan batas waktunya, atau satu batas waktu tanpa syarat.',
    'builder.finding.promise-never':
      'Batas waktu ke-{{n}} tidak akan pernah berlaku: yang sebelumnya sudah mencakupnya, atau syaratnya tidak mungkin.',
    'builder.finding.default-to-rejection': 'Jalur "selain itu" tidak boleh langsung menolak.',
    'builder.finding.condition-invalid': 'Syaratnya belum benar: {{problem}}.',
    'builder.finding.unknown-form': 'Formulirnya tidak ada: {{form}}.',
    'builder.finding.form-unused': 'Formulir "{{form}}" tidak dipakai.',
    'builder.finding.form-empty': 'Formulir "{{form}}" tidak menanyakan apa pun.',
    'builder.finding.field-kinds-differ': 'Isian "{{field}}" punya jenis lain di formulir lain.',
    'builder.finding.assigned-unknown-position': 'Jabatan ini tidak ada lagi: {{position}}.',
    'builder.finding.disposition-unknown-step': 'Langkah pemberi disposisi tidak ada: {{step}}.',
    'builder.finding.disposition-not-given': '{{step}} tidak memberi disposisi.',
    'builder.finding.disposition-comes-later': '{{step}} baru terjadi sesudah langkah ini.',
    'builder.finding.disposition-lane': 'Disposisi harus memilih dari pelaksana yang berisi jabatan.',
    'builder.finding.disposition-count': 'Jumlah yang ditunjuk terbalik.',
    'builder.finding.four-eyes-unknown-step': 'Langkah pembandingnya tidak ada: {{step}}.',
    'builder.finding.four-eyes-self': 'Langkah tidak dapat dibandingkan dengan dirinya sendiri.',
    'builder.finding.four-eyes-nobody':
      'Tidak ada orang lain yang dapat mengerjakan langkah ini: satu-satunya pejabatnya juga mengerjakan {{step}}. Tunjuk orang lain, atau hapus larangan itu.',
    'builder.finding.performer-unknown-step': 'Langkah yang pelaksananya dirujuk tidak ada: {{step}}.',
    'builder.finding.performer-comes-later': '{{step}} datang setelah langkah ini, jadi pelaksananya belum diketahui.',
    'builder.finding.applicant-has-no-superior': '{{step}} dikerjakan pemohon, dan pemohon tidak punya atasan.',
    'builder.finding.starter-is-nobody': 'Tidak ada petugas yang memulai prosedur ini; pilih pelaksana lain.',
    'builder.finding.duration-zero': 'Batas waktunya nol.',
    'builder.finding.duration-range': 'Rentang waktunya terbalik: {{amount}} sampai {{upTo}}.',
    'builder.finding.duration-too-long-minute':
      'Batas waktunya terlalu lama. Tulis paling banyak {{max}} menit; pakai jam atau hari.',
    'builder.finding.duration-too-long-hour': 'Batas waktunya terlalu lama. Tulis paling banyak {{max}} jam; pakai hari.',
    'builder.finding.duration-too-long-workingDay':
      'Batas waktunya terlalu lama. Tulis paling banyak {{max}} hari kerja (sepuluh tahun).',
    'builder.finding.duration-too-long-calendarDay':
      'Batas waktunya terlalu lama. Tulis paling banyak {{max}} hari (sepuluh tahun).',
    'builder.finding.duration-too-long-week': 'Batas waktunya terlalu lama. Tulis paling banyak {{max}} minggu (sepuluh tahun).',
    'builder.finding.duration-too-long-month': 'Batas waktunya terlalu lama. Tulis paling banyak {{max}} bulan (sepuluh tahun).',
    'builder.finding.calendar-without-hours':
      'Batas waktunya menghitung jam atau hari kerja, tetapi kalender perangkat daerah belum memuat jam kerja. Minta administrator mengisinya.',
    'builder.finding.calendar-unit-without-hours':
      'Batas waktunya menghitung jam atau hari kerja, tetapi unit “{{unit}}” tidak memuat jam kerja. Minta administrator mengisinya.',
    'builder.finding.calendar-unit-unknown':
      'Unit kalender “{{unit}}” tidak ada pada perangkat daerah ini. Pilih unit lain atau minta administrator membuatnya.',
    'builder.finding.anchor-unknown-step': 'Waktunya dihitung dari langkah yang tidak ada: {{step}}.',
    'builder.finding.anchor-unknown-field': 'Waktunya dihitung dari isian yang tidak ada: {{field}}.',
    'builder.finding.anchor-not-a-date': 'Waktunya dihitung dari isian yang bukan tanggal: {{field}}.',
    'builder.finding.shared-time-unknown-step': 'Waktunya bersama langkah yang tidak ada: {{step}}. Hapus tandanya.',
    'builder.finding.shared-time-differs':
      'Waktunya bersama "{{step}}", tetapi batas waktu keduanya tidak sama. Samakan, atau hapus tandanya.',
    'builder.finding.shared-time-apart':
      'Waktunya bersama "{{step}}", tetapi barisnya tidak berurutan; waktunya dicetak pada tiap baris.',
    'builder.finding.deadline-without-duration': 'Peringatan dan tindakan memerlukan batas waktu; langkah ini tidak punya.',
    'builder.finding.warning-too-early': 'Peringatannya datang sebelum langkah dibuka; perpendek.',
    'builder.finding.return-unknown-step': 'Langkah tujuan pengembalian tidak ada: {{step}}.',
    'builder.finding.return-comes-later': '{{step}} datang setelah langkah ini; kembalikan ke langkah sebelumnya.',
    'builder.finding.wait-unknown-field': 'Ia menunggu tanggal pada isian yang tidak ada: {{field}}.',
    'builder.finding.wait-not-a-date': 'Ia menunggu tanggal pada isian yang bukan tanggal: {{field}}.',
    'builder.finding.wait-field-asked-later': '"{{field}}" baru ditanyakan setelah ini.',
    'builder.finding.wait-step-comes-later':
      'Lamanya dihitung sejak "{{step}}" selesai, tetapi langkah itu tidak ada di jalan ke sini; alur berhenti di sini sampai langkah itu selesai atau supervisor memilih jalan.',
    'builder.finding.wait-field-may-be-empty':
      '"{{field}}" boleh kosong; bila kosong, alur berhenti di sini sampai supervisor mengisinya atau memilih jalan.',
    'builder.finding.decision-field-may-be-empty':
      'Keputusan ini melihat "{{field}}" yang boleh kosong; bila kosong, alur berhenti sampai supervisor memilih jalan. Wajibkan isiannya, atau tanyakan dulu apakah terisi.',
    'builder.finding.applicant-nobody':
      'Langkah ini menunggu pemohon, tetapi yang dimulai oleh jadwal tidak punya pemohon: tidak ada yang menerima tiket. Serahkan langkahnya kepada pejabat.',
    'builder.finding.call-asks-applicant':
      '"{{standard}}" meminta sesuatu dari pemohon, tetapi di sini tidak ada pemohon: tidak ada yang menerima tiket. Mulai oleh pemohon, beri pemohon satu langkah di sini, atau panggil standar lain.',
    'builder.finding.call-unknown': 'Standar {{standard}} versi {{version}} belum ditetapkan atau tidak dapat dipanggil.',
    'builder.finding.call-circle':
      'Standar {{standard}} versi {{version}} akhirnya memanggil standar ini lagi, jadi tidak akan selesai.',
    'builder.finding.call-superseded': '"{{standard}}" versi {{version}} sudah diganti versi yang lebih baru.',
    'builder.finding.call-unknown-field': 'Isian yang dipetakan tidak ada: {{field}}.',
    'builder.finding.call-field-twice': '"{{other}}" diisi dua kali.',
    'builder.finding.call-kinds-differ': '"{{field}}" dan "{{other}}" berbeda jenis isian.',
    'builder.finding.duplicate-id': 'Nama data dipakai dua kali: {{id}}.',
    'builder.finding.letter-unprintable':
      'Huruf {{letter}} tidak dapat dicetak pada naskah. Hapus atau ganti dengan huruf biasa.',
    'builder.finding.activity-names-lane': 'Kegiatan menyebut pelaksananya ("{{lane}}"); mulailah dengan kata kerja.',
    'builder.finding.component-empty': 'Komponen "{{component}}" masih kosong.',
    'builder.finding.sop-block-missing': 'Halaman identitas SOP belum diisi.',
    'builder.finding.rule-failed': 'Pemeriksaan "{{rule}}" gagal: {{why}}.',
  },
  en: {
    'builder.finding.no-start': 'There is no start.',
    'builder.finding.starts-share-step': 'Two starts lead to the same first step; give each a first step of its own.',
    'builder.finding.schedule-missing': 'When it begins is not set yet.',
    'builder.finding.schedule-month': 'Its month is not chosen, or that period has no such month.',
    'builder.finding.schedule-day': 'Its day must be one of the seven days of the week.',
    'builder.finding.first-step-not-task': 'The start must lead to a step.',
    'builder.finding.first-step-lane': 'The lane "{{lane}}" may not begin this procedure.',
    'builder.finding.unreachable': 'No path from the start leads here.',
    'builder.finding.no-end': 'There is no end.',
    'builder.finding.cannot-reach-end': 'From here no path leads to an end.',
    'builder.finding.no-exit': 'It leads nowhere yet.',
    'builder.finding.several-exits': 'It may have one exit only.',
    'builder.finding.outcome-without-exit': 'The outcome "{{outcome}}" leads nowhere yet.',
    'builder.finding.outcome-with-several-exits': 'The outcome "{{outcome}}" has more than one exit.',
    'builder.finding.several-exits-of-result': 'That result has another exit already.',
    'builder.finding.result-without-exit': 'There is no exit yet for the other results.',
    'builder.finding.edge-without-outcome': 'This exit does not say for which outcome it is.',
    'builder.finding.edge-unknown-outcome': 'This exit names an outcome that does not exist: {{outcome}}.',
    'builder.finding.dangling-edge': 'This exit hangs in the air.',
    'builder.finding.exit-from-end': 'An end may have no exit.',
    'builder.finding.way-into-start': 'Nothing may lead into the start.',
    'builder.finding.automatic-cycle': 'This round passes no step, so it would never stop.',
    'builder.finding.stops': 'The flow can stop here: there is no exit, or more than one. Give each result exactly one exit.',
    'builder.finding.can-deadlock':
      'Branches that can come no more may be waited for here. Lead every branch here, or wait for fewer of them.',
    'builder.finding.work-lost':
      'As soon as enough branches have come to {{step}}, the work here is taken back undone. Lead this branch to {{step}}, or wait for all branches.',
    'builder.finding.opens-itself':
      'A branch comes back here before it was joined, so ever more branches open. Join them first, or go back to a step within the branch.',
    'builder.finding.too-many-branches':
      'More branches can go on side by side than there is room for. Use fewer, or make some of it a standard of its own.',
    'builder.finding.never-entered':
      'A path leads here, but it is never taken: what comes before always goes on first. Look at the splits and joins before it.',
    'builder.finding.too-large':
      'The flow is too large to be sure that it keeps within the bounds of branches and automatic steps. Make some of it a standard of its own.',
    'builder.finding.parallel-one-branch': 'There is one branch only; connect a second one, or remove this split.',
    'builder.finding.parallel-too-many': 'Too many branches; at most {{max}}.',
    'builder.finding.join-without-parallel': 'No branches side by side meet here.',
    'builder.finding.quorum-too-high': '{{n}} are asked for, but there are {{max}} only.',
    'builder.finding.unknown-lane': 'Its lane does not exist: {{lane}}.',
    'builder.finding.lane-without-position': 'No position is chosen.',
    'builder.finding.lane-unknown-position': 'This position no longer exists: {{position}}.',
    'builder.finding.lane-unused': 'No step stands in this lane.',
    'builder.finding.task-lane-cannot-act': '"{{lane}}" cannot perform a step; use an event.',
    'builder.finding.joint-lane-repeated': '"{{lane}}" does this step already.',
    'builder.finding.lane-vacant': 'Nobody is in office in "{{lane}}" now; its steps will wait until somebody is appointed.',
    'builder.finding.step-vacant':
      'Nobody is in office in the positions assigned; this step will wait until somebody is appointed.',
    'builder.finding.quorum-vacant': '{{n}} officials are asked for, but only {{held}} are in office now.',
    'builder.finding.decision-without-default': 'It has no exit for "otherwise".',
    'builder.finding.decision-several-defaults': 'One exit only may be "otherwise".',
    'builder.finding.decision-edge-without-condition': 'This exit has no condition.',
    'builder.finding.branches-overlap':
      'The conditions of this exit and of "{{other}}" can both hold, for instance {{example}}; then the flow stops. Keep them apart, or ask them in their order.',
    'builder.finding.branches-gap': 'There is no exit for {{example}}. Add one, or one for "otherwise".',
    'builder.finding.branch-never-taken': 'This exit is never taken: its condition cannot hold, or an earlier exit takes it all.',
    'builder.finding.promise-gap': 'No time is promised for {{example}}. Add a limit for it, or one without condition.',
    'builder.finding.promise-never': 'Time limit {{n}} never binds: an earlier one covers it, or its condition cannot hold.',
    'builder.finding.default-to-rejection': 'The exit for "otherwise" may not reject.',
    'builder.finding.condition-invalid': 'Its condition is not right: {{problem}}.',
    'builder.finding.unknown-form': 'Its form does not exist: {{form}}.',
    'builder.finding.form-unused': 'The form "{{form}}" is not used.',
    'builder.finding.form-empty': 'The form "{{form}}" asks nothing.',
    'builder.finding.field-kinds-differ': 'The field "{{field}}" is of another kind in another form.',
    'builder.finding.assigned-unknown-position': 'This position no longer exists: {{position}}.',
    'builder.finding.disposition-unknown-step': 'The step that disposes does not exist: {{step}}.',
    'builder.finding.disposition-not-given': '{{step}} gives no disposition.',
    'builder.finding.disposition-comes-later': '{{step}} comes after this step.',
    'builder.finding.disposition-lane': 'A disposition must choose from a lane of positions.',
    'builder.finding.disposition-count': 'The numbers to be named are reversed.',
    'builder.finding.four-eyes-unknown-step': 'The other step does not exist: {{step}}.',
    'builder.finding.four-eyes-self': 'A step cannot exclude its own performer.',
    'builder.finding.four-eyes-nobody':
      'Nobody else can do this step: its only official also does {{step}}. Appoint somebody else, or take that rule away.',
    'builder.finding.performer-unknown-step': 'The step whose performer is meant does not exist: {{step}}.',
    'builder.finding.performer-comes-later': '{{step}} comes after this step, so its performer is not known yet.',
    'builder.finding.applicant-has-no-superior': '{{step}} is done by the applicant, who has no superior.',
    'builder.finding.starter-is-nobody': 'No official begins this procedure; choose another performer.',
    'builder.finding.duration-zero': 'Its time limit is zero.',
    'builder.finding.duration-range': 'Its range is reversed: {{amount}} to {{upTo}}.',
    'builder.finding.duration-too-long-minute': 'Its time limit is too long. Write at most {{max}} minutes; use hours or days.',
    'builder.finding.duration-too-long-hour': 'Its time limit is too long. Write at most {{max}} hours; use days.',
    'builder.finding.duration-too-long-workingDay': 'Its time limit is too long. Write at most {{max}} working days (ten years).',
    'builder.finding.duration-too-long-calendarDay': 'Its time limit is too long. Write at most {{max}} days (ten years).',
    'builder.finding.duration-too-long-week': 'Its time limit is too long. Write at most {{max}} weeks (ten years).',
    'builder.finding.duration-too-long-month': 'Its time limit is too long. Write at most {{max}} months (ten years).',
    'builder.finding.calendar-without-hours':
      'Its time limit counts working hours or days, but the agency’s calendar has no working hours yet. Ask the administrator to set them.',
    'builder.finding.calendar-unit-without-hours':
      'Its time limit counts working hours or days, but the unit “{{unit}}” has no working hours. Ask the administrator to set them.',
    'builder.finding.calendar-unit-unknown':
      'This agency’s calendar has no unit “{{unit}}”. Choose another unit or ask the administrator to add it.',
    'builder.finding.anchor-unknown-step': 'Its time counts from a step that does not exist: {{step}}.',
    'builder.finding.anchor-unknown-field': 'Its time counts from a field that does not exist: {{field}}.',
    'builder.finding.anchor-not-a-date': 'Its time counts from a field that is no date: {{field}}.',
    'builder.finding.shared-time-unknown-step': 'It shares its time with a step that is not there: {{step}}. Untick it.',
    'builder.finding.shared-time-differs':
      'It shares its time with "{{step}}", but their time limits differ. Make them the same, or untick it.',
    'builder.finding.shared-time-apart':
      'It shares its time with "{{step}}", but their rows do not follow each other; the time is printed in each row.',
    'builder.finding.deadline-without-duration': 'Warnings and acts need a time limit; this step has none.',
    'builder.finding.warning-too-early': 'Its warning comes before the step opens; make it shorter.',
    'builder.finding.return-unknown-step': 'The step to return to does not exist: {{step}}.',
    'builder.finding.return-comes-later': '{{step}} comes after this step; return to one before it.',
    'builder.finding.wait-unknown-field': 'It waits for the date in a field that does not exist: {{field}}.',
    'builder.finding.wait-not-a-date': 'It waits for the date in a field that is no date: {{field}}.',
    'builder.finding.wait-field-asked-later': '"{{field}}" is asked for only after this.',
    'builder.finding.wait-step-comes-later':
      'It is counted from the end of "{{step}}", which is not on the way here; the flow stops here until that step is done or a supervisor chooses the way on.',
    'builder.finding.wait-field-may-be-empty':
      '"{{field}}" may be left empty; then the flow stops here until a supervisor fills it in or chooses the way on.',
    'builder.finding.decision-field-may-be-empty':
      'This decision looks at "{{field}}", which may be left empty; then the flow stops until a supervisor chooses the way on. Require the field, or ask first whether it is filled.',
    'builder.finding.applicant-nobody':
      'This step waits for the applicant, but what the clock begins has none: nobody gets a ticket. Give the step to an official.',
    'builder.finding.call-asks-applicant':
      '"{{standard}}" asks something of the applicant, but there is none here: nobody gets a ticket. Let an applicant begin, give the applicant a step here, or call another standard.',
    'builder.finding.call-unknown': 'Standard {{standard}}, version {{version}}, is not in force or cannot be called.',
    'builder.finding.call-circle':
      'Standard {{standard}}, version {{version}}, comes to call this one again, so it would never end.',
    'builder.finding.call-superseded': 'A newer version has taken the place of "{{standard}}", version {{version}}.',
    'builder.finding.call-unknown-field': 'A mapped field does not exist: {{field}}.',
    'builder.finding.call-field-twice': '"{{other}}" is filled in twice.',
    'builder.finding.call-kinds-differ': '"{{field}}" and "{{other}}" are fields of different kinds.',
    'builder.finding.duplicate-id': 'A data name is used twice: {{id}}.',
    'builder.finding.letter-unprintable': 'The letter {{letter}} cannot be printed on papers. Remove it or use a plain one.',
    'builder.finding.activity-names-lane': 'The activity names its performer ("{{lane}}"); begin with the verb.',
    'builder.finding.component-empty': 'The component "{{component}}" is empty.',
    'builder.finding.sop-block-missing': 'The identity page of the SOP is not filled in.',
    'builder.finding.rule-failed': 'The check "{{rule}}" failed: {{why}}.',
  },
} as const satisfies Catalogue
