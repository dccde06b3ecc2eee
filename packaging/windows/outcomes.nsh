; How an installation or a removal ends. Whatever stops it goes through `Stop`: it is told in the
; log and, unless silent, in a message; what was begun is put back; and the exit code says which.

!ifndef DONE
  !define DONE 0
  !define CANCELLED 1
  !define FAILED 2
  !define WINDOWS_TOO_OLD 3
  !define PROGRAM_IS_OPEN 4
  !define NEWER_INSTALLED 5
  !define SETTINGS_REFUSED 6
  !define OTHER_KIND_INSTALLED 7
  !define NO_RIGHTS 8
  !define FOLDER_UNUSABLE 9
  !define FILES_DAMAGED 10
  !define RESULTS_WAIT 11

  Var ExitCode
  Var Message

  !macro Stop code message
    StrCpy $ExitCode ${code}
    StrCpy $Message "${message}"
    Call ${SIDE}Stop
  !macroend
  !define Stop "!insertmacro Stop"
!endif

Function ${SIDE}Stop
  ${Log} "$(Stopped) $ExitCode: $Message"
  !if "${SIDE}" == ""
    Call PutBack
  !endif
  SetErrorLevel $ExitCode
  ${IfNot} ${Silent}
    MessageBox MB_OK|MB_ICONSTOP "$Message$\r$\n$\r$\n$(LogIsHere) $LogFile"
  ${EndIf}
  Quit
FunctionEnd
