"""What a later version of the plan, and of what surrounds it, says differently about the Stichtag of a report (R14)."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any

from audit_core import columns
from audit_core.agreement import County, CountyRow, ItemKey, MeasureKey, natural
from audit_core.columns import Column, ExchangeFile, Kind
from audit_core.standing import ALL, counted, standing
from audit_core.tables.asked import Asked
from audit_core.wording import documents as wording
from audit_core.wording.numbers import NOTHING
from audit_core.wording.row_texts import cell_text, value_of

LABEL = {"title": "Bezeichnung", "responsible": "Zuständigkeit"}
"""What pages call columns whose header says less, where it stands alone."""


@dataclass(frozen=True, slots=True)
class PlanChange:
    """One difference: of which row of which kind, in which column (None: the whole row), as words."""

    file: ExchangeFile
    row: Any
    column: Column | None
    old: str
    new: str

    @property
    def item(self) -> ItemKey | None:
        """The measure or milestone it is about; None for all else."""
        return self.row.key if self.file in (columns.MASSNAHMEN, columns.MEILENSTEINE) else None

    @property
    def subject(self) -> Hashable:
        """What makes several differences those of one row."""
        return self.file.name, _KEY[self.file.name](self.row)

    @property
    def what(self) -> str:
        """The kind of the difference in words."""
        if self.column is None:
            return wording.ADDED if self.old == NOTHING else wording.GONE
        return wording.changed_in_plan(LABEL.get(self.column.attribute, self.column.header))

    @property
    def name(self) -> str:
        """What its row is called."""
        return cell_text(Kind.TEXT, value_of(self.row, _NAME[self.file.name]))


Rows = Mapping[str, Sequence[Any]]


def plan_changes(then: Asked, now: Asked) -> Iterator[PlanChange]:
    """All differences between what was known then and what is known now, of what the report is about."""
    before, after = _rows(then), _rows(now)
    shown = _measures(then) | _measures(now)
    for file in columns.FILES:
        if file is columns.MELDUNGEN:
            continue
        old, new = _grouped(file, before), _grouped(file, after)
        for key in sorted({*old, *new}, key=_order):
            for pair in zip_longest(old.get(key, ()), new.get(key, ())):
                if _is_told(file, [row for row in pair if row is not None], shown, then):
                    yield from _differences(file, *pair)


def _order(key: Hashable) -> tuple[Any, ...]:
    parts = key if isinstance(key, tuple) else (key,)
    return tuple(natural("" if part is None else str(part)) for part in parts)


def _differences(file: ExchangeFile, old: Any, new: Any) -> Iterator[PlanChange]:
    if old is None or new is None:
        row = old if new is None else new
        value = _VALUE.get(file.name)
        text = (value(row) if value else "") or wording.IN_PLAN
        yield PlanChange(file, row, None, *((NOTHING, text) if old is None else (text, NOTHING)))
        return
    for column in file.columns:
        was, became = value_of(old, column.attribute), value_of(new, column.attribute)
        if column is not columns.RECORDED_AT and was != became:
            texts = [cell_text(column.kind, value) or NOTHING for value in (was, became)]
            yield PlanChange(file, new, column, texts[0], texts[1])


def _rows(asked: Asked) -> Rows:
    county = asked.known.county
    return {file.name: _ROWS[file.name](county) for file in columns.FILES if file is not columns.MELDUNGEN}


def _grouped(file: ExchangeFile, rows: Rows) -> dict[Hashable, list[Any]]:
    """The rows by what makes them versions of one; a sitting can vote twice, so there may be several."""
    found: dict[Hashable, list[Any]] = defaultdict(list)
    for row in rows[file.name]:
        found[_KEY[file.name](row)].append(row)
    return found


def _measures(asked: Asked) -> set[MeasureKey]:
    return {one.key.measure for one in counted(standing(asked.known, asked.until), asked.agreement)}


def _is_told(file: ExchangeFile, rows: Iterable[Any], shown: set[MeasureKey], asked: Asked) -> bool:
    """Whether a report is about a row: about what the Stichtag knows, of the agreement it is about."""
    if file in (columns.MASSNAHMEN, columns.MEILENSTEINE):
        return any(row.key.measure in shown for row in rows)
    if file is columns.ZIELVEREINBARUNGEN:
        return any(asked.agreement in (ALL, row.code) and row.begin.first <= asked.until for row in rows)
    if file in (columns.BESCHLUESSE, columns.EREIGNISSE, columns.KENNZAHLEN):
        return any(row.day is None or row.day.last <= asked.until for row in rows)
    return True


def _named(county: County) -> Sequence[CountyRow]:
    """What the county says of itself; nothing before it had a name."""
    return (CountyRow(county.name, county.invented, county.note, county.source),) if county.name else ()


_ROWS: Mapping[str, Callable[[County], Sequence[Any]]] = {
    "landkreis": _named,
    "handlungsfelder": lambda county: county.fields_of_action,
    "zielvereinbarungen": lambda county: county.agreements,
    "massnahmen": lambda county: county.measures,
    "meilensteine": lambda county: county.milestones,
    "beschluesse": lambda county: county.consultations,
    "ereignisse": lambda county: county.events,
    "kennzahlen": lambda county: county.key_figures,
}
_KEY: Mapping[str, Callable[[Any], Hashable]] = {
    "landkreis": lambda _: "",
    "handlungsfelder": lambda row: row.number,
    "zielvereinbarungen": lambda row: row.code,
    **{name: lambda row: row.key for name in ("massnahmen", "meilensteine", "beschluesse", "ereignisse", "kennzahlen")},
}
_NAME: Mapping[str, str] = {
    "landkreis": "name", "handlungsfelder": "title", "zielvereinbarungen": "title", "massnahmen": "title",
    "meilensteine": "title", "beschluesse": "subject", "ereignisse": "text", "kennzahlen": "name",
}  # fmt: skip
_VALUE: Mapping[str, Callable[[Any], str]] = {
    "kennzahlen": lambda row: " ".join(filter(None, (cell_text(Kind.DECIMAL, row.value), row.unit))),
    "ereignisse": lambda row: cell_text(Kind.DATE, row.day),
    "beschluesse": lambda row: ", ".join(filter(None, (row.committee, cell_text(Kind.DATE, row.day)))),
}
"""What tells a row that is new or gone from others of its name."""
