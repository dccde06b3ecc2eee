"""What all acts of the tour share."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tests.together.sample import PEOPLE
from tests.together.server_process import Server
from tests.together.tour.network import Network
from tests.together.tour.plan import Plan
from tests.together.tour.report import Report
from tests.together.tour.stage import Stage

LEARNER, SECOND = PEOPLE[0], PEOPLE[1]


@dataclass(frozen=True, slots=True)
class Tour:
    """Everything the acts need.

    Attributes:
        pc: The data folder of the desktop program.
    """

    server: Server
    network: Network
    stage: Stage
    pc: Path
    plan: Plan
    report: Report
