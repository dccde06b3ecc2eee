from __future__ import annotations

from pathlib import PurePosixPath

import pytest

from installers.trimming import is_needed


@pytest.mark.parametrize(
    "name",
    [
        "requests/api.py",
        "requests-2.34.2.dist-info/METADATA",
        "certifi/cacert.pem",
        "msgspec/_core.cp313-win_amd64.pyd",
        "PySide6/__init__.py",
        "PySide6/Qt6Core.dll",
        "PySide6/QtCore.pyd",
        "PySide6/QtWidgets.abi3.so",
        "PySide6/libpyside6.abi3.so.6.11",
        "PySide6/pyside6.abi3.dll",
        "PySide6/support/deprecated.py",
        "PySide6/plugins/platforms/qwindows.dll",
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/Qt/lib/libQt6XcbQpa.so.6",
        "PySide6/Qt/lib/libicudata.so.73",
    ],
)
def test_what_the_program_stands_on_is_kept(name: str) -> None:
    assert is_needed(PurePosixPath(name))


@pytest.mark.parametrize(
    "name",
    [
        "requests-2.34.2.dist-info/RECORD",
        "nh3-0.3.8.dist-info/sboms/nh3.cyclonedx.json",
        "certifi/tests/test_certify.py",
        "certifi/py.typed",
        "nh3/__init__.pyi",
        "pyside6_essentials-6.11.3.data/scripts/designer.exe",
        "PySide6/Qt6Quick.dll",
        "PySide6/QtOpenGL.abi3.so",
        "PySide6/opengl32sw.dll",
        "PySide6/msvcp140.dll",
        "shiboken6/vcruntime140_1.dll",
        "PySide6/plugins/sqldrivers/qsqlite.dll",
        "PySide6/Qt/lib/libQt6Quick.so.6",
        "PySide6/Qt/qml/QtQuick/qmldir",
        "PySide6/Qt/plugins/sqldrivers/libqsqlite.so",
        "PySide6/translations/qtbase_de.qm",
    ],
)
def test_what_nobody_reaches_is_left_out(name: str) -> None:
    assert not is_needed(PurePosixPath(name))
