"""Which line is the header, which column each of its cells means, and which kind of exchange file that makes it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from audit_core.columns import FILES, MELDUNGEN, Column, ExchangeFile, file_of_name
from audit_core.terms import folded
from audit_core.upload.parse.table import Table

_LONGEST_NAME = 80
_CELLS_LOOKED_AT = 400
_OWN, _STAND_IN = 2, 1
_ENOUGH_COLUMNS = 3


@dataclass(frozen=True, slots=True)
class Header:
    """Where the header is, which column each of its cells means, how much of it that explains."""

    index: int
    columns: tuple[Column | None, ...]
    complete: bool
    weight: int
    explained: int
    cells: int


@dataclass(frozen=True, slots=True)
class Fit:
    """A table read as one kind of file; `rivals` are other sheets that fit as well."""

    file: ExchangeFile
    table: Table
    header: Header
    rivals: tuple[str, ...] = ()

    @property
    def rank(self) -> tuple[bool, int, bool]:
        below = self.table.head[self.header.index + 1 :]
        return self.header.complete, self.header.weight, any(map(any, below))


@dataclass(frozen=True, slots=True)
class _Names:
    """The folded names of a kind's columns."""

    own: dict[str, Column]
    stand_ins: dict[str, Column]
    required: frozenset[str]


def best_fit(tables: Sequence[Table], file: ExchangeFile) -> Fit | None:
    """The table whose header fits a kind best; a hidden sheet only where no other fits."""
    for hidden in (False, True):
        fits = [
            Fit(file, table, header)
            for table in tables
            if table.hidden is hidden and (header := _header(table.head, file)) is not None
        ]
        if fits:
            best = max(fits, key=lambda fit: fit.rank)
            rivals = tuple(fit.table.sheet_name for fit in fits if _rivals(fit, best))
            return Fit(file, best.table, best.header, rivals)
    return None


def recognised_fit(tables: Sequence[Table], files: Sequence[ExchangeFile], file_name: str) -> Fit | None:
    """The kind that explains the header best, by a table; the file's name decides where it can."""
    fits = [fit for file in files if (fit := best_fit(tables, file)) is not None]
    named = kind_of_name(file_name, files)
    if not fits:
        return None
    complete = [fit for fit in fits if fit.header.complete and (_is_enough(fit.header) or fit.file is named)]
    most = max(fit.header.weight for fit in fits)
    pool = [fit for fit in complete if 2 * fit.header.weight > most] or [f for f in fits if not f.header.complete]
    best = max(pool, key=lambda fit: (fit.header.weight, fit.file is named, -len(fit.file.columns)), default=None)
    own = next((fit for fit in fits if fit.file is named), None)
    if own is not None and (best is None or own.header.complete or own.header.weight >= best.header.weight):
        return own
    return best


def kind_of_name(file_name: str, files: Sequence[ExchangeFile] = FILES) -> ExchangeFile | None:
    """The kind a file's name speaks of, by all of it or by its beginning.

    >>> kind_of_name("Meldungen_Jugendamt 2021.xlsx").name, kind_of_name("Liste.csv")
    ('meldungen', None)
    """
    stem = file_name.replace("\\", "/").rsplit("/", 1)[-1].rsplit(".", 1)[0]
    named = file_of_name(stem) or next((f for f in files if folded(stem).startswith(folded(f.name))), None)
    return next((file for file in files if named is not None and file.name == named.name), None)


def expected_kind(file_name: str, files: Sequence[ExchangeFile]) -> ExchangeFile:
    """The kind that a file is taken for when nothing in it says so."""
    named = kind_of_name(file_name, files)
    return named or (MELDUNGEN if MELDUNGEN in files or not files else files[0])


def _rivals(fit: Fit, best: Fit) -> bool:
    """Whether another sheet holds rows of the same kind, which are then not read."""
    complete, _, filled = fit.rank
    return bool(fit.table.sheet_name) and fit.table is not best.table and complete and filled


def _is_enough(header: Header) -> bool:
    """Whether a header explains enough of a line to be more than chance."""
    return header.explained >= _ENOUGH_COLUMNS or 2 * header.explained >= header.cells


def _header(head: Sequence[Sequence[str]], file: ExchangeFile) -> Header | None:
    """The line that fits the declared columns best: all required ones, or at least two."""
    best: Header | None = None
    names = _names(file)
    for index, record in enumerate(head):
        header = _header_of(index, record, file, names)
        if header and (best is None or (header.complete, header.weight) > (best.complete, best.weight)):
            best = header
    return best


def _header_of(index: int, record: Sequence[str], file: ExchangeFile, names: _Names) -> Header | None:
    keys = [_key(cell) for cell in record[:_CELLS_LOOKED_AT]]
    columns = [names.own.get(key) for key in keys]
    own = {column.header for column in columns if column}
    for place, key in enumerate(keys):
        stand_in = names.stand_ins.get(key) if columns[place] is None else None
        if stand_in is not None and stand_in not in columns:
            columns[place] = stand_in
    found = {column.header for column in columns if column}
    complete = bool(found) and found >= names.required
    if len(found) < 2 and not complete:
        return None
    shown = sum(
        file.is_shown_only(cell) for cell, column in zip(record, columns, strict=False) if cell and column is None
    )
    weight = _OWN * len(own) + _STAND_IN * (len(found) - len(own) + shown)
    filled = sum(1 for cell in record if cell)
    return Header(index, tuple(columns), complete, weight, len(found) + shown, filled)


@lru_cache(maxsize=64)
def _names(file: ExchangeFile) -> _Names:
    own: dict[str, Column] = {}
    stand_ins: dict[str, Column] = {}
    for column in file.columns:
        for name in (column.header, *column.synonyms):
            own.setdefault(folded(name), column)
        for name in column.stand_ins:
            stand_ins.setdefault(folded(name), column)
    return _Names(own, stand_ins, frozenset(column.header for column in file.columns if column.required))


def _key(cell: str) -> str:
    """A cell as it is looked up; no name is empty."""
    return (_folded(cell) or "\x00") if 0 < len(cell) <= _LONGEST_NAME else "\x00"


_folded = lru_cache(maxsize=4096)(folded)
