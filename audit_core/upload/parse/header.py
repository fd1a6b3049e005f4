"""Which line is the header, which column each of its cells means, and which kind of exchange file that makes it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from audit_core.columns import FILES, MELDUNGEN, Column, ExchangeFile, Names, file_of_name, names_of
from audit_core.terms import folded
from audit_core.upload.parse.table import Table

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
    """A table read as one kind of file; `rivals` are other sheets with rows that fit this kind or another."""

    file: ExchangeFile
    table: Table
    header: Header
    rivals: tuple[str, ...] = ()

    @property
    def is_filled(self) -> bool:
        """Whether anything stands below the header."""
        return any(map(any, self.table.head[self.header.index + 1 :]))

    @property
    def rank(self) -> tuple[bool, int, bool]:
        return self.header.complete, self.header.weight, self.is_filled


def best_fit(tables: Sequence[Table], file: ExchangeFile) -> Fit | None:
    """The table whose header fits a kind best; a hidden sheet only where no other fits."""
    for hidden in (False, True):
        fits = [
            Fit(file, table, header)
            for table in tables
            if table.hidden is hidden and (header := _header(table.head, file)) is not None
        ]
        if fits:
            return max(fits, key=lambda fit: fit.rank)
    return None


def with_rivals(fit: Fit, tables: Sequence[Table]) -> Fit:
    """The same with the names of the other sheets that hold rows of any kind, which are then not read."""
    others = [
        table for table in tables if table.sheet_name and table is not fit.table and table.hidden <= fit.table.hidden
    ]
    return replace(fit, rivals=tuple(table.sheet_name for table in others if _is_list(table, fit.file)))


def recognised_fit(tables: Sequence[Table], files: Sequence[ExchangeFile], file_name: str) -> Fit | None:
    """The kind that explains the header best, by a table; the file's name decides where it can."""
    fits = [fit for file in files if (fit := best_fit(tables, file)) is not None]
    named = kind_of_name(file_name, files)
    if not fits:
        return None
    complete = [fit for fit in fits if fit.header.complete and (_is_enough(fit.header) or fit.file is named)]
    most = max(fit.header.weight for fit in fits)
    pool = [fit for fit in complete if 2 * fit.header.weight > most] or [f for f in fits if not f.header.complete]
    best = max(pool, key=lambda f: (f.is_filled, f.header.weight, f.file is named, -len(f.file.columns)), default=None)
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


def _is_list(table: Table, read: ExchangeFile) -> bool:
    """Whether a sheet holds rows of a kind; of another than the one that is read, its header must say so clearly."""
    fits = (Fit(file, table, header) for file in FILES if (header := _header(table.head, file)) is not None)
    return any(
        fit.header.complete
        and fit.is_filled
        and (fit.file is read or (_is_enough(fit.header) and fit.header.explained > 1))
        for fit in fits
    )


def _is_enough(header: Header) -> bool:
    """Whether a header explains enough of a line to be more than chance."""
    return header.explained >= _ENOUGH_COLUMNS or 2 * header.explained > header.cells


def _header(head: Sequence[Sequence[str]], file: ExchangeFile) -> Header | None:
    """The line that fits the declared columns best: all required ones, or at least two."""
    best: Header | None = None
    names = names_of(file)
    required = frozenset(column.header for column in file.columns if column.required)
    for index, record in enumerate(head):
        header = _header_of(index, record, file, names, required)
        if header and (best is None or (header.complete, header.weight) > (best.complete, best.weight)):
            best = header
    return best


def _header_of(
    index: int, record: Sequence[str], file: ExchangeFile, names: Names, required: frozenset[str]
) -> Header | None:
    cells = record[:_CELLS_LOOKED_AT]
    columns = names.columns_of(cells)
    found = {column.header for column in columns if column}
    complete = bool(found) and found >= required
    if len(found) < 2 and not complete:
        return None
    own = {column.header for column in names.own_columns_of(cells) if column}
    shown = sum(
        file.is_shown_only(cell) for cell, column in zip(record, columns, strict=False) if cell and column is None
    )
    weight = _OWN * len(own) + _STAND_IN * (len(found) - len(own) + shown)
    filled = sum(1 for cell in record if cell)
    return Header(index, columns, complete, weight, len(found) + shown, filled)
