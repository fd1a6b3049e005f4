"""What changed in structure and organisation: measures that came and went, events of the audit, resolutions."""

from collections.abc import Iterator

from audit_core.tables.annual_report.references import References
from audit_core.tables.annual_report.view import View, opening
from audit_core.tables.audit import in_order
from audit_core.tables.blocks import Block, Column, Heading, Marked, Paragraph, Point, Points, Table
from audit_core.tables.resolutions import called_off, up_to
from audit_core.terms import NO_OFFICE, STATUS
from audit_core.wording.annual_report import happenings as wording
from audit_core.wording.annual_report.counting import written


def organisation(view: View, references: References) -> Iterator[Block]:
    """Veränderungen in Struktur und Organisation."""
    yield from opening(wording.CHANGES, view)
    yield Heading(3, wording.NEW)
    yield from _new(view)
    yield Heading(3, wording.LEFT)
    yield from _left(view)
    yield Heading(3, wording.TAKEN_OVER)
    yield from _taken_over(view)
    yield Heading(3, wording.EVENTS)
    yield from _events(view, references)
    yield Heading(3, wording.RESOLVED)
    yield from _resolutions(view, references)


def _new(view: View) -> Iterator[Block]:
    found = view.happened("new")
    yield Paragraph(wording.new(len(found), view.until))
    if found:
        states = [view.items[one.item][0] for one in found]
        yield Table(
            wording.new_caption(view.until),
            (Column("Maßnahme", 5), Column("Zuständigkeit", 2.4), Column("Status", 2)),
            tuple(
                (
                    view.name(state.key, state.title), state.responsible or NO_OFFICE,
                    Marked(STATUS[state.item.status].label, state.item.status),
                )
                for state in states
            ),
        )  # fmt: skip


def _left(view: View) -> Iterator[Block]:
    found = view.happened("left")
    replaced = sum(one.new == "replaced" for one in found)
    sentence = wording.left(replaced, len(found) - replaced, view.until)
    yield Paragraph(f"{sentence} {wording.REASONS_BELOW}" if found else sentence)
    if found:
        yield Points(tuple(Point(view.name(one.item, one.title), (), str(one.new)) for one in found))


def _taken_over(view: View) -> Iterator[Block]:
    yield Paragraph(wording.taken_over(len(view.taken_over), view.until))
    if view.taken_over:
        yield Points(
            tuple(
                Point(
                    view.name(state.key, state.title),
                    (wording.continued(view.planned(successor)),),
                    state.item.status,
                )
                for state, successor in view.taken_over
            )
        )


def _events(view: View, references: References) -> Iterator[Block]:
    ordered = in_order(view.known.county.events)
    found = [one for one in ordered if one.day and view.asked.before < one.day.last <= view.until]
    yield Paragraph(wording.events(len(found), view.until))
    if found:
        rows = []
        for one in found:
            more = " ".join(filter(None, (wording.conflicting(one.conflicts_with), one.remark)))
            text = f"{one.text}{f' ({more})' if more else ''}"
            rows.append((written(one.day) if one.day else "", one.kind, text, references.short(one.source)))
        columns = (Column("Datum", 1.4), Column("Art", 1.5), Column("Ereignis", 6), Column("Quelle", 1.8))
        yield Table(wording.events_caption(view.until), columns, tuple(rows))
    if undated := wording.undated([f"{one.kind}: {one.text}" for one in ordered if one.day is None]):
        yield Paragraph(undated, "note")


def _resolutions(view: View, references: References) -> Iterator[Block]:
    found = []
    papers = sittings = cancelled = 0
    for one in reversed(up_to(view.known.county, view.until)):
        rows = [row for row in one.consultations if row.day.last > view.asked.before]
        if not rows:
            continue
        sittings += len(rows)
        off = sum(map(called_off, rows))
        cancelled += off
        papers += off < len(rows)
        below = [wording.consultation(row, called_off(row)) for row in rows]
        if one.measures:
            below.append(wording.concerns([view.named(key, name) for key, name in one.measures]))
        if source := references.text(" | ".join(dict.fromkeys(row.source for row in rows if row.source))):
            below.append(f"Quelle: {source}")
        found.append(Point(wording.resolution(one.paper, one.subject), tuple(below)))
    yield Paragraph(wording.consulted(papers, sittings, cancelled, view.until))
    if found:
        yield Points(tuple(found))
