"""What is too large, or no list at all: one clear sentence, nothing read, little memory."""

import io
import random
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
import xlsxwriter
from mutations import as_csv, as_ods, as_xls, as_xlsx

from audit_core.columns import MELDUNGEN
from audit_core.upload.parse import UnreadableError, parse, recognise, refuse_size

ROOT = Path(__file__).parents[1]
HEAD = b"Nr.;Stand;Status\n"
FIRST = b'<row r="1"><c r="A1"><v>1</v></c></row>'
SAVE = "Bitte die Liste als XLSX oder CSV speichern und noch einmal versuchen."
BROKEN = f"Die Arbeitsmappe ist beschädigt und lässt sich nicht öffnen. {SAVE}"
PROTECTED = "Die Arbeitsmappe ist mit einem Kennwort geschützt. Bitte ohne Kennwort speichern und neu versuchen."
BOMB = f"Die Datei ist gepackt klein, ausgepackt aber größer als 150 MB oder fast leer. Sie wird nicht geöffnet. {SAVE}"
NUL = f"Die Datei enthält NUL-Zeichen und ist keine lesbare Textdatei. {SAVE}"


def packed(**parts: bytes) -> bytes:
    """A ZIP; in names `__` stands for a slash and `_` for a dot."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name.replace("__", "/").replace("_", "."), content)
    return data.getvalue()


def with_part(data: bytes, part: str, content: bytes) -> bytes:
    """A ZIP with another content of one part."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, content if name == part else old.read(name))
    return out.getvalue()


def with_rows(rows: bytes) -> bytes:
    """An XLSX whose sheet has these rows."""
    space = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    text = b'<worksheet xmlns="%s"><sheetData>%s</sheetData></worksheet>' % (space, rows)
    return with_part(as_xlsx(), "xl/worksheets/sheet1.xml", text)


def many_columns() -> bytes:
    data = io.BytesIO()
    book = xlsxwriter.Workbook(data, {"in_memory": True})
    book.add_worksheet("Liste").write_row(0, 0, ["Nr.", "Stand", "Status", *map(str, range(16_381))])
    book.close()
    return data.getvalue()


def repeated_ods() -> bytes:
    """An ODS of a few bytes that says: 100,000 rows of 200 texts."""
    with zipfile.ZipFile(io.BytesIO(as_ods())) as old:
        content = old.read("content.xml")
    rows = (
        b'<table:table-row table:number-rows-repeated="100000"><table:table-cell table:number-columns-repeated="200"'
        b' office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row></table:table>'
    )
    return with_part(as_ods(), "content.xml", content.replace(b"</table:table>", rows))


def encrypted_ods() -> bytes:
    return with_part(as_ods(), "META-INF/manifest.xml", b"<manifest:encryption-data/>")


def protected_xls() -> bytes:
    """An XLS whose stream says, right behind its beginning, that it is protected."""
    return as_xls().replace(b"\xe1\x00\x02\x00\xb0\x04", b"\x2f\x00\x02\x00\x00\x00", 1)


def with_long_texts() -> bytes:
    """100,000 cells that all hold the same text of 32,000 signs."""
    rows = b"".join(b'<row r="%d"><c r="A%d" t="s"><v>0</v></c></row>' % (n, n) for n in range(1, 100_000))
    space = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    text = b'<sst xmlns="%s"><si><t>%s</t></si></sst>' % (space, b"x" * 32_000)
    return with_part(with_rows(rows), "xl/sharedStrings.xml", text)


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (lambda: b"", "Die Datei ist leer."),
        (lambda: b" \r\n\t\n", "Die Datei ist leer."),
        (lambda: b"\xef\xbb\xbf", "Die Datei ist leer."),
        (lambda: "\ufeff \n".encode("utf-16-le"), "Die Datei ist leer."),
        (lambda: b"%PDF-1.7\n...", f"Das ist ein PDF-Dokument, keine Liste. {SAVE}"),
        (lambda: b"\x89PNG\r\n\x1a\n\x00", f"Das ist ein Bild (PNG), keine Liste. {SAVE}"),
        (lambda: b"\n<!DOCTYPE HTML><table>", f"Das ist eine Webseite (HTML), keine Liste. {SAVE}"),
        (lambda: b"<?xml version='1.0'?><Workbook/>", f"Das ist eine XML-Datei, keine Liste. {SAVE}"),
        (lambda: packed(word__document_xml=b"<w/>"), f"Das ist ein Textdokument (DOCX), keine Liste. {SAVE}"),
        (lambda: packed(liste_csv=HEAD), f"Das ist ein gepackter Ordner (ZIP), keine Liste. {SAVE}"),
        (lambda: packed(mimetype=b"application/vnd.oasis.opendocument.text", content_xml=b"<x/>"),
         f"Das ist ein Dokument von LibreOffice, aber keine Tabelle. {SAVE}"),
        (lambda: HEAD + b"1.1;2020\x00;offen\n", NUL),
        (lambda: b"\x00" * 10_000, NUL),
        (lambda: random.Random(1).randbytes(10_000), NUL),
        (lambda: as_csv("utf-16")[:-1], f"Die Datei ist keine lesbare Textdatei. {SAVE}"),
        (lambda: bytes(range(1, 32)) * 50, f"Die Datei ist keine lesbare Textdatei. {SAVE}"),
        (lambda: HEAD + b"1.1;2020;offen\n" * 100_001,
         "Die Datei hat mehr als 100.000 Zeilen. Bitte leere Zeilen löschen oder auf mehrere Dateien verteilen."),
        (lambda: HEAD[:-1] + b";x" * 16_381 + b"\n1;2;3\n",
         "Die Datei hat 16.384 Spalten, gelesen werden höchstens 200. Bitte nur die Spalten der Liste behalten."),
        (many_columns,
         "Das Blatt ‚Liste‘ hat 16.384 Spalten, gelesen werden höchstens 200. Bitte nur die Spalten der Liste "
         "behalten."),
        (lambda: with_rows(FIRST + b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
         "Das Blatt ‚Meldungen‘ hat mehr als 100.000 Zeilen. Bitte leere Zeilen löschen oder auf mehrere Dateien "
         "verteilen."),
        (lambda: with_rows(FIRST + b'<row r="99999"><c r="GR99999"><v>1</v></c></row>'),
         "Das Blatt ‚Meldungen‘ reicht über mehr als 2.000.000 Zellen. Bitte löschen, was außerhalb der Liste steht, "
         "oder auf mehrere Dateien verteilen."),
        (repeated_ods, "Die Datei reicht über mehr als 2.000.000 Zellen. Bitte löschen, was außerhalb der Liste steht, "
         "oder auf mehrere Dateien verteilen."),
        (lambda: with_part(as_xlsx(), "xl/worksheets/sheet1.xml", b" " * 60_000_000), BOMB),
        (lambda: packed(xl__workbook_xml=b"x", **{f"a{n}": b"x" * 4_900_000 for n in range(31)}), BOMB),
        (with_long_texts, BOMB),
        (lambda: as_xlsx()[:-300], BROKEN),
        (lambda: as_xls()[:700], BROKEN),
        (lambda: as_ods()[:300], BROKEN),
        (encrypted_ods, PROTECTED),
        (protected_xls, PROTECTED),
        (lambda: as_xls().replace("Workbook".encode("utf-16-le"), "WordDocu".encode("utf-16-le")), BROKEN),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_one_sentence(make: Callable[[], bytes], sentence: str) -> None:
    data = make()
    for sheet in (recognise(data, "meldungen.csv"), parse(data, MELDUNGEN, "meldungen.csv")):
        assert [problem.message for problem in sheet.errors] == [sentence]
        assert (sheet.file, sheet.recognised, sheet.rows, sheet.warnings) == (MELDUNGEN, False, (), ())


def test_a_workbook_encrypted_by_excel_is_protected() -> None:
    name = "EncryptedPackage"
    data = bytearray(as_xls())
    at = data.index("Workbook".encode("utf-16-le"))
    data[at : at + 2 * len(name)] = name.encode("utf-16-le")
    data[at + 64 : at + 66] = (2 * len(name) + 2).to_bytes(2, "little")
    assert [problem.message for problem in recognise(bytes(data)).errors] == [PROTECTED]


def test_a_size_is_refused_before_the_file_is_opened() -> None:
    refuse_size(20_000_000)
    with pytest.raises(UnreadableError, match=r"Die Datei ist 1\.001 MB groß, gelesen werden höchstens 20 MB"):
        refuse_size(1_000_000_001)


def test_a_hundred_thousand_rows_are_read() -> None:
    sheet = recognise(HEAD + b"1.1;2020;offen\n" * 100_000)
    assert (len(sheet.rows), sheet.rows[-1].line, sheet.errors) == (100_000, 100_001, ())


def test_empty_columns_far_out_are_no_columns() -> None:
    sheet = recognise(HEAD[:-1] + b";" * 16_381 + b"\n1.1;2020;offen" + b";" * 16_381 + b"\n")
    assert (sheet.rows[0].cells, sheet.errors) == ({"Nr.": "1.1", "Stand": "2020", "Status": "offen"}, ())


def test_empty_formatted_rows_far_down_are_no_rows() -> None:
    cells = b'<c r="A1" t="inlineStr"><is><t>Nr.</t></is></c><c r="B1" t="inlineStr"><is><t>Stand</t></is></c>'
    empty = b"".join(b'<row r="%d"><c r="A%d" s="1"/></row>' % (n, n) for n in (200_000, 1_048_576))
    sheet = recognise(with_rows(b'<row r="1">%s</row>%s' % (cells, empty)))
    assert (sheet.recognised, sheet.header_cells) == (True, ("Nr.", "Stand"))


@pytest.mark.parametrize("quote", [b"", b'"'])
def test_a_cell_of_more_than_excel_holds_is_an_error_at_its_line(quote: bytes) -> None:
    data = b"Nr.;Stand;Status;Sachstand\n1.1;2020;offen;" + quote + b"x" * 32_767 + quote
    assert recognise(data).errors == ()
    longer = recognise(data[: len(data) - len(quote)] + b"y" + quote + b"\n1.2;2020;offen;gut\n")
    (problem,) = longer.errors
    assert (problem.line, problem.column, len(problem.value)) == (2, "Sachstand", 81)
    assert problem.message == "Der Text hat 32.768 Zeichen, möglich sind 32.767. Bitte kürzen."
    assert [row.line for row in longer.rows] == [2, 3] and len(longer.grid[0][1][3]) == 32_767


LARGE = {
    "separators": "b';' * 19_000_000",
    "lines": "b'Nr.;Stand;Status\\n' + b'1.1;2020;offen\\n' * 1_200_000",
    "columns": "b'Nr.;Stand;Status\\n' + (b'a;' * 16_383 + b'\\n') * 500",
    "signs": "bytes(range(128, 256)) * 150_000",
    "1 GB": "bytes(1_000_000_000)",
}


@pytest.mark.parametrize("made", LARGE.values(), ids=LARGE)
def test_large_nonsense_takes_little_memory_and_time(made: str) -> None:
    code = (
        "import resource\nfrom audit_core.upload.parse import recognise\n"
        "peak = lambda: resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024\n"
        f"data = {made}\nbefore = peak()\nsheet = recognise(data)\nprint(len(sheet.errors), peak() - before)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True, timeout=60
    )
    errors, megabytes = map(int, done.stdout.split())
    assert errors == 1 and megabytes < 300
