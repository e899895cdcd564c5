import type { Catalogue } from '../catalogue.ts'

/** The signing of a decree's paper, and what everybody may read of the signed one. */
export const signing = {
  id: {
    'signing.title': 'Penandatanganan',
    'signing.pageTitle': 'Penandatanganan SK Nomor {{number}}',
    'signing.intro':
      'Naskah dibekukan saat pertama diunduh: setiap unduhan sesudahnya sama persis. Tandatangani dengan salah satu cara, lalu simpan hasilnya di sini.',
    'signing.open': 'Buka penandatanganan',
    'signing.openText': 'Cetak naskah untuk ditandatangani, unggah hasilnya, atau tandatangani secara elektronik.',
    'signing.signedPaper': 'Naskah bertanda tangan',
    'signing.none': 'Belum ada naskah bertanda tangan',
    'signing.noneText': 'Naskah bertanda tangan tampil di sini, dan pada halaman SK untuk umum, setelah disimpan.',
    'signing.kept': 'Naskah bertanda tangan sudah disimpan dan tampil untuk umum pada halaman SK.',

    'signing.paper': 'Naskah untuk ditandatangani',
    'signing.paperText': 'Unduh, lalu cetak atau serahkan ke layanan tanda tangan. Jangan mengubah berkasnya.',
    'signing.download': 'Unduh naskah (PDF)',
    'signing.frozen': 'Naskah ini dibekukan pada {{at}}.',
    'signing.noPaper': 'Naskah SK ini tidak dibuat di sini dalam satu berkas, jadi hanya pindaian yang dapat disimpan.',

    'signing.scan.title': 'Tanda tangan basah',
    'signing.scan.text': 'Pindai naskah yang sudah ditandatangani dan dicap, seluruh halamannya dalam satu berkas.',
    'signing.scan.file': 'Pindaian naskah',
    'signing.scan.help': 'PDF, JPEG, atau PNG, paling besar {{max}}.',
    'signing.scan.submit': 'Simpan pindaian',
    'signing.elsewhere.title': 'Ditandatangani secara elektronik di tempat lain',
    'signing.elsewhere.text':
      'Unggah PDF yang dikembalikan layanan tanda tangan. Tanda tangannya dibaca dan diperiksa sebelum berkas disimpan.',
    'signing.elsewhere.file': 'PDF bertanda tangan',
    'signing.elsewhere.help': 'PDF dari layanan tanda tangan, tanpa perubahan sesudahnya, paling besar {{max}}.',
    'signing.elsewhere.submit': 'Periksa dan simpan',
    'signing.provider.title': 'Tandatangani sekarang',
    'signing.provider.text': 'Naskah dikirim ke layanan tanda tangan elektronik atas nama {{name}}.',
    'signing.provider.passphrase': 'Frasa sandi',
    'signing.provider.passphraseHelp': 'Hanya diteruskan ke layanan tanda tangan; tidak disimpan.',
    'signing.provider.testHelp': 'Penyedia uji menerima frasa sandi “{{passphrase}}”.',
    'signing.provider.submit': 'Tandatangani',
    'signing.replaces': 'Yang disimpan sekarang menggantikan naskah bertanda tangan di atas. Naskah lama tetap tersimpan.',
    'signing.mayNot': 'Naskah bertanda tangan disimpan oleh penanda tangan SK atau administrator instansi.',
    'signing.earlier': 'Naskah yang sudah digantikan',

    'signing.kind': 'Cara penandatanganan',
    'signing.kind.paper': 'Naskah beku',
    'signing.kind.scan': 'Tanda tangan basah, dipindai',
    'signing.kind.signed-elsewhere': 'Tanda tangan elektronik pada PDF',
    'signing.kind.provider': 'Tanda tangan elektronik lewat layanan ini',
    'signing.file': 'Berkas',
    'signing.fileLink': 'Unduh {{type}}, {{size}}',
    'signing.sha256': 'Sidik berkas (SHA-256)',
    'signing.keptOn': 'Disimpan',
    'signing.keptBy': '{{at}}, oleh {{name}}',
    'signing.scanNote': 'Pindaian menunjukkan tanda tangan di atas kertas. Sistem tidak menilai tanda tangannya.',
    'signing.signature': 'Tanda tangan {{number}}',
    'signing.signer': 'Nama pada sertifikat',
    'signing.issuer': 'Penerbit menurut sertifikat',
    'signing.claimedAt': 'Waktu menurut penanda tangan',
    'signing.noTime': 'Tidak disebutkan',
    'signing.integrity': 'Keutuhan',
    'signing.whole': 'Utuh. Tanda tangan mencakup seluruh berkas dan berkas tidak berubah sejak itu.',
    'signing.wholeEarlier': 'Utuh. Tanda tangan mencakup berkas sampai saat itu; penanda tangan berikutnya menambahkan miliknya.',
    'signing.trust': 'Pengakuan penerbit',
    'signing.trust.trusted': 'Dikenal: sertifikatnya mengarah ke penerbit yang dipercaya administrator layanan ini.',
    'signing.trust.unknown-issuer':
      'Penerbit tidak dikenal. Siapa penanda tangannya tidak dapat dipastikan di sini; yang diperiksa hanya keutuhan berkas.',
    'signing.trust.outside-validity':
      'Penerbitnya dikenal, tetapi sertifikat tidak berlaku pada waktu yang disebut penanda tangan.',
    'signing.trust.test': 'Sertifikat uji, bukan tanda tangan elektronik tersertifikasi.',
    'signing.content': 'Isi',
    'signing.holdsPaper':
      'Berkas diawali naskah asli dari layanan ini, sama persis. Yang ditambahkan program penanda tangan di belakangnya tidak diperiksa.',
    'signing.holdsNoPaper':
      'Kode cek naskah ini ada di dalamnya, tetapi berkas ditulis ulang oleh program lain sehingga isinya tidak dapat dicocokkan byte demi byte.',
    'signing.notChecked': 'Pencabutan sertifikat dan ketepatan waktu tidak diperiksa di sini.',
    'signing.test.title': 'Sertifikat uji, bukan tanda tangan elektronik tersertifikasi',
    'signing.test.text': 'Naskah ini ditandatangani untuk percobaan. Tanda tangannya tidak mengikat siapa pun.',
    'signing.certified.title': 'Ditandatangani secara elektronik',
    'signing.certified.text':
      'Dokumen ini telah ditandatangani secara elektronik menggunakan sertifikat elektronik yang diterbitkan oleh {{issuer}}.',

    'signing.problem.required': 'Pilih berkasnya lebih dahulu.',
    'signing.problem.file-empty': 'Berkas ini kosong. Pilih berkas yang lain.',
    'signing.problem.file-too-large':
      'Berkas ini lebih besar dari {{max}}, batas satu berkas. Pindai dengan resolusi lebih rendah (200 dpi hitam putih cukup), lalu unggah lagi. Tidak ada yang hilang.',
    'signing.problem.not-a-scan': 'Berkas ini bukan PDF, JPEG, atau PNG. Simpan pindaian dalam salah satu jenis itu.',
    'signing.problem.not-a-pdf': 'Berkas ini bukan PDF. Unggah PDF yang dikembalikan layanan tanda tangan.',
    'signing.problem.pdf-damaged': 'PDF ini rusak atau terpotong. Unduh kembali dari layanan tanda tangan, lalu unggah lagi.',
    'signing.problem.pdf-encrypted': 'PDF ini terkunci sandi, jadi tidak dapat diperiksa. Unggah versi tanpa sandi.',
    'signing.problem.pdf-unsigned':
      'PDF ini tidak memuat tanda tangan elektronik. Bila ditandatangani di atas kertas, unggah sebagai pindaian.',
    'signing.problem.signature-unreadable':
      'Tanda tangan pada PDF ini tidak tertulis dalam bentuk yang dapat dibaca (PAdES atau PKCS#7), jadi tidak dapat diperiksa.',
    'signing.problem.signature-weak':
      'Tanda tangan pada PDF ini memakai algoritme yang tidak lagi aman (misalnya SHA-1 atau kunci pendek). Tandatangani lagi dengan sertifikat yang berlaku sekarang.',
    'signing.problem.signature-broken':
      'Tanda tangan pada PDF ini tidak cocok dengan isinya: berkas berubah atau rusak setelah ditandatangani. Unggah berkas yang langsung keluar dari layanan tanda tangan.',
    'signing.problem.signature-partial':
      'Tanda tangan hanya mencakup {{covered, number}} dari {{bytes, number}} byte: ada yang ditambahkan setelah ditandatangani. Unggah berkas yang langsung keluar dari layanan tanda tangan.',
    'signing.problem.not-our-paper':
      'PDF ini bertanda tangan, tetapi tidak memuat kode cek naskah mana pun dari sini. Tandatangani naskah yang diunduh dari halaman ini.',
    'signing.problem.other-decree': 'PDF ini naskah SK lain (Nomor {{number}}), bukan SK ini. Buka penandatanganan SK itu.',
  },
  en: {
    'signing.title': 'Signing',
    'signing.pageTitle': 'Signing of decree number {{number}}',
    'signing.intro':
      'The paper is frozen when it is first downloaded: every later download is the very same. Sign it in one of these ways and keep the result here.',
    'signing.open': 'Open the signing',
    'signing.openText': 'Print the paper to be signed, upload the result, or sign it electronically.',
    'signing.signedPaper': 'Signed paper',
    'signing.none': 'No signed paper yet',
    'signing.noneText': 'The signed paper is shown here, and on the public page of the decree, once it is kept.',
    'signing.kept': 'The signed paper is kept and shown to the public on the page of the decree.',

    'signing.paper': 'Paper to be signed',
    'signing.paperText': 'Download it, then print it or hand it to a signature service. Do not change the file.',
    'signing.download': 'Download the paper (PDF)',
    'signing.frozen': 'This paper was frozen on {{at}}.',
    'signing.noPaper': 'The paper of this decree is not made here as one file, so only a scan can be kept.',

    'signing.scan.title': 'Signed by hand',
    'signing.scan.text': 'Scan the signed and stamped paper, all its pages in one file.',
    'signing.scan.file': 'Scan of the paper',
    'signing.scan.help': 'PDF, JPEG or PNG, at most {{max}}.',
    'signing.scan.submit': 'Keep the scan',
    'signing.elsewhere.title': 'Signed electronically elsewhere',
    'signing.elsewhere.text':
      'Upload the PDF that the signature service returned. Its signature is read and checked before the file is kept.',
    'signing.elsewhere.file': 'Signed PDF',
    'signing.elsewhere.help': 'The PDF of the signature service, unchanged since, at most {{max}}.',
    'signing.elsewhere.submit': 'Check and keep',
    'signing.provider.title': 'Sign now',
    'signing.provider.text': 'The paper is sent to the electronic signature service in the name of {{name}}.',
    'signing.provider.passphrase': 'Passphrase',
    'signing.provider.passphraseHelp': 'Only passed on to the signature service; never kept.',
    'signing.provider.testHelp': 'The test provider takes the passphrase “{{passphrase}}”.',
    'signing.provider.submit': 'Sign',
    'signing.replaces': 'What is kept now takes the place of the signed paper above. The earlier one stays on file.',
    'signing.mayNot': 'The signed paper is kept by whoever signed the decree or by the agency’s administrator.',
    'signing.earlier': 'Papers that were replaced',

    'signing.kind': 'Way of signing',
    'signing.kind.paper': 'Frozen paper',
    'signing.kind.scan': 'Signed by hand and scanned',
    'signing.kind.signed-elsewhere': 'Electronic signature on the PDF',
    'signing.kind.provider': 'Electronic signature through this service',
    'signing.file': 'File',
    'signing.fileLink': 'Download {{type}}, {{size}}',
    'signing.sha256': 'Digest of the file (SHA-256)',
    'signing.keptOn': 'Kept',
    'signing.keptBy': '{{at}}, by {{name}}',
    'signing.scanNote': 'The scan shows a signature on paper. The system does not judge the signature.',
    'signing.signature': 'Signature {{number}}',
    'signing.signer': 'Name on the certificate',
    'signing.issuer': 'Issuer named by the certificate',
    'signing.claimedAt': 'Time according to the signer',
    'signing.noTime': 'Not said',
    'signing.integrity': 'Integrity',
    'signing.whole': 'Whole. The signature covers the entire file, which has not changed since.',
    'signing.wholeEarlier': 'Whole. The signature covers the file as it then was; the next signer added theirs.',
    'signing.trust': 'Standing of the issuer',
    'signing.trust.trusted': 'Known: its certificate leads to an issuer that the administrator of this service trusts.',
    'signing.trust.unknown-issuer':
      'The issuer is not known. Who signed cannot be ascertained here; only the integrity of the file was checked.',
    'signing.trust.outside-validity': 'The issuer is known, but the certificate was not valid at the time that the signer gives.',
    'signing.trust.test': 'A test certificate, not a certified electronic signature.',
    'signing.content': 'Content',
    'signing.holdsPaper':
      'The file begins with the original paper of this service, byte for byte. What the signing program added behind it is not checked.',
    'signing.holdsNoPaper':
      'The check code of this paper is inside it, but another program wrote the file anew, so its content cannot be compared byte by byte.',
    'signing.notChecked': 'Revocation of the certificate and accuracy of the time are not checked here.',
    'signing.test.title': 'A test certificate, not a certified electronic signature',
    'signing.test.text': 'This paper was signed for trial. Its signature binds nobody.',
    'signing.certified.title': 'Signed electronically',
    'signing.certified.text': 'This document was signed electronically using an electronic certificate issued by {{issuer}}.',

    'signing.problem.required': 'Choose the file first.',
    'signing.problem.file-empty': 'This file is empty. Choose another one.',
    'signing.problem.file-too-large':
      'This file is larger than {{max}}, the limit for one file. Scan at a lower resolution (200 dpi black and white is enough) and upload it again. Nothing is lost.',
    'signing.problem.not-a-scan': 'This file is no PDF, JPEG or PNG. Save the scan as one of these.',
    'signing.problem.not-a-pdf': 'This file is no PDF. Upload the PDF that the signature service returned.',
    'signing.problem.pdf-damaged':
      'This PDF is damaged or cut off. Download it from the signature service again and upload that.',
    'signing.problem.pdf-encrypted':
      'This PDF is locked with a password, so it cannot be checked. Upload one without a password.',
    'signing.problem.pdf-unsigned':
      'There is no electronic signature in this PDF. If it was signed on paper, upload it as a scan.',
    'signing.problem.signature-unreadable':
      'The signature in this PDF is not written in a form that can be read (PAdES or PKCS#7), so it cannot be checked.',
    'signing.problem.signature-weak':
      'The signature in this PDF uses an algorithm that is no longer safe (such as SHA-1 or a short key). Sign it again with a current certificate.',
    'signing.problem.signature-broken':
      'The signature in this PDF does not match its content: the file was changed or damaged after signing. Upload the file as it came from the signature service.',
    'signing.problem.signature-partial':
      'The signature covers only {{covered, number}} of {{bytes, number}} bytes: something was added after signing. Upload the file as it came from the signature service.',
    'signing.problem.not-our-paper':
      'This PDF is signed, but bears no check code of any paper from here. Sign the paper that is downloaded from this page.',
    'signing.problem.other-decree': 'This PDF is the paper of another decree (number {{number}}). Open the signing of that one.',
  },
} as const satisfies Catalogue
