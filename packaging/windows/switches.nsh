; What the command line asks for; each switch is optional, upper or lower case.
;   installer    /S  /SETTINGS=file  /TUTUP  /TUNGGU=seconds  /LOG=file  /BAHASA=id|en  /D=folder (last)
;   uninstaller  /S  /HAPUSDATA  /TUTUP  /TUNGGU=seconds  /LOG=file  /BAHASA=id|en
; NSIS lets an uninstaller work from a copy and end at once, with 0. Who wants to wait for its exit
; code copies uninstall.exe elsewhere and starts the copy, with _?=folder (the installed one) last.

!ifndef ReadSwitch
  Var WantsClosing
  Var Patience ; seconds
  Var WantedLanguage ; "id", "en", or "" where nobody chose

  ; $R0 becomes the value, and the error flag tells that the switch is absent. PowerShell puts
  ; quotation marks around the whole of "/LOG=a b", people around the value alone.
  !macro ReadSwitch name
    ${WordReplace} $R9 `"${name}` `${name}"` "+" $R8
    ClearErrors
    ${GetOptions} $R8 "${name}" $R0
  !macroend
  !define ReadSwitch "!insertmacro ReadSwitch"
!endif

Function ${SIDE}ReadSharedSwitches
  ${GetParameters} $R9
  ${ReadSwitch} "/LOG="
  ${IfNot} ${Errors}
    GetFullPathName $LogFile $R0
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
