/* The carried-along Python as an interpreter, for trials only: it lies in the program folder and
 * takes what Python takes. */
#include <windows.h>

#include <wchar.h>

typedef int(__cdecl *python_main)(int, wchar_t **);

int wmain(int count, wchar_t **words)
{
    wchar_t runtime[MAX_PATH];
    GetModuleFileNameW(NULL, runtime, MAX_PATH - 16);
    wcscpy(wcsrchr(runtime, L'\\') + 1, L"runtime");
    SetDefaultDllDirectories(LOAD_LIBRARY_SEARCH_DEFAULT_DIRS);
    AddDllDirectory(runtime);
    HMODULE python = LoadLibraryW(L"python313.dll");
    python_main start = python ? (python_main)(void *)GetProcAddress(python, "Py_Main") : NULL;
    return start ? start(count, words) : 120;
}
