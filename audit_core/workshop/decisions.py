"""What was decided and what was struck out: the only place where words of the room are read as codes."""

from collections.abc import Iterable
from dataclasses import dataclass

from audit_core.standing import MeasureState
from audit_core.terms import DECISION as DECISIONS
from audit_core.terms import folded, is_open
from audit_core.workshop.said import Words
from audit_core.workshop.subjects import DECISION, LEFT, YES, of_measure


@dataclass(frozen=True, slots=True)
class OpenMeasures:
    """The subjects of the measures that are open on a Stichtag: those decided about, and those still waiting."""

    decided: tuple[str, ...]
    undecided: tuple[str, ...]

    @property
    def of(self) -> int:
        return len(self.decided) + len(self.undecided)


def decision(words: Words, subject: str) -> str:
    """The code of what was decided, the newest of two versions; "" where nothing was, or nothing that can be."""
    found = words.text(subject, DECISION)
    return found if found in DECISIONS else ""


def is_struck(words: Words, subject: str) -> bool:
    """Whether something was struck out again."""
    return folded(words.text(subject, LEFT)) == YES


def open_measures(words: Words, measures: Iterable[MeasureState]) -> OpenMeasures:
    """How far the room is with the measures of an agreement that exist on a Stichtag, in their order."""
    waiting = [of_measure(m.key.measure).word for m in measures if is_open(m.item.status)]
    return OpenMeasures(
        tuple(word for word in waiting if decision(words, word)),
        tuple(word for word in waiting if not decision(words, word)),
    )
