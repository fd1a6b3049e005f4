"""From one agreement to the next (R13): what became of every measure of the old one, and what came new."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from operator import attrgetter

from audit_core.agreement import Agreement, MeasureKey, natural
from audit_core.standing import ALL, MeasureState, Share, Standing, concerns, counted
from audit_core.terms import CANCELLED, DONE, OUTCOMES, REPLACED, STILL_OPEN, TAKEN_OVER, is_fulfilled


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of a measure (a code of `terms.OUTCOMES`) and its successors as of the day, in natural order."""

    measure: MeasureState
    outcome: str
    successors: tuple[MeasureState, ...]


@dataclass(frozen=True, slots=True)
class Succession:
    """The measures of an agreement as of a day on which the next one has begun; `new`: those of it without a Vorgänger.

    The next one is the one begun soonest after it; where two begin on that day, each makes a pair.
    """

    old: Agreement
    next: Agreement
    as_of: date
    fates: tuple[Fate, ...]
    new: Share

    @property
    def of(self) -> int:
        return len(self.fates)

    @property
    def counts(self) -> Mapping[str, int]:
        """How many measures came to which outcome; every one of OUTCOMES has a number, their sum is `of`."""
        found = Counter(fate.outcome for fate in self.fates)
        return {outcome: found[outcome] for outcome in OUTCOMES}

    def with_outcome(self, outcome: str) -> tuple[Fate, ...]:
        """The measures that came to an outcome."""
        return tuple(fate for fate in self.fates if fate.outcome == outcome)


def successions(
    whole: Standing, agreement: str = ALL, responsible: str | None = None, field: str | None = None
) -> tuple[Succession, ...]:
    """Every pair of agreements of a view as of a Stichtag, the oldest first (R13).

    With an agreement those in which it is the old or the next one; with an office or a Handlungsfeld only its measures.
    """
    states = {measure.key.measure: measure for measure in whole.measures}
    return tuple(
        Succession(
            old, following, whole.as_of,
            tuple(_fate(whole, states, measure) for measure in _viewed(whole, old, responsible, field)),
            _new(_viewed(whole, following, responsible, field)),
        )
        for old, following in pairs(whole.known.agreements.values(), whole.as_of)
        if agreement in (ALL, old.code, following.code)
    )  # fmt: skip


def pairs(agreements: Iterable[Agreement], as_of: date) -> tuple[tuple[Agreement, Agreement], ...]:
    """Each agreement with the next one begun by a day; two of one Beginn do not follow each other."""
    begun = sorted(
        (one for one in agreements if one.begin.first <= as_of), key=lambda one: (one.begin.first, natural(one.code))
    )
    found = []
    for old in begun:
        later = [one for one in begun if one.begin.first > old.begin.first]
        soonest = min(later, key=attrgetter("begin.first"), default=None)
        found += [(old, one) for one in later if soonest and one.begin.first == soonest.begin.first]
    return tuple(found)


def _viewed(
    whole: Standing, agreement: Agreement, responsible: str | None, field: str | None
) -> tuple[MeasureState, ...]:
    return tuple(
        measure
        for measure in counted(whole, agreement.code)
        if field in (None, measure.measure.field_of_action) and (responsible is None or concerns(measure, responsible))
    )


def _fate(whole: Standing, states: Mapping[MeasureKey, MeasureState], measure: MeasureState) -> Fate:
    """R13: ersetzt before übernommen before erledigt before entfallen; what is none of these stayed open.

    A successor is what R0 takes for one, so that „übernommen“ is the same here, in the Jahresbilanz and in every count.
    """
    successors = tuple(
        states[key] for key in whole.known.successors.get(measure.key.measure, ()) if key in states
    )
    status = measure.item.status
    if status == REPLACED:
        return Fate(measure, REPLACED, successors)
    if successors:
        return Fate(measure, TAKEN_OVER, successors)
    if is_fulfilled(status):
        return Fate(measure, DONE, successors)
    return Fate(measure, CANCELLED if status == CANCELLED else STILL_OPEN, successors)


def _new(measures: tuple[MeasureState, ...]) -> Share:
    return Share(sum(measure.measure.predecessor is None for measure in measures), len(measures))
