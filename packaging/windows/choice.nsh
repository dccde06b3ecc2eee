; The first page of the removal: whether results stay, which they do unless somebody wants else.

Var KeepButton
Var EraseButton

Function un.ShowChoice
  !insertmacro MUI_HEADER_TEXT "$(RemoveTitle)" "$(RemoveSubtitle)"
  nsDialogs::Create 1018
  Pop $0
  ${NSD_CreateRadioButton} 0 4u 100% 12u "$(KeepData)"
  Pop $KeepButton
  ${NSD_CreateLabel} 14u 18u -14u 24u "$(KeepDataMore)"
  Pop $0
  ${NSD_CreateRadioButton} 0 50u 100% 12u "$(EraseData)"
  Pop $EraseButton
  ${NSD_CreateLabel} 14u 64u -14u 34u "$(EraseDataMore)"
  Pop $0
  ${If} $WantsErasing == yes
    ${NSD_Check} $EraseButton
  ${Else}
    ${NSD_Check} $KeepButton
  ${EndIf}
  GetDlgItem $0 $HWNDPARENT 1
  SendMessage $0 ${WM_SETTEXT} 0 "STR:$(^UninstallBtn)"
  ${NSD_SetFocus} $0
  nsDialogs::Show
FunctionEnd

Function un.ReadChoice
  StrCpy $WantsErasing ""
  ${NSD_GetState} $EraseButton $0
  ${If} $0 = ${BST_CHECKED}
    StrCpy $WantsErasing yes
  ${EndIf}
FunctionEnd
