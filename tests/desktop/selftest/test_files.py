"""The program's files against their list."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.selftest.files import look
from desktop.selftest.verdicts import Broken, Doubtful
from tests.desktop.rights import folder_for_all, hidden
from tests.desktop.selftest.program import FILES, make_program, write_manifest

ROOT = Path(__file__).parents[3]
READER = "app/lessons/reader.py"


@pytest.fixture
def program(tmp_path: Path) -> Path:
    return make_program(tmp_path / "Bina ASN é" / "program")


def test_a_whole_program_is_praised(program: Path) -> None:
    assert look(program) == "4 berkas versi 0.2.0 utuh (0 MB)."


@pytest.mark.parametrize(
    "content", [b"", b"print('lessons')", b"print('lessens')\n", FILES[READER] * 2]
)
def test_a_changed_file_is_named(program: Path, content: bytes) -> None:
    (program / READER).write_bytes(content)
    with pytest.raises(Broken, match=f"1 berkas berubah atau rusak: {READER}"):
        look(program)


def test_missing_files_are_named_few_of_many(program: Path) -> None:
    shutil.rmtree(program / "app")
    write_manifest(program, **{f"app/m{n}.py": "0" * 64 for n in range(10)})
    with pytest.raises(Broken, match=r"12 berkas tidak ada: app/desktop.*, dan 4 lagi\."):
        look(program)


def test_a_folder_or_pipe_in_place_of_a_file_is_a_change(program: Path) -> None:
    (program / READER).unlink()
    (program / READER).mkdir()
    (program / "licences/index.json").unlink()
    os.mkfifo(program / "licences/index.json")
    with pytest.raises(Broken, match=f"2 berkas berubah atau rusak: {READER}, licences/index"):
        look(program)


def test_a_file_where_a_folder_belongs_means_missing_files(program: Path) -> None:
    shutil.rmtree(program / "lib/nh3")
    (program / "lib/nh3").write_bytes(b"")
    with pytest.raises(Broken, match=r"1 berkas tidak ada: lib/nh3/nh3\.abi3\.so"):
        look(program)


def test_an_unreadable_file_is_named() -> None:
    with folder_for_all() as place:
        program = make_program(place)
        with hidden(program / "app/lessons"), pytest.raises(Broken) as told:
            look(program)
    assert "2 berkas tidak dapat dibaca: app/lessons/reader.py, app/lessons." in str(told.value)


@pytest.mark.parametrize("name", ["app/requests.py", "lib/evil.PTH", "lib/x.abi3.so", "x.dll"])
def test_what_could_run_in_place_of_ours_is_no_part_of_it(program: Path, name: str) -> None:
    (program / name).write_bytes(b"")
    with pytest.raises(Broken, match=f"1 berkas tidak dikenal: {name}"):
        look(program)


def test_other_files_too_many_are_only_mentioned(program: Path) -> None:
    (program / "app/Thumbs\n.db").write_bytes(b"")
    with pytest.raises(Doubtful, match=r"1 berkas tidak dikenal: app/Thumbs\\n\.db\. Boleh"):
        look(program)


def test_what_debian_compiles_belongs_to_it(program: Path) -> None:
    cache = program / "app/lessons/__pycache__"
    cache.mkdir()
    (cache / "reader.cpython-313.pyc").write_bytes(b"")
    look(program)
    (cache / "removed.cpython-313.pyc").write_bytes(b"")
    with pytest.raises(Broken, match=r"1 berkas tidak dikenal: .*removed"):
        look(program)


def test_nothing_is_compiled_on_windows(program: Path) -> None:
    write_manifest(program, "windows")
    cache = program / "app/lessons/__pycache__"
    cache.mkdir()
    (cache / "reader.cpython-313.pyc").write_bytes(b"")
    with pytest.raises(Broken, match="tidak dikenal"):
        look(program)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        "[" * 100_000,
        '{"version": "1", "target": "debian", "files": []}',
        '{"version": "1", "target": "debian", "files": {"../a": "%s"}}' % ("0" * 64),
        '{"version": "1", "target": "debian", "files": {"/a": "%s"}}' % ("0" * 64),
        '{"version": "1", "target": "debian", "files": {"C:a": "%s"}}' % ("0" * 64),
        '{"version": "1", "target": "debian", "files": {"a": "1"}}',
        '{"version": "1", "target": "debian", "files": {"a": 1}}',
    ],
)
def test_a_broken_list_is_told(program: Path, text: str) -> None:
    (program / "manifest.json").write_text(text, "utf-8")
    with pytest.raises(Broken, match=r"manifest\.json tidak dapat dibaca"):
        look(program)


def test_an_installation_that_lost_its_list_is_not_taken_for_sources(program: Path) -> None:
    (program / "manifest.json").unlink()
    with pytest.raises(Broken, match=r"manifest\.json tidak ada"):
        look(program / "app")


def test_sources_have_no_list_and_that_is_no_error() -> None:
    assert look(ROOT).startswith("Dijalankan dari kode sumber")


def install(folder: Path) -> Path:
    """The real program with the room for this check alone, as an installer leaves it."""
    program = make_program(folder)
    app = program / "app" / "desktop"
    for name in ("__init__", "__main__", "exits", "findings", "paths"):
        shutil.copy(ROOT / "desktop" / f"{name}.py", app)
    shutil.copytree(ROOT / "desktop" / "selftest", app / "selftest", dirs_exist_ok=True)
    shutil.rmtree(app / "selftest" / "__pycache__", ignore_errors=True)
    return program


def list_all(program: Path) -> None:
    """Make the manifest fit what is there."""
    sums = {
        path.relative_to(program).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in program.rglob("*")
        if path.is_file() and path.name != "manifest.json"
    }
    manifest = {"version": "0.2.0", "target": "debian", "files": sums}
    (program / "manifest.json").write_text(json.dumps(manifest), "utf-8")


def run_alone(program: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """By a Python that has no library but its own."""
    code = (
        "import sys; sys.path.insert(0, sys.argv.pop(1)); "
        "from desktop.__main__ import main; sys.exit(main())"
    )
    command = [sys.executable, "-I", "-S", "-B", "-c", code, str(program / "app")]
    return subprocess.run(
        [*command, "--selftest", "--json", *words], capture_output=True, text=True, check=False
    )


def test_installers_need_no_library_for_it(tmp_path: Path) -> None:
    program = install(tmp_path / "program")
    list_all(program)
    done = run_alone(program, "--files")
    assert (done.returncode, done.stderr) == (0, "")
    assert "berkas versi 0.2.0 utuh" in json.loads(done.stdout)["findings"][0]["words"]
    (program / READER).write_bytes(b"x")
    done = run_alone(program, "--files")
    assert done.returncode == 12
    assert READER in json.loads(done.stdout)["findings"][0]["words"]


def test_nothing_is_loaded_out_of_a_damaged_program(tmp_path: Path) -> None:
    program = install(tmp_path / "program")
    list_all(program)
    (program / "lib/nh3/nh3.abi3.so").write_bytes(b"")
    done = run_alone(program)
    first, *others = json.loads(done.stdout)["findings"]
    assert (done.returncode, first["health"]) == (12, "bermasalah")
    assert len(others) == 11
    assert {each["health"] for each in others} == {"perlu diperhatikan"}
    assert others[0]["words"] == "Belum diperiksa; berkas program harus utuh dahulu."
