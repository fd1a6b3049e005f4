"""The Vergleich of two Stichtage: every change by its kind, counted and listed as the command line does (R15)."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from audit_core.agreement import MeasureKey, natural
from audit_core.comparison import Change, changes
from audit_core.standing import ALL, Standing, counted, own_items
from audit_core.tables.csv_text import Cell, Sheet
from audit_core.tables.overview import no_measures
from audit_core.tables.situation import situation
from audit_core.terms import BACK, DIRECTION_LABEL, FORWARD, NO_AGREEMENT, OTHER, TAKEN_OVER
from audit_core.wording import change_words as words
from audit_core.wording import changes as wording
from audit_core.wording.changes import NONE, TITLE, Tally
from audit_core.wording.situation import NO_MEASURE

MOVES = (BACK, FORWARD, OTHER)


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One change as a list shows it: its kind (a key of `wording.TITLE`), the measure it belongs to, the Frist now."""

    kind: str
    change: Change
    measure_title: str
    field_of_action: str
    due: date | None = None

    @property
    def measure(self) -> MeasureKey:
        return self.change.item.measure


@dataclass(frozen=True, slots=True)
class Part:
    """All changes of one kind, in the order in which they are listed."""

    kind: str
    rows: tuple[ChangeRow, ...]
    tally: Tally

    @property
    def taken_over(self) -> int:
        """How many of them a successor took over (R0); these are among the changes of status of direction `other`."""
        return sum(row.kind == OTHER and row.change.new == TAKEN_OVER for row in self.rows)

    @property
    def note(self) -> str:
        """What stands below the head of its list."""
        return wording.part_note(self.tally, self.taken_over)


@dataclass(frozen=True, slots=True)
class FieldMoves:
    """How the measures and milestones of a Handlungsfeld moved: direction of R11 → how many; `new` beside it."""

    number: str
    title: str
    moves: Mapping[str, Tally]
    new: Tally


@dataclass(frozen=True, slots=True)
class Figure:
    """One of the four figures: what, how much, and below it what belongs to it."""

    label: str
    value: str
    below: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """All that the page Vergleich shows; `measures` exist at the later Stichtag.

    `earlier` is a Vergleichstag since which there was a Meldung, where nothing changed since the chosen one.
    """

    first: date
    second: date
    known_by_before: datetime | None
    known_by: datetime | None
    measures: int
    headline: str
    help: str
    earlier: date | None
    figures: tuple[Figure, ...]
    parts: tuple[Part, ...]
    fields: tuple[FieldMoves, ...]
    field_sheet: Sheet
    sheets: Mapping[str, Sheet]
    opened: Mapping[str, tuple[MeasureKey, ...]]

    def tally(self, kind: str) -> Tally:
        """How many measures and milestones have a change of this kind."""
        return next((part.tally for part in self.parts if part.kind == kind), NONE)

    @property
    def moved(self) -> Mapping[str, int]:
        """How many measures and milestones moved in each direction."""
        return {code: sum(row.moves[code].both for row in self.fields) for code in MOVES}


def comparison(before: Standing, after: Standing, agreement: str = ALL, responsible: str | None = None) -> Comparison:
    """The Vergleich of a view, each of both Stichtage with the Kenntnisstand of its history."""
    rows = _rows(before, after, changes(before, after, agreement, responsible))
    parts = tuple(_part(kind, rows) for kind in TITLE if any(row.kind == kind for row in rows))
    tallies = {part.kind: part.tally for part in parts}
    taken_over = sum(part.taken_over for part in parts)
    now = situation(after, agreement, responsible)
    head, help_text = no_measures(now, after) if not rows else ("", "")
    head = head or (NO_MEASURE if help_text else "")
    same_day = before.as_of if before.as_of == after.as_of else None
    changed = any(part.kind != wording.CORRECTED for part in parts)
    if not changed and not help_text and not (same_day and rows):
        help_text = wording.no_change_help(
            before.as_of, after.as_of, bool(rows), one_agreement=agreement != ALL, one_office=responsible is not None
        )
    last = max((m.last_report for m in counted(before, agreement, responsible) if m.last_report), default=None)
    ordered = [row for part in parts for row in part.rows]
    chosen = {"": ordered, **{part.kind: list(part.rows) for part in parts}}
    return Comparison(
        first=before.as_of,
        second=after.as_of,
        known_by_before=before.known.known_by,
        known_by=after.known.known_by,
        measures=len(now.measures),
        headline=head or wording.of_office(wording.headline(tallies, same_day, taken_over), responsible),
        help=help_text,
        earlier=last - timedelta(days=1) if last and help_text and not changed else None,
        figures=_figures(tallies, len(now.measures)),
        parts=parts,
        fields=(fields := _fields(after, rows)),
        field_sheet=_field_sheet(fields),
        sheets={kind: Sheet(_HEADER, tuple(_cells(row) for row in of_kind)) for kind, of_kind in chosen.items()},
        opened={kind: tuple(row.measure for row in of_kind) for kind, of_kind in chosen.items()},
    )


def kind_of(change: Change) -> str:
    """The list a change belongs to, a key of `wording.TITLE`: of a status its direction (R11)."""
    if change.what == "status":
        return change.direction or OTHER
    if change.what == "overdue":
        return wording.OVERDUE if change.new else wording.ENDED
    if change.what == "due":
        return wording.FIRST_DUE if change.old is None or change.new is None else wording.DUE
    return change.what


def _rows(before: Standing, after: Standing, found: Sequence[Change]) -> tuple[ChangeRow, ...]:
    """The changes with what they belong to; of a plan with several versions the one that `after` knows first."""
    plans = (*after.known.stored.measures, *before.known.county.measures, *after.known.county.measures)
    plan = {row.key.measure: row for row in plans}
    due = {item.key: item.item.due for _, item in own_items(after.measures)}
    return tuple(
        ChangeRow(kind_of(c), c, plan[c.item.measure].title, plan[c.item.measure].field_of_action, due.get(c.item))
        for c in found
    )


def _part(kind: str, rows: Sequence[ChangeRow]) -> Part:
    chosen = sorted((row for row in rows if row.kind == kind), key=_place)
    return Part(kind, tuple(chosen), _tally(chosen))


def _tally(rows: Sequence[ChangeRow]) -> Tally:
    milestones = sum(row.change.item.milestone is not None for row in rows)
    return Tally(len(rows) - milestones, milestones)


def _place(row: ChangeRow) -> tuple[float, bool]:
    """The farthest first where there is a distance, and what changed a status before what did not; then measures."""
    old, new = row.change.old, row.change.new
    distance = 0.0
    if row.kind in (wording.OVERDUE, wording.ENDED):
        distance = float(max(_number(old), _number(new)))
    elif isinstance(old, date) and isinstance(new, date):
        distance = abs((new - old).days)
    elif row.kind == wording.PROGRESS:
        distance = abs(_number(new) - _number(old))
    elif row.kind == wording.CORRECTED:
        distance = old != new
    return -distance, row.change.item.milestone is not None


def _number(value: words.Value) -> float:
    return value if isinstance(value, float | int) else 0


def _figures(found: Mapping[str, Tally], of: int) -> tuple[Figure, ...]:
    forward, back = found.get(FORWARD, NONE), found.get(BACK, NONE)
    overdue, due = found.get(wording.OVERDUE, NONE), found.get(wording.DUE, NONE)
    return (
        Figure("Vorangekommen", *wording.of_measures(forward, of)),
        Figure("Zurückgefallen", *wording.of_measures(back, of)),
        Figure("Neu überfällig", *wording.newly_overdue(overdue, found.get(wording.ENDED, NONE))),
        Figure("Fristen verschoben", *wording.shifted(due)),
    )


def _fields(after: Standing, rows: Sequence[ChangeRow]) -> tuple[FieldMoves, ...]:
    titles = {field.number: field.title for field in after.known.county.fields_of_action}
    found: dict[str, Counter[tuple[str, bool]]] = defaultdict(Counter)
    for number in titles:
        found[number] = Counter()
    for row in rows:
        found[row.field_of_action][row.kind, row.change.item.milestone is not None] += 1
    return tuple(
        FieldMoves(
            number, titles.get(number, ""),
            {code: Tally(found[number][code, False], found[number][code, True]) for code in MOVES},
            Tally(found[number][wording.NEW, False], found[number][wording.NEW, True]),
        )
        for number in sorted(found, key=natural)
    )  # fmt: skip


def _field_sheet(fields: Sequence[FieldMoves]) -> Sheet:
    """Two rows per Handlungsfeld: its measures, and its milestones."""
    rows: list[tuple[Cell, ...]] = []
    for field in fields:
        tallies = (field.moves[FORWARD], field.moves[BACK], field.moves[OTHER], field.new)
        rows.append((field.number, field.title, "Maßnahmen", *(tally.measures for tally in tallies)))
        rows.append((field.number, field.title, "Meilensteine", *(tally.milestones for tally in tallies)))
    directions = [DIRECTION_LABEL[code] for code in (FORWARD, BACK, OTHER)]
    return Sheet(("Nr.", "Handlungsfeld", "Was", *directions, "neu"), tuple(rows))


_HEADER = (
    "Was", "Nr.", "Meilenstein", "Bezeichnung", "bisher", "jetzt", "Unterschied", "Maßnahme", "Handlungsfeld",
    "Zielvereinbarung",
)  # fmt: skip


def _cells(row: ChangeRow) -> tuple[Cell, ...]:
    change = row.change
    return (
        wording.ROW_KIND[row.kind],
        change.item.number,
        change.item.milestone,
        change.title,
        words.old_text(change.what, change.old),
        words.new_text(change.what, change.new),
        words.difference(change.what, change.old, change.new) or None,
        row.measure_title if change.item.milestone else None,
        row.field_of_action,
        change.item.agreement or NO_AGREEMENT,
    )
