/*
 * Starts the program that lies beside it: runtime\python313.dll with "-m desktop".
 *
 * Built twice: with CONSOLE as bina-asn.exe, without as BinaASN.exe. Neither the current folder
 * nor PATH nor any PYTHON variable decides what is loaded: DLLs come from runtime\ and from
 * Windows, modules from the places that runtime\python313._pth names.
 */
#define WIN32_LEAN_AND_MEAN
#include <windows.h>

#include <stdio.h>
#include <stdlib.h>
#include <wchar.h>

enum { LONGEST_PATH = 32768, DAMAGED = 12 };

static const wchar_t *const PREFIX[] = {L"-X", L"utf8", L"-B", L"-m", L"desktop"};
enum { PREFIX_WORDS = sizeof PREFIX / sizeof *PREFIX };

typedef int(__cdecl *python_main)(int, wchar_t **);

static wchar_t folder[LONGEST_PATH];
static wchar_t runtime[LONGEST_PATH];
static wchar_t library[LONGEST_PATH];

/* Says that the installation is damaged, in words for those who see it; returns the exit code. */
static int damaged(const wchar_t *file)
{
    static wchar_t words[LONGEST_PATH + 256];
    _snwprintf(words, LONGEST_PATH + 255,
               L"Bina ASN tidak dapat dibuka karena berkas programnya tidak lengkap.\n"
               L"Mintalah petugas TI memasang ulang Bina ASN; hasil belajar tidak hilang.\n\n"
               L"%ls (%lu)",
               file, GetLastError());
#ifdef CONSOLE
    fwprintf(stderr, L"%ls\n", words);
#else
    MessageBoxW(NULL, words, L"Bina ASN", MB_ICONERROR | MB_OK);
#endif
    return DAMAGED;
}

/* Finds the folder of this program; false where Windows can't tell it. */
static BOOL find_folder(void)
{
    DWORD length = GetModuleFileNameW(NULL, folder, LONGEST_PATH);
    wchar_t *last = wcsrchr(folder, L'\\');
    if (length == 0 || length >= LONGEST_PATH - 64 || last == NULL)
        return FALSE;
    *last = 0;
    _snwprintf(runtime, LONGEST_PATH - 1, L"%ls\\runtime", folder);
    _snwprintf(library, LONGEST_PATH - 1, L"%ls\\python313.dll", runtime);
    return TRUE;
}

/* Loads Python's main function, from the runtime folder alone; NULL where it is not there. */
static python_main find_python(void)
{
    const DWORD places = LOAD_LIBRARY_SEARCH_DEFAULT_DIRS | LOAD_LIBRARY_SEARCH_DLL_LOAD_DIR;
    SetDefaultDllDirectories(LOAD_LIBRARY_SEARCH_DEFAULT_DIRS);
    AddDllDirectory(runtime);
    HMODULE python = LoadLibraryExW(library, NULL, places);
    return python ? (python_main)(void *)GetProcAddress(python, "Py_Main") : NULL;
}

/* Another Qt on this PC may have set these; its plugins must not be loaded here. */
static void forget_variables(void)
{
    SetEnvironmentVariableW(L"QT_PLUGIN_PATH", NULL);
    SetEnvironmentVariableW(L"QT_QPA_PLATFORM_PLUGIN_PATH", NULL);
}

static int run(int count, wchar_t **words)
{
    if (!find_folder())
        return damaged(L"BinaASN.exe");
    forget_variables();
    python_main start = find_python();
    if (start == NULL)
        return damaged(library);
    wchar_t **all = calloc((size_t)count + PREFIX_WORDS + 1, sizeof *all);
    if (all == NULL)
        return damaged(L"calloc");
    all[0] = words[0];
    for (int at = 0; at < PREFIX_WORDS; at++)
        all[1 + at] = (wchar_t *)PREFIX[at];
    for (int at = 1; at < count; at++)
        all[PREFIX_WORDS + at] = words[at];
    return start(count + PREFIX_WORDS, all);
}

#ifdef CONSOLE

int wmain(int count, wchar_t **words)
{
    return run(count, words);
}

#else

typedef int(__cdecl *open_file)(const wchar_t *, int, ...);
typedef int(__cdecl *copy_descriptor)(int, int);

/* A window has no console: what is printed goes nowhere, instead of failing. Python keeps its
 * descriptors in ucrtbase.dll, which is not the C library that this program is built with. */
static void print_to_nowhere(void)
{
    enum { READ_WRITE = 2 };
    HMODULE c = LoadLibraryExW(L"ucrtbase.dll", NULL, LOAD_LIBRARY_SEARCH_SYSTEM32);
    open_file open = c ? (open_file)(void *)GetProcAddress(c, "_wopen") : NULL;
    copy_descriptor copy = c ? (copy_descriptor)(void *)GetProcAddress(c, "_dup2") : NULL;
    int nowhere = open && copy ? open(L"NUL", READ_WRITE) : -1;
    for (int descriptor = 0; nowhere >= 0 && descriptor < 3; descriptor++)
        if (descriptor != nowhere)
            copy(nowhere, descriptor);
}

int WINAPI wWinMain(HINSTANCE self, HINSTANCE none, wchar_t *line, int how)
{
    (void)self, (void)none, (void)line, (void)how;
    print_to_nowhere();
    return run(__argc, __wargv);
}

#endif
