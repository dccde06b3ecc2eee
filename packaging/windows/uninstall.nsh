; The removal: only what the installer brought, file by file, and people's results never, unless
; /HAPUSDATA asks for it; then the program erases what the server has, and tells what must stay.

!include "${LISTS}/remove.nsh"

Var WantsErasing
Var DataErased

Function un.onInit
  SetRegView 64
  SetShellVarContext all
  ReadRegDWORD $0 HKLM "${KEY}" "Language"
  ${If} $0 != ""
    StrCpy $LANGUAGE $0
  ${EndIf}
  Call un.ReadSharedSwitches
  ${ReadSwitch} "/HAPUSDATA"
  ${IfNot} ${Errors}
    StrCpy $WantsErasing yes
  ${EndIf}
  Call un.SpeakLanguage
  Call un.OpenLog
FunctionEnd

Section Uninstall
  SetDetailsPrint none
  ${Log} "=== ${APP} ${VERSION}: $(Removing) $INSTDIR"
  Call un.CheckRights
  Call un.AwaitClosed
  Call un.EraseData
  Call un.RemoveProgram
  Call un.RemoveItself
  Call un.TellData
SectionEnd

Function un.CheckRights
  UserInfo::GetAccountType
  Pop $0
  ${If} $0 != "Admin"
    ${Stop} ${NO_RIGHTS} "$(NoRights)"
  ${EndIf}
FunctionEnd

Function un.EraseData
  StrCpy $ExitCode ${DONE}
  ${If} $WantsErasing == ""
    Return
  ${EndIf}
  ${RunProgram} program "erase-data"
  ${Select} $ProgramCode
    ${Case} 0
      StrCpy $DataErased yes
    ${Case} 10
      StrCpy $ExitCode ${RESULTS_WAIT}
    ${Default}
      StrCpy $ExitCode ${FAILED}
  ${EndSelect}
FunctionEnd

Function un.RemoveProgram
  ${Step} "$(RemovingFiles)"
  Delete "$SMPROGRAMS\${APP}.lnk"
  SetOutPath $TEMP
  ClearErrors
  !insertmacro RemoveFiles
  ${If} ${Errors}
    ${Stop} ${FAILED} "$(FilesStay) $INSTDIR\program"
  ${EndIf}
  !insertmacro RemoveFolders
  RMDir /r "$INSTDIR\program.baru"
  RMDir /r "$INSTDIR\program.lama"
  ${If} $DataErased == yes
    Delete "$INSTDIR\pengaturan.toml"
    RMDir "$APPDATA\BinaASN"
  ${EndIf}
FunctionEnd

; Started with _?= from where it is, instead of from a copy, this program itself has to stay.
Function un.RemoveItself
  Delete "$INSTDIR\uninstall.exe"
  RMDir $INSTDIR
  DeleteRegKey HKLM "${UNINSTALL_KEY}"
  DeleteRegKey HKLM "${KEY}"
FunctionEnd

Function un.TellData
  ${If} $ExitCode != ${DONE}
    ${Log} "$(DataKept) $APPDATA\BinaASN"
    ${IfNot} ${Silent}
      MessageBox MB_OK|MB_ICONINFORMATION "$(DataKept) $APPDATA\BinaASN$\r$\n$\r$\n$ProgramSaid"
    ${EndIf}
  ${EndIf}
  ${Log} "$(Removed) $ExitCode"
  SetDetailsPrint both
  SetErrorLevel $ExitCode
FunctionEnd
