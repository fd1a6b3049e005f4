"""What stands under the rows of a list and is none: totals, footnotes, empty lines."""

import re
from collections.abc import Collection, Sequence

Line = tuple[int, list[str]]
_TOTAL = re.compile(r"(Σ|(zwischen|gesamt)?summen?|gesamt(anzahl|zahl)?|insgesamt|anzahl)(?!\w)", re.I)
_FOOTNOTE = re.compile(
    r"[*†¹²³]|\d\)|\(\d\)|(anmerkung(en)?|hinweise?|stand|quellen?|legende|fußnoten?|erstellt|gedruckt|seite|ende)(?!\w)",
    re.I,
)


def without_remarks(lines: list[Line], required: Collection[int]) -> tuple[list[Line], list[tuple[int, str]]]:
    """The rows that say something, and (line, text) of the totals and footnotes under them.

    `required` are the places of the columns that a row must fill: a row that fills them all is never a remark.
    """
    last = len(lines)
    remarks: list[tuple[int, str]] = []
    while last:
        line, cells = lines[last - 1]
        if any(cells):
            after_gap = last > 1 and not any(lines[last - 2][1])
            if not _is_remark(cells, required, after_gap):
                break
            remarks.append((line, next(filter(None, cells))))
        last -= 1
    return [numbered for numbered in lines[:last] if any(numbered[1])], remarks[::-1]


def _is_remark(cells: Sequence[str], required: Collection[int], after_gap: bool) -> bool:
    if all(place < len(cells) and cells[place] for place in required):
        return False
    filled = [cell for cell in cells if cell]
    if _TOTAL.match(filled[0]):
        return True
    if len(filled) == 1:
        return bool(_FOOTNOTE.match(filled[0])) or (after_gap and not re.match(r"\d", filled[0]))
    return len(filled) == 2 and bool(_FOOTNOTE.match(filled[0]))
