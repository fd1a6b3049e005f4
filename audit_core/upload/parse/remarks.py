"""What stands under the rows of a list and is none: totals, footnotes, empty lines."""

import re
from collections.abc import Collection, Sequence

from audit_core.upload.parse.table import Record

Line = tuple[int, Record]
_TOTAL = re.compile(r"(Σ|(zwischen|gesamt)?summen?|gesamt(anzahl|zahl)?|insgesamt|anzahl)(?!\w)", re.I)
_FOOTNOTE = re.compile(
    r"[*†¹²³]|\d\)|\(\d\)|(anmerkung(en)?|hinweise?|stand|quellen?|legende|fußnoten?|erstellt|gedruckt|seite|ende)(?!\w)",
    re.I,
)


def without_remarks(
    records: Sequence[Record], first: int, required: Collection[int]
) -> tuple[list[Line], list[tuple[int, str]]]:
    """The rows from line `first` on that say something, and (line, text) of the totals and footnotes under them.

    `required` are the places of the columns that a row must fill: a row that fills them all is never a remark.
    """
    last = len(records)
    remarks: list[tuple[int, str]] = []
    while last >= first:
        cells = records[last - 1]
        if any(cells):
            after_gap = last > first and not any(records[last - 2])
            if not _is_remark(cells, required, after_gap):
                break
            remarks.append((last, next(filter(None, cells))))
        last -= 1
    kept = [(line, cells) for line, cells in enumerate(records[first - 1 : last], first) if any(cells)]
    return kept, remarks[::-1]


def _is_remark(cells: Sequence[str], required: Collection[int], after_gap: bool) -> bool:
    if all(place < len(cells) and cells[place] for place in required):
        return False
    filled = [cell for cell in cells if cell]
    if _TOTAL.match(filled[0]):
        return True
    if len(filled) == 1:
        return bool(_FOOTNOTE.match(filled[0])) or (after_gap and not re.match(r"\d", filled[0]))
    return len(filled) == 2 and bool(_FOOTNOTE.match(filled[0]))
