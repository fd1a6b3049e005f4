"""One slide for each measure that is open: what it is known by, how far its milestones are, and why it is late."""

from collections.abc import Container, Iterator, Sequence

from audit_core.agreement import MeasureKey
from audit_core.standing import ALL, History, MeasureState, MilestoneState
from audit_core.tables.reasons import points, reason
from audit_core.tables.situation import Situation
from audit_core.terms import NO_OFFICE, STATUS, has_left, is_fulfilled, is_open
from audit_core.wording import measure as measure_wording
from audit_core.wording import slides as wording
from audit_core.wording.annual_report.counting import written
from audit_core.wording.fields import overdue_milestones
from audit_core.wording.numbers import days
from audit_core.workshop.slide_values import MEASURE, Row, Slide
from audit_core.workshop.slides_of_fields import numbered
from audit_core.workshop.subjects import of_measure


def measure_word(measure: MeasureKey) -> str:
    """The word of the slide of a measure.

    >>> measure_word(("ZV2", "1.1.2")), measure_word((None, "7"))
    ('massnahme-ZV2-1.1.2', 'massnahme--7')
    """
    return f"massnahme-{measure[0] or ''}-{measure[1]}"


def measure_slides(known: History, now: Situation, only: Container[MeasureKey] | None = None) -> Iterator[Slide]:
    """The open measures of a view in the order of their numbers, or `only` those that are named."""
    titles = {row.number: row.title for row in known.county.fields_of_action}
    for measure in now.measures:
        if is_open(measure.item.status) if only is None else measure.key.measure in only:
            yield _slide(known, measure, now, titles.get(measure.measure.field_of_action, ""))


def _slide(known: History, measure: MeasureState, now: Situation, field: str) -> Slide:
    plan, key = measure.measure, measure.key.measure
    late = sum(one.item.schedule == "overdue" for one in measure.milestones)
    overdue = wording.days_overdue(days(measure.item.days_overdue)) if measure.item.days_overdue else ""
    return Slide(
        measure_word(key), MEASURE, measure.title,
        wording.measure_above(plan.field_of_action, field, numbered(key, now.agreement == ALL)),
        facts=tuple((name, text) for name, text in _facts(known, measure, now, late) if text),
        rows=tuple(map(_milestone, measure.milestones)), status=measure.item.status,
        overdue=overdue or (overdue_milestones(late) if late else ""), subject=of_measure(key).word,
        field_of_action=plan.field_of_action,
    )  # fmt: skip


def _facts(known: History, measure: MeasureState, now: Situation, late: int) -> Iterator[tuple[str, str]]:
    item = measure.item
    yield "Ziel", measure.measure.goal
    yield "Zuständigkeit", measure.responsible or NO_OFFICE
    yield "Frist", measure_wording.due(item).removeprefix("Frist ") or wording.NO_DUE
    yield "Fortschritt", measure_wording.progress(measure).removeprefix("Fortschritt ")
    yield "Sachstand", _said(known, measure, now)
    yield "Meldungen", measure_wording.since_when(measure).replace(" keine Meldung", " keine")
    missing = bool(late or item.days_overdue or STATUS[item.status].needs_reason)
    yield "Grund", _why(known, measure, now) or (wording.NO_REASON if missing else "")


def _said(known: History, measure: MeasureState, now: Situation) -> str:
    """The newest Sachstand with its Stand; without any, where the status comes from, or that there is none."""
    told = next((point.entry for point in points(known, measure.key, now.as_of) if point.entry.text.strip()), None)
    if told is None:
        return measure_wording.where_from(measure) or wording.NO_TEXT
    return wording.told(told.text, written(told.stated))


def _why(known: History, measure: MeasureState, now: Situation) -> str:
    """The Grund of the measure; else that of its milestone that is overdue for the longest."""
    late: Sequence[MilestoneState] = sorted(
        (one for one in measure.milestones if one.item.days_overdue), key=lambda one: -one.item.days_overdue
    )
    on_hold = STATUS[measure.item.status].needs_reason
    for key in (measure.key, *(one.key for one in late)):
        text, stated = reason(known, key, now.as_of, of_status=on_hold and key == measure.key)
        if text:
            return wording.told(text, stated)
    return ""


def _milestone(one: MilestoneState) -> Row:
    item = one.item
    right = measure_wording.due(item).split(",")[0]
    if is_fulfilled(item.status):
        right = wording.since(item.fulfilment.since) if item.fulfilment else ""
    elif has_left(item.status):
        right = ""
    return Row(
        one.title, right=right, status=item.status, number=one.milestone.milestone,
        overdue=wording.days_overdue(days(item.days_overdue)) if item.days_overdue else "",
    )  # fmt: skip
