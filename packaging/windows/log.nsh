; The log: UTF-8, a line for each step, appended to; what IT staff read after a silent installation.

!ifndef Log
  Var LogFile
  Var LogHandle

  !macro Log text
    Push `${text}`
    Call ${SIDE}WriteLog
  !macroend
  !define Log "!insertmacro Log"

  ; Also for whoever sits before it, instead of the names of single files.
  !macro Step text
    SetDetailsPrint both
    DetailPrint `${text}`
    SetDetailsPrint none
    ${Log} `${text}`
  !macroend
  !define Step "!insertmacro Step"
!endif

; Opens $LogFile, or the usual file where none is named or the named one can't be written.
Function ${SIDE}OpenLog
  StrCpy $0 $LogFile
  ClearErrors
  ${If} $0 != ""
    FileOpen $LogHandle $LogFile a
  ${EndIf}
  ${If} $0 == ""
  ${OrIf} ${Errors}
    StrCpy $LogFile "$TEMP\BinaASN-pemasangan.log"
    FileOpen $LogHandle $LogFile a
  ${EndIf}
  FileSeek $LogHandle 0 END
FunctionEnd

; NSIS's own FileWrite writes the PC's code page, which can't tell every path.
Function ${SIDE}WriteLog
  System::Store "S r0"
  Call ${SIDE}TellTime
  Pop $1
  StrCpy $0 "$1  $0$\r$\n"
  System::Alloc 8192
  Pop $1
  System::Call 'kernel32::WideCharToMultiByte(i 65001, i 0, w r0, i -1, p r1, i 8192, p 0, p 0) i .r2'
  IntOp $2 $2 - 1
  System::Call 'kernel32::WriteFile(p $LogHandle, p r1, i r2, *i .r3, p 0)'
  System::Free $1
  System::Store "L"
FunctionEnd

; Leaves the PC's date and time on the stack, as 2026-11-24 15:40:01.
Function ${SIDE}TellTime
  System::Store "S"
  System::Call '*(&i2, &i2, &i2, &i2, &i2, &i2, &i2, &i2) p .r0'
  System::Call 'kernel32::GetLocalTime(p r0)'
  System::Call '*$0(&i2 .r1, &i2 .r2, &i2, &i2 .r3, &i2 .r4, &i2 .r5, &i2 .r6, &i2)'
  System::Free $0
  IntFmt $2 "%02d" $2
  IntFmt $3 "%02d" $3
  IntFmt $4 "%02d" $4
  IntFmt $5 "%02d" $5
  IntFmt $6 "%02d" $6
  StrCpy $0 "$1-$2-$3 $4:$5:$6"
  System::Store "p0 L"
FunctionEnd
