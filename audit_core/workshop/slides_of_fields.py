"""The first slides: where the county stands, and one or several for each Handlungsfeld."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TypeVar

from audit_core.agreement import MeasureKey
from audit_core.standing import ALL
from audit_core.tables.deck_charts import field_name, status_chart
from audit_core.tables.deck_fields import lead
from audit_core.tables.fields import FieldPage, MeasureLine, Whole, field_page
from audit_core.tables.overview import Overview
from audit_core.tables.situation import FieldRow
from audit_core.wording import slides as wording
from audit_core.wording.fields import field_name as name_of
from audit_core.workshop.slide_values import FIELD, SITUATION, Row, Slide
from audit_core.workshop.subjects import of_measure

A_SLIDE, FIELDS_SHOWN, FIELDS_AFTER = 5, 7, 10
T = TypeVar("T")


def parts(rows: Sequence[T], most: int) -> list[Sequence[T]]:
    """Rows in as few parts as can be, each about as long as the others; one empty part of none.

    >>> [len(part) for part in parts(range(11), 5)], parts((), 5)
    ([4, 4, 3], [()])
    """
    pages = -(-len(rows) // most) or 1
    ends = [-(-len(rows) * page // pages) for page in range(pages + 1)]
    return [rows[start:end] for start, end in pairwise(ends)]


def paged(word: str, page: int) -> str:
    """The word of the n-th slide (from 1) about one thing.

    >>> paged("hf-5", 1), paged("hf-5", 2)
    ('hf-5', 'hf-5-2')
    """
    return word if page == 1 else f"{word}-{page}"


def situation_slides(seen: Overview) -> Iterator[Slide]:
    """Where we stand: the finding, four figures, a status bar per Handlungsfeld; of very many fields the rest after."""
    if not seen.situation.measures:
        yield Slide("lage", SITUATION, seen.finding, wording.ABOVE_SITUATION, lines=(wording.NO_MEASURE,))
        return
    shown, rest = seen.fields[:FIELDS_SHOWN], seen.fields[FIELDS_SHOWN:]
    later = parts(rest, FIELDS_AFTER) if rest else []
    for page, fields in enumerate((shown, *later), 1):
        yield Slide(
            paged("lage", page), SITUATION, seen.finding,
            wording.part(wording.ABOVE_SITUATION, page, 1 + len(later)),
            figures=seen.figures if page == 1 else (), counts=seen.key,
            rows=tuple(Row(field_name(field), right=field.completed) for field in fields),
            chart=status_chart(seen.heading, fields), lines=tuple(filter(None, (seen.permanent,))),
        )  # fmt: skip


def field_slides(view: Whole) -> Iterator[Slide]:
    """Every Handlungsfeld of the plan, at most five measures a slide; one without a measure says so."""
    themes = {row.number: row.theme for row in view.standing.known.county.fields_of_action}
    for row in view.now.fields:
        yield from _field(row, field_page(view, row.number), themes.get(row.number, ""), view.now.agreement == ALL)


def _field(row: FieldRow, page: FieldPage, theme: str, several: bool) -> Iterator[Slide]:
    lines = tuple(line for goal in page.goals for line in goal.measures)
    above = wording.field_above(row.number, theme if row.title else "")
    title, word = name_of(row.number, row.title), f"hf-{row.number}"
    if page.bar is None:
        yield Slide(
            word, FIELD, title, above, wording.NO_LEAD, lines=(wording.NO_MEASURE_IN_FIELD,), field_of_action=row.number
        )
        return
    pages = parts(lines, A_SLIDE)
    for number, part in enumerate(pages, 1):
        yield Slide(
            paged(word, number), FIELD, title, wording.part(above, number, len(pages)),
            lead(row.completion, page.bar.completed),
            counts=page.key, rows=tuple(_row(line, several) for line in part),
            lines=tuple(filter(None, (page.permanent,))), field_of_action=row.number,
        )  # fmt: skip


def _row(line: MeasureLine, several: bool) -> Row:
    late = wording.days_overdue(line.schedule_text) if line.schedule == "overdue" else line.overdue_milestones
    return Row(
        line.title, status=line.status, overdue=late, measure=line.measure, subject=of_measure(line.measure).word,
        number=numbered(line.measure, several),
    )  # fmt: skip


def numbered(measure: MeasureKey, several: bool) -> str:
    """The Nr. of a measure, with its Zielvereinbarung where several are shown."""
    return " ".join(filter(None, measure)) if several else measure[1]
