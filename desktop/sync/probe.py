"""A test of the line that says which step fails."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.sync.answers import understand
from desktop.sync.errors import Step, SyncError

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.sync.wire import Answer

PATH = "/healthz"


@dataclass(frozen=True, slots=True)
class StepResult:
    """One step of reaching the server.

    Attributes:
        problem: What is wrong and what to do, in Indonesian; empty when the step went well.
    """

    step: Step
    problem: str


def probe(server: str, get: Callable[[str], Answer]) -> tuple[StepResult, ...]:
    """Ask the server whether it is well.

    Returns:
        The steps there are on this way, in their order, up to the one that failed.
    """
    steps = _steps(server)
    try:
        understand(get(f"{server}{PATH}"), dict[str, object])
    except SyncError as error:
        before = [step for step in steps if _number(step) < _number(error.step)]
        return (*_went_well(before), StepResult(error.step, error.message))
    return _went_well(steps)


def _steps(server: str) -> list[Step]:
    # The line brings requests along, which only whoever asks should wait for.
    from desktop.sync.line import proxies_for

    absent = set()
    if not proxies_for(server):
        absent.add(Step.PROXY)
    if not server.startswith("https://"):
        absent.add(Step.TLS)
    return [step for step in Step if step not in absent]


def _number(step: Step) -> int:
    return list(Step).index(step)


def _went_well(steps: list[Step]) -> tuple[StepResult, ...]:
    return tuple(StepResult(step, "") for step in steps)
