"""What trials of the packages for Debian and Ubuntu get: fresh systems, and these prepared."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING

import pytest

from installers.debian import offline_set
from installers.debian.fresh_root import tarball
from installers.debian.releases import RELEASES
from installers.errors import PackagingError
from trials import earlier, roots, screens
from trials.conftest import need
from trials.debian.client import Client, install_from, lend_hands
from trials.debian.packages import PACKAGES
from trials.debian.server import Server, set_up

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from installers.workshop import Workshop
    from trials.screens import Screen
    from trials.shelf import Shelf


@pytest.fixture(scope="session")
def earlier_debs(shelf: Shelf) -> Path:
    """The folder of both packages of the last version before this, made by its own code."""
    need("apt-get", "dpkg-deb")
    if reason := earlier.obstacle():
        pytest.skip(reason)
    kinds = ("--deb", "--server-deb")
    return shelf.once("earlier-debs", lambda place: earlier.make(earlier.LAST, place, *kinds))


@pytest.fixture(scope="module", params=sorted(RELEASES))
def number(request: pytest.FixtureRequest) -> str:
    """Each release that we serve."""
    if reason := roots.obstacle():
        pytest.skip(reason)
    return str(request.param)


@pytest.fixture(scope="module")
def bare(number: str, shelf: Shelf, workshop: Workshop) -> Path:
    """The layer of a fresh system, with nothing of ours."""
    release = RELEASES[number]

    def fresh(place: Path) -> Path:
        layer = roots.unpack(tarball(workshop, release), place)
        # What a power cut would leave of it is no matter here.
        (layer / "etc/dpkg/dpkg.cfg.d/trial").write_text("force-unsafe-io\n", "utf-8")
        return layer

    try:
        return shelf.once(f"bare-{release.name}", fresh)
    except PackagingError as error:
        pytest.skip(f"no fresh {release.title} can be had here: {error}")


@pytest.fixture(scope="module")
def flashdisk(number: str, shelf: Shelf, workshop: Workshop, package: Path) -> Path:
    """The offline set of a release."""
    return shelf.packed(
        f"luring-{number}", workshop, lambda own: offline_set.pack(own, package, number)
    )


@pytest.fixture(scope="module")
def client_layers(number: str, bare: Path, shelf: Shelf, flashdisk: Path) -> tuple[Path, ...]:
    """The layers of a system on which the offline set was installed, without any network."""

    def installed(place: Path) -> Path:
        with roots.started((bare,), place) as root:
            install_from(flashdisk, root)
        return root.changes

    return (shelf.once(f"client-{number}", installed), bare)


@pytest.fixture(scope="module")
def server_layers(number: str, bare: Path, shelf: Shelf, server_package: Path) -> tuple[Path, ...]:
    """The layers of a system after the first two commands of the README."""

    def installed(place: Path) -> Path:
        with roots.started((bare,), place) as root:
            set_up(root, server_package)
        return root.changes

    return (shelf.once(f"server-{number}", installed), bare)


@pytest.fixture(scope="session")
def hands(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the trials do inside of a client's system."""
    return lend_hands(tmp_path_factory.mktemp("hands"))


@pytest.fixture
def client(
    client_layers: tuple[Path, ...], package: Path, hands: Path, tmp_path: Path
) -> Iterator[Client]:
    """A system on which the program was just installed."""
    with roots.started(client_layers, tmp_path / "system") as root:
        root.put(hands, "/trial", is_read_only=True)
        root.put(package.parent, PACKAGES, is_read_only=True)
        yield Client(root)


@pytest.fixture
def start_server(
    server_layers: tuple[Path, ...], server_package: Path, tmp_path: Path
) -> Iterator[Callable[[], Server]]:
    """Starts systems on which the server was just installed."""
    with ExitStack() as stack:

        def another() -> Server:
            folder = tmp_path / f"system-{len(list(tmp_path.glob('system-*')))}"
            root = stack.enter_context(roots.started(server_layers, folder))
            root.put(server_package.parent, PACKAGES, is_read_only=True)
            return Server(root)

        yield another


@pytest.fixture
def server(start_server: Callable[[], Server]) -> Server:
    """One such system."""
    return start_server()


@pytest.fixture(scope="module")
def screen() -> Iterator[Screen]:
    """A screen for windows of programs inside."""
    need("Xvfb", "xdotool", "import", "identify")
    with screens.shown() as made:
        yield made
