import type { Catalogue } from '../catalogue.ts'

/** The pages on which whoever holds a paper asks whether it is in force, and whether it is the one that was made. */
export const check = {
  id: {
    'check.title': 'Cek naskah',
    'check.lead': 'Periksa apakah naskah standar yang Anda pegang masih berlaku, dan apakah berkasnya asli.',
    'check.byCode': 'Dengan kode cek',
    'check.code': 'Kode cek',
    'check.codeHelp':
      'Tertulis di kaki setiap halaman naskah, tiga kelompok enam huruf. Huruf O dan I serta angka 0 dan 1 tidak dipakai.',
    'check.codeSubmit': 'Cek kode',
    'check.byFile': 'Dengan berkas PDF',
    'check.file': 'Berkas PDF',
    'check.fileHelp': 'Paling besar {{max}}. Berkas hanya diperiksa, tidak disimpan.',
    'check.fileSubmit': 'Cek berkas',
    'check.again': 'Cek naskah lain',

    'check.problem.empty': 'Isi kode cek yang tertulis di kaki naskah.',
    'check.problem.letter': 'Kode ini salah ketik: “{{letter}}” tidak pernah dipakai dalam kode cek. Lihat kembali naskahnya.',
    'check.problem.length': 'Kode ini salah ketik: kode cek terdiri atas 18 huruf dan angka. Hitung kembali.',
    'check.problem.mistyped': 'Kode ini salah ketik: ada huruf yang keliru atau tertukar. Cocokkan kembali dengan naskahnya.',
    'check.problem.unknown':
      'Kode ini tidak dikenal. Penulisannya benar, tetapi tidak ada naskah dengan kode itu di sini. Jangan mengandalkan naskah tersebut; tanyakan kepada unit yang namanya tertera.',

    'check.verdict.in-force': 'Berlaku',
    'check.verdict.ending': 'Masih berlaku, akan berakhir',
    'check.verdict.not-yet': 'Belum berlaku',
    'check.verdict.not-set': 'Belum ditetapkan',
    'check.verdict.superseded': 'Tidak berlaku lagi: diganti',
    'check.verdict.revoked': 'Tidak berlaku lagi: dicabut',
    'check.verdict.cancelled': 'Tidak berlaku: dibatalkan',
    'check.sentence.in-force':
      'Versi {{version}} ditetapkan dengan SK Nomor {{number}} tanggal {{signedOn}} dan berlaku sejak {{effectiveOn}}.',
    'check.sentence.ending':
      'Versi {{version}} (SK Nomor {{number}} tanggal {{signedOn}}) masih berlaku sampai diganti pada {{nextEffectiveOn}} dengan SK Nomor {{nextNumber}} tanggal {{nextSignedOn}}.',
    'check.sentence.not-yet':
      'Versi {{version}} ditetapkan dengan SK Nomor {{number}} tanggal {{signedOn}}, tetapi baru berlaku mulai {{effectiveOn}}.',
    'check.sentence.not-set':
      'Versi {{version}} sudah disetujui, tetapi belum ditetapkan dengan surat keputusan (SK) dan belum berlaku.',
    'check.sentence.superseded':
      'Versi {{version}} (SK Nomor {{number}} tanggal {{signedOn}}) diganti dengan SK Nomor {{nextNumber}} tanggal {{nextSignedOn}}.',
    'check.sentence.supersededByVersion': 'Versi {{version}} diganti dengan versi {{next}}.',
    'check.sentence.ended': 'Versi {{version}} tidak berlaku lagi.',
    'check.sentence.revoked':
      'Versi {{version}} (SK Nomor {{number}} tanggal {{signedOn}}) dicabut dengan SK Nomor {{by}} tanggal {{on}}.',
    'check.sentence.revokedNoted': 'Versi {{version}} (SK Nomor {{number}} tanggal {{signedOn}}) dicabut dengan SK Nomor {{by}}.',
    'check.sentence.revokedOnly': 'Versi {{version}} (SK Nomor {{number}} tanggal {{signedOn}}) dicabut.',
    'check.sentence.cancelled':
      'SK Nomor {{number}} tanggal {{signedOn}} yang menetapkan versi {{version}} dibatalkan dengan SK Nomor {{by}} tanggal {{on}}.',
    'check.sentence.cancelledOnly': 'SK Nomor {{number}} tanggal {{signedOn}} yang menetapkan versi {{version}} dibatalkan.',
    'check.sentence.endingRevoked':
      'Versi {{version}} (SK Nomor {{number}} tanggal {{signedOn}}) masih berlaku sampai dicabut pada {{nextEffectiveOn}} dengan SK Nomor {{nextNumber}} tanggal {{nextSignedOn}}.',
    'check.sentence.corrected':
      'Versi {{version}} (SK Nomor {{number}} tanggal {{signedOn}}) diralat pada {{on}} di bawah nomor SK yang sama; yang dibaca sekarang versi {{next}}.',

    'check.facts': 'Keterangan naskah',
    'check.standard': 'Standar',
    'check.agency': 'Unit',
    'check.version': 'Versi',
    'check.decree': 'Ditetapkan dengan',
    'check.effectiveOn': 'Berlaku sejak',
    'check.beginsOn': 'Mulai berlaku',
    'check.effectiveFrom': 'Mulai berlaku {{date}}.',
    'check.next': 'Diganti dengan',
    'check.comes': 'Akan diakhiri dengan',
    'check.revokedBy': 'Dicabut dengan',
    'check.cancelledBy': 'Dibatalkan dengan',
    'check.reason': 'Alasan',
    'check.recordedOn': 'Pencabutan dicatat',
    'check.digest': 'Sidik digital (SHA-256)',
    'check.digestHelp': 'Cocokkan dengan yang tertulis di kaki naskah. Bila berbeda, naskah itu bukan versi ini.',
    'check.decreeName': 'SK Nomor {{number}} tanggal {{date}}',
    'check.decreeNumber': 'SK Nomor {{number}}',
    'check.versionName': 'versi {{number}}',
    'check.read': 'Baca naskah versi ini',
    'check.readInForce': 'Baca versi yang berlaku sekarang (versi {{number}})',
    'check.noneInForce': 'Saat ini tidak ada versi standar ini yang berlaku.',

    'check.file.ours': 'Berkas ini asli',
    'check.file.keptText':
      'Isinya sama persis dengan naskah SK bertanda tangan yang disimpan di sini pada {{date}}. Siapa penanda tangannya, dan apa yang diperiksa, tertulis pada halaman SK.',
    'check.file.testText':
      'Ditandatangani dengan sertifikat uji: bukan tanda tangan elektronik tersertifikasi, dan tidak mengikat siapa pun.',
    'check.file.replacedText':
      'Naskah bertanda tangan yang lebih baru sudah menggantikannya. Yang dipakai sekarang ada pada halaman SK.',
    'check.file.oursText': 'Isinya sama sampai byte terakhir dengan naskah “{{paper}}” yang dibuat layanan ini pada {{date}}.',
    'check.file.altered': 'Berkas ini sudah diubah',
    'check.file.alteredText':
      'Berkas ini memuat kode naskah di bawah, tetapi isinya tidak sama dengan naskah mana pun yang dibuat layanan ini. Jangan mengandalkannya; unduh naskah aslinya dari tautan di bawah.',
    'check.file.unknown': 'Berkas ini bukan naskah dari sini',
    'check.file.unknownText':
      'Isinya tidak sama dengan naskah mana pun yang dibuat layanan ini, dan tidak ada kode cek di dalamnya. Pindaian dan cetak ulang juga dijawab demikian: periksa kode yang tertulis di kakinya.',
    'check.file.standing': 'Keadaan naskah itu sekarang',
    'check.file.sha256': 'Sidik berkas ini (SHA-256): {{sha256}}',
    'check.file.required': 'Pilih berkas PDF yang hendak diperiksa.',
    'check.file.empty': 'Berkas ini kosong. Unduh ulang naskahnya, lalu coba lagi.',
    'check.file.tooLarge':
      'Berkas ini lebih besar dari {{max}}. Naskah dari layanan ini jauh lebih kecil; periksa berkas yang Anda pilih.',
    'check.file.notPdf': 'Berkas ini bukan PDF. Pilih berkas PDF yang diunduh dari layanan ini.',
    'check.paper.lembar': 'Lembar layanan',
    'check.paper.komponen': 'Tabel 14 komponen',
    'check.paper.sop': 'SOP',
    'check.paper.sk': 'SK',
    'check.paper.maklumat': 'Maklumat pelayanan',
  },
  en: {
    'check.title': 'Check a paper',
    'check.lead': 'Find out whether the paper of a standard that you hold is still in force, and whether its file is genuine.',
    'check.byCode': 'By its code',
    'check.code': 'Check code',
    'check.codeHelp':
      'It stands in the foot of every page, as three groups of six. The letters O and I and the digits 0 and 1 are not used.',
    'check.codeSubmit': 'Check the code',
    'check.byFile': 'By its PDF file',
    'check.file': 'PDF file',
    'check.fileHelp': 'At most {{max}}. The file is looked at and not kept.',
    'check.fileSubmit': 'Check the file',
    'check.again': 'Check another paper',

    'check.problem.empty': 'Enter the check code that stands in the foot of the paper.',
    'check.problem.letter': 'This code is mistyped: “{{letter}}” is never used in a check code. Look at the paper again.',
    'check.problem.length': 'This code is mistyped: a check code has 18 letters and digits. Count them again.',
    'check.problem.mistyped': 'This code is mistyped: a letter is wrong, or two changed places. Compare it with the paper again.',
    'check.problem.unknown':
      'This code is not known. It is well formed, but no paper here has it. Do not rely on that paper; ask the agency that it names.',

    'check.verdict.in-force': 'In force',
    'check.verdict.ending': 'Still in force, about to end',
    'check.verdict.not-yet': 'Not yet in force',
    'check.verdict.not-set': 'Not yet set',
    'check.verdict.superseded': 'No longer in force: replaced',
    'check.verdict.revoked': 'No longer in force: revoked',
    'check.verdict.cancelled': 'Not in force: cancelled',
    'check.sentence.in-force':
      'Version {{version}} was set by decree {{number}} of {{signedOn}} and has been in force since {{effectiveOn}}.',
    'check.sentence.ending':
      'Version {{version}} (decree {{number}} of {{signedOn}}) is in force until it is replaced on {{nextEffectiveOn}} by decree {{nextNumber}} of {{nextSignedOn}}.',
    'check.sentence.not-yet':
      'Version {{version}} was set by decree {{number}} of {{signedOn}}, but comes into force only on {{effectiveOn}}.',
    'check.sentence.not-set': 'Version {{version}} is approved, but no decree (SK) has set it and it is not in force.',
    'check.sentence.superseded':
      'Version {{version}} (decree {{number}} of {{signedOn}}) was replaced by decree {{nextNumber}} of {{nextSignedOn}}.',
    'check.sentence.supersededByVersion': 'Version {{version}} was replaced by version {{next}}.',
    'check.sentence.ended': 'Version {{version}} is no longer in force.',
    'check.sentence.revoked': 'Version {{version}} (decree {{number}} of {{signedOn}}) was revoked by decree {{by}} of {{on}}.',
    'check.sentence.revokedNoted': 'Version {{version}} (decree {{number}} of {{signedOn}}) was revoked by decree {{by}}.',
    'check.sentence.revokedOnly': 'Version {{version}} (decree {{number}} of {{signedOn}}) was revoked.',
    'check.sentence.cancelled':
      'Decree {{number}} of {{signedOn}}, which set version {{version}}, was cancelled by decree {{by}} of {{on}}.',
    'check.sentence.cancelledOnly': 'Decree {{number}} of {{signedOn}}, which set version {{version}}, was cancelled.',
    'check.sentence.endingRevoked':
      'Version {{version}} (decree {{number}} of {{signedOn}}) is still in force until it is revoked on {{nextEffectiveOn}} by decree {{nextNumber}} of {{nextSignedOn}}.',
    'check.sentence.corrected':
      'Version {{version}} (decree {{number}} of {{signedOn}}) was corrected on {{on}} under the same decree; version {{next}} is to be read now.',

    'check.facts': 'About this paper',
    'check.standard': 'Standard',
    'check.agency': 'Agency',
    'check.version': 'Version',
    'check.decree': 'Set by',
    'check.effectiveFrom': 'In force from {{date}}.',
    'check.effectiveOn': 'In force since',
    'check.beginsOn': 'In force from',
    'check.next': 'Replaced by',
    'check.comes': 'Will be ended by',
    'check.revokedBy': 'Revoked by',
    'check.cancelledBy': 'Cancelled by',
    'check.reason': 'Reason',
    'check.recordedOn': 'Revocation recorded',
    'check.digest': 'Digest (SHA-256)',
    'check.digestHelp': 'Compare it with the one in the foot of the paper. When they differ, the paper is not this version.',
    'check.decreeName': 'Decree {{number}} of {{date}}',
    'check.decreeNumber': 'Decree {{number}}',
    'check.versionName': 'version {{number}}',
    'check.read': 'Read the papers of this version',
    'check.readInForce': 'Read the version in force now (version {{number}})',
    'check.noneInForce': 'No version of this standard is in force at present.',

    'check.file.ours': 'This file is genuine',
    'check.file.keptText':
      'Its content is the very same as that of the signed paper of the decree that was kept here on {{date}}. Who signed it, and what was checked, stands on the page of the decree.',
    'check.file.testText':
      'It was signed with a test certificate: this is no certified electronic signature, and it binds nobody.',
    'check.file.replacedText': 'A newer signed paper has taken its place. The one that stands now is on the page of the decree.',
    'check.file.oursText': 'It is the same to the last byte as the paper “{{paper}}” that this service made on {{date}}.',
    'check.file.altered': 'This file has been altered',
    'check.file.alteredText':
      'It bears the code of the paper below, but is the same as no paper that this service made. Do not rely on it; download the genuine paper from the link below.',
    'check.file.unknown': 'This file is not a paper from here',
    'check.file.unknownText':
      'It is the same as no paper that this service made, and holds no check code. Scans and reprints are answered so too: check the code in their foot.',
    'check.file.standing': 'How that paper stands now',
    'check.file.sha256': 'Digest of this file (SHA-256): {{sha256}}',
    'check.file.required': 'Choose the PDF file to be checked.',
    'check.file.empty': 'This file is empty. Download the paper again, then try once more.',
    'check.file.tooLarge':
      'This file is larger than {{max}}. Papers of this service are much smaller; look at the file you chose.',
    'check.file.notPdf': 'This file is not a PDF. Choose the PDF file that was downloaded from this service.',
    'check.paper.lembar': 'Service sheet',
    'check.paper.komponen': 'Table of 14 components',
    'check.paper.sop': 'SOP',
    'check.paper.sk': 'Decree',
    'check.paper.maklumat': 'Service pledge',
  },
} as const satisfies Catalogue
