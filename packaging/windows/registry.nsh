; What Windows, the MSI and the next installer find: one entry, the same after each upgrade.

!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\BinaASN"

Function WriteRegistry
  WriteRegStr HKLM "${KEY}" "Kind" "exe"
  WriteRegStr HKLM "${KEY}" "Version" "${VERSION}"
  WriteRegStr HKLM "${KEY}" "InstallDir" $INSTDIR
  WriteRegDWORD HKLM "${KEY}" "Language" $LANGUAGE
  WriteRegStr HKLM "${UNINSTALL_KEY}" "DisplayName" "${APP}"
  WriteRegStr HKLM "${UNINSTALL_KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKLM "${UNINSTALL_KEY}" "DisplayIcon" "$INSTDIR\program\BinaASN.exe"
  WriteRegStr HKLM "${UNINSTALL_KEY}" "Publisher" "${PUBLISHER}"
  WriteRegStr HKLM "${UNINSTALL_KEY}" "InstallLocation" $INSTDIR
  WriteRegDWORD HKLM "${UNINSTALL_KEY}" "EstimatedSize" ${SIZE_KB}
  WriteRegDWORD HKLM "${UNINSTALL_KEY}" "NoModify" 1
  WriteRegDWORD HKLM "${UNINSTALL_KEY}" "NoRepair" 1
  WriteRegStr HKLM "${UNINSTALL_KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKLM "${UNINSTALL_KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
FunctionEnd

Function WriteShortcut
  SetOutPath "$INSTDIR\program"
  CreateShortcut "$SMPROGRAMS\${APP}.lnk" "$INSTDIR\program\BinaASN.exe"
  SetOutPath $INSTDIR
FunctionEnd
