"""Text → records: separators, quotes and line breaks as spreadsheet programs write them."""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from itertools import chain, islice

from audit_core.upload.parse.bounds import MAX_BYTES, MAX_CELL, MAX_ROWS, too_many_rows
from audit_core.upload.parse.table import HEAD, Record, Table, Whole, line_breaks, unguarded

SEPARATORS = (";", ",", "\t", "|")
_END = "\u0003end of file\u0003"
_HEAD_TEXT = 300_000
"""Characters of a file in which its first records are looked for."""
_SEPARATOR_LINE = re.compile(r"\A\"?sep=(.)\"?[ \t]*(\r\n|\r|\n|\Z)", re.I)
"""Excel's own first line, which it neither shows nor counts."""
csv.field_size_limit(MAX_BYTES + len(_END) + 1)


def tables(text: str, encoding: str) -> list[Table]:
    """The ways to read a text: one per separator, its own `sep=` line first."""
    said = _SEPARATOR_LINE.match(text)
    body = text[said.end() :] if said else text
    body = body.replace("\r\n", "\n")
    separators = [mark for mark in SEPARATORS if mark in body]
    if said and said[1] not in '"\r\n ':
        separators = [said[1], *(mark for mark in separators if mark != said[1])]
    return [_table(body, encoding, separator) for separator in separators or SEPARATORS[:1]]


def _table(body: str, encoding: str, separator: str) -> Table:
    lines = csv.reader(io.StringIO(body[:_HEAD_TEXT], newline=""), delimiter=separator)
    return Table(encoding, _cleaned(islice(lines, HEAD), body), lambda: _whole(body, separator), separator)


def _whole(body: str, separator: str) -> Whole:
    """All records; what an unclosed quote swallowed is left out."""
    body = body.rstrip(f"{separator} \t\r\n" if separator in SEPARATORS else None)
    reader = csv.reader(io.StringIO(f"{body}\n{_END}", newline=""), delimiter=separator)
    records = _cleaned(islice(reader, MAX_ROWS + HEAD + 2), body)
    if len(records) > MAX_ROWS + HEAD + 1:
        raise too_many_rows()
    unclosed = 0 if records[-1] == (_END,) else len(records)
    records.pop()
    longest = max(map(len, chain.from_iterable(records)), default=0)
    return Whole(records, unclosed, longest > MAX_CELL)


def _cleaned(records: Iterable[Sequence[str]], body: str) -> list[Record]:
    """The records with bare cells: no spaces around them, `\\n` as the only line break, no text mark of Excel."""
    if "\r" in body:
        records = ([line_breaks(cell) for cell in record] for record in records)
    if "'" in body:
        return [tuple([unguarded(cell.strip()) for cell in record]) for record in records]
    return [tuple(map(str.strip, record)) for record in records]
