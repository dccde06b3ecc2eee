"""The courses of a PC: those that came with the program, and those that were installed later."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from lessons.catalogue import Catalogue, load_catalogue
from lessons.packages.installed import Installed, read_installed
from lessons.packages.keys import MOST_TRUSTED, KeyProblem, PublicKey, TrustedKeys
from lessons.packages.unpacking import Machine, unpack
from lessons.problems import Problem

if TYPE_CHECKING:
    from lessons.cache import CourseCache
    from lessons.course import Course


@dataclass(frozen=True, slots=True)
class Shelf:
    """Where a PC has its courses.

    Attributes:
        bundled: The folder with one folder for each course of the program.
        data: The program's data folder; what is installed lies in it, and may not be there yet.
        city_key: Trusted by the settings of the PC, whatever its own list says; None for none.
    """

    bundled: Path
    data: Path
    city_key: PublicKey | None = None

    @property
    def installed(self) -> Path:
        """The folder of the installed courses."""
        return self.data / "courses"

    @property
    def keys_file(self) -> Path:
        """The public keys whose packages are taken, one on each line."""
        return self.data / "trusted-keys.txt"

    def listed(self) -> TrustedKeys:
        """The keys of the PC's own list.

        Raises:
            KeyProblem: The file of the keys can't be read.
        """
        return TrustedKeys.load(self.keys_file)

    def trusted(self) -> TrustedKeys:
        """The keys that are trusted: the city's, then the newest of the list, two at most.

        Raises:
            KeyProblem: The file of the keys can't be read.
        """
        listed = self.listed()
        if self.city_key is None:
            return listed
        others = tuple(key for key in listed.keys if key != self.city_key)
        return TrustedKeys((self.city_key, *others[1 - MOST_TRUSTED :]))

    def load(self, cache: CourseCache | None = None) -> Catalogue:
        """All courses; of one that is there twice the higher version wins.

        An installed course that is damaged is left out, and an older one takes its place.
        """
        bundled = load_catalogue(self.bundled, cache)
        installed = self._installed()
        courses = {course.code: course for course in bundled.courses}
        for course in installed.courses:
            if course.code not in courses or course.version > courses[course.code].version:
                courses[course.code] = course
        in_order = tuple(courses[code] for code in sorted(courses))
        return Catalogue(in_order, (*bundled.left_out, *installed.left_out))

    def is_installed(self, course: Course) -> bool:
        """Whether a course was installed, and did not come with the program."""
        return course.folder.is_relative_to(self.installed)

    def install(self, file: Path, client: str) -> Course:
        """Install a package; a program that runs shows the course at its next start.

        Args:
            client: The program's version.

        Raises:
            KeyProblem: The file of the keys can't be read.
            PackageError: The package is refused; nothing has changed.
        """
        machine = Machine(self.trusted(), self._version_here, client)
        return unpack(file, self.installed, machine).course

    def _version_here(self, code: str) -> int:
        course = self.load().course(code)
        return course.version if course else 0

    def _installed(self) -> Installed:
        try:
            return read_installed(self.installed, self.trusted())
        except KeyProblem as error:
            problem = Problem(self.keys_file, 0, 0, error.message, "")
            return Installed((), ((self.keys_file.name, (problem,)),))
