"""The least a PySide6 program can be: a window with a word in it."""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

from bench.probes.watching import FirstInput, tell, weigh


def main() -> int:
    """Show it, tell when it takes input and what it weighs, end."""
    application = QApplication(sys.argv[:1])
    window = QMainWindow()
    window.setCentralWidget(QLabel("Bina ASN"))
    window.resize(1180, 690)

    def end(painted: int, ready: int) -> None:
        tell(painted=painted, ready=ready, kib=weigh())
        application.quit()

    FirstInput(window, end)
    window.show()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
