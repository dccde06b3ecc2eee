/* restricted.exe PROGRAM WORDS…: starts a program as somebody without administrator rights, and
   ends with its exit code; 120 and above are its own. */
#include <windows.h>

#include <wchar.h>

/* The token of this process, of whose groups that of administrators counts no more. */
static HANDLE lesser_token(void)
{
    HANDLE mine, lesser;
    BYTE administrators[SECURITY_MAX_SID_SIZE];
    DWORD size = sizeof administrators;
    SID_AND_ATTRIBUTES refused = {administrators, 0};
    if (!CreateWellKnownSid(WinBuiltinAdministratorsSid, NULL, administrators, &size) ||
        !OpenProcessToken(GetCurrentProcess(), TOKEN_ALL_ACCESS, &mine) ||
        !CreateRestrictedToken(mine, DISABLE_MAX_PRIVILEGE, 1, &refused, 0, NULL, 0, NULL, &lesser))
        return NULL;
    return lesser;
}

int wmain(void)
{
    STARTUPINFOW startup = {.cb = sizeof startup};
    PROCESS_INFORMATION process;
    DWORD code = 120;
    HANDLE lesser = lesser_token();
    /* Our own path has no spaces. */
    wchar_t *command = wcschr(GetCommandLineW(), L' ');
    if (!lesser || !command)
        return 121;
    if (!CreateProcessAsUserW(lesser, NULL, command + 1, NULL, NULL, TRUE, 0, NULL, NULL, &startup,
                              &process))
        return 122;
    WaitForSingleObject(process.hProcess, INFINITE);
    GetExitCodeProcess(process.hProcess, &code);
    return (int)code;
}
