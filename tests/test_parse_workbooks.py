"""Workbooks: cells as a person would type them, sheets, lines as Excel shows them."""

import io
import re
import zipfile
from collections.abc import Callable
from datetime import date, datetime, time

import pytest
import xlsxwriter
import xlwt
from mutations import HEADER, ROWS, as_ods, as_xls, as_xlsx

from audit_core.columns import MELDUNGEN
from audit_core.upload.parse import parse, recognise

Write = Callable[..., None]


def xlsx(*sheets: tuple[str, Write]) -> bytes:
    """A workbook whose sheets are written by functions (sheet, workbook)."""
    data = io.BytesIO()
    book = xlsxwriter.Workbook(data, {"in_memory": True})
    for name, write in sheets:
        write(book.add_worksheet(name), book)
    book.close()
    return data.getvalue()


def changed_part(data: bytes, part: str, change: Callable[[bytes], bytes]) -> bytes:
    """A ZIP with one of its parts changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(old.read(name)) if name == part else old.read(name))
    return out.getvalue()


def listed(*rows: tuple[object, ...], first: int = 0, hidden: bool = False) -> Write:
    """Writes a header and rows from a line on."""

    def write(sheet: xlsxwriter.workbook.Worksheet, book: xlsxwriter.Workbook) -> None:
        sheet.write_row(first, 0, ("Nr.", "Stand", "Status", "Sachstand"))
        for line, row in enumerate(rows, first + 1):
            for place, cell in enumerate(row):
                (sheet.write_string if isinstance(cell, str) else sheet.write)(line, place, cell)
        if hidden:
            sheet.hide()

    return write


@pytest.mark.parametrize("name", ["meldungen.csv", "liste.xlsx", "", "x.ods"])
@pytest.mark.parametrize(("made", "kind"), [(as_xlsx, "XLSX"), (as_xls, "XLS"), (as_ods, "ODS")])
def test_a_workbook_is_known_by_its_content_whatever_it_is_called(
    made: Callable[[], bytes], kind: str, name: str
) -> None:
    sheet = recognise(made(), name)
    assert (sheet.encoding, sheet.separator, sheet.sheet_name, sheet.header_line) == (kind, "", "Meldungen", 1)
    assert (sheet.header_cells, sheet.errors, sheet.warnings) == (HEADER, (), ())
    plain = [tuple(cell.removeprefix("'=") if cell.startswith("'=") else cell for cell in row) for row in ROWS]
    found = [
        tuple(cell.removeprefix("=") if cell.startswith("=") else cell for cell in cells) for _, cells in sheet.grid
    ]
    assert found == plain


def test_a_csv_named_xlsx_is_read_as_csv() -> None:
    sheet = recognise(b"Nr.;Stand;Status\n1.1;2020;offen\n", "meldungen.xlsx")
    assert (sheet.encoding, len(sheet.rows)) == ("UTF-8", 1)


def test_cells_of_an_xlsx_are_what_a_person_would_type() -> None:
    def write(sheet: xlsxwriter.workbook.Worksheet, book: xlsxwriter.Workbook) -> None:
        sheet.write_row(0, 0, ("Nr.", "Stand", "Status", *(f"S{n}" for n in range(13))))
        day, percent = book.add_format({"num_format": "dd.mm.yyyy"}), book.add_format({"num_format": "0%"})
        sheet.write_string(1, 0, "1.10")
        sheet.write_datetime(1, 1, date(2020, 12, 31), day)
        sheet.write_string(1, 2, "'=offen")
        sheet.write_datetime(1, 3, datetime(2020, 12, 31, 14, 5), day)
        sheet.write_datetime(1, 4, time(8, 30), book.add_format({"num_format": "hh:mm"}))
        sheet.write_row(1, 5, (12, 0.1 + 0.2, 1234567.5, -3, 44196))
        sheet.write(1, 10, 0.75, percent)
        sheet.write_boolean(1, 11, True)
        sheet.write_boolean(1, 12, False)
        sheet.write_string(1, 13, " a\u00a0b\r\nc ")
        sheet.write_url(1, 14, "http://127.0.0.1/", string="Verweis")
        sheet.write_formula(1, 15, "=1+1", None, 2)

    sheet = recognise(xlsx(("Liste", write)))
    assert sheet.grid[0][1] == (
        "1.10", "31.12.2020", "=offen", "31.12.2020 14:05", "08:30", "12", "0,3", "1234567,5", "-3", "44196",
        "0,75", "ja", "nein", "a b\nc", "Verweis", "2",
    )  # fmt: skip


def test_cells_of_an_xls_are_what_a_person_would_type() -> None:
    book = xlwt.Workbook()
    sheet = book.add_sheet("Liste")
    for place, cell in enumerate(("Nr.", "Stand", "Status", "Fortschritt")):
        sheet.write(2, place, cell)
    for place, cell in enumerate(("1.10", datetime(2020, 12, 31), True, 0.5)):
        style = xlwt.easyxf(num_format_str="dd.mm.yyyy") if place == 1 else xlwt.Style.default_style
        sheet.write(3, place, cell, style)
    data = io.BytesIO()
    book.save(data)
    assert recognise(data.getvalue()).grid == ((4, ("1.10", "31.12.2020", "ja", "0,5")),)


def test_cells_of_an_ods_are_what_a_person_would_type() -> None:
    def typed(content: bytes) -> bytes:
        old = b'<table:table-cell office:value-type="string"><text:p>31.12.2020</text:p>'
        assert old in content
        new = b'<table:table-cell office:value-type="date" office:date-value="2020-12-31"><text:p>31. Dez</text:p>'
        return content.replace(old, new).replace(
            b'<table:table-cell office:value-type="string"><text:p>75 %</text:p>',
            b'<table:table-cell office:value-type="percentage" office:value="0.75"><text:p>75 %</text:p>',
        )

    rows = recognise(changed_part(as_ods(), "content.xml", typed)).rows
    assert (rows[0].cells["Stand"], rows[1].cells["Fortschritt"]) == ("31.12.2020", "0,75")
    assert rows[1].cells["Sachstand"] == ROWS[1][6]


@pytest.mark.parametrize("made", [as_xlsx, as_ods])
def test_a_formula_without_a_result_is_an_error_at_its_cell(made: Callable[[], bytes]) -> None:
    if made is as_xlsx:

        def failed(sheet: xlsxwriter.workbook.Worksheet, book: xlsxwriter.Workbook) -> None:
            listed(("1.1", "2020", "offen"))(sheet, book)
            sheet.write_formula(1, 3, "=NA()", None, "#N/A")

        data = xlsx(("Liste", failed))
    else:
        cell = b'<table:table-cell office:value-type="string"><text:p>Stra\xc3\x9fe gesperrt</text:p>'
        error = (
            b'<table:table-cell table:formula="of:=NA()" office:value-type="string" office:string-value=""'
            b' calcext:value-type="error"><text:p>#N/A</text:p>'
        )
        data = changed_part(as_ods(), "content.xml", lambda content: content.replace(cell, error))
    (problem,) = recognise(data).errors
    assert (problem.value, problem.message) == (
        "#NV", "Die Formel in dieser Zelle ergibt #NV. Bitte den Wert eintragen."
    )  # fmt: skip
    assert (problem.line, problem.column) == ((2, "Sachstand") if made is as_xlsx else (3, "Grund"))


def test_lines_are_those_of_excel_below_empty_and_merged_rows() -> None:
    def write(sheet: xlsxwriter.workbook.Worksheet, book: xlsxwriter.Workbook) -> None:
        sheet.merge_range(1, 1, 1, 4, "Meldungen des Jugendamts")
        sheet.write_row(4, 1, ("Nr.", "Stand", "Status"))
        sheet.write_row(5, 1, ("1.1", "x", "offen"))
        sheet.write_row(8, 1, ("1.2", "y", "offen"))
        sheet.write_row(10, 1, ("Summe", "", 2))

    sheet = recognise(xlsx(("Liste", write)))
    assert (sheet.header_line, [row.line for row in sheet.rows]) == (5, [6, 9])
    assert sheet.header_cells[:4] == ("", "Nr.", "Stand", "Status")
    assert [problem.line for problem in sheet.warnings] == [11]


def test_the_sheet_whose_header_fits_best_is_read_and_rivals_are_named() -> None:
    def explains(sheet: xlsxwriter.workbook.Worksheet, book: xlsxwriter.Workbook) -> None:
        sheet.write_column(0, 0, ("So wird die Liste ausgefüllt", "Status", "Stand"))

    data = xlsx(("Hinweise", explains), ("2020", listed(("1.1", "2020", "offen"))), ("Leer", listed()),
                ("2021", listed(("1.2", "2021", "offen"), first=3)))  # fmt: skip
    sheet = recognise(data)
    assert (sheet.sheet_name, [row.cells["Nr."] for row in sheet.rows]) == ("2020", ["1.1"])
    assert [problem.message for problem in sheet.warnings] == [
        "Gelesen wurde das Blatt ‚2020‘. Auch ‚2021‘ passt und wurde nicht gelesen. Bitte einzeln hochladen."
    ]


def test_a_hidden_sheet_is_read_only_where_no_other_fits() -> None:
    hidden = ("Alt", listed(("9.9", "2010", "offen"), ("9.8", "2010", "offen"), hidden=True))
    empty = ("Leer", lambda sheet, book: None)
    assert recognise(xlsx(empty, hidden, ("Neu", listed(("1.1", "2020", "offen"))))).sheet_name == "Neu"
    assert recognise(xlsx(empty, hidden)).sheet_name == "Alt"


def test_the_sheet_for_a_given_kind_is_found() -> None:
    def plan(sheet: xlsxwriter.workbook.Worksheet, book: xlsxwriter.Workbook) -> None:
        sheet.write_row(0, 0, ("Nr.", "Handlungsfeld", "Maßnahme", "Ziel", "Verantwortlich", "Frist"))
        sheet.write_row(1, 0, ("1.1", "1", "Hort", "x", "Amt", "x"))

    data = xlsx(("Plan", plan), ("Meldungen", listed(("1.1", "2020", "offen"))))
    assert parse(data, MELDUNGEN).sheet_name == "Meldungen"
    assert recognise(data).file.name == "massnahmen"


def rows(*lines: str) -> Write:
    """Writes lines whose cells are parted by semicolons."""

    def write(sheet: xlsxwriter.workbook.Worksheet, book: xlsxwriter.Workbook) -> None:
        for place, line in enumerate(lines):
            sheet.write_row(place, 0, line.split(";"))

    return write


PLAN = ("Maßnahmen", rows("Nr.;Handlungsfeld;Maßnahme", "1.1;1;Hort"))
MILESTONES = ("Meilensteine", rows("Nr.;Meilenstein;Bezeichnung", "1.1;1;Auftakt"))
REPORTS = ("Meldungen", rows("Nr.;Stand;Status", "1.1;2020;offen"))


def test_filled_sheets_of_other_kinds_are_named() -> None:
    told = "Gelesen wurde das Blatt ‚{}‘. Auch {} passen und wurden nicht gelesen. Bitte einzeln hochladen."
    data = xlsx(PLAN, MILESTONES, REPORTS)
    assert [p.message for p in parse(data, MELDUNGEN).warnings] == [
        told.format("Meldungen", "‚Maßnahmen‘ und ‚Meilensteine‘")
    ]
    (problem,) = recognise(data, "massnahmen.xlsx").warnings
    assert problem.message == told.format("Maßnahmen", "‚Meilensteine‘ und ‚Meldungen‘")


def test_sheets_that_are_no_lists_of_ours_or_hold_no_rows_are_not_named() -> None:
    people = ("Kontakte", rows("Name;Telefon;Raum;Kürzel", "Amt;1;2;3"))
    empty = ("Vorlage", rows("Nr.;Meilenstein;Bezeichnung"))
    assert recognise(xlsx(REPORTS, people, empty, ("Auswahl", rows("Status", "offen")))).warnings == ()


def unsaved(attributes: str, cell: str) -> bytes:
    """A list whose Sachstand in line 2 is given as XML."""
    data = xlsx(("Liste", listed(("1.1", "2020", "offen", "MARK"), ("1.2", "2020", "offen", "gut"))))
    old = re.compile(rb'<c r="D2" t="s"><v>\d+</v></c>')

    def change(sheet: bytes) -> bytes:
        changed, n = old.subn(f'<c r="D2"{attributes}>{cell}</c>'.encode(), sheet)
        assert n == 1
        return changed

    return changed_part(data, "xl/worksheets/sheet1.xml", change)


@pytest.mark.parametrize(
    "cell",
    ["<f>A1&amp;B1</f>", "<f>A1</f><v></v>", "<f>A1</f><v/>", '<f t="shared" si="0"/>', '<f ca="1">A1</f><v />'],
)
def test_a_formula_whose_result_was_not_saved_is_told_once(cell: str) -> None:
    sheet = recognise(unsaved(' s="0"', cell))
    assert [row.cells.get("Sachstand") for row in sheet.rows] == [None, "gut"]
    (problem,) = sheet.warnings
    assert (problem.line, problem.column, problem.message) == (
        2, "Sachstand",
        "Das Ergebnis der Formel ist in der Datei nicht gespeichert, die Zelle wurde als leer gelesen. "
        "Bitte die Datei in Excel oder LibreOffice öffnen, speichern und noch einmal hochladen.",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("attributes", "cell", "read"),
    [
        ("", "<f>1+1</f><v>2</v>", "2"), (' t="str"', "<f>A1</f><v></v>", None), (' t="str"', "<f>A1</f><v>x</v>", "x"),
        (' t="s"', "<v>0</v>", "Nr."),
    ],
)  # fmt: skip
def test_a_formula_with_a_saved_result_is_read_without_a_word(attributes: str, cell: str, read: str | None) -> None:
    sheet = recognise(unsaved(attributes, cell))
    assert (sheet.rows[0].cells.get("Sachstand"), sheet.warnings, sheet.errors) == (read, (), ())


@pytest.mark.parametrize("text", ["''=1+1", "'1.10", "'\tx", "'\rx", "'s Mäuschen", "a\rb"])
def test_a_text_mark_in_a_workbook_is_read_as_in_csv(text: str) -> None:
    sheet = recognise(xlsx(("Liste", listed(("1.1", "2020", "offen", text)))))
    assert sheet.rows[0].cells["Sachstand"] == {
        "''=1+1": "'=1+1", "'1.10": "1.10", "'\tx": "\tx", "'\rx": "\rx", "'s Mäuschen": "'s Mäuschen", "a\rb": "a\nb",
    }[text]  # fmt: skip
