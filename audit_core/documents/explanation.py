"""The sheet „Erklärung“ of a list: what to do, in headings, sentences and small tables."""

from collections.abc import Sequence
from dataclasses import dataclass

from xlsxwriter import Workbook

from audit_core.documents import xlsx
from audit_core.terms import ACCENT, GROUP_LABEL, STATUSES

NAME = "Erklärung"
_MARGIN = 2


@dataclass(frozen=True, slots=True)
class Part:
    """A heading with sentences, and under them a table whose first row is its header."""

    heading: str
    sentences: tuple[str, ...] = ()
    table: tuple[tuple[str, ...], ...] = ()


HOW_DATES_ARE_WRITTEN = Part(
    "Wie ein Datum geschrieben werden kann",
    (
        "31.12.2021 · 1.3.21 · 12.2021 · 03/2021 · Q4/2021 · 2. Quartal 2021 · I. Halbjahr 2021 · Mitte 2021 · "
        "Ende 2021 · 2021",
        "Eine Frist meint den letzten Tag eines Zeitraums, ein Beginn den ersten. Ein Stand meint den letzten Tag; "
        "läuft der Zeitraum noch, den Tag, an dem die Meldung erfasst wird.",
    ),
)
STATUS_WORDS = Part(
    "Was die Statuswörter bedeuten",
    (),
    (
        ("Status", "zählt als", "Grund nötig", "passt auch für"),
        *(
            (
                status.label,
                GROUP_LABEL[status.group],
                "ja" if status.needs_reason else "",
                ", ".join((*status.words, *(f"{opening} …" for opening in status.openings))),
            )
            for status in STATUSES
        ),
    ),
)


def add(book: Workbook, title: str, parts: Sequence[Part], widths: Sequence[int]) -> None:
    """Append the sheet; `widths` of its columns in characters."""
    sheet = book.add_worksheet(NAME)
    sheet.hide_gridlines(2)
    sheet.set_column(0, 0, _MARGIN)
    for place, width in enumerate(widths, 1):
        sheet.set_column(place, place, width)
    text, heading = xlsx.look(book), xlsx.look(book, font_size=12, bold=True, font_color=ACCENT, text_wrap=False)
    header, body = xlsx.look(book, xlsx.HEADER), xlsx.look(book, xlsx.BODY)
    first = xlsx.look(book, xlsx.BODY, bold=True)
    sheet.set_row(0, 30)
    sheet.write_string(0, 1, xlsx.shown(title), xlsx.look(book, xlsx.TITLE))
    row = 1
    for part in parts:
        row += 1
        sheet.set_row(row, 20)
        sheet.write_string(row, 1, part.heading, heading)
        row += 1
        for sentence in part.sentences:
            sheet.merge_range(row, 1, row, len(widths), sentence, text)
            sheet.set_row(row, xlsx.height([(sentence, sum(widths))]))
            row += 1
        for number, cells in enumerate(part.table):
            sheet.set_row(row, xlsx.height(zip(cells, widths, strict=False)))
            for place, cell in enumerate(cells, 1):
                xlsx.write(sheet, row, place, cell, header if not number else first if place == 1 else body)
            row += 1
    xlsx.printed(sheet, lying=False)
