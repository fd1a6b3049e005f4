"""The Überblick: finding, four figures with their change, a row per Handlungsfeld, and three lists."""

from dataclasses import dataclass

from audit_core import terms
from audit_core.comparison import differences, status_changes
from audit_core.overdue import DueItem, coming_items, due_soon_items
from audit_core.standing import ALL, DUE_SOON_DAYS, Standing, counted
from audit_core.tables.csv_text import Cell, Sheet
from audit_core.tables.lines import ChangedLine, FieldBar, Figure, Line, changed_line, field_bar, figure, newest_first
from audit_core.tables.situation import FieldRow, Situation, situation
from audit_core.wording.numbers import day, days, n_of, number
from audit_core.wording.situation import (
    finding,
    heading,
    no_measure_help,
    numbered,
    office_without_measure,
    permanent_tasks,
)

OVERDUE_SHOWN, CHANGED_SHOWN, COMING_SHOWN = 4, 3, 2
NOTE = (
    "Balken: Maßnahmen je Status. „n von N“: umgesetzt oder zur Daueraufgabe geworden; N ohne geplante Daueraufgaben, "
    "Ersetztes und Entfallenes. Fortschritt: Strich = nach den Fristen erwartet."
)
TABLE_NOTE = "▲ = überfällig. Weitere Spalten, auch je Status, stehen rechts: Tabelle seitlich verschieben."


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the table: its name in the file, the short head and width in px on the page; `text` stands left."""

    name: str
    head: str
    width: int
    text: bool = False
    always: bool = True


@dataclass(frozen=True, slots=True)
class Overview:
    """All that the page Überblick shows; `situation` holds the figures it is made of (R15)."""

    situation: Situation
    finding: str
    help: str
    figures: tuple[Figure, ...]
    heading: str
    key: tuple[tuple[str, int], ...]
    fields: tuple[FieldBar, ...]
    permanent: str
    overdue: tuple[Line, ...]
    overdue_link: str
    changed_heading: str
    changed: tuple[ChangedLine, ...]
    changed_link: str
    coming: tuple[Line, ...]
    coming_link: str
    sheet: Sheet

    @property
    def columns(self) -> dict[str, list[Cell]]:
        """The table column by column under its short heads; percentages as German text, no column that is empty."""
        cells = self.sheet.columns
        return {
            column.head: [_shown(cell) for cell in cells[column.name]]
            for column in COLUMNS
            if column.always or any(cell is not None for cell in cells[column.name])
        }

    @property
    def widths(self) -> dict[str, int]:
        """The width of each head in px (0: as its words need); names of Handlungsfelder that are short take less."""
        longest = max((len(field.title) for field in self.fields), default=0)
        named = {column.head: column.width for column in COLUMNS}
        return {**named, "Handlungsfeld": min(named["Handlungsfeld"], max(110, 18 + 62 * longest // 10))}

    @property
    def partly(self) -> bool:
        """Whether an expected progress needs its „aus n von N“, which takes more room."""
        return any(" aus " in field.expected_text for field in self.fields)

    @property
    def coming_short(self) -> tuple[Line, ...]:
        """The next Fristen in one line each."""
        return tuple(Line(line.title, "", line.right, measure=line.measure) for line in self.coming[:COMING_SHOWN])


def overview(after: Standing, before: Standing, agreement: str, responsible: str | None = None) -> Overview:
    """The Überblick of a view on one Stichtag, compared with an earlier one."""
    now, then = situation(after, agreement, responsible), situation(before, agreement, responsible)
    found = status_changes(differences(before, after, agreement, responsible))
    soon = due_soon_items(now.measures, responsible)
    coming = soon or coming_items(now.measures, responsible)
    within = f" in {DUE_SOON_DAYS} Tagen" if soon else ""
    reported = any(m.last_report is not None for m in now.measures)
    shown = tuple(row for row in now.fields if row.statuses or responsible is None)
    nothing = no_measures(now, after)
    return Overview(
        situation=now,
        finding=nothing[0]
        or finding(
            now.completion, len(now.measures), reported, now.overdue.measures, now.overdue.milestones, responsible
        ),
        help=nothing[1],
        figures=_figures(now, then),
        heading=heading(len(now.measures)),
        key=tuple((code, now.statuses[code]) for code in terms.SHOWN_ORDER if code in now.statuses),
        fields=tuple(field_bar(row) for row in shown),
        permanent=permanent_tasks(now.completion),
        overdue=tuple(_overdue_line(item) for item in now.overdue_items),
        overdue_link=_all(len(now.overdue_items), OVERDUE_SHOWN),
        changed_heading=f"Geändert seit {day(before.as_of)}",
        changed=tuple(changed_line(change) for change in newest_first(found, now)),
        changed_link=_all(len(found), CHANGED_SHOWN),
        coming=tuple(Line(item.title, _whose(item), day(item.due), "", item.item.measure) for item in coming),
        coming_link=_all(len(coming), COMING_SHOWN, within),
        sheet=Sheet(_HEADER, tuple(_row(row) for row in (*shown, *_total(now, len(shown))))),
    )


def no_measures(now: Situation, whole: Standing) -> tuple[str, str]:
    """A headline of its own (where only this office has none) and the help of a view without measures, else empty."""
    if now.measures:
        return "", ""
    if now.responsible is not None and counted(whole, now.agreement):
        return office_without_measure(now.responsible, now.as_of, now.agreement != ALL)
    return "", no_measure_help(now.as_of, len(whole.known.county.measures))


def _figures(now: Situation, then: Situation) -> tuple[Figure, ...]:
    """An office is late with its own milestones; `milestones.open` counts those of others too and is no whole then."""
    late, late_then = now.overdue.milestones, then.overdue.milestones
    still_open = now.milestones.open if now.responsible is None else None
    return (
        figure("Maßnahmen umgesetzt", now.completion.n, now.completion.of, then.completion.n),
        figure("Meilensteine erreicht", now.milestones.n, now.milestones.of, then.milestones.n),
        figure("Meilensteine überfällig", late, still_open, late_then, " der offenen", -1),
        figure("Ohne aktuelle Meldung", now.stale.n, now.stale.of, then.stale.n, " der offenen", -1),
    )


def _overdue_line(item: DueItem) -> Line:
    return Line(item.title, _whose(item), days(item.days), f"Frist {day(item.due)}", item.item.measure)


def _whose(item: DueItem) -> str:
    return numbered(item.responsible or terms.NO_OFFICE, item.item)


def _all(n: int, shown: int, within: str = "") -> str:
    return f"alle {number(n)}{within}" if n > shown else ""


COLUMNS = (
    Column("Nr.", "HF", 38, text=True),
    Column("Handlungsfeld", "Handlungsfeld", 262, text=True),
    Column("Maßnahmen umgesetzt", "umgesetzt", 80),
    Column("von", "von", 43),
    Column("Fortschritt in %", "Fortschritt", 82),
    Column("erwartet in %", "erwartet", 70),
    Column("erwartet aus", "aus", 72, always=False),
    Column("Maßnahmen überfällig", "▲ Maßn.", 70),
    Column("Meilensteine überfällig", "▲ Meilenst.", 80),
    Column("Daueraufgaben laufen", "Daueraufg.", 78, always=False),
    *(Column(row.label, f"{row.symbol} {row.label}", 0) for row in map(terms.STATUS.__getitem__, terms.SHOWN_ORDER)),
)
_HEADER = tuple(column.name for column in COLUMNS)


def _total(now: Situation, fields: int) -> tuple[FieldRow, ...]:
    """The sum below several fields; progress and what was expected are figures of a Handlungsfeld only (R9, R10)."""
    if fields < 2:
        return ()
    return (FieldRow("", "zusammen", now.completion, None, None, 0, now.statuses, now.overdue),)


def _row(row: FieldRow) -> tuple[Cell, ...]:
    done = row.completion
    partly = row.expected is not None and row.expected_of < done.of
    return (
        row.number,
        row.title,
        done.n,
        done.of,
        _in_percent(row.progress),
        _in_percent(row.expected),
        n_of(row.expected_of, done.of) if partly else None,
        row.overdue.measures,
        row.overdue.milestones,
        n_of(done.permanent_running, done.permanent) if done.permanent else None,
        *(row.statuses.get(code, 0) for code in terms.SHOWN_ORDER),
    )


def _in_percent(value: float | None) -> float | None:
    return None if value is None else round(100 * value, 1)


def _shown(cell: Cell) -> Cell:
    return f"{number(cell, 1)}\xa0%" if isinstance(cell, float) else cell
