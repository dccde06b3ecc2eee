; The program that is on this PC: started for what it does better itself, and asked to close. It is
; never ended from outside: somebody may be in the middle of an answer.

!ifndef RunProgram
  Var ProgramCode
  Var ProgramSaid

  ; Runs `bina-asn.exe` of a folder without a window. Its exit code, or what Windows says of it
  ; where it doesn't start, is in $ProgramCode afterwards, its words are in $ProgramSaid.
  !macro RunProgram folder words
    ${Log} `bina-asn ${words}`
    nsExec::ExecToStack `"$INSTDIR\${folder}\bina-asn.exe" ${words}`
    Pop $ProgramCode
    Pop $ProgramSaid
    Call ${SIDE}KeepWords
  !macroend
  !define RunProgram "!insertmacro RunProgram"
!endif

; The program writes UTF-8, which nsExec takes for the PC's code page. Only what failed is kept in
; the log: words about settings that are right tell the enrolment code.
Function ${SIDE}KeepWords
  System::Store "S"
  StrCpy $0 $ProgramSaid
  System::Alloc 4096
  Pop $1
  System::Call 'kernel32::WideCharToMultiByte(i 0, i 0, w r0, i -1, p r1, i 4096, p 0, p 0)'
  System::Call 'kernel32::MultiByteToWideChar(i 65001, i 0, p r1, i -1, w .r0, i ${NSIS_MAX_STRLEN})'
  System::Free $1
  ${TrimNewLines} $0 $ProgramSaid
  System::Store "L"
  ${If} $ProgramCode == 0
    ${Log} "-> 0"
  ${Else}
    ${Log} "-> $ProgramCode $ProgramSaid"
  ${EndIf}
FunctionEnd

; Sets the error flag while a program of the folder is open, by whatever user of this PC:
; Windows lets nobody write into a program that runs.
Function ${SIDE}SeeWhetherOpen
  ClearErrors
  ${IfNot} ${FileExists} "$INSTDIR\program\BinaASN.exe"
    Return
  ${EndIf}
  FileOpen $R0 "$INSTDIR\program\BinaASN.exe" a
  FileClose $R0
  FileOpen $R0 "$INSTDIR\program\bina-asn.exe" a
  FileClose $R0
FunctionEnd

; Returns once the program is closed, or stops.
Function ${SIDE}AwaitClosed
  Call ${SIDE}SeeWhetherOpen
  ${IfNot} ${Errors}
    Return
  ${EndIf}
  ${Log} "$(ProgramIsOpen)"
  ${If} $WantsClosing == yes
    Call ${SIDE}CloseProgram
  ${EndIf}
  IntOp $R1 $Patience * 4
  ${Do}
    Call ${SIDE}SeeWhetherOpen
    ${IfNot} ${Errors}
      ${Break}
    ${EndIf}
    ${If} $R1 > 0
      IntOp $R1 $R1 - 1
      Sleep 250
    ${Else}
      Call ${SIDE}AskToClose
    ${EndIf}
  ${Loop}
FunctionEnd

Function ${SIDE}CloseProgram
  ${If} $Patience = 0
    StrCpy $Patience 30
  ${EndIf}
  ${RunProgram} program "quit --wait $Patience"
  ; Its window is gone now; the process itself may need a moment more.
  StrCpy $Patience 10
FunctionEnd

Function ${SIDE}AskToClose
  ${IfNot} ${Silent}
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(ProgramIsOpen) $(PleaseClose)" IDRETRY Again
  ${EndIf}
  ${Stop} ${PROGRAM_IS_OPEN} "$(ProgramIsOpen)"
Again:
FunctionEnd
