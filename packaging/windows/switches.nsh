; What the command line asks for; each switch is optional, upper or lower case.
;   installer    /S  /SETTINGS=file  /TUTUP  /TUNGGU=seconds  /LOG=file  /BAHASA=id|en  /D=folder (last)
;   uninstaller  /S  /HAPUSDATA  /TUTUP  /TUNGGU=seconds  /LOG=file  /BAHASA=id|en

!ifndef Switch
  Var WantsClosing
  Var Patience ; seconds
  Var Language ; "id", "en", or "" where nobody chose

  ; $R0 becomes the value, and the error flag tells that the switch is absent.
  !macro Switch name
    ClearErrors
    ${GetOptions} $R9 "${name}" $R0
  !macroend
  !define Switch "!insertmacro Switch"
!endif

Function ${SIDE}ReadSharedSwitches
  ${GetParameters} $R9
  ${Switch} "/LOG="
  ${IfNot} ${Errors}
    GetFullPathName $LogFile $R0
  ${EndIf}
  ${Switch} "/TUTUP"
  ${IfNot} ${Errors}
    StrCpy $WantsClosing yes
  ${EndIf}
  ${Switch} "/TUNGGU="
  IntOp $Patience $R0 + 0
  ${Switch} "/BAHASA="
  StrCpy $Language $R0
FunctionEnd

Function ${SIDE}SpeakLanguage
  ${If} $Language == "id"
    StrCpy $LANGUAGE ${LANG_INDONESIAN}
  ${ElseIf} $Language == "en"
    StrCpy $LANGUAGE ${LANG_ENGLISH}
  ${EndIf}
FunctionEnd
