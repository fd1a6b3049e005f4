"""Workbooks that go out: the uploaded table with its faults marked, and the templates."""

import io
import re
from zipfile import ZipFile

import pytest
from python_calamine import CalamineWorkbook

from audit_core import terms
from audit_core.columns import FILES, MASSNAHMEN, MELDUNGEN, ExchangeFile
from audit_core.documents import marked, templates
from audit_core.errors import Problem
from audit_core.terms import STATUSES
from audit_core.upload.parse import parse, recognise

HEADER = ("ZV", "Massnahme", "Stand vom", "STATUS", "Fortschritt in %", "Wetter")
GRID = (
    (4, ("ZV1", "1.10", "31.12.2021", "fertisch", "120", "Regen")),
    (5, ("ZV1", "1.2", "", "in Umsetzung", "0,75", "")),
    (7, ("ZV1", "=1+1", "2021", "umgesetzt", "", "", "zu viel")),
)
ERRORS = (
    Problem(5, "Stand", "", "Die Zelle ist leer."),
    Problem(4, "Fortschritt", "120", "‚120‘ liegt nicht zwischen 0 und 100."),
    Problem(4, "Status", "fertisch", "‚fertisch‘ ist kein Status."),
    Problem(7, "", "zu viel", "Die Zeile hat mehr Zellen als die Kopfzeile."),
    Problem(0, "", "", "Einige Zeichen sind anders gespeichert."),
)
WARNINGS = (
    Problem(5, "Fortschritt", "0,75", "‚0,75‘ wird als 75 % gelesen."),
    Problem(3, "Wetter", "", "Die Spalte ‚Wetter‘ ist nicht bekannt."),
    Problem(4, "Nr.", "1.10", "Das ist ein Hinweis."),
)


def sent_back(title: str = "Meldungen") -> bytes:
    return marked.marked(MELDUNGEN, HEADER, GRID, ERRORS, WARNINGS, title)


def rows_of(data: bytes, place: int) -> list[list[object]]:
    sheet = CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(place)
    return [list(row) for row in sheet.to_python(skip_empty_area=False)]


def part(data: bytes, name: str) -> str:
    with ZipFile(io.BytesIO(data)) as packed:
        return packed.read(name).decode()


def marks(data: bytes) -> dict[str, str]:
    """The sign of every marked cell of the table, read from the number format of its style."""
    styles = part(data, "xl/styles.xml")
    formats = {number: code.replace("&quot;", "") for number, code in re.findall(
        r'<numFmt numFmtId="(\d+)" formatCode="([^"]*)"', styles)}  # fmt: skip
    used = re.findall(r'<xf numFmtId="(\d+)"', styles.split("<cellXfs")[1])
    cells = re.findall(r'<c r="([A-Z]+\d+)" s="(\d+)"', part(data, "xl/worksheets/sheet1.xml"))
    return {
        cell: code[0]
        for cell, style in cells
        if (code := formats.get(used[int(style)], "")) and code[0] in "×!"
    }  # fmt: skip


def test_marked_table_keeps_every_cell_between_the_line_and_what_is_to_be_done() -> None:
    rows = rows_of(sent_back(), 0)
    assert rows[0] == ["Zeile", *HEADER, "", "Was zu tun ist"]
    assert rows[1] == [
        4.0, *GRID[0][1], "",
        "Nr.: Das ist ein Hinweis.\nStatus: ‚fertisch‘ ist kein Status.\n"
        "Fortschritt: ‚120‘ liegt nicht zwischen 0 und 100.",
    ]  # fmt: skip
    assert rows[3] == [7.0, *GRID[2][1], "Die Zeile hat mehr Zellen als die Kopfzeile."]


def test_faulty_cells_carry_a_sign_and_a_comment_also_under_a_header_with_another_name() -> None:
    data = sent_back()
    assert marks(data) == {
        "G1": "!", "A2": "×", "C2": "!", "E2": "×", "F2": "×", "A3": "×", "D3": "×", "F3": "!", "A4": "×",
    }  # fmt: skip
    comments = dict(re.findall(r'<comment ref="([A-Z]+\d+)".*?<t(?: [^>]*)?>(.*?)</t>', part(data, "xl/comments1.xml")))
    assert comments["E2"] == "‚fertisch‘ ist kein Status." and comments["D3"] == "Die Zelle ist leer."
    assert set(comments) == {"G1", "C2", "E2", "F2", "D3", "F3"}


def test_list_of_problems_holds_all_of_them_by_line_errors_first() -> None:
    rows = rows_of(sent_back(), 1)
    assert rows[0] == ["Zeile", "Spalte", "Wert", "Problem", "Art"]
    assert rows[1] == ["", "", "", "Einige Zeichen sind anders gespeichert.", "Fehler"]
    assert [(row[0], row[1], row[4]) for row in rows[2:]] == [
        (3.0, "Wetter", "Hinweis"), (4.0, "Fortschritt", "Fehler"), (4.0, "Status", "Fehler"),
        (4.0, "Nr.", "Hinweis"), (5.0, "Stand", "Fehler"), (5.0, "Fortschritt", "Hinweis"), (7.0, "", "Fehler"),
    ]  # fmt: skip
    xml = part(sent_back(), "xl/worksheets/sheet2.xml")
    assert '<autoFilter ref="A1:E9"/>' in xml and 'state="frozen"' in xml


def test_marked_table_can_be_mended_and_sent_again() -> None:
    sheet = parse(sent_back(), MELDUNGEN, "liste.xlsx")
    assert [row.cells["Nr."] for row in sheet.rows] == ["1.10", "1.2", "=1+1"]
    assert sheet.rows[0].cells["Status"] == "fertisch"
    unknown = [problem.column for problem in sheet.warnings if problem.column]
    assert unknown == ["Zeile", "Wetter", "Was zu tun ist"]


def test_marked_table_sent_again_holds_every_cell_as_it_was() -> None:
    texts = (
        "'=1+1", "''=x", "'1.10", "=1+1", "a\x0bb", "\x01x", "\tx", "\rx", "_x0041_", "'s Mäuschen", "zwei\nZeilen",
    )  # fmt: skip
    head = ("Nr.", "Stand", "Status", "Sachstand")
    grid = tuple((line, ("1.1", "2021", "fertisch", text)) for line, text in enumerate(texts, 2))
    errors = [Problem(line, "Status", "fertisch", "Das ist kein Status.") for line, _ in grid]
    sheet = parse(marked.marked(MELDUNGEN, head, grid, errors, (), "Meldungen"), MELDUNGEN, "liste.xlsx")
    assert tuple(row.cells["Sachstand"] for row in sheet.rows) == texts


def long_list(n: int, *bad: int) -> tuple[bytes, list[Problem]]:
    grid = tuple((line, ("1.1", "2021", "fertisch")) for line in range(2, n + 2))
    errors = [Problem(line, "Status", "fertisch", "Das ist kein Status.") for line in bad or range(2, n + 2)]
    return marked.marked(MELDUNGEN, ("Nr.", "Stand", "Status"), grid, errors, (), "Meldungen"), errors


def test_of_5001_rows_only_those_with_findings_are_sent_back_and_the_sheet_says_so() -> None:
    data, _ = long_list(5_001, 7, 4_000)
    rows = rows_of(data, 0)
    assert rows[0][0] == "Die Liste hat 5.001 Zeilen; hier stehen nur die Zeilen mit Fehlern oder Hinweisen."
    assert rows[1] == ["Zeile", "Nr.", "Stand", "Status", "Was zu tun ist"]
    assert [row[0] for row in rows[2:]] == [7.0, 4_000.0]
    assert marks(data) == {"A3": "×", "D3": "×", "A4": "×", "D4": "×"}
    sheet = parse(data, MELDUNGEN, "liste.xlsx")
    assert (sheet.header_line, [row.cells["Status"] for row in sheet.rows]) == (2, ["fertisch", "fertisch"])
    assert len(rows_of(long_list(5_000, 7)[0], 0)) == 5_001


def test_of_10_002_bad_rows_the_first_5000_are_sent_back_and_10_000_are_listed() -> None:
    data, errors = long_list(10_002)
    table, listed = rows_of(data, 0), rows_of(data, 1)
    assert table[0][0] == "Die Liste hat 10.002 Zeilen; hier stehen die ersten 5.000 mit Fehlern oder Hinweisen."
    assert (len(table), table[-1][0]) == (5_002, 5_001.0)
    assert (len(errors), len(listed), listed[-2][0], listed[-1][3]) == (
        10_002, 10_002, 10_001.0, "… und 2 weitere Probleme.",
    )  # fmt: skip


def test_marked_table_runs_nothing_and_is_the_same_every_time() -> None:
    assert sent_back() == sent_back()
    with ZipFile(io.BytesIO(sent_back())) as packed:
        xml = "".join(packed.read(name).decode() for name in packed.namelist() if name.endswith(".xml"))
    assert "<f>" not in xml and "hyperlink" not in xml


@pytest.mark.parametrize(
    ("title", "name"),
    [("Meldungen", "Meldungen"), ("Probleme", "Probleme (Tabelle)"), ("probleme", "probleme (Tabelle)"),
     ("[a]/b:*?", "a b"), ("", "Meldungen"), ("x" * 60, "x" * 20), ("'", "Meldungen"), ("history", "Meldungen")],
)  # fmt: skip
def test_sheet_gets_a_name_it_can_have(title: str, name: str) -> None:
    assert CalamineWorkbook.from_filelike(io.BytesIO(sent_back(title))).sheet_names == [name, "Probleme"]


def test_comments_stop_at_a_thousand_and_marks_do_not() -> None:
    grid = tuple((line, ("1.1", "2021", "fertisch")) for line in range(2, 1302))
    errors = [Problem(line, "Status", "fertisch", "Das ist kein Status.") for line, _ in grid]
    data = marked.marked(MELDUNGEN, ("Nr.", "Stand", "Status"), grid, errors, (), "Meldungen")
    assert part(data, "xl/comments1.xml").count("<comment ") == 1_000
    assert sum(cell.startswith("D") for cell in marks(data)) == 1_300


def test_table_nobody_could_read_still_has_its_problems() -> None:
    data = marked.marked(MELDUNGEN, (), (), ERRORS[-1:], (), "Meldungen")
    assert rows_of(data, 0) == [["Zeile", "Was zu tun ist"]]
    assert rows_of(data, 1)[1][3] == "Einige Zeichen sind anders gespeichert."


def test_signs_that_no_workbook_holds_and_texts_too_long_for_a_cell_do_no_harm() -> None:
    grid = ((2, ("1.1\x00\x0b", "x" * 40_000, "🌱" * 20_000)),)
    errors = [Problem(2, "Status", "\x01", "\x02kein Status\ufffe")]
    data = marked.marked(MELDUNGEN, ("Nr.", "Stand", "Status"), grid, errors, (), "\x07Meldungen")
    row = rows_of(data, 0)[1]
    assert row[1] == "1.1\x00\x0b" and len(str(row[2])) == 32_012 and str(row[3]).startswith("🌱🌱")
    assert str(row[3]).endswith("(gekürzt)") and row[4] == "Status: kein Status"


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_template_is_recognised_without_its_name_and_holds_no_rows(file: ExchangeFile) -> None:
    sheet = recognise(templates.template(file), "Mappe1.xlsx")
    assert (sheet.file, sheet.rows, sheet.errors, sheet.warnings) == (file, (), (), ())
    assert set(sheet.headers) == {column.header for column in file.columns} - {"Erfasst am"}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_template_marks_what_must_be_filled_in_and_explains_every_column(file: ExchangeFile) -> None:
    data = templates.template(file)
    columns = [column for column in file.columns if column.header != "Erfasst am"]
    assert rows_of(data, 0)[0] == [f"{column.header} *" if column.required else column.header for column in columns]
    explained = {str(row[1])[3:]: row for row in rows_of(data, 1)}
    assert [explained[column.header][4] for column in columns] == [column.help for column in columns]
    assert {explained[column.header][2] for column in columns if column.required} <= {"ja"}


def test_template_offers_closed_lists_to_choose_from() -> None:
    measures = part(templates.template(MASSNAHMEN), "xl/worksheets/sheet1.xml")
    assert "ja,nein" in measures and measures.count('type="list"') == 1
    entries = part(templates.template(MELDUNGEN), "xl/worksheets/sheet1.xml")
    assert ",".join(status.label for status in STATUSES) in entries


def test_templates_are_numbered_in_the_order_of_uploading() -> None:
    assert templates.templates() == templates.templates()
    with ZipFile(io.BytesIO(templates.templates())) as packed:
        assert packed.namelist() == [
            "1_landkreis.xlsx", "2_handlungsfelder.xlsx", "3_zielvereinbarungen.xlsx", "4_massnahmen.xlsx",
            "5_meilensteine.xlsx", "6_meldungen.xlsx", "7_beschluesse.xlsx", "8_ereignisse.xlsx", "9_kennzahlen.xlsx",
        ]  # fmt: skip


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize(
    ("ground", "text"),
    [(marked.ERROR_GROUND, terms.INK), (marked.WARNING_GROUND, terms.INK), (marked.ERROR_GROUND, terms.SECONDARY),
     (terms.SOFT_GROUND, terms.SECONDARY), (terms.BAR_GROUND, terms.SECONDARY), (terms.ACCENT, terms.WHITE)],
)  # fmt: skip
def test_text_on_every_ground_can_be_read(ground: str, text: str) -> None:
    darker, lighter = sorted((luminance(ground), luminance(text)))
    assert (lighter + 0.05) / (darker + 0.05) >= 4.5
