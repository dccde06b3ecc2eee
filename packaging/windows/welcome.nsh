; What the first page says, and what the last one starts.

Function Greet
  Call Examine
  Call CheckSettingsThere
  ${If} $InstalledFolder == ""
    StrCpy $Greeting "$(WelcomeText)"
  ${Else}
    StrCpy $Greeting "$(UpgradeText)"
  ${EndIf}
  ${If} $SettingsFile != ""
    StrCpy $Greeting "$Greeting$\r$\n$\r$\n$(SettingsFound)$\r$\n$SettingsFile"
  ${EndIf}
FunctionEnd

; Where no other page lies between, the first one already begins.
Function NameFirstButton
  ${If} $InstalledFolder != ""
    GetDlgItem $0 $HWNDPARENT 1
    SendMessage $0 ${WM_SETTEXT} 0 "STR:$(^InstallBtn)"
  ${EndIf}
FunctionEnd

; Explorer starts it as the person who is signed in, not as the administrator that we are.
Function StartProgram
  Exec '"$WINDIR\explorer.exe" "$INSTDIR\program\BinaASN.exe"'
FunctionEnd
