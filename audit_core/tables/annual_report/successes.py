"""What was reached in the year: measures, milestones with their day, how many in time, and the years side by side."""

from collections.abc import Iterator

from audit_core.standing import MeasureState, MilestoneState
from audit_core.tables.annual_report.view import View, opening
from audit_core.tables.blocks import (
    Block,
    Column,
    Heading,
    Marked,
    Paragraph,
    Point,
    Points,
    Table,
    YearColumn,
    YearColumns,
)
from audit_core.tables.years import Happening, only_earlier
from audit_core.terms import NO_OFFICE, SHOWN_ORDER
from audit_core.wording import schedule
from audit_core.wording import years as year_words
from audit_core.wording.annual_report import happenings as wording
from audit_core.wording.annual_report.counting import written
from audit_core.wording.numbers import NOTHING, day, n_of
from audit_core.wording.words import label


def successes(view: View) -> Iterator[Block]:
    """Meilensteine und Erfolge."""
    yield from opening(wording.SUCCESSES, view)
    for what, heading, sentence in (
        ("completed", wording.COMPLETED, wording.completed),
        ("ongoing", wording.ONGOING, wording.ongoing),
        ("begun", wording.BEGUN, wording.begun),
    ):
        found = view.happened(what)
        yield Heading(3, heading)
        yield Paragraph(sentence(len(found), view.until))
        if found:
            yield Points(tuple(_point(view, one) for one in found))
    yield Heading(3, wording.REACHED)
    in_time = wording.on_time(view.balance.on_time, view.until, *view.early_and_ahead)
    yield Paragraph(f"{wording.reached(len(view.fulfilled), view.until)} {in_time}")
    counted, before = view.now.milestones.n, view.then.milestones.n
    if counted - before != len(view.fulfilled):
        yield Paragraph(wording.net(before, counted), "note")
    if view.fulfilled:
        yield Table(
            wording.reached_caption(view.until),
            (Column("Meilenstein", 4.2), Column("Maßnahme", 3), Column("erreicht am", 1.5), Column("Frist", 1.5),
             Column("Terminlage", 2)),
            tuple(_reached(view, *pair) for pair in view.fulfilled),
        )  # fmt: skip
    yield from _series(view)


def _point(view: View, one: Happening) -> Point:
    state = view.items[one.item][0]
    was = "neu im Jahr" if one.old is None else f"bisher {label(str(one.old))}"
    item = state.item
    since = f"Stand {written(item.entry.stated)}" if item.entry else "Status aus den Meilensteinen"
    late = schedule.with_days(item) if item.schedule == "done_late" else ""
    parts = [was, since, late, state.responsible or NO_OFFICE]
    if one.new == "ongoing" and state.measure.permanent:
        parts.append(wording.PERMANENT_BEFORE)
    said = (f"Sachstand: {item.entry.text}",) if item.entry is not None and item.entry.text else ()
    return Point(view.name(one.item, one.title), (" · ".join(filter(None, parts)), *said), str(one.new))


def _reached(view: View, measure: MeasureState, milestone: MilestoneState) -> tuple[str | Marked, ...]:
    item = milestone.item
    since = item.fulfilment.since if item.fulfilment else None
    said = next((written(p.entry.stated) for p in view.points(milestone.key) if p.entry.stated_on == since), day(since))
    place = schedule.with_days(item)
    due = item.fulfilment.due_before if item.fulfilment else None
    return (
        f"{milestone.milestone.milestone} {milestone.title}", f"{view.number(measure.key)} {measure.title}",
        said, day(due) if due else "ohne Frist",
        Marked(place, item.schedule or "") if place and due else NOTHING,
    )  # fmt: skip


def _series(view: View) -> Iterator[Block]:
    yield Heading(3, wording.SERIES)
    rows = [row for row in view.years.rows if row.day <= view.until]
    while rows and not rows[0].measures:
        rows.pop(0)
    if len(rows) < 2:
        yield Paragraph(wording.NO_SERIES)
        return
    yield YearColumns(
        year_words.chart_head(rows[-1].day),
        year_words.status_alt([r.day for r in rows], [r.statuses for r in rows], [r.completion for r in rows]),
        tuple(
            YearColumn(
                row.year,
                tuple((code, row.statuses[code]) for code in SHOWN_ORDER if row.statuses.get(code)),
                n_of(row.completion.n, row.completion.of) if row.completion.of else NOTHING,
            )
            for row in rows
        ),
        wording.series_note(rows[0].year, view.years.hidden, only_earlier(rows)),
    )
