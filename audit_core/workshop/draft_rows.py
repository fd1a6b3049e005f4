"""The rows of the draft: an old measure as it goes on or is replaced, a new one, their milestones, and their gaps."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import timedelta

from audit_core.agreement import Measure, Milestone, ReportEntry
from audit_core.dates import BERLIN, OfficeDate
from audit_core.standing import MeasureState, MilestoneState
from audit_core.standing.state import measure_state
from audit_core.terms import DECISION as DECISIONS
from audit_core.terms import END, REPLACE, has_left, is_fulfilled, is_open
from audit_core.wording import draft as wording
from audit_core.workshop.draft_values import Basis, DraftMeasure, due_in_force, office_date, text
from audit_core.workshop.subjects import (
    DECISION,
    DESCRIPTION,
    DUE,
    FIELD_OF_ACTION,
    FIELDS,
    GOAL_TITLE,
    MEASURE,
    NEW_MEASURE,
    NEW_MILESTONE,
    OF,
    REASON,
    RESPONSIBLE,
    TITLE,
    of_measure,
    subject,
)

_Row = tuple[Milestone, str]
"""A milestone of the draft and the subject it comes from."""


def decided(basis: Basis, old: Measure, decision: str, state: MeasureState, added: Sequence[str]) -> DraftMeasure:
    """An old measure about which something was decided; `added` are the subjects of its new milestones."""
    word = of_measure(old.key.measure).word
    if decision == END:
        made = DraftMeasure(old, (), word, decision)
    elif decision == REPLACE:
        made = _replacement(basis, old, word)
    else:
        made = _carried(basis, old, word, decision, state)
    gaps, note = list(made.gaps), basis.words.said(word, DECISION).newest
    reason = text(basis.words.text(word, REASON))
    if DECISIONS[decision].needs_reason and not reason:
        gaps.append(wording.REASON_MISSING)
    gaps += versions(basis, word, MEASURE)
    made = replace(
        made, old=old, reason=reason, decided_by=note.recorded_by, decided_at=note.recorded_at,
        closing=_closing(basis, old, decision, reason),
    )  # fmt: skip
    return replace(made, gaps=tuple(gaps)) if decision == END else with_milestones(basis, made, gaps, added)


def new_measure(basis: Basis, word: str, field: str, added: Sequence[str]) -> DraftMeasure:
    """A measure in the words of the room, in the Handlungsfeld `field` ("": none yet)."""
    title, office = basis.line(word, TITLE), basis.line(word, RESPONSIBLE)
    said = basis.line(word, FIELD_OF_ACTION)
    due, gaps = _said_due(basis, word)
    if not title:
        gaps.insert(0, wording.TITLE_MISSING)
    if not field:
        gaps.insert(0, wording.unknown_field_of_action(said) if said else wording.FIELD_OF_ACTION_MISSING)
    if not office:
        gaps.append(wording.OFFICE_MISSING)
    if due is None and not basis.line(word, DUE):
        gaps.append(wording.FIRST_DUE_MISSING)
    gaps += versions(basis, word, NEW_MEASURE)
    measure = Measure(
        basis.following.code, "", field, title, basis.line(word, GOAL_TITLE),
        text(basis.words.text(word, DESCRIPTION)), office or None, due=due, source=basis.following.source,
    )  # fmt: skip
    return with_milestones(basis, DraftMeasure(measure, (), word, ""), gaps, added)


def with_milestones(basis: Basis, made: DraftMeasure, gaps: list[str], added: Iterable[str]) -> DraftMeasure:
    """The same with the new milestones behind its own, all counted from 1, and with its gaps."""
    rows = list(zip(made.milestones, made.milestone_subjects, strict=True))
    for word in added:
        title = basis.line(word, TITLE)
        if not any(basis.line(word, name) for name in (TITLE, RESPONSIBLE, DUE)):
            continue  # begun and left empty
        due, due_gaps = _said_due(basis, word)
        found = [*due_gaps, *versions(basis, word, NEW_MILESTONE)]
        gaps += [wording.of_milestone(title, gap) for gap in found] if title else [wording.MILESTONE_UNNAMED]
        if title:
            office = basis.line(word, RESPONSIBLE) or None
            rows.append((Milestone(basis.following.code, "", "", title, office, due), word))
    numbered = tuple(
        replace(row, milestone=str(place), source=basis.following.source) for place, (row, _) in enumerate(rows, 1)
    )
    return replace(made, milestones=numbered, milestone_subjects=tuple(word for _, word in rows), gaps=tuple(gaps))


def versions(basis: Basis, word: str, kind: str) -> list[str]:
    """A gap for each field of a subject that two people wrote at once."""
    return [wording.two_versions(name) for name in FIELDS[kind] if basis.words.said(word, name).is_open]


def added_milestones(basis: Basis) -> dict[str, list[str]]:
    """The new milestones by the subject of their measure, in the order in which they were spoken of."""
    found: dict[str, list[str]] = {}
    for word in basis.words.subjects():
        about = subject(word)
        if about is not None and about.kind == NEW_MILESTONE and not basis.is_struck(word):
            found.setdefault(basis.line(word, OF), []).append(word)
    return found


def _carried(basis: Basis, old: Measure, word: str, decision: str, state: MeasureState) -> DraftMeasure:
    """An old measure that goes on, with what was said instead; its milestones that are open go along."""
    due, gaps = _carried_due(basis, word, old)
    office = basis.line(word, RESPONSIBLE) or old.responsible
    if office is None:
        gaps.append(wording.OFFICE_MISSING)
    measure = replace(
        old,
        agreement=basis.following.code,
        title=basis.line(word, TITLE) or old.title,
        goal=basis.line(word, GOAL_TITLE) or old.goal,
        description=text(basis.words.text(word, DESCRIPTION)) or old.description,
        responsible=office,
        begin=_begin(basis, old.begin, due),
        due=due,
        included=None,
        predecessor=old.key.measure,
        source=basis.following.source,
        recorded_at=None,
        revoked_at=None,
    )
    found = [made for milestone in state.milestones if (made := _milestone(basis, milestone)) is not None]
    expired = sum(is_expired for _, _, is_expired in found)
    gaps += [wording.milestones_without_due(expired)] if expired else []
    gaps += [gap for _, found_gaps, _ in found for gap in found_gaps]
    rows = [row for row, _, _ in found]
    return DraftMeasure(
        measure, tuple(row for row, _ in rows), word, decision, tuple(gaps),
        milestone_subjects=tuple(name for _, name in rows),
    )  # fmt: skip


def _milestone(basis: Basis, state: MilestoneState) -> tuple[_Row, list[str], bool] | None:
    """An open milestone as it goes along, what it lacks, and whether its Frist is over."""
    old = state.milestone
    word = of_measure((old.agreement, old.number), old.milestone).word
    decision = basis.decision(word)
    if decision == END or basis.is_struck(word) or (not decision and not is_open(state.item.status)):
        return None
    title, office = basis.line(word, TITLE) or old.title, basis.line(word, RESPONSIBLE) or old.responsible
    due, gaps = _said_due(basis, word)
    held = due_in_force(basis.known, old.key, old.due, basis.as_of)
    if due is None and not gaps and held is not None and _lies_ahead(basis, held):
        due, gaps = held, _too_late(basis, held)
    made = replace(
        old, agreement=basis.following.code, title=title, responsible=office, due=due, recorded_at=None, revoked_at=None
    )
    told = [wording.of_milestone(title, gap) for gap in [*gaps, *versions(basis, word, MEASURE)]]
    return (made, word), told, held is not None and due is None and not gaps


def _replacement(basis: Basis, old: Measure, word: str) -> DraftMeasure:
    """A new measure in place of an old one, of which only Handlungsfeld, Ziel and office stay unless said otherwise."""
    title, office = basis.line(word, TITLE), basis.line(word, RESPONSIBLE) or old.responsible
    due, gaps = _said_due(basis, word)
    if not title:
        gaps.append(wording.TITLE_MISSING)
    if office is None:
        gaps.append(wording.OFFICE_MISSING)
    if due is None and not basis.line(word, DUE):
        gaps.append(wording.DUE_MISSING)
    measure = Measure(
        basis.following.code, "", old.field_of_action, title or wording.replacement(old.title),
        basis.line(word, GOAL_TITLE) or old.goal, text(basis.words.text(word, DESCRIPTION)), office, due=due,
        predecessor=old.key.measure, source=basis.following.source,
    )  # fmt: skip
    return DraftMeasure(measure, (), word, REPLACE, tuple(gaps))


def _said_due(basis: Basis, word: str) -> tuple[OfficeDate | None, list[str]]:
    """The Frist that was said."""
    said = basis.line(word, DUE)
    if not said:
        return None, []
    due = office_date(said)
    if due is None:
        return None, [wording.no_date(said)]
    if due.last < basis.following.begin.first:
        return due, [wording.due_too_early(due.last)]
    return due, _too_late(basis, due)


def _too_late(basis: Basis, due: OfficeDate) -> list[str]:
    """A gap where a Frist lies after the next agreement."""
    end = basis.following.end
    return [wording.due_too_late(due.last)] if end is not None and due.last > end.last else []


def _carried_due(basis: Basis, word: str, old: Measure) -> tuple[OfficeDate | None, list[str]]:
    """The Frist that was said, else the one in force where it lies in the next agreement or after it."""
    due, gaps = _said_due(basis, word)
    if due is not None or gaps:
        return due, gaps
    held = due_in_force(basis.known, old.key, old.due, basis.as_of)
    if held is not None and _lies_ahead(basis, held):
        return held, _too_late(basis, held)
    return None, [] if old.permanent else [wording.due_missing(held.last if held else None)]


def _lies_ahead(basis: Basis, due: OfficeDate | None) -> bool:
    """Whether a Frist lies in the next agreement or after it."""
    return due is not None and due.last >= basis.following.begin.first


def _begin(basis: Basis, begin: OfficeDate | None, due: OfficeDate | None) -> OfficeDate | None:
    """The Beginn of an old measure where it lies in the next agreement and not after its Frist."""
    following = basis.following
    if begin is None or begin.first < following.begin.first:
        return None
    if following.end is not None and begin.first > following.end.last:
        return None
    return None if due is not None and due.last < begin.first else begin


def _closing(basis: Basis, old: Measure, decision: str, reason: str) -> ReportEntry | None:
    """What is to be reported of a measure that ends or is replaced; a success that just does not go on stays one."""
    if decision not in (END, REPLACE):
        return None
    at = basis.words.said(of_measure(old.key.measure).word, DECISION).newest.recorded_at
    day = at.astimezone(BERLIN).date()
    status = measure_state(basis.known, old, day - timedelta(days=1)).item.status  # before this was reported
    if has_left(status) or (is_fulfilled(status) and not old.permanent):
        return None
    return ReportEntry(
        old.key, day, OfficeDate(f"{day:%d.%m.%Y}", day, day), "cancelled" if decision == END else "replaced", at,
        reason=reason, reported_by=wording.reported_by(day), source=basis.following.source,
    )  # fmt: skip
