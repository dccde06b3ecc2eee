; The installer for Windows in one file. `installers/windows/nsis.py` compiles it and defines:
;   VERSION        three numbers, such as 0.1.0
;   OUTPUT         the installer to write
;   ICON           an .ico file
;   SIZE_KB        what the program folder takes on the disk
;   LONGEST_FOLDER characters that the chosen folder may have, so that Windows takes all paths in it
;   NEEDED_KB, NEEDED_MB  free space without which nothing is begun
;   LISTS          the folder of extract.nsh and remove.nsh, the lists of all files
;   SIGN           where there is a certificate: the line for a shell that signs the file %1
;   QUICK          only for trials: compress fast
; Exit codes are told in `outcomes.nsh`, switches in `switches.nsh`.

Unicode true
Target amd64-unicode
ManifestDPIAware true
ManifestLongPathAware true
RequestExecutionLevel admin
CRCCheck force
AllowSkipFiles off
; The same bytes on every machine and day: no times of files.
SetDateSave off
!ifdef QUICK
  SetCompressor zlib
!else
  SetCompressor /SOLID lzma
  SetCompressorDictSize 64
!endif

!define APP "Bina ASN"
!define PUBLISHER "Pemerintah Kota Dumai"

Name "${APP}"
OutFile "${OUTPUT}"
BrandingText "${APP} ${VERSION}"
; The uninstaller comes into being only on the PC, so it is signed within the installer.
!ifdef SIGN
  !uninstfinalize `${SIGN}`
!endif
; Left empty so that `folder.nsh` sees whether /D= was given.
InstallDir ""

!include "MUI2.nsh"
!include "nsDialogs.nsh"
!include "FileFunc.nsh"
!include "LogicLib.nsh"
!include "TextFunc.nsh"
!include "WinVer.nsh"
!include "WordFunc.nsh"

!include "wizard.nsh"

; The first is taken where Windows speaks neither.
!insertmacro MUI_LANGUAGE "Indonesian"
!insertmacro MUI_LANGUAGE "English"
!include "stock-id.nsh"

; Rooms that installer and uninstaller share are read twice: NSIS wants a function of its own for each.
!define SIDE ""
!include "log.nsh"
!include "outcomes.nsh"
!include "switches.nsh"
!include "program.nsh"
!include "open.nsh"
!include "folder.nsh"
!include "examine.nsh"
!include "settings.nsh"
!include "swap.nsh"
!include "registry.nsh"
!include "install.nsh"
!include "welcome.nsh"
!undef SIDE
!define SIDE "un."
!include "log.nsh"
!include "outcomes.nsh"
!include "switches.nsh"
!include "program.nsh"
!include "open.nsh"
!include "uninstall.nsh"
!include "choice.nsh"
!include "words-id.nsh"
!include "words-en.nsh"

VIProductVersion "${VERSION}.0"
!macro Described language description
  VIAddVersionKey /LANG=${language} "ProductName" "${APP}"
  VIAddVersionKey /LANG=${language} "ProductVersion" "${VERSION}"
  VIAddVersionKey /LANG=${language} "FileVersion" "${VERSION}"
  VIAddVersionKey /LANG=${language} "FileDescription" "${description}"
  VIAddVersionKey /LANG=${language} "CompanyName" "${PUBLISHER}"
  VIAddVersionKey /LANG=${language} "LegalCopyright" "${PUBLISHER}, Apache-2.0"
!macroend
!insertmacro Described ${LANG_INDONESIAN} "Pemasang Bina ASN"
!insertmacro Described ${LANG_ENGLISH} "Bina ASN setup"
