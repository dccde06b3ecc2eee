; What NSIS itself says in Indonesian, in the words and the spelling of the program.

!macro Instead name text
  LangString ${name} ${LANG_INDONESIAN} "${text}"
!macroend
!define Instead "!insertmacro Instead"

!pragma warning push
!pragma warning disable 6030 ; each is set a second time

${Instead} ^BackBtn "< &Kembali"
${Instead} ^CancelBtn "Batal"
${Instead} ^InstallBtn "&Pasang"
${Instead} ^BrowseBtn "&Telusuri..."
${Instead} ^ShowDetailsBtn "&Perincian"
${Instead} ^SetupCaption "Pemasangan ${APP}"
${Instead} ^UninstallCaption "Penghapusan ${APP}"
${Instead} ^Completed "Selesai"
${Instead} ^DirText "Program akan dipasang di folder berikut. Biasanya folder ini tidak perlu diganti."
${Instead} ^DirSubText "Folder pemasangan"
${Instead} ^DirBrowseText "Pilih folder pemasangan:"
${Instead} ^SpaceRequired "Ruang yang diperlukan: "
${Instead} ^SpaceAvailable "Ruang yang tersedia: "
${Instead} ^FileError_NoIgnore "Berkas ini tidak dapat ditulis:$\r$\n$\r$\n$0$\r$\n$\r$\nCoba lagi, atau batalkan pemasangan."
${Instead} ^CantWrite "Tidak dapat menulis: "
${Instead} ^CreateFolder "Membuat folder: "
${Instead} ^CreateShortcut "Membuat pintasan: "
${Instead} ^CreatedUninstaller "Membuat program penghapus: "
${Instead} ^ErrorDecompressing "Berkas pemasang rusak. Salin lagi, lalu coba sekali lagi."
${Instead} ^ErrorWriting "Tidak dapat menulis ke berkas "
${Instead} ^Extract "Menyalin: "
${Instead} ^OutputFolder "Folder tujuan: "
${Instead} ^RemoveFolder "Menghapus folder: "
${Instead} ^Rename "Mengganti nama: "
${Instead} MUI_TEXT_DIRECTORY_TITLE "Folder program"
${Instead} MUI_TEXT_DIRECTORY_SUBTITLE "Pilih tempat program disimpan."
${Instead} MUI_TEXT_INSTALLING_TITLE "Memasang ${APP}"
${Instead} MUI_TEXT_INSTALLING_SUBTITLE "Tunggu sebentar. Berkas disalin, lalu diperiksa."
${Instead} MUI_TEXT_FINISH_TITLE "Pemasangan selesai"
${Instead} MUI_TEXT_FINISH_SUBTITLE "${APP} siap dipakai."
${Instead} MUI_TEXT_ABORT_TITLE "Pemasangan dibatalkan"
${Instead} MUI_TEXT_ABORT_SUBTITLE "Tidak ada yang berubah di komputer ini."
${Instead} MUI_UNTEXT_UNINSTALLING_TITLE "Menghapus ${APP}"
${Instead} MUI_UNTEXT_UNINSTALLING_SUBTITLE "Tunggu sebentar."
${Instead} MUI_UNTEXT_FINISH_TITLE "Penghapusan selesai"
${Instead} MUI_UNTEXT_FINISH_SUBTITLE "${APP} sudah dihapus dari komputer ini."
${Instead} MUI_UNTEXT_ABORT_TITLE "Penghapusan dibatalkan"
${Instead} MUI_UNTEXT_ABORT_SUBTITLE "${APP} masih terpasang."

!pragma warning pop
!undef Instead
!macroundef Instead
