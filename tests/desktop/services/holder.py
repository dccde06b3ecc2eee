"""A program that holds a data folder until it is killed; says when somebody knocks."""

import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from desktop import paths
from desktop.services.instance import Instance


def main(folder: str, listens: str) -> None:
    application = QCoreApplication([])
    paths.share_new_files(Path(folder))
    instance = Instance(Path(folder))
    instance.knocked.connect(lambda: print("knocked", flush=True))
    instance.quit_wanted.connect(lambda: print("quit wanted", flush=True))
    print("claimed" if instance.claim() else "refused", flush=True)
    if listens == "listen":
        instance.listen()
        print("listening", flush=True)
    application.exec()


if __name__ == "__main__":
    main(*sys.argv[1:])
