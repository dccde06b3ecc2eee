"""``--trust``: the public keys that a command is told to trust."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lessons.commands.base import WrongUse

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from pathlib import Path

    from lessons.packages.keys import TrustedKeys
    from lessons.packages.reasons import PackageError


def add_trust(parser: ArgumentParser) -> None:
    """Adds ``trust``: one or two public keys."""
    parser.add_argument(
        "--trust",
        nargs="+",
        required=True,
        metavar="KUNCI",
        help="kunci publik yang dipercaya, paling banyak dua",
    )


def refusal(file: Path, error: PackageError) -> str:
    """Why a package is not taken, and what to do, on one line."""
    return f"{error.title} [{error.reason}]: {file}: {error.message} {error.advice}"


def trusted_keys(options: Namespace) -> TrustedKeys:
    """The keys that were named.

    Raises:
        WrongUse: One is none, or there are more than two.
    """
    from lessons.packages.keys import KeyProblem, TrustedKeys

    try:
        return TrustedKeys.from_texts(options.trust)
    except KeyProblem as error:
        raise WrongUse(error.message) from error
