"""The draft counted per Handlungsfeld, and everything that it still lacks in sentences."""

from collections.abc import Iterator
from dataclasses import dataclass

from audit_core.agreement import Measure, natural
from audit_core.standing import History
from audit_core.terms import CHANGE, REPLACE
from audit_core.wording import draft as wording
from audit_core.wording.row_texts import reference
from audit_core.wording.workshop import UNTITLED
from audit_core.workshop.draft_values import Draft, DraftMeasure


@dataclass(frozen=True, slots=True)
class DraftCount:
    """What becomes of the measures of a Handlungsfeld ("": of none yet), and how many are new or undecided."""

    field_of_action: str
    title: str
    continued: int
    changed: int
    replaced: int
    new: int
    ended: int
    undecided: int

    @property
    def drafted(self) -> int:
        """The measures of the draft."""
        return self.continued + self.changed + self.replaced + self.new


def draft_counts(draft: Draft, known: History) -> tuple[DraftCount, ...]:
    """One row per Handlungsfeld that has something to count, in natural order; what has none comes last."""
    titles = {row.number: row.title for row in known.county.fields_of_action}
    numbers = {row.measure.field_of_action for row in (*draft.measures, *draft.ended)}
    numbers |= {measure.field_of_action for measure in draft.undecided}
    return tuple(
        _count(draft, number, titles.get(number, "")) for number in sorted(numbers, key=lambda n: (not n, natural(n)))
    )


def measures_of_field(draft: Draft, field: str) -> tuple[DraftMeasure, ...]:
    """The measures of the draft in a Handlungsfeld, in their order."""
    return tuple(row for row in draft.measures if row.measure.field_of_action == field)


def undecided_of_field(draft: Draft, field: str) -> tuple[Measure, ...]:
    """The open measures of a Handlungsfeld nobody has decided about."""
    return tuple(measure for measure in draft.undecided if measure.field_of_action == field)


def gap_lines(draft: Draft) -> tuple[str, ...]:
    """All that the draft lacks, a sentence each: as a whole, then measure by measure."""
    return tuple(_gap_lines(draft))


def _gap_lines(draft: Draft) -> Iterator[str]:
    yield from draft.gaps
    yield from (wording.goal_without_measure(title) for _, _, title in draft.goals)
    if draft.undecided:
        yield wording.undecided(len(draft.undecided))
    yield from draft.versions
    for row in draft.measures:
        if row.gaps:
            yield wording.gap_line(row.measure.number, row.measure.title or UNTITLED, row.gaps)
    for row in draft.ended:
        if row.gaps:
            yield wording.gap_line(reference(row.measure.key.measure), row.measure.title, row.gaps)
    left_out = [row.measure.title or UNTITLED for row in draft.measures if not row.is_complete]
    if left_out:
        yield wording.left_out(left_out)


def _count(draft: Draft, field: str, title: str) -> DraftCount:
    decisions = [row.decision for row in measures_of_field(draft, field)]
    changed, replaced, new = (decisions.count(code) for code in (CHANGE, REPLACE, ""))
    return DraftCount(
        field, title, len(decisions) - changed - replaced - new, changed, replaced, new,
        sum(row.measure.field_of_action == field for row in draft.ended), len(undecided_of_field(draft, field)),
    )  # fmt: skip
