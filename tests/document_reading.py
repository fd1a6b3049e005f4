"""What the documents say, read by other libraries than the ones that write them."""

import io
import zipfile
from collections.abc import Iterator
from csv import reader
from datetime import date, datetime
from typing import Any

import icalendar
from docx import Document
from docx.oxml.ns import qn
from pdf_reading import page_texts, squeezed
from pptx import Presentation
from python_calamine import CalamineWorkbook

Rows = list[list[str]]


def docx_tables(data: bytes) -> list[tuple[str, Rows]]:
    """The tables of a DOCX with their caption, the header first."""
    found: list[tuple[str, Rows]] = []
    for table in Document(io.BytesIO(data)).tables:
        caption = table._tbl.tblPr.find(qn("w:tblCaption"))
        rows = [[_docx_text(cell) for cell in row.tc_lst] for row in table._tbl.tr_lst]
        found.append((caption.get(qn("w:val")), rows))
    return found


def headed(tables: list[tuple[str, Rows]], *heads: str) -> list[Rows]:
    """The tables whose header begins with these cells, without it."""
    return [rows[1:] for _, rows in tables if tuple(rows[0][: len(heads)]) == heads]


def _docx_text(cell: Any) -> str:
    """The text of a cell; a line break of Word is one of the text."""
    paragraphs = ["".join(run.text or "\n" for run in p.iter(qn("w:t"), qn("w:br"))) for p in cell.iter(qn("w:p"))]
    return "\n".join(paragraphs).replace("\xa0", " ").strip()


def pdf_text(data: bytes) -> str:
    """The text of a PDF without blanks and hyphenation, to look for cells that may be broken into lines."""
    return compact("".join(page_texts(data)))


compact = squeezed


def plain(text: str) -> str:
    """A text with ordinary spaces and without chances to break."""
    return text.replace("\xa0", " ").replace("\xad", "")


class Deck:
    """The slides of a PPTX: their charts as {series: values}, their tables as rows, all their texts."""

    def __init__(self, data: bytes) -> None:
        self.slides = list(Presentation(io.BytesIO(data)).slides)

    def chart(self, name: str) -> dict[str, list[float]]:
        """The first chart of a name; empty if no slide has it."""
        for slide in self.slides:
            for shape in slide.shapes:
                if shape.has_chart and shape.name.startswith(name):
                    return {row.name: list(row.values) for row in shape.chart.plots[0].series}
        return {}

    def categories(self, name: str) -> list[str]:
        for slide in self.slides:
            for shape in slide.shapes:
                if shape.has_chart and shape.name.startswith(name):
                    return [str(category) for category in shape.chart.plots[0].categories]
        return []

    def tables(self, head: str) -> Iterator[Rows]:
        """The tables whose first row has a cell."""
        for slide in self.slides:
            for shape in slide.shapes:
                if shape.has_table:
                    rows = [[plain(cell.text) for cell in row.cells] for row in shape.table.rows]
                    if head in rows[0]:
                        yield rows

    def texts(self) -> list[str]:
        return [
            shape.text_frame.text.replace("\xa0", " ")
            for slide in self.slides for shape in slide.shapes if shape.has_text_frame
        ]  # fmt: skip


def xlsx_sheets(data: bytes) -> dict[str, list[list[Any]]]:
    """The sheets of a workbook."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def below(rows: list[list[Any]], *heads: str) -> list[dict[str, Any]]:
    """The rows under the header that has these cells, up to the next empty row, by head."""
    place = next(place for place, row in enumerate(rows) if set(heads) <= {str(cell) for cell in row})
    found = []
    for row in rows[place + 1 :]:
        if not any(cell != "" for cell in row):
            break
        found.append(dict(zip(map(str, rows[place]), row, strict=False)))
    return found


def zipped_csv(data: bytes) -> dict[str, list[dict[str, str]]]:
    """The CSV files of a ZIP, their rows by head."""
    found = {}
    with zipfile.ZipFile(io.BytesIO(data)) as files:
        for name in files.namelist():
            found[name] = csv_rows(files.read(name))
    return found


def csv_rows(data: bytes) -> list[dict[str, str]]:
    header, *rows = list(reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))
    return [dict(zip(header, row, strict=True)) for row in rows]


def events(data: bytes) -> list[icalendar.Event]:
    return list(icalendar.Calendar.from_ical(data).walk("VEVENT"))


def as_day(cell: Any) -> str | None:
    """A cell with a day as ISO text; None for an empty one."""
    if cell in ("", None):
        return None
    if isinstance(cell, datetime):
        cell = cell.date()
    assert isinstance(cell, date)
    return cell.isoformat()
