from __future__ import annotations

from pathlib import Path

import pytest

from installers.errors import PackagingError
from installers.signing import Signing, sign

CERTIFICATE, KEY, MODULE = Path("/keys/c.pem"), Path("/keys/k.pem"), Path("/keys/m.so")


@pytest.mark.parametrize(
    ("signing", "words"),
    [
        (Signing(), []),
        (Signing(release_key=KEY), []),
        (Signing(pkcs12=KEY), ["-pkcs12", str(KEY)]),
        (Signing(CERTIFICATE, KEY), ["-certs", str(CERTIFICATE), "-key", str(KEY)]),
        (
            Signing(CERTIFICATE, pkcs11="pkcs11:object=k", pkcs11_module=MODULE),
            ["-certs", str(CERTIFICATE), "-key", "pkcs11:object=k", "-pkcs11module", str(MODULE)],
        ),
    ],
)
def test_keys_come_from_files_or_tokens(signing: Signing, words: list[str]) -> None:
    assert signing.words() == words


@pytest.mark.parametrize("half", [Signing(CERTIFICATE), Signing(key=KEY), Signing(pkcs11="uri")])
def test_half_a_key_is_refused(half: Signing) -> None:
    with pytest.raises(PackagingError, match="a certificate and a key"):
        half.words()


def test_without_a_key_nothing_is_touched(tmp_path: Path) -> None:
    sign(tmp_path / "absent.exe", Signing(), 0)
    assert list(tmp_path.iterdir()) == []
