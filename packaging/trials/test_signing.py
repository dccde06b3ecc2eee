"""Signatures by a certificate of this trial, and by a key in a token that only imitates one."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from installers.commands import run
from installers.errors import PackagingError
from installers.payload import program_folder
from installers.signing import PASSWORD_VARIABLE, Signing, shell_command, sign
from installers.windows import msi, nsis
from trials.conftest import need

if TYPE_CHECKING:
    from installers.workshop import Workshop
    from trials.wine import Pc

# The first to need them waits for the packages.
pytestmark = pytest.mark.timeout(900)
EPOCH = 1_790_000_000
PASSWORD = "sandi rahasia"


@dataclass(frozen=True, slots=True)
class Authority:
    """A certificate authority of this trial, and one certificate for programs.

    Attributes:
        folder: Holds ``root.pem``, ``code.pem``, ``code.key``, ``locked.key``, ``code.p12`` and
            ``password``.
    """

    folder: Path

    @property
    def signing(self) -> Signing:
        return Signing(certificate=self.folder / "code.pem", key=self.folder / "code.key")

    def accepts(self, file: Path) -> bool:
        root = self.folder / "root.pem"
        try:
            run(["osslsigncode", "verify", "-CAfile", root, "-in", file])
        except PackagingError:
            return False
        return True


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    need("osslsigncode", "openssl")
    folder = tmp_path_factory.mktemp("authority")
    (folder / "password").write_text(f"{PASSWORD}\n", "utf-8")
    certificate = ["req", "-x509", "-newkey", "rsa:2048", "-noenc", "-days", "3650"]
    root = ["-keyout", "root.key", "-out", "root.pem", "-subj", "/CN=Akar uji"]
    code = ["-keyout", "code.key", "-out", "code.pem", "-subj", "/CN=Bina ASN uji"]
    code += ["-CA", "root.pem", "-CAkey", "root.key", "-addext", "basicConstraints=CA:FALSE"]
    code += ["-addext", "extendedKeyUsage=codeSigning"]
    locked = ["-aes256", "-passout", "file:password", "-in", "code.key", "-out", "locked.key"]
    both = ["-passout", "file:password", "-inkey", "code.key", "-in", "code.pem"]
    for words in (
        [*certificate, *root],
        [*certificate, *code],
        ["rsa", *locked],
        ["pkcs12", "-export", *both, "-out", "code.p12"],
    ):
        run(["openssl", *words], folder=folder)
    return Authority(folder)


@pytest.fixture(scope="module")
def unsigned(tmp_path_factory: pytest.TempPathFactory) -> Path:
    need("x86_64-w64-mingw32-gcc")
    folder = tmp_path_factory.mktemp("unsigned")
    (folder / "one.c").write_text("int main(void) { return 0; }\n", "utf-8")
    run(["x86_64-w64-mingw32-gcc", "-s", "-o", "one.exe", "one.c"], folder=folder)
    return folder / "one.exe"


@pytest.fixture
def program(unsigned: Path, tmp_path: Path) -> Path:
    (tmp_path / "satu").mkdir()
    return Path(shutil.copy(unsigned, tmp_path / "satu" / "program satu.exe"))


@pytest.fixture
def token(authority: Authority, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The URI of the key in a token of its own; its PIN is the password."""
    need("softhsm2-util")
    (tmp_path / "tokens").mkdir()
    settings = tmp_path / "softhsm2.conf"
    settings.write_text(f"directories.tokendir = {tmp_path / 'tokens'}\n", "utf-8")
    monkeypatch.setenv("SOFTHSM2_CONF", str(settings))
    pins = ["--pin", PASSWORD, "--so-pin", "12345678"]
    run(["softhsm2-util", "--init-token", "--free", "--label", "kota", *pins])
    key = ["--import", str(authority.folder / "code.key"), "--label", "program", "--id", "01"]
    run(["softhsm2-util", *key, "--token", "kota", "--pin", PASSWORD])
    return "pkcs11:token=kota;object=program;type=private"


@pytest.fixture(scope="module")
def signed(authority: Authority, workshop: Workshop) -> Workshop:
    """A workshop like that of the other trials, which signs."""
    folder = workshop.work.with_name("signed")
    return replace(workshop, signing=authority.signing, work=folder, output=folder / "packages")


def test_a_signature_is_accepted_and_the_same_each_time(
    authority: Authority, program: Path, unsigned: Path
) -> None:
    assert not authority.accepts(program)
    sign(program, authority.signing, EPOCH)
    first = program.read_bytes()
    assert authority.accepts(program)
    shutil.copy(unsigned, program)
    sign(program, authority.signing, EPOCH)
    assert program.read_bytes() == first


def test_a_changed_byte_is_noticed(authority: Authority, program: Path) -> None:
    sign(program, authority.signing, EPOCH)
    data = bytearray(program.read_bytes())
    data[0x400] ^= 1
    program.write_bytes(data)
    assert not authority.accepts(program)


def test_a_password_comes_from_a_file(authority: Authority, program: Path) -> None:
    secret = authority.folder / "password"
    sign(program, Signing(pkcs12=authority.folder / "code.p12", password_file=secret), EPOCH)
    assert authority.accepts(program)


def test_a_password_comes_from_the_environment(authority: Authority, program: Path) -> None:
    locked = Signing(certificate=authority.folder / "code.pem", key=authority.folder / "locked.key")
    sign(program, locked, EPOCH, {PASSWORD_VARIABLE: PASSWORD})
    assert authority.accepts(program)


def test_a_password_is_never_in_a_command_line(authority: Authority) -> None:
    locked = Signing(pkcs12=authority.folder / "code.p12")
    line = shell_command(locked, EPOCH, {PASSWORD_VARIABLE: PASSWORD})
    assert PASSWORD not in line
    assert "-readpass /dev/stdin" in line


def test_a_wrong_password_leaves_the_program_unsigned(
    authority: Authority, program: Path, unsigned: Path
) -> None:
    locked = Signing(pkcs12=authority.folder / "code.p12")
    with pytest.raises(PackagingError, match="osslsigncode"):
        sign(program, locked, EPOCH, {PASSWORD_VARIABLE: "salah"})
    assert program.read_bytes() == unsigned.read_bytes()
    assert [file.name for file in program.parent.iterdir()] == [program.name]


def test_the_line_for_a_shell_signs(authority: Authority, program: Path) -> None:
    run(["sh", "-c", shell_command(authority.signing, EPOCH).replace("%1", str(program))])
    assert authority.accepts(program)


def test_time_stamping_is_asked_for_only_by_name(authority: Authority) -> None:
    stamped = replace(authority.signing, timestamp="http://waktu.example/tsa")
    assert "-ts" not in shell_command(authority.signing, EPOCH).split()
    assert "-ts http://waktu.example/tsa" in shell_command(stamped, EPOCH)


def test_a_key_in_a_token_signs_the_same(authority: Authority, program: Path, token: str) -> None:
    other = Path(shutil.copy(program, program.with_name("lain.exe")))
    module = next(Path("/usr/lib").rglob("libsofthsm2.so"))
    certificate = authority.folder / "code.pem"
    signing = Signing(certificate=certificate, pkcs11=token, pkcs11_module=module)
    sign(program, signing, EPOCH, {PASSWORD_VARIABLE: PASSWORD})
    sign(other, authority.signing, EPOCH)
    assert authority.accepts(program)
    assert program.read_bytes() == other.read_bytes()


@pytest.fixture(scope="module")
def signed_msi(signed: Workshop) -> Path:
    return msi.pack(signed, program_folder(signed, "windows"), signed.work / "msi")


def test_all_that_windows_starts_is_signed(
    authority: Authority, signed: Workshop, signed_msi: Path, wine: Pc
) -> None:
    program = program_folder(signed, "windows")
    exe = nsis.pack(signed, program, signed.work / "windows")
    made = [exe, signed_msi, signed.work / "msi/actions.dll"]
    made += [program / "BinaASN.exe", program / "bina-asn.exe"]
    assert wine.run(exe, "/S").code == 0
    made.append(wine.outside(r"C:\Program Files\Bina ASN\uninstall.exe"))
    assert [file.name for file in made if not authority.accepts(file)] == []


def test_a_changed_msi_is_noticed(authority: Authority, signed_msi: Path, tmp_path: Path) -> None:
    file = Path(shutil.copy(signed_msi, tmp_path))
    assert authority.accepts(file)
    run(["msibuild", file, "-q", "UPDATE `Property` SET `Value` = 'x' WHERE `Property` = 'BAHASA'"])
    assert not authority.accepts(file)
