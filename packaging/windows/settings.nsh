; The settings file `pengaturan.toml`: named by /SETTINGS=, else found beside the installer. The
; program judges it and keeps it; here only its language is looked for, before there is a program.

Var SettingsFile ; "" where there is none

Function FindSettings
  ${ReadSwitch} "/SETTINGS="
  ${IfNot} ${Errors}
    ${FullPath} $SettingsFile
  ${ElseIf} ${FileExists} "$EXEDIR\pengaturan.toml"
    StrCpy $SettingsFile "$EXEDIR\pengaturan.toml"
  ${EndIf}
FunctionEnd

Function CheckSettingsThere
  ${If} $SettingsFile != ""
  ${AndIfNot} ${FileExists} $SettingsFile
    ${Stop} ${SETTINGS_REFUSED} "$(SettingsMissing) $SettingsFile"
  ${EndIf}
FunctionEnd

; The language that the settings name, unless the command line named one.
Function ReadSettingsLanguage
  ${If} $WantedLanguage != ""
  ${OrIf} $SettingsFile == ""
    Return
  ${EndIf}
  ClearErrors
  FileOpen $0 $SettingsFile r
  ${Do}
    FileRead $0 $1
    ${If} $1 == "" ; the end, or a file that can't be read, which the program tells of
      ${Break}
    ${EndIf}
    ${WordReplace} $1 " " "" "+" $1
    ${WordReplace} $1 "'" '"' "+" $1
    StrCpy $2 $1 11
    ${If} $2 != 'bahasa="en"'
    ${AndIf} $2 != 'bahasa="id"'
      StrCpy $2 $1 11 3 ; behind the three bytes by which Notepad marks UTF-8
    ${EndIf}
    ${If} $2 == 'bahasa="en"'
    ${OrIf} $2 == 'bahasa="id"'
      StrCpy $WantedLanguage $2 2 8
    ${EndIf}
  ${Loop}
  FileClose $0
FunctionEnd

Function CheckSettings
  ${If} $SettingsFile == ""
    Return
  ${EndIf}
  ${RunProgram} program.baru 'check-settings "$SettingsFile"'
  ${If} $ProgramCode == 11
    ${Stop} ${SETTINGS_REFUSED} "$(SettingsRefused)$\r$\n$\r$\n$ProgramSaid"
  ${ElseIf} $ProgramCode != 0
    ${Stop} ${FAILED} "$(ProgramFails) $ProgramCode$\r$\n$ProgramSaid"
  ${EndIf}
FunctionEnd

; Keeps the settings at their place and makes the data folder with its rights.
Function PreparePc
  ${Step} "$(Preparing)"
  ${If} $SettingsFile == ""
    ${RunProgram} program "prepare-pc"
  ${Else}
    ${RunProgram} program 'prepare-pc --settings "$SettingsFile"'
  ${EndIf}
  ${Select} $ProgramCode
    ${Case} 0
    ${Case} 11
      ${Stop} ${SETTINGS_REFUSED} "$(SettingsRefused)$\r$\n$\r$\n$ProgramSaid"
    ${Case} 14
      ${Stop} ${NO_RIGHTS} "$(NoRights)$\r$\n$ProgramSaid"
    ${Default}
      ${Stop} ${FAILED} "$(ProgramFails) $ProgramCode$\r$\n$ProgramSaid"
  ${EndSelect}
FunctionEnd
