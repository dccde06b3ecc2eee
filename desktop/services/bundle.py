"""All services in one frozen hand-out, as pages receive them."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.services.about import About
from desktop.services.backend import Backend
from desktop.services.library import Library
from desktop.services.messages import Messages
from desktop.services.people import People
from desktop.services.session import Session
from desktop.services.study import Study
from desktop.services.synchroniser import Synchroniser
from desktop.services.updates import Updates


@dataclass(frozen=True, slots=True)
class Services:
    """What a page may ask.

    Attributes:
        backend: Runs jobs on the store; broadcasts what changed.
        people: Who may sign in here, and the checks of codes and passwords.
        session: Who is signed in.
        library: The courses.
        study: What the signed-in learner does and has reached.
        synchroniser: Enrolment and rounds with the server.
        messages: The one door for words to people.
        about: What the program tells of itself.
        updates: New versions of it, when somebody asks.
    """

    backend: Backend
    people: People
    session: Session
    library: Library
    study: Study
    synchroniser: Synchroniser
    messages: Messages
    about: About
    updates: Updates
