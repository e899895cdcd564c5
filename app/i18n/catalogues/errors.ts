import type { Catalogue } from '../catalogue.ts'

/** One sentence for everything that can be wrong with an input or be refused; `{{field}}` is the label of the place. */
export const errors = {
  id: {
    'errors.input.required': 'Isi “{{field}}”.',
    'errors.input.must-be-yes': '“{{field}}” harus disetujui agar dapat dilanjutkan.',
    'errors.input.wrong-type': 'Isian “{{field}}” tidak dapat dibaca. Periksa lalu isi kembali.',
    'errors.input.too-long': '“{{field}}” terlalu panjang. Ringkas menjadi paling banyak {{max, number}} karakter.',
    'errors.input.too-short': '“{{field}}” terlalu pendek. Isi paling sedikit {{min, number}} karakter.',
    'errors.input.too-few': '“{{field}}” belum cukup. Lengkapi menjadi paling sedikit {{min, number}}.',
    'errors.input.too-many': '“{{field}}” terlalu banyak. Kurangi menjadi paling banyak {{max, number}}.',
    'errors.input.too-small': '“{{field}}” terlalu kecil. Isi paling sedikit {{min, number}}.',
    'errors.input.too-large': '“{{field}}” terlalu besar. Isi paling banyak {{max, number}}.',
    'errors.input.not-an-option': 'Pilih salah satu yang tersedia pada “{{field}}”.',
    'errors.input.duplicate': '“{{field}}” berisi pilihan yang sama lebih dari sekali. Sisakan satu.',
    'errors.input.bad-date': '“{{field}}” bukan tanggal yang ada. Tulis dengan urutan tahun, bulan, hari, misalnya 2026-11-21.',
    'errors.input.bad-time': '“{{field}}” bukan jam yang ada. Tulis misalnya 08:30.',
    'errors.input.bad-nik': '“{{field}}” bukan NIK. NIK terdiri atas 16 angka; salin dari KTP.',
    'errors.input.bad-nip': '“{{field}}” bukan NIP. NIP terdiri atas 18 angka; salin dari kartu pegawai.',
    'errors.input.bad-phone': '“{{field}}” bukan nomor telepon. Tulis misalnya 0812 3456 7890.',
    'errors.input.bad-email': '“{{field}}” bukan alamat surel. Tulis misalnya nama@contoh.id.',
    'errors.input.bad-link': '“{{field}}” bukan alamat web. Tulis lengkap dengan https:// di depannya.',
    'errors.input.bad-letter-number': '“{{field}}” bukan nomor surat. Salin seperti tertulis pada surat.',
    'errors.input.unknown-field': 'Isian “{{field}}” tidak ada pada formulir ini. Muat ulang halaman lalu coba lagi.',
    'errors.input.hidden-field': 'Isian “{{field}}” tidak diminta pada langkah ini. Kosongkan lalu kirim kembali.',
    'errors.input.unknown-file': 'Berkas pada “{{field}}” tidak ditemukan. Unggah kembali berkas itu.',

    'errors.refusal.already-started': 'Permohonan ini sudah dimulai. Buka permohonan itu untuk melanjutkan.',
    'errors.refusal.not-started': 'Permohonan ini belum dimulai. Mulai dari halaman pengajuan.',
    'errors.refusal.not-running': 'Permohonan ini sudah tidak berjalan, jadi tidak ada lagi yang dapat diubah.',
    'errors.refusal.suspended':
      'Permohonan ini sedang ditangguhkan. Tunggu sampai pengawas melanjutkannya, atau minta pengawas melanjutkannya.',
    'errors.refusal.not-suspended': 'Permohonan ini tidak sedang ditangguhkan, jadi tidak ada yang perlu dilanjutkan.',
    'errors.refusal.task-not-found': 'Tugas ini tidak ditemukan. Kembali ke daftar tugas Anda.',
    'errors.refusal.task-closed': 'Tugas ini sudah diselesaikan oleh orang lain atau ditarik. Isian Anda tidak disimpan.',
    'errors.refusal.task-claimed': 'Tugas ini sedang dikerjakan rekan Anda. Minta rekan itu melepasnya lebih dahulu.',
    'errors.refusal.not-claimed': 'Tugas ini belum Anda ambil. Ambil tugas ini lalu coba lagi.',
    'errors.refusal.not-a-candidate': 'Tugas ini bukan untuk jabatan Anda saat ini.',
    'errors.refusal.part-done': 'Bagian Anda pada tugas ini sudah diselesaikan. Tunggu bagian pihak lain.',
    'errors.refusal.four-eyes': 'Anda mengerjakan langkah sebelumnya, jadi langkah ini harus dikerjakan orang lain.',
    'errors.refusal.may-not-start': 'Prosedur ini tidak dapat dimulai oleh Anda. Periksa siapa pemohonnya pada standar.',
    'errors.refusal.unknown-outcome': 'Putusan itu tidak ada pada langkah ini. Pilih salah satu putusan yang tampil.',
    'errors.refusal.reason-required': 'Tulis alasannya agar penerimanya tahu apa yang harus dilakukan.',
    'errors.refusal.reason-too-long': 'Alasan terlalu panjang. Ringkas menjadi paling banyak {{max}} karakter.',
    'errors.refusal.disposition-required': 'Pilih siapa yang mengerjakan langkah berikutnya.',
    'errors.refusal.disposition-not-asked': 'Langkah ini tidak meminta disposisi. Kosongkan pilihan pelaksana.',
    'errors.refusal.disposition-count': 'Pilih paling sedikit {{min}} dan paling banyak {{max}} pelaksana.',
    'errors.refusal.disposition-outside-lane':
      'Jabatan yang dipilih tidak termasuk pelaksana langkah berikutnya. Pilih yang tampil dalam daftar.',
    'errors.refusal.disposition-not-holder':
      'Orang yang dipilih tidak sedang memangku jabatan itu. Pilih pemangku yang tampil dalam daftar.',
    'errors.refusal.lent-already':
      'Tugas ini Anda kerjakan atas nama rekan yang mendelegasikannya, jadi tidak dapat diserahkan lagi. Lepaskan, atau minta atasan mengalihkannya.',
    'errors.refusal.delegate-not-eligible':
      'Orang yang dipilih tidak berhak mengerjakan tugas ini. Pilih rekan yang tampil dalam daftar.',
    'errors.refusal.wait-not-found': 'Yang ditunggu itu tidak ditemukan pada permohonan ini. Muat ulang halaman permohonan.',
    'errors.refusal.wait-over': 'Penantian ini sudah berakhir, jadi kabar tidak lagi diperlukan. Muat ulang halaman permohonan.',
    'errors.refusal.not-to-report': 'Kabar ini hanya dapat dilaporkan oleh pelaksana langkah itu. Sampaikan kepada mereka.',
    'errors.refusal.no-incident': 'Permohonan ini tidak sedang terhenti, jadi tidak ada yang perlu diselesaikan.',
    'errors.refusal.unknown-edge': 'Jalur itu tidak ada pada langkah ini. Pilih salah satu jalur yang tampil.',
    'errors.refusal.step-not-done':
      'Langkah itu belum pernah dikerjakan pada permohonan ini. Pilih salah satu langkah yang tampil.',
    'errors.refusal.branch-closed':
      'Langkah itu berada pada cabang yang sudah bergabung atau berakhir. Pilih langkah sebelum cabang itu.',
    'errors.refusal.still-running':
      'Permohonan ini masih berjalan, jadi tidak perlu dibuka kembali. Kembalikan ke langkah sebelumnya bila ada yang harus diulang.',
    'errors.refusal.reopen-too-late':
      'Permohonan hanya dapat dibuka kembali dalam {{days}} hari sejak berakhir. Mulai permohonan baru.',
    'errors.refusal.nothing-to-change': 'Tidak ada nilai yang berubah. Ubah paling sedikit satu isian, lalu simpan.',
    'errors.refusal.no-deadline': 'Langkah ini tidak mempunyai batas waktu, jadi tidak ada yang diperpanjang.',
    'errors.refusal.duration-out-of-range': 'Lama waktu itu tidak dapat dipakai. Isi angka bulat dari 1 sampai {{max}}.',
    'errors.refusal.version-unknown': 'Versi itu tidak ada pada standar ini. Pilih salah satu versi yang tampil.',
    'errors.refusal.same-version': 'Permohonan ini sudah berjalan pada versi itu, jadi tidak ada yang dipindahkan.',
    'errors.refusal.stays-on-version':
      'Permohonan ini berada pada keadaan yang tidak ada di versi itu. Selesaikan pada versinya sekarang.',
    'errors.refusal.choice-required': 'Pilih dahulu langkah tempat permohonan ini dilanjutkan pada versi itu.',
    'errors.refusal.choice-unknown':
      'Langkah yang dipilih tidak cocok dengan keadaan permohonan ini. Pilih salah satu langkah yang tampil.',
    'errors.refusal.clearing-not-agreed':
      'Ada isian yang nilainya tidak cocok lagi dengan versi itu. Setujui pengosongannya, atau biarkan permohonan pada versinya.',
    'errors.refusal.no-migration':
      'Tidak ada pemindahan yang dapat dibatalkan: pekerjaan sudah berlanjut, atau permohonan ini tidak pernah dipindahkan.',
    'errors.refusal.undo-too-late': 'Pemindahan hanya dapat dibatalkan dalam {{days}} hari. Pindahkan kembali bila perlu.',
    'errors.refusal.move-stopped': 'Tidak satu pun permohonan dipindahkan, karena permohonan nomor {{number}}: {{because}}',
    'errors.refusal.invalid-input': 'Ada isian yang perlu diperbaiki. Lihat catatan pada tiap isian.',

    'errors.refusal.not-found': 'Yang Anda cari tidak ada di sini. Periksa kembali alamat atau nomornya.',
    'errors.refusal.not-signed-in': 'Masuk lebih dahulu untuk melanjutkan.',
    'errors.refusal.not-allowed':
      'Jabatan atau hak Anda saat ini tidak mengizinkan tindakan ini. Hubungi administrator unit Anda.',
    'errors.refusal.invalid': 'Ada isian yang perlu diperbaiki. Lihat catatan pada tiap isian.',
    'errors.sentBefore':
      'Formulir ini sudah pernah dikirim dengan isian lain. Periksa isian di bawah; bila memang ingin mengirim lagi, tekan tombol kirim sekali lagi.',
    'errors.inProgress': 'Kiriman pertama formulir ini masih dikerjakan. Tunggu sebentar, lalu muat ulang halaman ini.',
    'errors.refusal.conflict': 'Seseorang telah mengubahnya lebih dahulu. Muat ulang, lihat perubahannya, lalu coba lagi.',
    'errors.refusal.rate-limited': 'Terlalu banyak percobaan. Coba lagi dalam {{retryAfterSeconds}} detik.',
    'errors.refusal.no-room':
      'Berkas tidak tersimpan karena tempat penyimpanan server penuh. Coba lagi nanti; bila terus terjadi, beri tahu pengelola sistem.',
    'errors.refusal.not-ready': 'Naskah ini belum lengkap. Perbaiki dahulu yang tercantum pada daftar masalah.',
    'errors.refusal.own-work': 'Anda menyusun naskah ini, jadi persetujuan dan penandatanganannya harus oleh orang lain.',
    'errors.refusal.act-waits':
      'SK Nomor {{number}} sudah ditetapkan untuk standar atau keputusan ini dan baru berlaku pada {{on}}. Tunggu sampai berlaku, atau batalkan SK itu dahulu.',
    'errors.refusal.act-amended': 'SK ini sudah diubah dengan SK Nomor {{number}}. Batalkan atau cabut SK itu dahulu.',
    'errors.refusal.standards-refused': 'Tidak ada yang ditetapkan. {{because}}',
    'errors.refusal.not-a-correction': 'Ini bukan salah ketik, jadi perlu SK perubahan, bukan ralat. Yang berubah: {{because}}',
    'errors.conflict.not-of-decree':
      'Standar ini tidak berlaku berdasarkan SK yang diubah, jadi tidak dapat diubah dengan SK perubahannya.',
    'errors.conflict.not-cancellable':
      'SK ini tidak dapat dibatalkan: hanya yang belum berlaku, atau yang menetapkan standar dan masih berlaku.',
    'errors.conflict.entry-not-cancellable':
      'Nomor ini tidak dapat dibatalkan di sini: yang menetapkan atau mengakhiri sesuatu dibatalkan dengan SK.',
    'errors.conflict.nothing-corrected': 'Naskah yang disetujui sama dengan yang berlaku, jadi tidak ada yang diralat.',
    'errors.conflict.too-many-snapshots':
      'Standar ini sudah menyimpan naskah sebanyak yang dapat ditampung. Hapus yang tidak diperlukan lagi di halaman versi.',
    'errors.conflict.in-review': 'Draf sedang ditinjau. Tunggu hasilnya atau minta dikembalikan lebih dahulu.',
    'errors.conflict.not-your-turn':
      'Saat ini bukan giliran jabatan Anda untuk menyetujui. Muat ulang halaman untuk melihat giliran siapa.',
    'errors.conflict.nothing-suggested': 'Belum ada yang berubah, jadi tidak ada yang disarankan. Ubah sesuatu lebih dahulu.',
    'errors.conflict.suggestion-clashes':
      'Bagian itu sudah berubah sejak disarankan, jadi tidak dapat diterima lagi. Muat ulang halaman, lalu pilih bagian lain atau tolak.',
    'errors.conflict.suggestion-settled': 'Saran ini sudah diputuskan. Muat ulang halaman.',
    'errors.conflict.suggestion-of-other': 'Hanya pembuatnya yang dapat menarik saran itu.',
    'errors.conflict.too-many-suggestions':
      'Terlalu banyak saran menunggu keputusan. Tunggu penyusun memutuskannya lebih dahulu.',
    'errors.conflict.version-replaced': 'Versi lain sudah berlaku. Muat ulang halaman, lalu baca versi itu.',
    'errors.conflict.topic-unknown':
      'Bagian yang dikomentari belum tersimpan atau sudah dihapus. Simpan draf atau pilih bagian lain, lalu kirim kembali.',
    'errors.conflict.too-many-threads':
      'Standar ini sudah memuat percakapan sebanyak yang mungkin. Lanjutkan percakapan yang sudah ada.',
    'errors.conflict.thread-full': 'Percakapan ini sudah penuh. Mulai percakapan baru tentang bagian yang sama.',
    'errors.conflict.comment-of-other': 'Hanya penulisnya yang dapat mengubah atau menghapus komentar itu.',
    'errors.conflict.comment-gone': 'Komentar itu sudah dihapus.',
    'errors.conflict.not-in-force': 'Tidak ada versi yang berlaku untuk diralat.',
    'errors.refusal.number-taken': 'Nomor {{number}} sudah dipakai tahun ini. Periksa buku register lalu tulis nomor lain.',
    'errors.refusal.wrong-passphrase':
      'Frasa sandi ditolak layanan tanda tangan. Periksa lalu ketik lagi; naskah belum ditandatangani.',
    'errors.refusal.signing-refused':
      'Layanan tanda tangan menolak menandatangani naskah ini. Periksa apakah sertifikat Anda masih berlaku, atau hubungi pengelola layanan itu.',
    'errors.refusal.signing-unavailable':
      'Layanan tanda tangan tidak dapat dipakai saat ini; naskah belum ditandatangani. Coba lagi nanti, atau unggah naskah yang ditandatangani dengan cara lain.',
    'errors.refusal.signing-timeout':
      'Layanan tanda tangan tidak menjawab tepat waktu; naskah belum ditandatangani. Coba lagi beberapa menit lagi.',
  },
  en: {
    'errors.input.required': 'Fill in “{{field}}”.',
    'errors.input.must-be-yes': '“{{field}}” has to be agreed to before you can go on.',
    'errors.input.wrong-type': 'What “{{field}}” holds cannot be read. Check it and fill it in again.',
    'errors.input.too-long': '“{{field}}” is too long. Shorten it to at most {{max, number}} characters.',
    'errors.input.too-short': '“{{field}}” is too short. Write at least {{min, number}} characters.',
    'errors.input.too-few': '“{{field}}” is not enough yet. Give at least {{min, number}}.',
    'errors.input.too-many': '“{{field}}” is too many. Reduce it to at most {{max, number}}.',
    'errors.input.too-small': '“{{field}}” is too small. Enter at least {{min, number}}.',
    'errors.input.too-large': '“{{field}}” is too large. Enter at most {{max, number}}.',
    'errors.input.not-an-option': 'Choose one of the options offered for “{{field}}”.',
    'errors.input.duplicate': '“{{field}}” holds the same choice more than once. Keep one of them.',
    'errors.input.bad-date': '“{{field}}” is not a date that exists. Write year, month, day, such as 2026-11-21.',
    'errors.input.bad-time': '“{{field}}” is not a time that exists. Write it as 08:30.',
    'errors.input.bad-nik': '“{{field}}” is not a NIK. A NIK has 16 digits; copy it from the identity card.',
    'errors.input.bad-nip': '“{{field}}” is not a NIP. A NIP has 18 digits; copy it from the staff card.',
    'errors.input.bad-phone': '“{{field}}” is not a telephone number. Write it as 0812 3456 7890.',
    'errors.input.bad-email': '“{{field}}” is not an e-mail address. Write it as name@example.id.',
    'errors.input.bad-link': '“{{field}}” is not a web address. Write it in full, starting with https://.',
    'errors.input.bad-letter-number': '“{{field}}” is not a letter number. Copy it as the letter shows it.',
    'errors.input.unknown-field': 'The field “{{field}}” is not part of this form. Load the page again and try once more.',
    'errors.input.hidden-field': 'The field “{{field}}” is not asked for in this step. Clear it and send again.',
    'errors.input.unknown-file': 'The file of “{{field}}” was not found. Upload it again.',

    'errors.refusal.already-started': 'This request has already started. Open it to go on.',
    'errors.refusal.not-started': 'This request has not started yet. Begin on the page to apply.',
    'errors.refusal.not-running': 'This request is no longer running, so nothing of it can be changed.',
    'errors.refusal.suspended': 'This request is suspended. Wait until a supervisor resumes it, or ask for that.',
    'errors.refusal.not-suspended': 'This request is not suspended, so there is nothing to resume.',
    'errors.refusal.task-not-found': 'This task was not found. Go back to your list of tasks.',
    'errors.refusal.task-closed': 'Somebody else has completed this task, or it was withdrawn. What you entered was not saved.',
    'errors.refusal.task-claimed': 'A colleague is working on this task. Ask them to release it first.',
    'errors.refusal.not-claimed': 'You have not taken this task yet. Take it and try again.',
    'errors.refusal.not-a-candidate': 'This task is not for a position that you hold at present.',
    'errors.refusal.part-done': 'Your part of this task is done. Wait for the parts of the others.',
    'errors.refusal.four-eyes': 'You performed an earlier step, so someone else has to perform this one.',
    'errors.refusal.may-not-start': 'You cannot start this procedure. See in the standard who may apply.',
    'errors.refusal.unknown-outcome': 'That outcome does not exist in this step. Choose one of those shown.',
    'errors.refusal.reason-required': 'Write the reason, so that whoever receives it knows what to do.',
    'errors.refusal.reason-too-long': 'The reason is too long. Shorten it to at most {{max}} characters.',
    'errors.refusal.disposition-required': 'Choose who performs the next step.',
    'errors.refusal.disposition-not-asked': 'This step asks for no disposition. Clear the choice of performers.',
    'errors.refusal.disposition-count': 'Choose at least {{min}} and at most {{max}} performers.',
    'errors.refusal.disposition-outside-lane': 'The chosen position does not perform the next step. Choose one from the list.',
    'errors.refusal.disposition-not-holder': 'The chosen person does not hold that position now. Choose a holder from the list.',
    'errors.refusal.lent-already':
      'You perform this task for the colleague who lent it to you, so it cannot be handed on. Give it back, or ask a supervisor.',
    'errors.refusal.delegate-not-eligible': 'The chosen person may not perform this task. Choose a colleague from the list.',
    'errors.refusal.wait-not-found': 'What is waited for was not found in this request. Load the page of the request again.',
    'errors.refusal.wait-over': 'This wait is over, so no news is needed any more. Load the page of the request again.',
    'errors.refusal.not-to-report': 'Only those who look after this step may report this. Pass the news on to them.',
    'errors.refusal.no-incident': 'This request is not stopped, so there is nothing to resolve.',
    'errors.refusal.unknown-edge': 'That path does not leave this step. Choose one of the paths shown.',
    'errors.refusal.step-not-done': 'That step was never done in this request. Choose one of the steps shown.',
    'errors.refusal.branch-closed':
      'That step is in a branch that has been joined or has ended. Choose a step before that branch.',
    'errors.refusal.still-running':
      'This request is still running, so it needs no reopening. Send it back to an earlier step if something has to be done again.',
    'errors.refusal.reopen-too-late': 'A request can be reopened only within {{days}} days of its end. Start a new request.',
    'errors.refusal.nothing-to-change': 'No value changed. Change at least one entry, then save.',
    'errors.refusal.no-deadline': 'This step has no time limit, so there is nothing to extend.',
    'errors.refusal.duration-out-of-range': 'That length of time cannot be used. Enter a whole number from 1 to {{max}}.',
    'errors.refusal.version-unknown': 'This standard has no such version. Choose one of the versions shown.',
    'errors.refusal.same-version': 'This request is on that version already, so there is nothing to move.',
    'errors.refusal.stays-on-version':
      'This request stands where that version cannot stand. Finish it on the version that it has.',
    'errors.refusal.choice-required': 'First choose the step at which this request goes on in that version.',
    'errors.refusal.choice-unknown': 'The chosen step does not fit where this request stands. Choose one of the steps shown.',
    'errors.refusal.clearing-not-agreed':
      'Some values do not fit that version any more. Agree to clear them, or leave the request on its version.',
    'errors.refusal.no-migration': 'There is no move to take back: work has gone on, or this request was never moved.',
    'errors.refusal.undo-too-late': 'A move can be taken back only within {{days}} days. Move the request again if need be.',
    'errors.refusal.move-stopped': 'No request was moved, because of request number {{number}}: {{because}}',
    'errors.refusal.invalid-input': 'Some answers need to be corrected. See the note at each of them.',

    'errors.refusal.not-found': 'What you are looking for is not here. Check the address or the number.',
    'errors.refusal.not-signed-in': 'Sign in first to go on.',
    'errors.refusal.not-allowed': 'Your present position or rights do not allow this. Ask the administrator of your office.',
    'errors.refusal.invalid': 'Some answers need to be corrected. See the note at each of them.',
    'errors.sentBefore':
      'This form was already sent with other answers. Check the answers below; if you do want to send again, press send once more.',
    'errors.inProgress': 'The first sending of this form is still being worked on. Wait a moment, then load this page again.',
    'errors.refusal.conflict': 'Someone changed it before you. Load it again, look at the change, and try once more.',
    'errors.refusal.rate-limited': 'Too many attempts. Try again in {{retryAfterSeconds}} seconds.',
    'errors.refusal.no-room':
      'The file was not kept because the server has no room left. Try again later; if it goes on, tell whoever runs the system.',
    'errors.refusal.not-ready': 'This text is not complete yet. First mend what the list of problems names.',
    'errors.refusal.own-work': 'You wrote this text, so someone else has to approve and sign it.',
    'errors.refusal.act-waits':
      'Decree {{number}} has been signed for this standard or decree and begins only on {{on}}. Wait until it is in force, or cancel it first.',
    'errors.refusal.act-amended': 'This decree has been amended by decree {{number}}. Cancel or revoke that one first.',
    'errors.refusal.standards-refused': 'Nothing was set. {{because}}',
    'errors.refusal.not-a-correction':
      'This is no typing error, so it needs an amending decree, not a correction. What changes: {{because}}',
    'errors.conflict.not-of-decree':
      'This standard is not in force under the decree that is amended, so its amendment cannot change it.',
    'errors.conflict.not-cancellable':
      'This decree cannot be cancelled: only one that is not yet in force, or one that sets standards and is in force.',
    'errors.conflict.entry-not-cancellable':
      'This number cannot be cancelled here: what sets or ends something is cancelled by a decree.',
    'errors.conflict.nothing-corrected': 'The approved text is the one in force, so there is nothing to correct.',
    'errors.conflict.too-many-snapshots': 'This standard keeps as many texts as it can. Remove some on the page of versions.',
    'errors.conflict.in-review': 'The draft is in review. Wait for the answer, or ask for it to be returned first.',
    'errors.conflict.not-your-turn': 'It is not your position’s turn to approve. Reload the page to see whose it is.',
    'errors.conflict.nothing-suggested': 'Nothing was changed, so there is nothing to suggest. Change something first.',
    'errors.conflict.suggestion-clashes':
      'That part has changed since it was suggested, so it cannot be taken any more. Reload the page, then choose other parts or decline.',
    'errors.conflict.suggestion-settled': 'This suggestion was decided already. Reload the page.',
    'errors.conflict.suggestion-of-other': 'Only its maker may withdraw that suggestion.',
    'errors.conflict.too-many-suggestions': 'Too many suggestions wait to be decided. Wait until the authors have decided them.',
    'errors.conflict.version-replaced': 'Another version is in force now. Reload the page and read that one.',
    'errors.conflict.topic-unknown':
      'What you comment on is not saved yet or was removed. Save the draft or choose another part, then send again.',
    'errors.conflict.too-many-threads': 'This standard holds as many conversations as it can. Go on in one that is there.',
    'errors.conflict.thread-full': 'This conversation is full. Begin a new one about the same part.',
    'errors.conflict.comment-of-other': 'Only its writer may change or delete that comment.',
    'errors.conflict.comment-gone': 'That comment was deleted already.',
    'errors.conflict.not-in-force': 'No version is in force that could be corrected.',
    'errors.refusal.number-taken': 'The number {{number}} is already taken this year. See the register and write another one.',
    'errors.refusal.wrong-passphrase':
      'The signature service refused the passphrase. Check it and type it again; nothing has been signed.',
    'errors.refusal.signing-refused':
      'The signature service refused to sign this paper. Check whether your certificate is still valid, or ask those who run the service.',
    'errors.refusal.signing-unavailable':
      'The signature service cannot be used now; nothing has been signed. Try again later, or upload a paper that was signed in another way.',
    'errors.refusal.signing-timeout':
      'The signature service did not answer in time; nothing has been signed. Try again in a few minutes.',
  },
} as const satisfies Catalogue
