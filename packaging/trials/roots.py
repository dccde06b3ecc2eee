"""Fresh systems of Debian, each in a mount namespace of its own over layers of files.

Nothing of them stays mounted when their process ends, and a layer underneath is never changed: so
a trial begins where another one's preparation ended, without copying it.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_TOOLS = ("mmdebstrap", "unshare", "nsenter", "setpriv", "mount")
_MOUNT = """
set -e
mount -t overlay overlay -o "lowerdir=$1,upperdir=$2/upper,workdir=$2/work" "$2/root"
mount --rbind /proc "$2/root/proc"
mount --rbind /dev "$2/root/dev"
echo mounted
exec cat
"""
_PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"


def obstacle() -> str:
    """Why no fresh system can be had here; nothing where it can."""
    if os.name != "posix" or os.geteuid() != 0:
        return "only root can make fresh systems"
    missing = [tool for tool in _TOOLS if shutil.which(tool) is None]
    return f"not installed: {', '.join(missing)}" if missing else ""


@dataclass(frozen=True, slots=True)
class Done:
    """How a command ended."""

    code: int
    out: str
    error: str

    @property
    def said(self) -> str:
        """All that it printed."""
        return self.out + self.error


@dataclass(frozen=True, slots=True)
class Root:
    """A running system: nothing runs in it but what is asked for.

    Attributes:
        path: Its files, visible to those inside of its namespace only.
        changes: The files that differ from the layers underneath; itself such a layer, later.
        layers: What it stands on, the topmost first.
        keeper: The process whose namespace it is.
    """

    path: Path
    changes: Path
    layers: tuple[Path, ...]
    keeper: subprocess.Popen[str]

    def start(
        self,
        words: Sequence[str],
        *,
        account: str = "root",
        network: bool = False,
        environment: Mapping[str, str] | None = None,
    ) -> subprocess.Popen[str]:
        """Start a command as an account; by default without any network."""
        enter = ["nsenter", f"--target={self.keeper.pid}", "--mount"]
        alone = [] if network else ["unshare", "--net"]
        become = ["setpriv", f"--reuid={account}", f"--regid={account}", "--init-groups"]
        return subprocess.Popen(
            [*enter, *alone, "chroot", str(self.path), *become, *words],
            env={"PATH": _PATH, "HOME": _home(account), "LANG": "C.UTF-8", **(environment or {})},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def run(self, *words: str, account: str = "root", network: bool = False) -> Done:
        """Run a command to its end."""
        process = self.start(words, account=account, network=network)
        out, error = process.communicate()
        return Done(process.returncode, out, error)

    def must(self, *words: str, account: str = "root", network: bool = False) -> str:
        """Run a command that has to succeed; what it printed on its standard output."""
        done = self.run(*words, account=account, network=network)
        assert done.code == 0, f"{' '.join(words)} ended with {done.code}:\n{done.said}"
        return done.out

    def put(self, source: Path, place: str, *, is_read_only: bool = False) -> None:
        """Show a folder of this machine inside, at a place that is made if need be."""
        self.must("mkdir", "-p", place)
        target = f"{self.path}{place}"
        self._mount("--bind", str(source), target)
        if is_read_only:
            self._mount("-o", "remount,bind,ro", target)

    def _mount(self, *words: str) -> None:
        enter = ["nsenter", f"--target={self.keeper.pid}", "--mount"]
        subprocess.run([*enter, "mount", *words], check=True)


@contextmanager
def started(layers: tuple[Path, ...], folder: Path) -> Iterator[Root]:
    """A system over these layers, the topmost first; its changes are kept below ``folder``."""
    for name in ("upper", "work", "root"):
        (folder / name).mkdir(parents=True)
    under = ":".join(map(str, layers))
    keeper = subprocess.Popen(
        ["unshare", "--mount", "--propagation=private", "sh", "-c", _MOUNT, "sh", under, folder],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert keeper.stdout is not None
    try:
        assert keeper.stdout.readline() == "mounted\n"
        yield Root(folder / "root", folder / "upper", layers, keeper)
    finally:
        keeper.communicate()


def unpack(tarball: Path, folder: Path) -> Path:
    """A layer out of a tarball: a system as it is before anything was installed."""
    folder.mkdir(parents=True)
    subprocess.run(["tar", "--extract", "--file", tarball, "--directory", folder], check=True)
    return folder


def _home(account: str) -> str:
    return "/root" if account == "root" else f"/home/{account}"
