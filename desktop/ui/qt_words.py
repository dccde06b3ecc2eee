"""Qt's own few words, in Indonesian: Qt brings no translation for them."""

from __future__ import annotations

from PySide6.QtCore import QTranslator

_WORDS = {
    "&Undo": "&Urungkan",
    "&Redo": "&Kembalikan",
    "Cu&t": "&Potong",
    "&Copy": "&Salin",
    "Copy &Link Location": "Salin alamat &tautan",
    "&Paste": "&Tempel",
    "Delete": "Hapus",
    "Select All": "Pilih semua",
    "Insert Unicode control character": "Sisipkan karakter kendali Unicode",
    "Clear": "Kosongkan",
    "Open": "Buka",
    "Close": "Tutup",
    "OK": "OK",
    "Cancel": "Batal",
    "&Cancel": "&Batal",
}


class QtWords(QTranslator):
    """Translates what menus of text fields and Qt's own dialogs show."""

    def isEmpty(self) -> bool:
        """Never: Qt asks no translator that is empty."""
        return False

    def translate(
        self,
        context: str,
        source_text: str,
        _disambiguation: str | None = None,
        n: int = -1,
    ) -> str:
        """The Indonesian words; where there are none Qt's own, since empty ones would be shown."""
        return _WORDS.get(source_text, source_text)
