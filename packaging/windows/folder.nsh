; Where the program goes: $INSTDIR holds `program`, `uninstall.exe` and `pengaturan.toml`.

!define KEY "Software\BinaASN"

Var InstalledFolder ; "" where the program isn't on this PC yet
Var InstalledVersion
Var AskedForFolder

; An installation stays where it is; else /D= counts, else the usual folder.
Function ChooseFolder
  Call ReadFolderSwitch
  ReadRegStr $InstalledFolder HKLM "${KEY}" "InstallDir"
  ReadRegStr $InstalledVersion HKLM "${KEY}" "Version"
  ${IfNot} ${FileExists} "$InstalledFolder\program\*.*"
  ${AndIfNot} ${FileExists} "$InstalledFolder\program.lama\*.*"
    StrCpy $InstalledFolder ""
  ${EndIf}
  ${If} $InstalledFolder != ""
    StrCpy $INSTDIR $InstalledFolder
  ${ElseIf} $AskedForFolder == ""
    StrCpy $INSTDIR "$PROGRAMFILES64\${APP}"
  ${EndIf}
FunctionEnd

; NSIS takes a folder that it can't use for one that was never named, and cuts a long one off: the
; command line as Windows keeps it tells.
Function ReadFolderSwitch
  System::Call 'kernel32::GetCommandLineW() p .r0'
  System::Call 'shlwapi::StrStrIW(p r0, w " /D=") p .r1'
  ${If} $1 != 0
    StrCpy $AskedForFolder yes
  ${EndIf}
FunctionEnd

Function SkipFolderPage
  ${If} $InstalledFolder != ""
    Abort
  ${EndIf}
FunctionEnd

Function CheckFolder
  StrLen $0 $INSTDIR
  ${If} $0 < 4
    ${Stop} ${FOLDER_UNUSABLE} "$(FolderInvalid)"
  ${ElseIf} $0 > ${LONGEST_FOLDER}
    ${Stop} ${FOLDER_UNUSABLE} "$(FolderTooLong)"
  ${EndIf}
  Call CheckOwner
  Call MakeFolder
  Call CheckSpace
FunctionEnd

; What somebody else keeps under our names is not ours to replace.
Function CheckOwner
  ReadRegStr $0 HKLM "${KEY}" "Unfinished"
  ${If} $INSTDIR == $InstalledFolder
  ${OrIf} $INSTDIR == $0
  ${OrIf} ${FileExists} "$INSTDIR\program\manifest.json"
    Return
  ${EndIf}
  ${If} ${FileExists} "$INSTDIR\program"
  ${OrIf} ${FileExists} "$INSTDIR\program.baru"
  ${OrIf} ${FileExists} "$INSTDIR\program.lama"
    ${Stop} ${FOLDER_UNUSABLE} "$(FolderIsForeign)"
  ${EndIf}
FunctionEnd

Function MakeFolder
  ClearErrors
  CreateDirectory $INSTDIR
  ${If} ${Errors}
    ${Stop} ${FOLDER_UNUSABLE} "$(FolderNotWritable)"
  ${EndIf}
FunctionEnd

Function CheckSpace
  System::Call 'kernel32::GetDiskFreeSpaceExW(w "$INSTDIR", *l .r0, p 0, p 0)'
  System::Int64Op $0 / 1024
  Pop $0
  System::Int64Op $0 < ${NEEDED_KB}
  Pop $1
  ${If} $1 = 1
    RMDir $INSTDIR
    ${Stop} ${FOLDER_UNUSABLE} "$(DiskFull)"
  ${EndIf}
FunctionEnd
