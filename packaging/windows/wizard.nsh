; The pages of installer and uninstaller; without /S a person goes through them.
;   installer    welcome, program is open (only while it is), folder (only the first time), copying, end
;   uninstaller  what is removed, program is open (only while it is), removing

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_WELCOMEFINISHPAGE_BITMAP "${__FILEDIR__}\side.bmp"

Var Greeting

!define MUI_PAGE_CUSTOMFUNCTION_PRE Greet
!define MUI_PAGE_CUSTOMFUNCTION_SHOW NameFirstButton
!define MUI_WELCOMEPAGE_TITLE "$(WelcomeTitle)"
!define MUI_WELCOMEPAGE_TEXT "$Greeting"
!insertmacro MUI_PAGE_WELCOME
Page custom ShowOpen
!define MUI_PAGE_CUSTOMFUNCTION_PRE SkipFolderPage
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!define MUI_FINISHPAGE_TITLE "$(FinishTitle)"
!define MUI_FINISHPAGE_TEXT "$(FinishText)"
!define MUI_FINISHPAGE_RUN
!define MUI_FINISHPAGE_RUN_TEXT "$(StartNow)"
!define MUI_FINISHPAGE_RUN_FUNCTION StartProgram
!define MUI_FINISHPAGE_NOREBOOTSUPPORT
!insertmacro MUI_PAGE_FINISH
UninstPage custom un.ShowChoice un.ReadChoice
UninstPage custom un.ShowOpen
!insertmacro MUI_UNPAGE_INSTFILES
