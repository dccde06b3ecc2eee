from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from installers.windows.launcher import LAUNCHERS, Launcher, resource_script
from installers.workshop import ROOT
from tests.installers.workshops import a_workshop

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("launcher", LAUNCHERS, ids=lambda one: one.file)
def test_windows_is_told_name_and_version(launcher: Launcher, tmp_path: Path) -> None:
    template = (ROOT / "packaging/windows/app.rc.in").read_text("utf-8")
    script = resource_script(template, launcher, a_workshop(tmp_path))
    assert "FILEVERSION 1,2,3,0" in script
    assert f'"OriginalFilename", "{launcher.file}"' in script
    assert '"ProductVersion", "1.2.3"' in script
    assert "@" not in script
