"""The annexes: every measure with all that is known of it, how is counted, and the sources."""

from collections.abc import Iterator

from audit_core import terms
from audit_core.agreement import MeasureKey
from audit_core.standing import ALL, MeasureState, MilestoneState
from audit_core.tables.annual_report.goals import place
from audit_core.tables.annual_report.references import References
from audit_core.tables.annual_report.view import View, by_field
from audit_core.tables.blocks import Block, Cell, Column, Facts, Heading, Marked, NewPage, Paragraph, Table
from audit_core.tables.resolutions import called_off, up_to
from audit_core.wording import measure as measure_words
from audit_core.wording import schedule
from audit_core.wording.annual_report import goals as wording
from audit_core.wording.annual_report.counting import written
from audit_core.wording.annual_report.happenings import consultation, resolution
from audit_core.wording.annual_report.missed import NO_REASON, reason
from audit_core.wording.numbers import NO_BREAK, NOTHING

Rows = Iterator[tuple[str, str]]
LONG = 100
"""From so many measures on each Handlungsfeld of the annex has pages of its own: Typst sets them side by side."""


def measures(view: View, references: References) -> Iterator[Block]:
    """Anhang A: every measure, by Handlungsfeld."""
    yield NewPage()
    yield Heading(2, wording.ANNEX)
    if not view.now.measures:
        yield Paragraph(wording.NO_MEASURE)
        return
    resolved = _resolved(view)
    fields = by_field(view.now.measures)
    for turn, row in enumerate(view.now.fields):
        if turn and len(view.now.measures) >= LONG:
            yield NewPage()
        if row.number in fields:
            yield Heading(3, wording.field_heading(row.number, row.title))
        for state in fields.get(row.number, ()):
            yield Heading(4, view.name(state.key, state.title))
            facts = (
                *_course(view, state), *_told(view, state), *_plan(view, state),
                ("Beschlüsse", "; ".join(resolved.get(state.key.measure, ()))), *_from(view, state, references),
            )  # fmt: skip
            yield Facts(tuple((name, text) for name, text in facts if text))
            if state.milestones:
                yield _milestones(view, state, references)


def _course(view: View, state: MeasureState) -> Rows:
    """Status, Terminlage, Frist, Fortschritt, and what contradicts itself or is missing."""
    item, status = state.item, terms.STATUS[state.item.status]
    stand = f" (Stand {written(item.entry.stated)})" if item.entry else ""
    if item.status_from == "milestones":
        stand = f", aus den Meilensteinen (Stand {view.stated(state)})"
    yield "Status", f"{status.symbol}{NO_BREAK}{status.label}{stand}"
    if words := schedule.with_days(item):
        yield "Terminlage", f"{terms.SCHEDULE[item.schedule or ''].symbol}{NO_BREAK}{words}"
    yield "Frist", measure_words.due(item).removeprefix("Frist ")
    yield "Fortschritt", measure_words.progress(state).removeprefix("Fortschritt ")
    silent = tuple(
        (key, point.entry.stated)
        for key in (state.key, *(milestone.key for milestone in state.milestones))
        for point in view.points(key)
        if point.entry.new_due is not None and not point.entry.reason
    )
    yield "Hinweis", " ".join(measure_words.contradictions(state) + measure_words.gaps(state, silent))


def _told(view: View, state: MeasureState) -> Rows:
    """The Sachstand in force, else the last one; and the Grund, as the chapter of what was not reached has it."""
    points = view.points(state.key)
    said = next((point.entry for point in points if point.entry.text), None)
    if said is None:
        yield "Sachstand", wording.IN_MILESTONES if state.item.status_from == "milestones" else wording.NO_DETAIL
    else:
        older = f" (Stand {written(said.stated)})" if said is not points[0].entry else ""
        yield "Sachstand", f"{said.text}{older}"
    text, stated = _why(view, state)
    yield "Grund", f"{text}{f' (Stand {stated})' if stated else ''}"


def _why(view: View, one: MeasureState | MilestoneState) -> tuple[str, str]:
    """The Grund of something overdue or of a status that wants one, with its Stand; else only the newest Meldung's."""
    late, wanted = one.item.schedule == "overdue", terms.STATUS[one.item.status].needs_reason
    text, stated = view.reason(one.key, of_status=not late)
    if not text and wanted:
        return NO_REASON, ""
    return (text, stated) if late or wanted or not stated else ("", "")


def _plan(view: View, state: MeasureState) -> Rows:
    measure = state.measure
    yield "Ziel", measure.goal
    yield "Beschreibung", measure.description
    if view.asked.agreement == ALL:
        chosen = view.known.agreements.get(measure.agreement or "")
        yield "Zielvereinbarung", (chosen.title or chosen.code) if chosen else measure.agreement or terms.NO_AGREEMENT
    yield "Zuständigkeit", measure.responsible or terms.NO_OFFICE
    yield "Beteiligte", measure.partners
    yield "Laufzeit", measure_words.period(measure)
    yield "Daueraufgabe", "ja" if measure.permanent else ""
    yield "Messkriterium", measure.criterion
    yield "Zielwert", measure.target
    yield "Programm", measure.programme
    yield "HH-Stelle", measure.budget_item
    yield "Zuordnung", measure.assignment
    related = [("Vorgänger", measure.predecessor)]
    related += [("Nachfolger", key) for key in view.known.successors.get(measure.key.measure, ())]
    for name, key in related:
        if key is not None and key in view.titles and view.known.exists(key, view.until):
            yield name, view.planned(key)


def _from(view: View, state: MeasureState, references: References) -> Rows:
    """Who reported, and the sources of the plan and of what is told."""
    points = view.points(state.key)
    said = next((point.entry for point in points if point.entry.text), None)
    newest = points[0].entry if points else None
    yield "Gemeldet von", newest.reported_by if newest else ""
    named = [state.measure.source, *(entry.source for entry in (said, newest) if entry is not None)]
    yield "Quelle", references.text(" | ".join(filter(None, named)))


def _milestones(view: View, state: MeasureState, references: References) -> Table:
    columns = (
        Column("Meilenstein", 3), Column("Frist", 1.6), Column("Status", 2), Column("Terminlage", 1.9),
        Column("Sachstand", 4.8),
    )  # fmt: skip
    return Table(
        wording.milestones_of(view.number(state.key)), columns,
        tuple(_milestone(view, state, one, references) for one in state.milestones),
    )  # fmt: skip


def _milestone(view: View, state: MeasureState, one: MilestoneState, references: References) -> tuple[Cell, ...]:
    item, entry = one.item, one.item.entry
    own = f" ({one.milestone.responsible})" if one.milestone.responsible not in (None, state.responsible) else ""
    due, _, moved = measure_words.due(item).removeprefix("Frist ").partition(", ")
    told = [f"Frist {moved}"] if moved else []
    if entry is not None:
        told.append(f"Stand {written(entry.stated)}{f': {entry.text}' if entry.text else ''}")
    why, stated = _why(view, one)
    if why:
        told.append(why if why == NO_REASON else reason(why, stated))
    if source := references.short(" | ".join(filter(None, (one.milestone.source, entry.source if entry else "")))):
        told.append(f"Quelle: {source}")
    return (
        f"{one.milestone.milestone} {one.title}{own}", due or NOTHING,
        Marked(terms.STATUS[item.status].label, item.status), place(item.schedule, schedule.with_days(item)),
        " · ".join(told),
    )  # fmt: skip


def _resolved(view: View) -> dict[MeasureKey, list[str]]:
    """The consultations up to the Stichtag that name a measure; those of a resolution together."""
    found: dict[MeasureKey, dict[str, list[str]]] = {}
    for one in reversed(up_to(view.known.county, view.until)):
        for row in one.consultations:
            for key in row.measures:
                together = found.setdefault(key, {}).setdefault(resolution(one.paper, one.subject), [])
                together.append(consultation(row, called_off(row)))
    return {
        key: [f"{subject} ({'; '.join(rows)})" for subject, rows in papers.items()] for key, papers in found.items()
    }


def definitions(view: View) -> Iterator[Block]:
    """Anhang B: how is counted."""
    yield NewPage()
    yield Heading(2, wording.DEFINITIONS)
    assigned = any(state.measure.assignment for state in view.now.measures)
    yield Facts(wording.definitions(view.until, view.asked.before, assigned))
    rows = tuple(
        (Marked(terms.STATUS[code].label, code), terms.GROUP_LABEL[terms.STATUS[code].group])
        for code in terms.SHOWN_ORDER
    )
    yield Table(wording.STATUS_TABLE, (Column("Status", 3), Column("zählt als", 3)), rows)


def sources(references: References) -> Iterator[Block]:
    """Anhang C: the addresses that were named."""
    if references.addresses:
        yield Heading(2, wording.SOURCES)
        yield Facts(references.addresses)
