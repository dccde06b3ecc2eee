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
        The steps in their order, up to the one that failed.
    """
    try:
        understand(get(f"{server}{PATH}"), dict[str, object])
    except SyncError as error:
        good = list(Step)[: list(Step).index(error.step)]
        return (*_went_well(good), StepResult(error.step, error.message))
    return _went_well(list(Step))


def _went_well(steps: list[Step]) -> tuple[StepResult, ...]:
    return tuple(StepResult(step, "") for step in steps)
