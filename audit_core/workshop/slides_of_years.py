"""What became of the plan: achieved, not achieved and why, overdue per office, year on year, and where it all went."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import TypeVar

from audit_core.agreement import ItemKey, MeasureKey, item_order
from audit_core.standing import ALL, History, MeasureState, MilestoneState, Standing
from audit_core.tables import deck_slides
from audit_core.tables.deck_charts import office_chart
from audit_core.tables.deck_fields import lead
from audit_core.tables.deck_slides import Told
from audit_core.tables.overview import Overview
from audit_core.tables.responsibilities import responsibilities
from audit_core.tables.years import Happening, Years
from audit_core.terms import NO_OFFICE, STATUS, is_fulfilled
from audit_core.wording import deck as deck_wording
from audit_core.wording import slides as wording
from audit_core.wording import years as years_wording
from audit_core.wording.measure import where_from
from audit_core.wording.numbers import days, n_of
from audit_core.wording.words import label
from audit_core.workshop.slide_values import ACHIEVED, MISSED, OVERDUE, TRANSITIONS, YEARS, Row, Slide
from audit_core.workshop.slides_of_fields import A_SLIDE, numbered, paged, parts

T = TypeVar("T")
OFFICES_SHOWN, MOST_SLIDES = 9, 20
"""Nobody pages through more slides of one list; the last one says what stands elsewhere."""


def achieved_slides(seen: Overview, found: Years, before: date) -> Iterator[Slide]:
    """Every fulfilled measure of the view, those of the year first; what they were before stands with them."""
    now = seen.situation
    happened = {one.item: one for kind in ("completed", "ongoing") for one in _happened(found, kind)}
    done = sorted((m for m in now.measures if is_fulfilled(m.item.status)), key=lambda m: _newest(m, happened))
    figure = lead(now.completion, n_of(now.completion.n, now.completion.of))
    said = (years_wording.headline(found.balance, len(now.measures)), seen.permanent)
    lines = tuple(filter(None, (*said, "" if done else wording.NOTHING_ACHIEVED)))
    pages, more = _pages(done)
    for page, part in enumerate(pages, 1):
        rows = tuple(_achieved(m, happened.get(m.key), now.agreement == ALL, before) for m in part)
        yield Slide(
            paged("erreicht", page), ACHIEVED, wording.ACHIEVED,
            wording.part(wording.above_achieved(before), page, len(pages)), figure, rows=rows,
            lines=lines + (more if page == len(pages) else ()),
        )  # fmt: skip


def _pages(rows: Sequence[T]) -> tuple[list[Sequence[T]], tuple[str, ...]]:
    """Rows by slides, and what is said of those that no slide has."""
    shown = rows[: MOST_SLIDES * A_SLIDE]
    more = wording.more_elsewhere(len(rows) - len(shown))
    return parts(shown, A_SLIDE), (more,) if more else ()


def _happened(found: Years, what: str) -> tuple[Happening, ...]:
    return next((one.items for one in found.lists if one.what == what), ())


def _newest(measure: MeasureState, happened: Mapping[ItemKey, Happening]) -> tuple[bool, int, object]:
    run = measure.item.fulfilment
    return measure.key not in happened, -run.since.toordinal() if run else 0, item_order(measure.key)


def _achieved(measure: MeasureState, one: Happening | None, several: bool, before: date) -> Row:
    run = measure.item.fulfilment
    was = "" if one is None else wording.was(label(str(one.old)) if one.old is not None else "", before)
    below = (measure.responsible or NO_OFFICE, wording.since(run.since) if run else "", was, where_from(measure))
    return Row(
        measure.title, " · ".join(filter(None, below)), status=measure.item.status, measure=measure.key.measure,
        number=numbered(measure.key.measure, several),
    )  # fmt: skip


def missed_slides(known: History, seen: Overview) -> Iterator[Slide]:
    """What is on hold, left or overdue, each with its Grund or that none was reported."""
    now = seen.situation
    items = deck_slides.not_reached(known, now, now.as_of)
    if not items:
        yield Slide("nicht-erreicht", MISSED, wording.MISSED, wording.ABOVE_MISSED, lines=(wording.NOTHING_MISSED,))
        return
    measures = sum(isinstance(item, MeasureState) for item, _ in items)
    finding = deck_wording.not_reached(measures, len(items) - measures, sum(bool(reason) for _, reason in items))
    titles = {m.key.measure: m.title for m in now.measures}
    pages, more = _pages(items)
    for page, part in enumerate(pages, 1):
        yield Slide(
            paged("nicht-erreicht", page), MISSED, wording.MISSED, wording.part(wording.ABOVE_MISSED, page, len(pages)),
            rows=tuple(_missed(item, reason, titles, now.agreement == ALL) for item, reason in part),
            lines=(finding, *(more if page == len(pages) else ())),
        )  # fmt: skip


def _missed(item: MeasureState | MilestoneState, reason: str, titles: Mapping[MeasureKey, str], several: bool) -> Row:
    late, measure = item.item.schedule == "overdue", item.key.measure
    of = "" if item.key.milestone is None else wording.milestone_of(item.key.milestone, titles.get(measure, ""))
    return Row(
        item.title, wording.why(of, item.responsible or NO_OFFICE, reason), status="" if late else item.item.status,
        overdue=wording.days_overdue(days(item.item.days_overdue)) if late else "", measure=measure,
        number=numbered(measure, several),
    )  # fmt: skip


def overdue_slides(after: Standing, agreement: str, responsible: str | None) -> Iterator[Slide]:
    """Bars of what is overdue per office, with the longest delay of each."""
    late = responsibilities(after, agreement, responsible)
    count = late.situation.overdue
    offices = tuple(office for office in late.situation.offices if office.overdue)
    if not offices:
        above = deck_wording.ABOVE_OVERDUE
        yield Slide("ueberfaellig", OVERDUE, late.finding, above, lines=(deck_wording.NOTHING_LATE,))
        return
    pages = parts(offices, OFFICES_SHOWN)
    for page, part in enumerate(pages, 1):
        yield Slide(
            paged("ueberfaellig", page), OVERDUE, late.finding,
            wording.part(deck_wording.ABOVE_OVERDUE, page, len(pages)),
            wording.overdue_lead(count.measures, count.milestones),
            rows=tuple(
                Row(one.responsible or NO_OFFICE, right=wording.longest(one.longest_days)) for one in part
            ),
            chart=office_chart(part),
        )  # fmt: skip


def year_slides(found: Years, told: Told) -> Iterator[Slide]:
    """Columns per year, and where the measures of the year went: as the deck shows them."""
    shown = deck_slides.years_slide(found, told)
    yield Slide(
        "jahre", YEARS, shown.title, shown.above, counts=shown.key, chart=shown.chart,
        lines=tuple(filter(None, (*shown.lines, wording.earlier([STATUS[code].label for code in shown.earlier])))),
    )  # fmt: skip
    if not found.is_empty:
        went = deck_slides.transitions_slide(found, told)
        yield Slide(
            "uebergaenge", TRANSITIONS, went.title, went.above, table=went.table, tints=went.tints, lines=went.lines
        )
