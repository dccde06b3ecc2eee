; The page that is shown while the program is open: it is left by itself once the program is closed.

; In milliseconds, how often the page looks.
!define /redef LOOK_EACH 500

Function ${SIDE}ShowOpen
  Call ${SIDE}SeeWhetherOpen
  ${IfNot} ${Errors}
    Abort
  ${EndIf}
  !insertmacro MUI_HEADER_TEXT "$(ProgramIsOpen)" "$(OpenSubtitle)"
  nsDialogs::Create 1018
  Pop $0
  ${NSD_CreateLabel} 0 0 100% 60u "$(OpenText)"
  Pop $0
  ${NSD_CreateButton} 0 66u 120u 16u "$(CloseIt)"
  Pop $1
  ${NSD_OnClick} $1 ${SIDE}CloseInOrder
  GetDlgItem $0 $HWNDPARENT 1
  EnableWindow $0 0
  ; From the button that was just switched off, no key would reach the page.
  ${NSD_SetFocus} $1
  ${NSD_CreateTimer} ${SIDE}LeaveOnceClosed ${LOOK_EACH}
  nsDialogs::Show
  ${NSD_KillTimer} ${SIDE}LeaveOnceClosed
FunctionEnd

; Not waited for: the page goes on looking, and somebody may still press "cancel".
Function ${SIDE}CloseInOrder
  Pop $0
  ${Log} "bina-asn quit"
  ExecShell "open" "$INSTDIR\program\bina-asn.exe" "quit --wait 30" SW_HIDE
FunctionEnd

Function ${SIDE}LeaveOnceClosed
  Call ${SIDE}SeeWhetherOpen
  ${IfNot} ${Errors}
    ${NSD_KillTimer} ${SIDE}LeaveOnceClosed
    GetDlgItem $0 $HWNDPARENT 1
    EnableWindow $0 1
    SendMessage $0 ${BM_CLICK} 0 0
  ${EndIf}
FunctionEnd
