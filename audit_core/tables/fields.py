"""One Handlungsfeld: finding, figures, its measures by Ziel, permanent tasks, what changed, and its Kennzahlen."""

from collections.abc import Sequence
from dataclasses import dataclass

from audit_core.agreement import FieldOfAction, MeasureKey, item_order
from audit_core.comparison import Change, differences, status_changes
from audit_core.overdue import DueItem
from audit_core.standing import (
    ALL,
    MeasureState,
    Standing,
    completion,
    milestone_count,
    stale,
)
from audit_core.tables import key_figures
from audit_core.tables.csv_text import Cell, Sheet
from audit_core.tables.key_figures import KeyFigureSeries
from audit_core.tables.lines import ChangedLine, FieldBar, Figure, changed_line, field_bar, figure, newest_first
from audit_core.tables.situation import FieldRow, OverdueCount, Situation, situation
from audit_core.terms import NO_AGREEMENT, NO_OFFICE, SCHEDULE, SHOWN_ORDER, STATUS
from audit_core.wording import fields as wording
from audit_core.wording.numbers import day, number, percent
from audit_core.wording.situation import permanent_tasks

CHANGED_SHOWN, MEASURES_SHOWN, FEW_MEASURES, LEAST_OF_GOAL = 2, 12, 14, 2
HEADER = (
    "Zielvereinbarung", "Nr.", "Ziel", "Maßnahme", "Zuständigkeit", "Status", "Stand", "Terminlage", "Tage überfällig",
    "Frist", "Fortschritt in %", "erwartet in %", "Daueraufgabe", "Meilensteine überfällig",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class MeasureLine:
    """A measure as its row shows it; `schedule` is a code of terms.SCHEDULE or None, `schedule_below` its Frist.

    `progress` and `expected` are 0…1 or None, `percent` and `expected_text` their words.
    """

    measure: MeasureKey
    number: str
    title: str
    below: str
    overdue_milestones: str
    status: str
    status_note: str
    schedule: str | None
    schedule_text: str
    schedule_below: str
    progress: float | None
    expected: float | None
    percent: str
    expected_text: str


@dataclass(frozen=True, slots=True)
class GoalLines:
    """A Ziel with its measures: `summary` how far they are (R8), `shown` how many rows stand there at first."""

    title: str
    summary: str
    overdue: str
    measures: tuple[MeasureLine, ...]
    shown: int


@dataclass(frozen=True, slots=True)
class Whole:
    """What all Handlungsfelder of a view share: both Stichtage and what changed between them."""

    standing: Standing
    now: Situation
    then: Situation
    changed: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class FieldPage:
    """All that the page Handlungsfelder shows of one field; `row` is what the command line prints of it (R15)."""

    row: FieldRow | None
    finding: str
    described: str
    help: str
    figures: tuple[Figure, ...]
    heading: str
    key: tuple[tuple[str, int], ...]
    bar: FieldBar | None
    goals: tuple[GoalLines, ...]
    sheet: Sheet
    permanent: str
    permanent_lines: tuple[MeasureLine, ...]
    changed_heading: str
    changed: tuple[ChangedLine, ...]
    changed_link: str
    key_figures: tuple[KeyFigureSeries, ...]
    later_values: str


def whole(after: Standing, before: Standing, agreement: str = ALL, responsible: str | None = None) -> Whole:
    """The figures of all fields of a view, computed once for all of them."""
    return Whole(
        after, situation(after, agreement, responsible), situation(before, agreement, responsible),
        status_changes(differences(before, after, agreement, responsible)),
    )  # fmt: skip


def no_field() -> tuple[str, str]:
    """Headline and help of a county without Handlungsfelder."""
    return wording.NO_FIELD, wording.NO_FIELD_HELP


def field_page(view: Whole, field: str) -> FieldPage:
    """One Handlungsfeld, known by its Nr., of a view."""
    plan = view.standing.known.county
    known = next((row for row in plan.fields_of_action if row.number == field), FieldOfAction(field, ""))
    row = next((row for row in view.now.fields if row.number == field), None)
    measures = _measures(view.now, field)
    headline, help_ = _headline(view, known, row, measures)
    inside = {row.key.measure for row in plan.measures if row.field_of_action == field}
    changed = [c for c in newest_first(view.changed, view.now) if c.item.measure in inside]
    ordered = sorted(measures, key=lambda measure: item_order(measure.key))
    lines = _lines(view.now, ordered)
    return FieldPage(
        row=row,
        finding=headline,
        described=wording.described(field, known.title, known.theme, known.programme_field, headline),
        help=help_,
        figures=_figures(view, field, row, measures) if row and measures else (),
        heading=_heading(len(measures)),
        key=tuple((code, row.statuses[code]) for code in SHOWN_ORDER if row and code in row.statuses),
        bar=field_bar(row) if row and measures else None,
        goals=_goals(ordered, lines, view.now),
        sheet=_sheet(ordered, lines, view.now.overdue_items),
        permanent=permanent_tasks(row.completion) if row else "",
        permanent_lines=tuple(
            line for m, line in zip(ordered, lines, strict=True)
            if m.measure.permanent and STATUS[m.item.status].group != "left"
        ),
        changed_heading=f"Geändert seit {day(view.then.as_of)}",
        changed=tuple(map(changed_line, changed)),
        changed_link=f"alle {number(len(changed))}" if len(changed) > CHANGED_SHOWN else "",
        key_figures=key_figures.of(plan, view.now.as_of, field),
        later_values=wording.later_values(key_figures.later(plan, view.now.as_of, field), view.now.as_of),
    )  # fmt: skip


def _measures(now: Situation, field: str) -> tuple[MeasureState, ...]:
    return tuple(measure for measure in now.measures if measure.measure.field_of_action == field)


def _headline(
    view: Whole, known: FieldOfAction, row: FieldRow | None, measures: Sequence[MeasureState]
) -> tuple[str, str]:
    now = view.now
    if row and measures:
        reported = any(measure.last_report is not None for measure in measures)
        return (
            wording.finding(
                known.number, known.title, row.completion, reported, row.overdue.measures, row.overdue.milestones,
                now.responsible,
            ),
            "",
        )  # fmt: skip
    planned = sum(m.field_of_action == known.number for m in view.standing.known.county.measures)
    return wording.without_measure(known.number, known.title, now.as_of, now.responsible, now.agreement != ALL, planned)


def _figures(view: Whole, field: str, row: FieldRow, measures: Sequence[MeasureState]) -> tuple[Figure, ...]:
    before = _measures(view.then, field)
    then = next((old for old in view.then.fields if old.number == field), None)
    late, late_then = row.overdue, then.overdue if then else OverdueCount(0, 0)
    reached, silent = milestone_count(measures), stale(measures, view.now.responsible)
    overdue = figure(
        "Überfällig", late.measures + late.milestones, None, late_then.measures + late_then.milestones, good=-1
    )
    return (
        figure("Maßnahmen umgesetzt", row.completion.n, row.completion.of, completion(before).n),
        figure("Meilensteine erreicht", reached.n, reached.of, milestone_count(before).n),
        Figure(
            overdue.label, overdue.value, overdue.change, overdue.arrow, overdue.tone,
            wording.overdue_share(late.measures, late.milestones),
        ),
        figure(
            "Ohne aktuelle Meldung", silent.n, silent.of, stale(before, view.now.responsible).n, " der offenen", -1
        ),
    )  # fmt: skip


def _heading(measures: int) -> str:
    return "Die einzige Maßnahme" if measures == 1 else f"{number(measures)} Maßnahmen nach Zielen"


def _lines(now: Situation, measures: Sequence[MeasureState]) -> list[MeasureLine]:
    late: dict[MeasureKey, int] = {}
    for item in now.overdue_items:
        if item.item.milestone is not None:
            late[item.item.measure] = late.get(item.item.measure, 0) + 1
    several = len({measure.measure.agreement for measure in measures}) > 1
    return [_line(now, measure, late.get(measure.key.measure, 0), several) for measure in measures]


def _line(now: Situation, measure: MeasureState, late: int, several: bool) -> MeasureLine:
    item, plan = measure.item, measure.measure
    parts = [measure.responsible or NO_OFFICE, (plan.agreement or NO_AGREEMENT) if several else ""]
    notes = [
        "aus den Meilensteinen" if item.status_from == "milestones" else "",
        "Daueraufgabe" if plan.permanent and item.status != "ongoing" else "",
    ]
    return MeasureLine(
        measure=plan.key.measure,
        number=plan.number,
        title=measure.title,
        below=" · ".join(filter(None, parts)),
        overdue_milestones=wording.overdue_milestones(late) if late else "",
        status=item.status,
        status_note=", ".join(filter(None, notes)),
        schedule=item.schedule,
        schedule_text=wording.schedule_words(item.schedule, item.days_overdue, item.due, now.as_of),
        schedule_below=wording.schedule_below(item.schedule, item.days_late, item.due),
        progress=measure.progress,
        expected=measure.expected,
        percent=percent(measure.progress),
        expected_text="" if measure.expected is None else f"erwartet {percent(measure.expected)}",
    )


def _goals(measures: Sequence[MeasureState], lines: Sequence[MeasureLine], now: Situation) -> tuple[GoalLines, ...]:
    """By Ziel in the order of their first measures; of many measures each Ziel shows only its first ones."""
    grouped: dict[str, list[tuple[MeasureState, MeasureLine]]] = {}
    for measure, line in zip(measures, lines, strict=True):
        grouped.setdefault(measure.measure.goal, []).append((measure, line))
    most = len(measures)
    if most > FEW_MEASURES:
        most = max(LEAST_OF_GOAL, MEASURES_SHOWN // len(grouped))
    late: dict[MeasureKey, int] = {}
    for item in now.overdue_items:
        late[item.item.measure] = late.get(item.item.measure, 0) + 1
    found = []
    for title, rows in grouped.items():
        overdue = sum(late.get(measure.key.measure, 0) for measure, _ in rows)
        found.append(
            GoalLines(
                title or (wording.NO_GOAL if len(grouped) > 1 else ""),
                wording.goal_words(completion(measure for measure, _ in rows)),
                f"{number(overdue)} überfällig" if overdue else "",
                tuple(line for _, line in rows),
                len(rows) if len(rows) <= most + 1 else most,
            )
        )
    return tuple(found)


def _sheet(measures: Sequence[MeasureState], lines: Sequence[MeasureLine], late: Sequence[DueItem]) -> Sheet:
    overdue = [item.item.measure for item in late if item.item.milestone is not None]
    return Sheet(
        HEADER,
        tuple(
            (
                m.measure.agreement, m.measure.number, m.measure.goal or None, m.title, m.responsible,
                STATUS[m.item.status].label, m.item.stated_on, _schedule(m), m.item.days_overdue or None, m.item.due,
                _in_percent(line.progress), _in_percent(line.expected), "ja" if m.measure.permanent else "nein",
                overdue.count(m.key.measure),
            )
            for m, line in zip(measures, lines, strict=True)
        ),
    )  # fmt: skip


def _schedule(measure: MeasureState) -> Cell:
    code = measure.item.schedule
    return SCHEDULE[code].label if code is not None and code != "left" else None


def _in_percent(value: float | None) -> float | None:
    return None if value is None else round(100 * value, 1)
