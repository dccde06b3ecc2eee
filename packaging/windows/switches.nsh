; What the command line asks for; each switch is optional, upper or lower case.
;   installer    /S  /SETTINGS=file  /TUTUP  /TUNGGU=seconds  /LOG=file  /BAHASA=id|en  /D=folder (last)
;   uninstaller  /S  /HAPUSDATA  /TUTUP  /TUNGGU=seconds  /LOG=file  /BAHASA=id|en
; NSIS lets an uninstaller work from a copy and end at once, with 0. Who wants to wait for its exit
; code copies uninstall.exe elsewhere and starts the copy, with _?=folder (the installed one) last.

!ifndef ReadSwitch
  Var WantsClosing
  Var Patience ; seconds
  Var WantedLanguage ; "id", "en", or "" where nobody chose

  ; $R0 becomes what follows the name, and the error flag tells that the switch is absent.
  !macro ReadSwitch name
    StrCpy $R0 "${name}"
    Call ${SIDE}FindSwitch
  !macroend
  !define ReadSwitch "!insertmacro ReadSwitch"

  ; The path in $R0, seen from the folder in which the installer was started. NSIS's own word for it
  ; knows no file that has yet to be written.
  !macro FullPath variable
    System::Call 'kernel32::GetFullPathNameW(w R0, i ${NSIS_MAX_STRLEN}, w .s, p 0)'
    Pop ${variable}
  !macroend
  !define FullPath "!insertmacro FullPath"
!endif

; Reads the command line as Windows splits it: PowerShell puts quotation marks around the whole of
; "/LOG=a b", people around the value alone.
Function ${SIDE}FindSwitch
  System::Store "S"
  StrLen $1 $R0
  System::Call 'kernel32::GetCommandLineW() p .r2'
  System::Call 'shell32::CommandLineToArgvW(p r2, *i .r3) p .r4'
  StrCpy $5 $4
  SetErrors
  ${DoWhile} $3 > 1
    IntOp $3 $3 - 1
    IntPtrOp $5 $5 + ${NSIS_PTR_SIZE}
    System::Call '*$5(w .r6)'
    StrCpy $7 $6 $1
    ${If} $7 == $R0
      StrCpy $8 $6 "" $1
      ClearErrors
    ${EndIf}
  ${Loop}
  System::Call 'kernel32::LocalFree(p r4)'
  Push $8
  System::Store "L"
  Pop $R0
FunctionEnd

Function ${SIDE}ReadSharedSwitches
  ${ReadSwitch} "/LOG="
  ${IfNot} ${Errors}
    ${FullPath} $LogFile
  ${EndIf}
  ${ReadSwitch} "/TUTUP"
  ${IfNot} ${Errors}
    StrCpy $WantsClosing yes
  ${EndIf}
  ${ReadSwitch} "/TUNGGU="
  IntOp $Patience $R0 + 0
  ${ReadSwitch} "/BAHASA="
  StrCpy $WantedLanguage $R0
FunctionEnd

Function ${SIDE}SpeakLanguage
  ${If} $WantedLanguage == "id"
    StrCpy $LANGUAGE ${LANG_INDONESIAN}
  ${ElseIf} $WantedLanguage == "en"
    StrCpy $LANGUAGE ${LANG_ENGLISH}
  ${EndIf}
FunctionEnd
