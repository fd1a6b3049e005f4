"""What was not reached and why: overdue, put off, fallen back, gone, silent; then the Fristen that moved."""

from collections.abc import Iterable, Iterator

from audit_core import terms
from audit_core.agreement import ItemKey, MeasureKey
from audit_core.overdue import DueItem, stale_measures
from audit_core.standing import STALE_DAYS, MeasureState
from audit_core.tables.annual_report.view import View, opening
from audit_core.tables.blocks import Block, Cell, Column, Heading, Paragraph, Point, Points, Table
from audit_core.tables.years import Happening
from audit_core.wording import change_words
from audit_core.wording.annual_report import happenings
from audit_core.wording.annual_report import missed as wording
from audit_core.wording.annual_report.counting import written
from audit_core.wording.annual_report.goals import NO_MEASURE
from audit_core.wording.situation import shifted, since_days


def not_reached(view: View) -> Iterator[Block]:
    """Was nicht erreicht wurde und warum."""
    yield from opening(wording.TITLE, view)
    if not view.now.measures:
        yield Paragraph(NO_MEASURE)
        return
    late = view.now.overdue_items
    yield from _part(
        wording.OVERDUE,
        wording.overdue(*view.sums(late), view.until, len(view.late_without_reason)),
        _overdue(view),
    )
    waiting = [m for m in view.now.measures if m.item.on_hold]
    yield from _part(
        wording.POSTPONED, wording.postponed(len(waiting), view.until),
        [_state(view, m, "postponed", of_status=True) for m in waiting],
    )  # fmt: skip
    for what, title, sentence in (
        ("back", wording.BACK, wording.back), ("left", wording.LEFT, wording.left),
    ):  # fmt: skip
        found = view.happened(what)
        yield from _part(title, sentence(len(found), view.until), [_changed(view, one) for one in found])
    silent = [m for m in view.now.measures if m.item.status == "no_report"]
    yield from _part(
        wording.NO_REPORT, wording.no_report(len(silent), view.until),
        [Point(view.name(m.key, m.title), (_office(m.responsible),), "no_report") for m in silent],
    )  # fmt: skip
    stale = [m for m in stale_measures(view.now.measures, view.asked.responsible) if m.item.status != "no_report"]
    yield from _part(wording.STALE, wording.stale(len(stale), STALE_DAYS), [_stale(view, m) for m in stale])


def _part(title: str, sentence: str, points: list[Point]) -> Iterator[Block]:
    yield Heading(3, title)
    yield Paragraph(sentence)
    if points:
        yield Points(tuple(points))


def _overdue(view: View) -> list[Point]:
    """A point for each measure that is overdue or has an overdue milestone, the longest first."""
    of_measure: dict[MeasureKey, list[DueItem]] = {}
    for item in view.now.overdue_items:
        of_measure.setdefault(item.item.measure, []).append(item)
    return [
        Point(
            view.name(ItemKey(*key), items[0].measure_title),
            (
                *(f"{_late(item)} {' '.join(filter(None, _why(view, item.item)))}" for item in items),
                *([happenings.continued(view.planned(later))] if (later := view.successor(key)) is not None else []),
            ),
            "overdue",
        )
        for key, items in of_measure.items()
    ]


def _late(item: DueItem) -> str:
    name = "Maßnahme insgesamt"
    if item.item.milestone is not None:
        name = f"Meilenstein {item.item.milestone}: {item.title}"
    due = shifted(item.due, item.first_due, item.shifts)
    return wording.overdue_item(name, item.days, due, item.responsible)


def _why(view: View, item: ItemKey, of_status: bool = False) -> Iterator[str]:
    """The Grund; where there is none, what was reported last."""
    text, stated = view.reason(item, of_status=of_status)
    yield wording.reason(text, stated)
    if not text:
        said = next((point.entry for point in view.points(item) if point.entry.text), None)
        yield wording.last_said(said.text, written(said.stated)) if said else ""


def _state(view: View, measure: MeasureState, code: str, of_status: bool) -> Point:
    stated = f"Stand {written(measure.item.entry.stated)}" if measure.item.entry else "Status aus den Meilensteinen"
    below = (f"{stated} · {_office(measure.responsible)}", *_why(view, measure.key, of_status))
    return Point(view.name(measure.key, measure.title), tuple(filter(None, below)), code)


def _changed(view: View, one: Happening) -> Point:
    state = view.items[one.item][0]
    was = "neu im Jahr" if one.old is None else f"bisher {terms.STATUS[str(one.old)].label}"
    below = (f"{was} · {_office(state.responsible)}", *_why(view, one.item, of_status=True))
    return Point(view.name(one.item, one.title), tuple(filter(None, below)), str(one.new))


def _stale(view: View, measure: MeasureState) -> Point:
    stated = view.stated(measure, measure.last_report)
    last = f"letzte Meldung: Stand {stated}, {since_days(measure.stale_days or 0)} keine neue"
    below = (f"{last} · {_office(measure.responsible)}",)
    return Point(view.name(measure.key, measure.title), below, measure.item.status)


def _office(name: str | None) -> str:
    return f"Zuständig: {name}" if name else terms.NO_OFFICE


def moved(view: View) -> Iterator[Block]:
    """Verschobene Fristen."""
    found = view.happened("moved")
    later = sum(one.new > one.old for one in found)  # type: ignore[operator]
    yield from opening(happenings.MOVED, view)
    yield Paragraph(happenings.moved(*view.sums(found), later, len(found) - later, view.until))
    if found:
        columns = (
            Column("Maßnahme oder Meilenstein", 4), Column("bisher", 1.4, right=True), Column("jetzt", 1.4, right=True),
            Column("Verschiebung", 1.5), Column("wie oft", 1.5), Column("Grund", 3.4),
        )  # fmt: skip
        yield Table(happenings.MOVED_CAPTION, columns, tuple(_moved_rows(view, found)))


def _moved_rows(view: View, found: Iterable[Happening]) -> Iterator[tuple[Cell, ...]]:
    for one in found:
        track = view.known.tracks[one.item]
        before, after = track.at(view.asked.before), track.at(view.until)
        in_all = after.shifts if after else 0
        reasons = [
            point.entry.reason
            for point in reversed(view.points(one.item))
            if point.entry.new_due is not None and point.entry.stated_on > view.asked.before and point.entry.reason
        ]
        yield (
            view.name(one.item, one.title), change_words.old_text("due", one.old),
            change_words.new_text("due", one.new),
            happenings.shift(one.old, one.new),  # type: ignore[arg-type]
            happenings.how_often(in_all - (before.shifts if before else 0), in_all),
            " / ".join(dict.fromkeys(reasons)) or wording.NO_REASON,
        )  # fmt: skip
