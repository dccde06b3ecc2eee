from __future__ import annotations

import subprocess
import sys
from importlib.metadata import version

import pytest

from desktop.__main__ import main


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"bina-asn {version('bina-asn')}\n"


@pytest.mark.parametrize("word", ["status", "--help"])
def test_commands_for_it_staff_need_no_qt(word: str, tmp_path: object) -> None:
    script = (
        "import sys\n"
        "from desktop.__main__ import main\n"
        "try:\n"
        f"    main([{word!r}])\n"
        "except SystemExit:\n"
        "    pass\n"
        "print([name for name in sys.modules if name.startswith('PySide6')], file=sys.stderr)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        check=True,
        env={"BINA_ASN_DATA": str(tmp_path)},
    )
    assert done.stderr.splitlines()[-1] == "[]"
