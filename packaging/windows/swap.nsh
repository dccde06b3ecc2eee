; The new program beside the old one, then in its place, by two renames. Cut at any moment, either
; the old or the new program is there whole, or the next installation puts the old one back.
;   program.baru   the new one, not looked through yet
;   program        the one that people start
;   program.lama   the one before, until the new one is in its place

!include "${LISTS}/extract.nsh"

Var NewIsInPlace
Var FolderIsMarked

!macro RenameFolder from to
  Push "$INSTDIR\${from}"
  Push "$INSTDIR\${to}"
  Call RenameWithPatience
!macroend
!define RenameFolder "!insertmacro RenameFolder"

; Virus scanners hold fresh files open for a moment, and then their folder can't be renamed.
; Sets the error flag when it stays so for ten seconds.
Function RenameWithPatience
  Pop $1
  Pop $0
  ${For} $2 1 40
    ClearErrors
    Rename $0 $1
    ${IfNot} ${Errors}
      Return
    ${EndIf}
    Sleep 250
  ${Next}
  SetErrors
FunctionEnd

Function ExtractBeside
  WriteRegStr HKLM "${KEY}" "Unfinished" $INSTDIR
  StrCpy $FolderIsMarked yes
  Call ClearRemains
  ${Step} "$(Extracting) $INSTDIR"
  !insertmacro ExtractProgram
  SetOutPath $INSTDIR
  WriteUninstaller "$INSTDIR\uninstall.baru.exe"
FunctionEnd

Function CheckExtracted
  ${Step} "$(Checking)"
  ${RunProgram} program.baru "--selftest --files"
  ${If} $ProgramCode != 0
    ${Stop} ${FILES_DAMAGED} "$(FilesDamaged) $ProgramCode$\r$\n$ProgramSaid"
  ${EndIf}
FunctionEnd

Function Swap
  ${If} ${FileExists} "$INSTDIR\program\*.*"
    ${RenameFolder} program program.lama
    Call StopUnlessRenamed
  ${EndIf}
  ${RenameFolder} program.baru program
  Call StopUnlessRenamed
  StrCpy $NewIsInPlace yes
FunctionEnd

Function StopUnlessRenamed
  ${If} ${Errors}
    ${Stop} ${PROGRAM_IS_OPEN} "$(FolderInUse)"
  ${EndIf}
FunctionEnd

Function Settle
  Delete "$INSTDIR\uninstall.exe"
  Rename "$INSTDIR\uninstall.baru.exe" "$INSTDIR\uninstall.exe"
  StrCpy $NewIsInPlace ""
  Call ClearRemains
  DeleteRegValue HKLM "${KEY}" "Unfinished"
  StrCpy $FolderIsMarked ""
FunctionEnd

; Undoes what this installation has done to the folder; called by whatever stops it.
Function PutBack
  ${If} $FolderIsMarked == ""
    Return
  ${EndIf}
  ; Windows neither renames nor removes the folder that we are in.
  SetOutPath $TEMP
  ${If} $NewIsInPlace == yes
    ${RenameFolder} program program.baru
    StrCpy $NewIsInPlace ""
  ${EndIf}
  Call ClearRemains
  RMDir $INSTDIR
  DeleteRegValue HKLM "${KEY}" "Unfinished"
  DeleteRegKey /ifempty HKLM "${KEY}"
FunctionEnd

; Clears up after an installation that was put back, or cut, or is done.
Function ClearRemains
  ${IfNot} ${FileExists} "$INSTDIR\program\*.*"
  ${AndIf} ${FileExists} "$INSTDIR\program.lama\*.*"
    ${Log} "program.lama -> program"
    ${RenameFolder} program.lama program
    ${If} ${Errors}
      ; Both stay for the next installation: deleting now could leave no program at all.
      ${Log} "$(FolderInUse)"
      Return
    ${EndIf}
  ${EndIf}
  RMDir /r "$INSTDIR\program.baru"
  RMDir /r "$INSTDIR\program.lama"
  Delete "$INSTDIR\uninstall.baru.exe"
FunctionEnd
