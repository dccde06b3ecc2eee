/* seen.exe TEXT SECONDS FILE: waits until an enabled control that is to be seen holds the text,
   then tells all that are to be seen. Ends with 1 when none does in time.
   Of each: class, text, whether it is a window of its own, enabled, checked, and its place.
   Wine can stand still where a window that is just being made gets messages, so texts are taken
   as the system keeps them, and only what needs it is asked, once all is there. */
#include <windows.h>

#include <stdio.h>
#include <stdlib.h>
#include <wchar.h>

enum { LONGEST = 4096, LOOK_EACH = 100, PATIENCE = 2000, FIELD = 0x1f, CONTROL = 0x1e };

static const wchar_t *wanted;
static FILE *told;
static BOOL tells, found;

static void put(const wchar_t *text)
{
    static char bytes[3 * LONGEST];
    WideCharToMultiByte(CP_UTF8, 0, text, -1, bytes, sizeof bytes, NULL, NULL);
    fprintf(told, "%s%c", bytes, FIELD);
}

static DWORD_PTR ask(HWND window, UINT message, WPARAM size, LPARAM place)
{
    DWORD_PTR answer = 0;
    SendMessageTimeoutW(window, message, size, place, SMTO_ABORTIFHUNG, PATIENCE, &answer);
    return answer;
}

static BOOL has_mark(HWND window, const wchar_t *kind)
{
    LONG type = GetWindowLongW(window, GWL_STYLE) & BS_TYPEMASK;
    return !wcscmp(kind, L"Button") && (type == BS_AUTOCHECKBOX || type == BS_AUTORADIOBUTTON);
}

static void tell(HWND window, wchar_t *text)
{
    wchar_t kind[256];
    RECT place;
    GetClassNameW(window, kind, 256);
    GetWindowRect(window, &place);
    if (!wcscmp(kind, L"Edit"))
        ask(window, WM_GETTEXT, LONGEST, (LPARAM)text);
    BOOL is_checked = has_mark(window, kind) && ask(window, BM_GETCHECK, 0, 0) == BST_CHECKED;
    put(kind);
    put(text);
    BOOL is_window = GetAncestor(window, GA_ROOT) == window;
    fprintf(told, "%d%c%d%c%d%c", is_window, FIELD, IsWindowEnabled(window), FIELD, is_checked,
            FIELD);
    fprintf(told, "%ld%c%ld%c%ld%c%ld%c", place.left, FIELD, place.top, FIELD, place.right, FIELD,
            place.bottom, CONTROL);
}

static BOOL CALLBACK look(HWND window, LPARAM unused)
{
    static wchar_t text[LONGEST];
    (void)unused;
    if (!IsWindowVisible(window))
        return TRUE;
    text[0] = 0;
    InternalGetWindowText(window, text, LONGEST);
    if (wcsstr(text, wanted) && IsWindowEnabled(window))
        found = TRUE;
    if (tells)
        tell(window, text);
    return TRUE;
}

static BOOL CALLBACK look_into(HWND window, LPARAM unused)
{
    if (IsWindowVisible(window)) {
        look(window, unused);
        EnumChildWindows(window, look, unused);
    }
    return TRUE;
}

int wmain(int count, wchar_t **words)
{
    if (count != 4 || !(told = _wfopen(words[3], L"wb")))
        return 2;
    wanted = words[1];
    ULONGLONG end = GetTickCount64() + 1000 * wcstoul(words[2], NULL, 10);
    for (EnumWindows(look_into, 0); !found && GetTickCount64() < end; EnumWindows(look_into, 0))
        Sleep(LOOK_EACH);
    tells = TRUE;
    EnumWindows(look_into, 0);
    fclose(told);
    return !found;
}
