import type { Catalogue } from '../catalogue.ts'

/** The help page. */
export const help = {
  id: {
    'help.title': 'Bantuan',
    'help.intro': 'Cara mengajukan, mengikuti, dan mengerjakan permohonan.',
    'help.contents': 'Di halaman ini',
    'help.apply.title': 'Mengajukan permohonan',
    'help.apply.1': 'Cari standar yang Anda perlukan di halaman depan. Lembarnya memuat syarat, lama, biaya, dan hasilnya.',
    'help.apply.2': 'Tekan “Ajukan” pada lembar itu dan isi formulirnya. Anda tidak perlu punya akun.',
    'help.apply.3':
      'Lampirkan berkas yang diminta. Bila ada yang kurang, halaman menyebutkan bagian mana dan isian Anda tidak hilang.',
    'help.apply.4':
      'Simpan nomor tiket yang tampil setelah terkirim. Nomor itu satu-satunya kunci untuk melihat permohonan Anda.',
    'help.track.title': 'Mengikuti permohonan',
    'help.track.1': 'Buka “Lacak permohonan” dan tulis nomor tiket Anda.',
    'help.track.2': 'Halaman tiket menunjukkan langkah yang sudah selesai, langkah yang berjalan, dan kapan jatuh temponya.',
    'help.track.3':
      'Bila petugas meminta perbaikan, jawab di halaman tiket itu juga. Selama menunggu Anda, waktu layanan berhenti dihitung.',
    'help.track.4':
      'Tiket yang hilang tidak dapat dipulihkan lewat situs. Hubungi unit pelayanan pada lembar standar dengan membawa identitas Anda.',
    'help.check.title': 'Memeriksa SK',
    'help.check.1': 'Setiap lembar menyebut nomor dan tanggal SK yang menetapkannya. Semua SK ada di “Register SK”.',
    'help.check.2': 'Tulisan “belum ditetapkan” berarti standar itu sudah disetujui tetapi belum bernomor, jadi belum berlaku.',
    'help.check.3':
      'Kode di kaki naskah, atau kode QR-nya, menunjukkan apakah naskah itu masih berlaku. Di “Cek naskah” berkas PDF-nya dapat diperiksa juga.',
    'help.staff.title': 'Untuk petugas',
    'help.staff.1':
      '“Tugas saya” diurutkan menurut jatuh tempo. Tugas datang kepada jabatan; ambil tugas agar rekan tahu Anda mengerjakannya.',
    'help.staff.2': 'Saat meminta revisi atau menolak, tulis alasannya. Penerima membaca alasan itu kata demi kata.',
    'help.staff.3':
      'Riwayat permohonan mencatat siapa berbuat apa, dalam jabatan apa, dan mengapa jatuh tempo jatuh pada hari itu.',
    'help.staff.4':
      'Bila menggantikan pejabat (Plt/Plh), administrator unit mencatat masa tugasnya. Hak Anda mulai dan berakhir tepat pada tanggal itu.',
    'help.access.title': 'Pernyataan aksesibilitas',
    'help.access.1':
      'Semua halaman publik dan formulir tugas bekerja tanpa JavaScript, dengan papan ketik saja, dan dengan pembaca layar.',
    'help.access.2':
      'Sasaran kami WCAG 2.2 tingkat AA. Kontras diperiksa pada tampilan terang dan gelap; huruf dapat diperbesar sampai 200 persen.',
    'help.access.3': 'Setiap bagan mempunyai padanan berupa teks. Gerak dikurangi bila perangkat Anda memintanya.',
    'help.access.4':
      'Bila ada bagian yang menyulitkan Anda, sampaikan kepada unit pelayanan pada lembar standar; layanan dapat diminta langsung di kantor.',
  },
  en: {
    'help.title': 'Help',
    'help.intro': 'How to apply, follow a request, and work on one.',
    'help.contents': 'On this page',
    'help.apply.title': 'Applying',
    'help.apply.1':
      'Find the standard you need on the front page. Its sheet says what to bring, how long it takes, what it costs and what you get.',
    'help.apply.2': 'Press “Apply” on that sheet and fill in the form. You do not need an account.',
    'help.apply.3':
      'Attach the files asked for. If something is missing, the page says where, and nothing that you entered is lost.',
    'help.apply.4': 'Keep the ticket number shown after sending. It is the only key to your request.',
    'help.track.title': 'Following a request',
    'help.track.1': 'Open “Track a request” and enter your ticket number.',
    'help.track.2': 'The ticket page shows the steps that are done, the step in progress, and when it is due.',
    'help.track.3':
      'If an official asks for a correction, answer on the same page. While we wait for you, the service time does not run.',
    'help.track.4':
      'A lost ticket cannot be recovered through the site. Contact the office named on the sheet and bring your identity card.',
    'help.check.title': 'Checking a decree',
    'help.check.1':
      'Every sheet names the number and date of the decree (SK) that set it. All decrees are in the “Decree register”.',
    'help.check.2': '“Not yet set” means that the standard is approved but has no number, so it is not in force.',
    'help.check.3':
      'The code in the foot of a paper, or its QR code, shows whether that paper is still in force. “Check a paper” takes its PDF file as well.',
    'help.staff.title': 'For staff',
    'help.staff.1': '“My tasks” is sorted by due time. Tasks come to positions; take one so that colleagues know you are on it.',
    'help.staff.2': 'When you ask for a revision or reject, write the reason. Whoever receives it reads it word for word.',
    'help.staff.3': 'The history of a request records who did what, in which office, and why it is due on that day.',
    'help.staff.4':
      'If you act for an official (Plt/Plh), the administrator of your office records the period. Your rights begin and end on those dates.',
    'help.access.title': 'Accessibility statement',
    'help.access.1': 'All public pages and task forms work without JavaScript, by keyboard alone, and with a screen reader.',
    'help.access.2':
      'We aim at WCAG 2.2 level AA. Contrast is checked in the light and the dark appearance; text can be enlarged to 200 per cent.',
    'help.access.3': 'Every diagram has a twin in text. Motion is reduced when your device asks for it.',
    'help.access.4':
      'If a part gives you difficulty, tell the office named on the sheet; every service can also be asked for in person.',
  },
} as const satisfies Catalogue
