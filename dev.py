"""Everything a developer starts, by one command on a machine with nothing but Python 3.11 or newer.

It keeps `.venv` equal to `requirements/dev.txt`, and on Debian and Ubuntu it sees to the system
packages that a command needs: as root it installs them, otherwise it prints the line to type.

exit codes:
  0    all is well
  1    a check or a test failed
  2    the command line is wrong
  3    the environment cannot be made (old Python, no venv, failed installation,
       system packages missing where CI=true)
  130  interrupted
test ends with the trials of package --test where CI=true, and where their tools are installed;
BINA_ASN_TRIALS=true or =false decides otherwise.
run, bench, package, and test with arguments end with the exit code of what they started.
"""

from __future__ import annotations

import argparse
import contextlib
import fnmatch
import hashlib
import importlib.util
import os
import shutil
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
STAMP = VENV / "bina-asn.stamp"
LOCK = ROOT / "requirements" / "dev.txt"
PROJECT = ROOT / "pyproject.toml"

FAILED, UNUSABLE, INTERRUPTED = 1, 3, 130
BEGUN = time.monotonic()

# CI is over within 30 minutes, also where it is slow; the last trial to begin needs some as well.
TRIALS_MINUTES, LAST_BEGIN_MINUTES = 15, 25

# What a command needs of the system: tables of `tool.dev.debian` in pyproject.toml.
NEEDS = {
    "run": ("qt",),
    "test": ("qt", "browser", "database", "spelling"),
    "bench": ("qt", "database"),
    "package": ("packaging",),
    "package --test": ("packaging", "trials", "qt", "database"),
}

_children: list[subprocess.Popen[str]] = []


class UnusableError(Exception):
    """The environment cannot be made; the text says why and what to do."""


def start(
    command: Sequence[str], *, capture: bool = False, variables: Mapping[str, str] | None = None
) -> subprocess.Popen[str]:
    """Starts a command at the root of the project; `end_children` ends it with us."""
    told = {**os.environ, **(variables or {})}
    stdout, stderr = (subprocess.PIPE, subprocess.STDOUT) if capture else (None, None)
    process = subprocess.Popen(command, cwd=ROOT, text=True, stdout=stdout, stderr=stderr, env=told)
    _children.append(process)
    return process


def run(command: Sequence[str], variables: Mapping[str, str] | None = None) -> int:
    """Runs a command, with these environment variables too, and returns its exit code."""
    return start(command, variables=variables).wait()


def end_children(patience: float = 10) -> None:
    """Waits for what still runs, then interrupts it, then kills it: `patience` seconds each."""
    # Interrupted, as from the keyboard, pytest and the demo end what they started themselves.
    signals = (signal.SIGTERM,) if os.name == "nt" else (0, signal.SIGINT, signal.SIGKILL)
    for number in signals:
        for process in [process for process in _children if process.poll() is None]:
            process.send_signal(number)
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(patience)


def tool(name: str) -> str:
    """The path of a program in `.venv`."""
    windows = os.name == "nt"
    return str(VENV / "Scripts" / f"{name}.exe" if windows else VENV / "bin" / name)


def settings() -> dict[str, Any]:
    """The table `tool.dev` of pyproject.toml."""
    import tomllib  # not at the top: a Python too old for it still has to be told so

    tools: dict[str, dict[str, Any]] = tomllib.loads(PROJECT.read_text("utf-8"))["tool"]
    return tools["dev"]


def stamp_of(python: str, *files: bytes) -> str:
    """What `.venv` is made from: Python's version, and a hash of the files that name libraries."""
    return f"{python} {hashlib.sha256(b'|'.join(files)).hexdigest()}"


def ensure_environment() -> None:
    """Makes or renews `.venv` unless its stamp is that of the lock; raises `UnusableError`."""
    python = sys.version.split()[0]
    stamp = stamp_of(python, LOCK.read_bytes(), PROJECT.read_bytes())
    found = STAMP.read_text() if STAMP.exists() else ""
    if found == stamp:
        return
    print("Preparing .venv from requirements/dev.txt; the first time takes a minute.", flush=True)
    if not found.startswith(f"{python} "):
        make_venv()
    STAMP.write_text(f"{python} unfinished")
    install_lock()
    STAMP.write_text(stamp)


def make_venv() -> None:
    """Makes `.venv` anew for the Python that runs this."""
    if importlib.util.find_spec("ensurepip") is None:
        install_packages([f"python3.{sys.version_info.minor}-venv|python3-venv"])
    must([sys.executable, "-m", "venv", "--clear", str(VENV)], "making .venv failed")


def install_lock() -> None:
    """Installs the locked libraries, each by its hash, and this project beside them."""
    pip = [tool("python"), "-m", "pip", "--disable-pip-version-check", "-qq", "install"]
    locked = ["--require-hashes", "--no-deps", "--requirement", str(LOCK)]
    must([*pip, *locked], "installing the locked libraries failed (is there a network?)")
    project = ["--no-deps", "--no-build-isolation", "--editable", "."]
    must([*pip, *project], "installing the project itself failed")


def must(command: Sequence[str], complaint: str) -> None:
    """Runs a command that has to succeed, else raises `UnusableError` with the complaint."""
    if run(command):
        raise UnusableError(complaint)


def missing_from(listing: str, needs: Iterable[str]) -> list[str]:
    """The needs that nothing answers in a listing of `dpkg-query`, one `name status` a line."""
    pairs = [line.split() for line in listing.splitlines()]
    installed = [pair[0] for pair in pairs if pair[1:] == ["installed"]]
    names = {need: need.split("|") for need in needs}
    return [need for need in names if not any(fnmatch.filter(installed, n) for n in names[need])]


def missing_packages(needs: Sequence[str]) -> list[str]:
    """The needs that this machine lacks; none where there is no `dpkg` to ask."""
    if not needs or shutil.which("dpkg-query") is None:
        return []
    names = [name for need in needs for name in need.split("|")]
    query = ["dpkg-query", "--show", "--showformat=${Package} ${db:Status-Status}\n", *names]
    # dpkg-query ends with 1 as soon as one name is unknown, and lists the others all the same.
    answer = subprocess.run(query, capture_output=True, text=True, check=False)
    return missing_from(answer.stdout, needs)


def first_known(need: str) -> str:
    """The first name in a need that apt knows in this release, or the first where it knows none."""
    names = need.split("|")
    for name in names:
        query = ["apt-cache", "show", name]
        if subprocess.run(query, capture_output=True, check=False).returncode == 0:
            return name
    return names[0]


def install_packages(needs: Sequence[str]) -> None:
    """Installs packages with apt, or raises `UnusableError` with the line to type."""
    if shutil.which("apt-get") is None:
        raise UnusableError(f"please install, by their names here: {' '.join(needs)}")
    root = os.geteuid() == 0
    if root:
        run(["apt-get", "update", "-qq"])
    install = ["apt-get", "install", "-y", "--no-install-recommends", *map(first_known, needs)]
    quiet = ["env", "DEBIAN_FRONTEND=noninteractive", *install, "-qq", "-o=Dpkg::Use-Pty=0"]
    if not root or run(quiet):
        raise UnusableError(f"please type: sudo {' '.join(install)}")


def packages_for(command: str) -> list[str]:
    """The packages a command needs; of names joined by "|" one is enough, some are patterns."""
    tables = settings()["debian"]
    return [package for table in NEEDS.get(command, ()) for package in tables[table]]


def ensure_packages(needs: Sequence[str], environment: Mapping[str, str]) -> None:
    """Sees to system packages; goes on without them, but raises `UnusableError` where CI=true."""
    missing = missing_packages(needs)
    if not missing:
        return
    print(f"Missing system packages: {' '.join(missing)}", flush=True)
    try:
        install_packages(missing)
    except UnusableError as error:
        if environment.get("CI") == "true":
            raise
        print(f"Going on without them; tests that need them are skipped ({error})", flush=True)


def check() -> int:
    """Runs the static checks, two at a time."""
    pool = ThreadPoolExecutor(2)
    try:
        codes = list(pool.map(examine, settings()["checks"]))
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
    return FAILED if any(codes) else 0


def examine(line: str) -> int:
    """Runs one check; prints a line about it, and all it said when it failed."""
    begun = time.monotonic()
    name, *arguments = line.split()
    process = start([tool(name), *arguments], capture=True)
    output, _ = process.communicate()
    word = "FAILED" if process.returncode else "ok"
    summary = f"{word:7} {line.partition(' -')[0]:14} {time.monotonic() - begun:5.1f} s\n"
    print(summary + output if process.returncode else summary, end="", flush=True)
    return process.returncode


def test(arguments: Sequence[str]) -> int:
    """All checks, then all tests and the coverage floor; or pytest with these arguments alone."""
    pytest = [tool("python"), "-m", "pytest"]
    if arguments:
        return run([*pytest, *arguments])
    codes = [check(), run([*pytest, "-n2", "--cov", "--cov-report=term:skip-covered"])]
    return FAILED if any([*codes, try_packages_if_possible(os.environ)]) else 0


def try_packages_if_possible(environment: Mapping[str, str]) -> int:
    """Runs the packages' trials, or says why not and returns 0."""
    wanted = environment.get("BINA_ASN_TRIALS") or environment.get("CI", "")
    if obstacle := obstacle_to_trials(wanted, missing_packages(packages_for("package --test"))):
        print(f"The packages' trials are skipped: {obstacle}", flush=True)
        return 0
    return try_packages(time_limit((time.monotonic() - BEGUN) / 60) if wanted == "true" else [])


def time_limit(spent: float) -> list[str]:
    """What tells the trials to skip, with that reason, those not begun in time; `spent` minutes."""
    return [f"--minutes={max(1, min(TRIALS_MINUTES, LAST_BEGIN_MINUTES - spent)):.1f}"]


def obstacle_to_trials(wanted: str, missing: Sequence[str]) -> str:
    """Why `test` does without the trials; installs what is missing where they are wanted."""
    if wanted == "false":
        return "BINA_ASN_TRIALS=false"
    if missing and wanted != "true":
        return f"not installed: {' '.join(missing)}"
    try:
        if missing:
            install_packages(missing)
    except UnusableError as error:
        return str(error)
    return ""


def try_packages(arguments: Sequence[str]) -> int:
    """Builds all packages, installs and uses them in emulators and roots of their own."""
    shared = ["-n2", "--dist=loadfile", "--no-loadscope-reorder", "--timeout=600"]
    small = ["-o", "tmp_path_retention_policy=failed", "-o", "tmp_path_retention_count=1"]
    return run([tool("python"), "-m", "pytest", "packaging/trials", *shared, *small, *arguments])


def package(arguments: Sequence[str]) -> int:
    """Makes packages, or with `--test` tries them; then the rest goes to pytest."""
    if arguments[:1] == ["--test"]:
        return try_packages(arguments[1:])
    installers = [tool("python"), "-m", "installers"]
    return run([*installers, *arguments], {"PYTHONPATH": str(ROOT / "packaging")})


def demo(wanted: str) -> list[str]:
    """The module that does it: the tour takes the place of a window that has no display."""
    display = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    possible = wanted == "server" or display or not sys.platform.startswith("linux")
    if wanted == "tour" or not possible:
        return ["tests.together.tour"]
    return ["tests.together.demo", wanted]


def lock(arguments: Sequence[str]) -> int:
    """Writes the lock files for all systems; client and server take the versions that dev has."""
    command = [tool("uv"), "pip", "compile", "pyproject.toml", "--quiet", *arguments]
    command += ["--universal", "--python-version=3.11", "--generate-hashes"]
    command += ["--no-emit-index-url", "--custom-compile-command=python3 dev.py lock"]
    for extra in ("dev", "client", "server"):
        files = [f"--extra={extra}", f"--output-file=requirements/{extra}.txt"]
        same = [] if extra == "dev" else ["--constraint=requirements/dev.txt"]
        must([*command, *files, *same], f"locking the libraries of {extra} failed")
    return 0


def parse(arguments: Sequence[str]) -> tuple[argparse.Namespace, list[str]]:
    """The options, and what is handed on to the demo, pytest, the benchmark or uv."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    commands = parser.add_subparsers(dest="command", required=True)
    run_ = commands.add_parser("run", help="demo server and client; without a display the tour")
    for mode in ("client", "server", "tour"):
        run_.add_argument(f"--{mode}", dest="mode", action="store_const", const=mode, default="run")
    commands.add_parser("test", help="all checks and tests; arguments go to pytest")
    commands.add_parser("check", help="the static checks alone")
    commands.add_parser(
        "package",
        help="the installers, into build/packages/; with --test their trials",
        add_help=False,
    )
    commands.add_parser("bench", help="one table of measurements; arguments go to the benchmark")
    commands.add_parser("lock", help="renew the lock files; arguments (--upgrade) go to uv")
    options, rest = parser.parse_known_args(arguments)
    if rest and options.command == "check":
        parser.error(f"unknown arguments: {' '.join(rest)}")
    return options, rest


def dispatch(options: argparse.Namespace, rest: Sequence[str]) -> int:
    """Prepares the machine for a command, carries it out and returns its exit code."""
    if sys.version_info < (3, 11):  # noqa: UP036 - an older one comes this far and has to be told
        raise UnusableError("Python 3.11 or newer is needed; start dev.py with that one")
    trial = " --test" if options.command == "package" and rest[:1] == ["--test"] else ""
    ensure_packages(packages_for(f"{options.command}{trial}"), os.environ)
    ensure_environment()
    module = [tool("python"), "-m"]
    actions: dict[str, Callable[[], int]] = {
        "run": lambda: run([*module, *demo(options.mode), *rest]),
        "test": lambda: test(rest),
        "check": check,
        "bench": lambda: run([*module, "bench", *rest]),
        "lock": lambda: lock(rest),
        "package": lambda: package(rest),
    }
    return actions[options.command]()


def main(arguments: Sequence[str]) -> int:
    """Carries out a command line; an interruption ends what was started."""
    options, rest = parse(arguments)
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        return dispatch(options, rest)
    except UnusableError as error:
        print(f"dev.py: {error}", file=sys.stderr)
        return UNUSABLE
    except KeyboardInterrupt:
        return INTERRUPTED
    finally:
        end_children()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
