"""What stands under the rows of a list and is none: totals, footnotes, empty lines."""

import re
from collections.abc import Sequence

from audit_core.columns import Column, Kind
from audit_core.upload.parse.table import Record

Line = tuple[int, Record]
_TOTAL = re.compile(r"(Σ|(zwischen|gesamt)?summen?|gesamt(anzahl|zahl)?|insgesamt|anzahl)(?!\w)", re.I)
_FOOTNOTE = re.compile(
    r"[*†¹²³]|\d\)|\(\d\)|(anmerkung(en)?|hinweise?|stand|quellen?|legende|fußnoten?|erstellt|gedruckt|seite|ende)(?!\w)",
    re.I,
)
_NUMBER = re.compile(r"\d{1,3}(\.\d{1,3}){1,3}[.a-z]?")
"""A Nr. of a measure; the four digits of a year make it a date."""
_LETTER = re.compile(r"[^\W\d_]")


def without_remarks(
    records: Sequence[Record], first: int, columns: Sequence[Column | None]
) -> tuple[list[Line], list[Line]]:
    """The rows from line `first` on that say something, and of the totals and footnotes under them what is filled.

    `columns` are those of the header. Never a remark is a row that fills all required ones, that has a Nr. of a
    measure, or words in several columns for words.
    """
    last = len(records)
    remarks: list[Line] = []
    while last >= first:
        cells = records[last - 1]
        if any(cells):
            after_gap = last > first and not any(records[last - 2])
            if _says_much(cells, columns) or not _is_remark(cells, after_gap):
                break
            remarks.append((last, tuple(filter(None, cells))))
        last -= 1
    kept = [(line, cells) for line, cells in enumerate(records[first - 1 : last], first) if any(cells)]
    return kept, remarks[::-1]


def _says_much(cells: Sequence[str], columns: Sequence[Column | None]) -> bool:
    known = [(column, cell) for column, cell in zip(columns, cells, strict=False) if column]
    filled = {column.header for column, cell in known if cell}
    numbers = [cell for column, cell in known if column.attribute in ("number", "measures")]
    words = [cell for column, cell in known if column.kind in (Kind.TEXT, Kind.STATUS) and _LETTER.search(cell)]
    has_all = filled >= {column.header for column in columns if column and column.required}
    return has_all or len(words) > 1 or any(map(_NUMBER.fullmatch, numbers))


def _is_remark(cells: Sequence[str], after_gap: bool) -> bool:
    filled = [cell for cell in cells if cell]
    if _TOTAL.match(filled[0]):
        return True
    if len(filled) == 1:
        return bool(_FOOTNOTE.match(filled[0])) or (after_gap and not re.match(r"\d", filled[0]))
    return len(filled) == 2 and bool(_FOOTNOTE.match(filled[0]))
