"""The list of measures: prepared once for a view, then searched and filtered; its table, its file, its ways out."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from audit_core import terms
from audit_core.agreement import MeasureKey
from audit_core.standing import ALL, MeasureState, Standing
from audit_core.tables.csv_text import Cell, Sheet
from audit_core.tables.measures_cells import (
    CHIPS,
    Shown,
    percent,
    plain,
    room,
    schedule,
    sortable,
    whole_percent,
    widths_of,
)
from audit_core.tables.measures_search import Searched, searched, words_of
from audit_core.tables.overview import no_measures
from audit_core.tables.situation import Situation, situation
from audit_core.wording import measures as wording
from audit_core.wording.situation import NO_MEASURE

NUMBER, TITLE, STATUS, SCHEDULE, DUE = "Nr.", "Maßnahme", "Status", "Terminlage", "Frist"
PROGRESS, RESPONSIBLE, FIELD, STATED, PROGRAMME = (
    "Fortschritt", "Zuständigkeit", "Handlungsfeld", "letzter Stand", "Programm",
)  # fmt: skip
PLACE, AGREEMENT = "Fundstelle", "Zielvereinbarung"
SAVED = (
    AGREEMENT, NUMBER, TITLE, "Handlungsfeld-Nr.", FIELD, "Ziel", STATUS, "Status aus", "Status vom", SCHEDULE,
    "Tage überfällig", "erste Frist", DUE, "verschoben", "Fortschritt in %", "erwartet in %", "Meilensteine überfällig",
    STATED, "Tage ohne Meldung", RESPONSIBLE, "Beteiligte", "Daueraufgabe", PROGRAMME, "HH-Stelle",
    "Sachstand", "Grund",
)  # fmt: skip
STATUS_FROM = {"own": "eigene Meldung", "milestones": "Meilensteine"}
PLACE_WIDTH = 400
_SCHEDULE_PLACE = 4


@dataclass(frozen=True, slots=True)
class Narrowing:
    """What narrows the list: words, a status and a Terminlage (codes), a Programm, a Handlungsfeld; empty: nothing."""

    search: str = ""
    status: str = ""
    schedule: str = ""
    programme: str = ""
    field_of_action: str = ""

    @property
    def parts(self) -> tuple[str, ...]:
        """The names of what narrows."""
        return tuple(name for name in self.__slots__ if getattr(self, name))


@dataclass(frozen=True, slots=True)
class Row:
    """A measure of the list: its state, its cells, and what is searched.

    `overdue` counts the measure itself, `late_milestones` its milestones; in an office's view only its own (R5).
    """

    state: MeasureState
    cells: tuple[Shown, ...]
    saved: tuple[Cell, ...]
    searched: Searched
    programmes: tuple[str, ...]
    overdue: int
    late_milestones: int

    @property
    def schedule(self) -> str:
        """The Terminlage as symbol and words."""
        cell = self.cells[_SCHEDULE_PLACE]
        return plain(" ".join(cell)) if isinstance(cell, tuple) else ""

    def passes(self, by: Narrowing) -> bool:
        """Whether it has what the filters ask for; the search is apart."""
        return (
            (not by.field_of_action or self.state.measure.field_of_action == by.field_of_action)
            and (not by.status or self.state.item.status == by.status)
            and (not by.schedule or self.state.item.schedule == by.schedule)
            and (not by.programme or by.programme in self.programmes)
        )


@dataclass(frozen=True, slots=True)
class MeasureList:
    """All measures of a view in natural order; `help` says what to do where there is none."""

    situation: Situation
    finding: str
    help: str
    rows: tuple[Row, ...]
    heads: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """The measures that pass a narrowing, and what the page says and offers of them.

    `offers` holds, for each filter, how many measures every value leaves beside the other filters; `places` where the
    words of a search stand.
    """

    finding: str
    rows: tuple[Row, ...]
    places: tuple[str, ...]
    heads: tuple[str, ...]
    offers: Mapping[str, Mapping[str, int]]

    @property
    def measures(self) -> tuple[MeasureKey, ...]:
        """The measures in the order of the rows."""
        return tuple(row.state.key.measure for row in self.rows)

    @property
    def columns(self) -> dict[str, list[Shown]]:
        """The table column by column, as `st.dataframe` takes it; beside the title where a search was found."""
        columns = {head: [row.cells[place] for row in self.rows] for place, head in enumerate(self.heads) if head}
        if not any(self.places):
            return columns
        shown: dict[str, list[Shown]] = {}
        for head, column in columns.items():
            shown[head] = column
            if head == TITLE:
                shown[PLACE] = [wording.fitting(place, PLACE_WIDTH) for place in self.places]
        return shown

    def words(self, head: str) -> tuple[str, ...]:
        """All different words of a column whose cells hold several."""
        place = self.heads.index(head)
        cells = [row.cells[place] for row in self.rows]
        return tuple(dict.fromkeys(word for cell in cells if isinstance(cell, tuple) for word in cell))

    @property
    def sheet(self) -> Sheet:
        """The same measures with all that is known of them."""
        if not any(self.places):
            return Sheet(SAVED, tuple(row.saved for row in self.rows))
        return Sheet(
            (*SAVED, PLACE), tuple((*row.saved, place) for row, place in zip(self.rows, self.places, strict=True))
        )


def programmes(text: str) -> tuple[str, ...]:
    """The programmes of a measure, which share a cell.

    >>> programmes("LSZ, ThEKiZ"), programmes("")
    (('LSZ', 'ThEKiZ'), ())
    """
    return tuple(name for part in text.replace("|", ",").split(",") if (name := part.strip()))


def measure_list(whole: Standing, agreement: str, responsible: str | None = None) -> MeasureList:
    """The measures of a view on a Stichtag, prepared to be searched and filtered."""
    now = situation(whole, agreement, responsible)
    nothing = no_measures(now, whole)
    late = Counter(item.item.measure for item in now.overdue_items if item.item.milestone is not None)
    overdue = {item.item.measure for item in now.overdue_items if item.item.milestone is None}
    widths, space = widths_of([state.key.number for state in now.measures]), room(agreement == ALL)
    titles = {row.number: row.title for row in now.fields}
    rows = tuple(
        _row(state, now.as_of, titles, widths, space, state.key.measure in overdue, late[state.key.measure])
        for state in now.measures
    )
    heads = (
        FIELD, NUMBER, TITLE, STATUS, SCHEDULE, DUE, PROGRESS, RESPONSIBLE, STATED,
        AGREEMENT if agreement == ALL else "", PROGRAMME if any(row.programmes for row in rows) else "",
    )  # fmt: skip
    return MeasureList(now, nothing[0] or _headline(now), nothing[1], rows, heads)


def _headline(now: Situation) -> str:
    if not now.measures:
        return NO_MEASURE
    return wording.headline(
        now.completion, len(now.measures), now.overdue.measures, now.overdue.milestones, now.responsible
    )


def found(whole: MeasureList, by: Narrowing) -> Found:
    """What passes a narrowing."""
    words = words_of(by.search)
    hit = [row for row in whole.rows if row.searched.matches(words)] if words else whole.rows
    rows = tuple(row for row in hit if row.passes(by))
    finding = whole.finding
    if by.parts and whole.rows:
        finding = wording.found(
            len(rows), len(whole.rows), sum(row.overdue for row in rows), sum(row.late_milestones for row in rows)
        )
    return Found(
        finding=finding,
        rows=rows,
        places=tuple(row.searched.found_in(words) for row in rows) if words else (),
        heads=whole.heads,
        offers={
            "status": _statuses([row for row in hit if row.passes(replace(by, status=""))]),
            "schedule": _schedules([row for row in hit if row.passes(replace(by, schedule=""))]),
            "programme": _programmes([row for row in hit if row.passes(replace(by, programme=""))]),
        },
    )


def ways_out(whole: MeasureList, by: Narrowing) -> tuple[tuple[str, int], ...]:
    """Where nothing passes: which part of a narrowing, dropped alone, leaves how many measures."""
    left = ((part, len(found(whole, replace(by, **{part: ""})).rows)) for part in by.parts)
    return tuple((part, n) for part, n in left if n)


def _statuses(rows: Sequence[Row]) -> dict[str, int]:
    counts = Counter(row.state.item.status for row in rows)
    return {code: counts[code] for code in terms.SHOWN_ORDER if counts[code]}


def _schedules(rows: Sequence[Row]) -> dict[str, int]:
    counts = Counter(row.state.item.schedule for row in rows)
    return {code: counts[code] for code in terms.SCHEDULE if code != "left" and counts[code]}


def _programmes(rows: Sequence[Row]) -> dict[str, int]:
    counts = Counter(name for row in rows for name in row.programmes)
    return {name: counts[name] for name in sorted(counts, key=str.lower)}


def _row(
    state: MeasureState,
    as_of: date,
    titles: Mapping[str, str],
    widths: Sequence[int],
    space: tuple[int, int],
    overdue: bool,
    late: int,
) -> Row:
    measure, item = state.measure, state.item
    number = measure.field_of_action
    status = terms.STATUS[item.status].label
    names = programmes(measure.programme)
    title_width, office_width = space
    cells: tuple[Shown, ...] = (
        number, sortable(measure.number, widths), wording.fitting(measure.title, title_width),
        (CHIPS[item.status], status), schedule(item, as_of), item.due, whole_percent(state.progress),
        wording.fitting(measure.responsible or "", office_width), state.last_report, measure.agreement,
        ", ".join(names),
    )  # fmt: skip
    entry = item.entry
    saved: tuple[Cell, ...] = (
        measure.agreement, measure.number, measure.title, number, titles.get(number, ""), measure.goal,
        status, STATUS_FROM.get(item.status_from or "", ""), item.stated_on,
        terms.SCHEDULE[item.schedule].label if item.schedule else "", item.days_overdue or None, item.first_due,
        item.due, item.shifts, percent(state.progress), percent(state.expected), late, state.last_report,
        state.stale_days, measure.responsible, measure.partners, "ja" if measure.permanent else "nein",
        measure.programme, measure.budget_item, entry.text if entry else "", entry.reason if entry else "",
    )  # fmt: skip
    return Row(state, cells, saved, searched(state), names, int(overdue), late)
