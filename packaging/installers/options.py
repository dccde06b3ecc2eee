"""The command line of ``dev.py package``."""

from __future__ import annotations

import argparse
import re
from pathlib import Path
from typing import TYPE_CHECKING

from installers.debian.releases import RELEASES
from installers.kinds import KINDS
from installers.signing import Signing
from installers.workshop import ROOT, Runtime, Workshop, project_version, source_epoch

if TYPE_CHECKING:
    from collections.abc import Sequence


def parse(arguments: Sequence[str] | None = None) -> argparse.Namespace:
    """The options as typed; ends the program with 2 where they make no sense."""
    parser = argparse.ArgumentParser(prog="dev.py package", description=_ABOUT, epilog=_EPILOG)
    _add_kinds(parser)
    _add_build(parser)
    _add_signing(parser)
    options = parser.parse_args(arguments)
    if (options.runtime is None) != (options.runtime_sha256 is None):
        parser.error("--runtime and --runtime-sha256 belong together")
    return options


def wanted_kinds(options: argparse.Namespace) -> list[str]:
    """The names of the chosen kinds, in the order of making; all where none was chosen."""
    chosen = {name for name in KINDS if getattr(options, name.replace("-", "_"), False)}
    chosen |= {f"offline-set-{release}" for release in options.offline_set}
    return [name for name in KINDS if name in chosen or not chosen]


def workshop_for(options: argparse.Namespace) -> Workshop:
    """The workshop that these options describe.

    Raises:
        PackagingError: The time of the sources can't be told.
    """
    version = options.as_version or project_version()
    build = ROOT / "build"
    return Workshop(
        version=version,
        epoch=source_epoch(),
        output=options.output.resolve(),
        work=build / "packaging" / version,
        downloads=build / "downloads",
        is_quick=options.quick,
        runtime=Runtime(options.runtime, options.runtime_sha256) if options.runtime else None,
        signing=_signing(options),
    )


def _signing(options: argparse.Namespace) -> Signing:
    return Signing(
        certificate=options.sign_cert,
        key=options.sign_key,
        pkcs12=options.sign_pkcs12,
        pkcs11=options.sign_pkcs11,
        pkcs11_module=options.sign_pkcs11_module,
        password_file=options.sign_password_file,
        timestamp=options.sign_timestamp,
        release_key=options.release_key,
    )


_ABOUT = "Makes the packages of Bina ASN; without the name of a kind, all of them."
_EPILOG = "Everything lands in build/packages/, with SHA256SUMS and a list of all components."


def _add_kinds(parser: argparse.ArgumentParser) -> None:
    kinds = parser.add_argument_group("kinds")
    kinds.add_argument("--windows", action="store_true", help="setup program for Windows")
    kinds.add_argument("--msi", action="store_true", help="MSI for group policies")
    kinds.add_argument("--deb", action="store_true", help="client for Debian and Ubuntu")
    kinds.add_argument("--server-deb", action="store_true", help="server for Debian and Ubuntu")
    kinds.add_argument("--guide", action="store_true", help="the guide to print on A4")
    kinds.add_argument(
        "--offline-set",
        action="append",
        choices=sorted(RELEASES),
        default=[],
        help="client with all it needs, for a release of Debian or Ubuntu; may be repeated",
    )


def _add_build(parser: argparse.ArgumentParser) -> None:
    build = parser.add_argument_group("making")
    build.add_argument("--as-version", type=_version, metavar="X", help="for trials")
    build.add_argument("--quick", action="store_true", help="compress fast; for trials")
    build.add_argument("--output", type=Path, default=ROOT / "build" / "packages", metavar="F")
    build.add_argument("--runtime", type=Path, metavar="ZIP", help="another Python for Windows")
    build.add_argument("--runtime-sha256", metavar="H", help="its hash")


def _add_signing(parser: argparse.ArgumentParser) -> None:
    signing = parser.add_argument_group("signing")
    for name in ("cert", "key", "pkcs12", "pkcs11-module", "password-file"):
        signing.add_argument(f"--sign-{name}", type=Path, metavar="F")
    signing.add_argument("--sign-pkcs11", metavar="URI", help="a key in a token")
    signing.add_argument("--sign-timestamp", metavar="URL", help="an authority's, for releases")
    signing.add_argument("--release-key", type=Path, metavar="F", help="signs SHA256SUMS")


def _version(text: str) -> str:
    if not re.fullmatch(r"\d{1,4}\.\d{1,4}\.\d{1,4}", text):
        raise argparse.ArgumentTypeError("three numbers, such as 1.2.3")
    return text
