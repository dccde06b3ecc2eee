; What speaks against an installation on this PC; nothing is changed before all of it was looked at.

Var Mutex

Function Examine
  Call CheckRights
  Call CheckAlone
  Call CheckWindows
  Call CheckInstalled
FunctionEnd

Function CheckRights
  UserInfo::GetAccountType
  Pop $0
  ${If} $0 != "Admin"
    ${Stop} ${NO_RIGHTS} "$(NoRights)"
  ${EndIf}
FunctionEnd

; Two installers at once, by an impatient double click, would swap each other's folders.
Function CheckAlone
  ${If} $Mutex != ""
    Return
  ${EndIf}
  System::Call 'kernel32::CreateMutexW(p 0, i 0, w "Global\BinaASN-pemasangan") p .s ?e'
  Pop $0
  Pop $Mutex
  ${If} $0 = 183 ; ERROR_ALREADY_EXISTS
    ${Stop} ${FAILED} "$(AlreadyInstalling)"
  ${EndIf}
FunctionEnd

; 17763: Windows 10, version 1809, the oldest that Qt runs on.
Function CheckWindows
  ${IfNot} ${AtLeastBuild} 17763
    ${Stop} ${WINDOWS_TOO_OLD} "$(WindowsTooOld)"
  ${EndIf}
FunctionEnd

Function CheckInstalled
  ReadRegStr $0 HKLM "${KEY}" "Kind"
  ${If} $0 == "msi"
    ${Stop} ${OTHER_KIND_INSTALLED} "$(MsiIsInstalled)"
  ${EndIf}
  ${If} $InstalledFolder == ""
    Return
  ${EndIf}
  ${VersionCompare} $InstalledVersion ${VERSION} $0
  ${If} $0 = 1
    ${Stop} ${NEWER_INSTALLED} "$(NewerIsInstalled)"
  ${EndIf}
FunctionEnd
