/* Custom actions of the MSI: Windows Installer itself can neither ask a program nor repeat what it
   answered. Words for people come from properties of product.wxs, in the chosen language. */
#define UNICODE
#define _UNICODE
#define WIN32_LEAN_AND_MEAN
#include <windows.h>
#include <msi.h>
#include <msiquery.h>
#include <shlwapi.h>
#include <stdlib.h>
#include <string.h>
#include <tlhelp32.h>
#include <wchar.h>

#define LONGEST_PATH 32767
#define MOST_ANSWER 8192 /* bytes of a program's answer that are repeated */
#define MOST_QUESTIONS 20 /* where windows are answered without being shown, it must end */
#define REFUSED ERROR_INSTALL_FAILURE
#define RETRY_OR_CANCEL ((INSTALLMESSAGE)(INSTALLMESSAGE_USER | MB_RETRYCANCEL | MB_ICONWARNING))

/* The text of a property; the caller frees it. */
static wchar_t *property(MSIHANDLE install, const wchar_t *name)
{
    DWORD length = 0;
    MsiGetPropertyW(install, name, (wchar_t *)L"", &length);
    wchar_t *text = calloc(++length, sizeof *text);
    if (!text || MsiGetPropertyW(install, name, text, &length) != ERROR_SUCCESS)
        abort();
    return text;
}

static int is_set(MSIHANDLE install, const wchar_t *name)
{
    wchar_t *text = property(install, name);
    int is = *text && wcscmp(text, L"0") != 0;
    free(text);
    return is;
}

/* To the log, and what is no mere information into a window where there is one: its answer. */
static int tell(MSIHANDLE install, INSTALLMESSAGE kind, const wchar_t *text, const wchar_t *more)
{
    MSIHANDLE record = MsiCreateRecord(2);
    MsiRecordSetStringW(record, 0, L"[1][2]");
    MsiRecordSetStringW(record, 1, text);
    MsiRecordSetStringW(record, 2, more);
    int answer = MsiProcessMessage(install, kind, record);
    MsiCloseHandle(record);
    return answer;
}

static UINT refuse(MSIHANDLE install, const wchar_t *words, const wchar_t *more)
{
    wchar_t *text = property(install, words);
    tell(install, INSTALLMESSAGE_ERROR, text, more);
    free(text);
    return REFUSED;
}

/* Where somebody sits before it, he may put it right: IDRETRY, IDCANCEL, or 0 where nobody does. */
static int ask_to_retry(MSIHANDLE install, const wchar_t *words)
{
    wchar_t *level = property(install, L"UILevel"), *text = property(install, words);
    int has_windows = wcstol(level, NULL, 10) > (INSTALLUILEVEL_NONE & 0xff);
    int answer = has_windows ? tell(install, RETRY_OR_CANCEL, text, L"") : 0;
    free(level);
    free(text);
    return answer;
}

/* Everything a program says, at most MOST_ANSWER bytes of it, until it ends. */
static void hear(HANDLE pipe, char *answer)
{
    char piece[512];
    DWORD got, have = 0;
    while (ReadFile(pipe, piece, sizeof piece, &got, NULL) && got) {
        DWORD fits = min(got, MOST_ANSWER - 1 - have);
        memcpy(answer + have, piece, fits);
        have += fits;
    }
    answer[have] = 0;
}

static BOOL start(wchar_t *command, HANDLE output, PROCESS_INFORMATION *process)
{
    STARTUPINFOW startup = {.cb = sizeof startup, .dwFlags = STARTF_USESTDHANDLES};
    startup.hStdOutput = startup.hStdError = output;
    return CreateProcessW(NULL, command, NULL, NULL, TRUE, CREATE_NO_WINDOW, NULL, NULL, &startup,
                          process);
}

/* Runs a command to its end. Returns its exit code, or 120 when it can't be started. */
static DWORD run(wchar_t *command, wchar_t *words)
{
    SECURITY_ATTRIBUTES inherited = {sizeof inherited, NULL, TRUE};
    PROCESS_INFORMATION process;
    HANDLE ours, theirs;
    char answer[MOST_ANSWER] = "";
    DWORD code = 120;
    CreatePipe(&ours, &theirs, &inherited, 0);
    SetHandleInformation(ours, HANDLE_FLAG_INHERIT, 0);
    BOOL started = start(command, theirs, &process);
    CloseHandle(theirs);
    if (started) {
        hear(ours, answer);
        WaitForSingleObject(process.hProcess, INFINITE);
        GetExitCodeProcess(process.hProcess, &code);
        CloseHandle(process.hThread);
        CloseHandle(process.hProcess);
    }
    CloseHandle(ours);
    MultiByteToWideChar(CP_UTF8, 0, answer, -1, words, MOST_ANSWER);
    return code;
}

/* Deferred: runs the command line it was given; its words go to the log, or refuse. */
__declspec(dllexport) UINT __stdcall RunProgram(MSIHANDLE install)
{
    static wchar_t words[MOST_ANSWER];
    wchar_t *command = property(install, L"CustomActionData");
    tell(install, INSTALLMESSAGE_INFO, command, L"");
    DWORD code = run(command, words);
    tell(install, code ? INSTALLMESSAGE_ERROR : INSTALLMESSAGE_INFO, L"Bina ASN: ", words);
    free(command);
    return code ? REFUSED : ERROR_SUCCESS;
}

static int is_ours(const wchar_t *program)
{
    return !_wcsicmp(program, L"BinaASN.exe") || !_wcsicmp(program, L"bina-asn.exe");
}

/* Whether anybody on this PC has the program open; needs no rights. */
static int is_open(void)
{
    PROCESSENTRY32W entry = {.dwSize = sizeof entry};
    HANDLE snapshot = CreateToolhelp32Snapshot(TH32CS_SNAPPROCESS, 0);
    int found = 0;
    for (BOOL more = Process32FirstW(snapshot, &entry); more && !found;
         more = Process32NextW(snapshot, &entry))
        found = is_ours(entry.szExeFile);
    CloseHandle(snapshot);
    return found;
}

static void close_by_its_own_command(MSIHANDLE install)
{
    static wchar_t words[MOST_ANSWER];
    wchar_t *command = property(install, L"CloseCommand");
    run(command, words);
    tell(install, INSTALLMESSAGE_INFO, L"Bina ASN: ", words);
    free(command);
}

/* Immediate: an open program is never killed, and its files are never changed under it. */
__declspec(dllexport) UINT __stdcall RefuseWhileOpen(MSIHANDLE install)
{
    wchar_t *seconds = property(install, L"TUNGGU");
    long patience = wcstol(seconds, NULL, 10);
    free(seconds);
    if (is_open() && is_set(install, L"TUTUP"))
        close_by_its_own_command(install);
    for (; is_open() && patience > 0; patience--)
        Sleep(1000);
    int answer = IDRETRY;
    for (int asked = 0; is_open() && answer == IDRETRY && asked < MOST_QUESTIONS; asked++)
        answer = ask_to_retry(install, L"WORDSOPEN");
    if (is_open() && answer == IDCANCEL)
        return ERROR_INSTALL_USEREXIT; /* he has read why, and need not read it twice */
    return is_open() ? refuse(install, L"WORDSOPEN", L"") : ERROR_SUCCESS;
}

/* The named settings file, or the one beside the MSI; a short name means that folder, too. */
static void find_settings(MSIHANDLE install, const wchar_t *named, wchar_t *path)
{
    wchar_t *source = property(install, L"SourceDir");
    const wchar_t *folder = PathIsRelativeW(named) ? source : L"";
    _snwprintf(path, LONGEST_PATH, L"%ls%ls", folder, *named ? named : L"pengaturan.toml");
    free(source);
}

static void drop(wchar_t *copy)
{
    DeleteFileW(copy);
    PathRemoveFileSpecW(copy);
    RemoveDirectoryW(copy);
}

/* A new folder, and in it the path of a file of that name; whether there is room for both. */
static BOOL make_place(const wchar_t *name, wchar_t *copy)
{
    wchar_t temporary[MAX_PATH + 1], folder[MAX_PATH + 1];
    GetTempPathW(MAX_PATH, temporary);
    return GetTempFileNameW(temporary, L"asn", 0, folder) && DeleteFileW(folder) &&
           PathCombineW(copy, folder, name) && CreateDirectoryW(folder, NULL);
}

/* A copy that the elevated half may read: it sees neither drives of a person nor his network. It
   bears the file's own name, by which a person knows it again where it is refused. */
static UINT copy_settings(MSIHANDLE install, const wchar_t *path)
{
    wchar_t copy[MAX_PATH + 1];
    BOOL is_placed = make_place(PathFindFileNameW(path), copy);
    if (!is_placed || !CopyFileW(path, copy, FALSE)) {
        if (is_placed)
            drop(copy);
        return refuse(install, L"WORDSSETTINGS", path);
    }
    SetFileAttributesW(copy, FILE_ATTRIBUTE_NORMAL);
    return MsiSetPropertyW(install, L"TakenSettings", copy);
}

/* Immediate, with the rights of the person: takes the settings file, if there is one. */
__declspec(dllexport) UINT __stdcall TakeSettings(MSIHANDLE install)
{
    static wchar_t path[LONGEST_PATH + 1];
    wchar_t *named = property(install, L"SETTINGS");
    find_settings(install, named, path);
    int is_wanted = *named || PathFileExistsW(path);
    free(named);
    return is_wanted ? copy_settings(install, path) : ERROR_SUCCESS;
}

/* Deferred, also after a failure: the copy holds an enrolment code and stays nowhere. */
__declspec(dllexport) UINT __stdcall DropSettings(MSIHANDLE install)
{
    wchar_t *copy = property(install, L"CustomActionData");
    if (*copy)
        drop(copy);
    free(copy);
    return ERROR_SUCCESS;
}
