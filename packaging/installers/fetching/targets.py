"""The systems that wheels are fetched for."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Target:
    """A kind of PC, in the words of wheels and of requirement markers.

    Attributes:
        name: ``windows`` or ``linux``.
        platforms: The platform tags that run there, in any order.
        pythons: The versions of Python to have wheels for, such as ``3.13``.
        system: What ``sys.platform`` tells there.
    """

    name: str
    platforms: tuple[str, ...]
    pythons: tuple[str, ...]
    system: str

    def markers(self, python: str) -> dict[str, str]:
        """What requirement markers are asked about, for one of the Pythons."""
        windows = self.system == "win32"
        return {
            "implementation_name": "cpython",
            "implementation_version": f"{python}.0",
            "os_name": "nt" if windows else "posix",
            "platform_machine": "AMD64" if windows else "x86_64",
            "platform_python_implementation": "CPython",
            "platform_system": "Windows" if windows else "Linux",
            "python_full_version": f"{python}.0",
            "python_version": python,
            "sys_platform": self.system,
        }


WINDOWS = Target("windows", ("win_amd64",), ("3.13",), "win32")

# Debian 12, the oldest of the systems we serve, has glibc 2.36.
_GLIBC = tuple(f"manylinux_2_{minor}_x86_64" for minor in range(5, 37))
_OLD_NAMES = ("manylinux1_x86_64", "manylinux2010_x86_64", "manylinux2014_x86_64")
LINUX = Target("linux", (*_GLIBC, *_OLD_NAMES), ("3.11", "3.12", "3.13"), "linux")
