; What people read in Indonesian.

!macro Say name text
  LangString ${name} ${LANG_INDONESIAN} "${text}"
!macroend
!define Say "!insertmacro Say"

${Say} AlreadyInstalling "Pemasangan Bina ASN lain sedang berjalan. Tunggu sampai selesai."
${Say} CannotWriteFiles "Berkas program tidak dapat ditulis. Periksa ruang kosong di disk dan hak atas folder. Pemasangan dibatalkan; yang sudah ada di komputer ini tidak berubah."
${Say} DataKept "Program dihapus, tetapi data tetap disimpan di folder"
${Say} DiskFull "Ruang kosong di disk tidak cukup. Pemasangan memerlukan ${NEEDED_MB} MB."
${Say} Extracting "Menyalin berkas ke"
${Say} FilesDamaged "Berkas program tidak lengkap setelah disalin. Salin ulang berkas pemasang ke flashdisk, lalu coba lagi. Kode pemeriksaan:"
${Say} FilesStay "Sebagian berkas tidak dapat dihapus. Nyalakan ulang komputer, lalu hapus lagi. Folder:"
${Say} FolderInUse "Folder program sedang dipakai program lain, misalnya jendela Explorer atau pemindai virus. Tutup program itu, lalu pasang lagi."
${Say} FolderInvalid "Folder pemasangan harus ditulis lengkap tanpa tanda kutip, misalnya /D=D:\Bina ASN, dan tidak boleh berupa akar disk seperti D:\."
${Say} FolderIsForeign "Folder itu berisi folder bernama program, program.baru, atau program.lama yang bukan milik Bina ASN. Pilih folder lain."
${Say} FolderNotWritable "Folder pemasangan tidak dapat dibuat atau ditulisi."
${Say} FolderTooLong "Nama folder pemasangan terlalu panjang. Pilih folder dengan nama paling panjang ${LONGEST_FOLDER} huruf."
${Say} Installed "Selesai. Terpasang di"
${Say} Installing "pemasangan dimulai"
${Say} LogIsHere "Catatan pemasangan:"
${Say} MsiIsInstalled "Bina ASN sudah dipasang dari berkas MSI. Perbarui dengan berkas MSI, atau hapus dahulu pemasangan itu."
${Say} NewerIsInstalled "Bina ASN $InstalledVersion yang terpasang lebih baru daripada ${VERSION}. Tidak ada yang diubah."
${Say} NoRights "Pemasangan memerlukan hak administrator. Klik kanan berkas ini, lalu pilih Jalankan sebagai administrator."
${Say} PleaseClose "Tutup dahulu programnya di semua akun Windows, lalu coba lagi."
${Say} ProgramFails "Program yang baru disalin tidak berjalan sebagaimana mestinya. Kode:"
${Say} ProgramIsOpen "Bina ASN sedang terbuka di komputer ini."
${Say} RegistryFails "Pendaftaran program pada Windows gagal."
${Say} Removed "Penghapusan selesai. Kode:"
${Say} Removing "penghapusan dimulai dari"
${Say} ResultsStay "Bina ASN akan dihapus dari komputer ini. Hasil belajar pegawai tetap disimpan."
${Say} SettingsMissing "Berkas pengaturan tidak ada:"
${Say} SettingsRefused "Berkas pengaturan ditolak. Tidak ada yang dipasang."
${Say} Stopped "Berhenti dengan kode"
${Say} WindowsTooOld "Bina ASN memerlukan Windows 10 versi 1809 atau yang lebih baru (64-bit)."

!undef Say
!macroundef Say
