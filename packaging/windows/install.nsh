; An installation from its first to its last step.

Function .onInit
  SetRegView 64
  SetShellVarContext all
  Call ReadSharedSwitches
  Call OpenLog
  Call FindSettings
  Call ReadSettingsLanguage
  Call SpeakLanguage
  Call ChooseFolder
FunctionEnd

Section
  ; The files lie in functions, where NSIS doesn't count them.
  AddSize ${SIZE_KB}
  SetDetailsPrint none
  ${Log} "=== ${APP} ${VERSION}: $(Installing)"
  Call Examine
  Call CheckSettingsThere
  Call CheckFolder
  Call AwaitClosed
  Call ExtractBeside
  Call CheckExtracted
  Call CheckSettings
  ; Somebody may have opened it meanwhile.
  Call AwaitClosed
  Call Swap
  Call PreparePc
  ClearErrors
  Call WriteShortcut
  Call WriteRegistry
  ${If} ${Errors}
    ${Stop} ${FAILED} "$(RegistryFails)"
  ${EndIf}
  Call Settle
  ${Log} "$(Installed) $INSTDIR"
  SetErrorLevel ${DONE}
SectionEnd

; NSIS itself stops where a file can't be written.
Function .onInstFailed
  ${Stop} ${FOLDER_UNUSABLE} "$(CannotWriteFiles)"
FunctionEnd
