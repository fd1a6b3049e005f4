"""CSV as offices save it: encodings, separators, and what else stands in such a file."""

import csv
import io

import pytest
from mutations import HEADER, ROWS, as_csv

from audit_core.columns import MELDUNGEN
from audit_core.tables.csv_text import csv_text
from audit_core.upload.parse import parse, recognise

ENCODINGS = [
    ("utf-8", "UTF-8"), ("utf-8-sig", "UTF-8 mit BOM"), ("cp1252", "Windows-1252"), ("iso8859-15", "ISO-8859-15"),
    ("utf-16", "UTF-16"), ("utf-16-le", "UTF-16"), ("utf-16-be", "UTF-16"), ("mac_roman", "Mac Roman"),
    ("cp850", "Codepage 850"), ("cp437", "Codepage 850"),
]  # fmt: skip
# What each encoding can hold of our rows: „“–€ are in few, the umlauts in all.
SENTENCES = {
    "iso8859-15": 'Für 3 € sind Öl, Äpfel und Übungen in der Straße "heiß"; nötig',
    "cp850": 'Für Öl, Äpfel und Übungen in der Straße "heiß"; nötig',
    "cp437": 'Für Öl, Äpfel und Übungen in der Straße "heiß"; nötig',
}
FULL = "Für 3 € sind „Öl“, Äpfel und Übungen – in der Straße ‚heiß‘; nötig"


@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
@pytest.mark.parametrize("line_end", ["\r\n", "\n", "\r"])
@pytest.mark.parametrize(("encoding", "name"), ENCODINGS)
def test_every_encoding_separator_and_line_end_gives_the_same_text(
    encoding: str, name: str, separator: str, line_end: str
) -> None:
    text = SENTENCES.get(encoding, FULL)
    rows = [("1.10", "", "31.12.2020", "in Umsetzung", "75 %", "", text, "zwei\nZeilen")]
    sheet = recognise(as_csv(encoding, separator, line_end, rows), "liste.csv")
    assert (sheet.file, sheet.encoding, sheet.separator, sheet.header_line) == (MELDUNGEN, name, separator, 1)
    assert (sheet.header_cells, sheet.errors, sheet.warnings) == (HEADER, (), ())
    assert [(row.line, row.cells) for row in sheet.rows] == [
        (2, {"Nr.": "1.10", "Stand": "31.12.2020", "Status": "in Umsetzung", "Fortschritt": "75 %", "Sachstand": text,
             "Grund": "zwei\nZeilen"}),
    ]  # fmt: skip
    assert sheet.grid == ((2, rows[0]),)


@pytest.mark.parametrize(
    ("encoding", "text", "name"),
    [
        ("cp1252", "ein „Wort“", "Windows-1252"),
        ("cp1252", "„Ämter“ – und „Öl“", "Windows-1252"),
        ("cp1252", "½ der Stellen", "Windows-1252"),
        ("cp1252", "Café", "Windows-1252"),
        ("cp1252", "§ 8a, 3 °C, 20 m²", "Windows-1252"),
        ("iso8859-15", "Kosten: 500 €", "ISO-8859-15"),
        ("mac_roman", "Größe", "Mac Roman"),
        ("mac_roman", "ein „Wort“", "Mac Roman"),
        ("cp850", "Größe", "Codepage 850"),
        ("cp850", "für", "Codepage 850"),
        ("cp850", "Über", "Codepage 850"),
        ("cp850", "MASSNAHME FÜR ÄMTER", "Codepage 850"),
    ],
)
def test_one_short_text_tells_the_encoding(encoding: str, text: str, name: str) -> None:
    sheet = recognise(f"Nr.;Stand;Status;Sachstand\n1.1;2020;offen;{text}\n".encode(encoding))
    assert (sheet.rows[0].cells["Sachstand"], sheet.encoding) == (text, name)


def test_single_signs_of_windows_in_utf8_are_read_and_told() -> None:
    good = "1.1;2020;offen;Größe, Straße, Übung, für, Änderung\n".encode() * 3
    sheet = recognise(b"Nr.;Stand;Status;Sachstand\n" + good + b"1.1;2021;offen;f\xfcr\n")
    assert [row.cells["Sachstand"] for row in sheet.rows][2:] == ["Größe, Straße, Übung, für, Änderung", "für"]
    assert [problem.message for problem in sheet.warnings] == [
        "Einige Zeichen sind anders gespeichert als der Rest der Datei. Bitte die Umlaute prüfen."
    ]


SIMPLE = "Nr.;Stand;Status;Sachstand\n1.1;2020;offen;gut\n"


@pytest.mark.parametrize(
    ("text", "separator", "header_line", "lines"),
    [
        (f"sep=;\n{SIMPLE}", ";", 1, [2]),
        (f'"sep=;"\r\n{SIMPLE}', ";", 1, [2]),
        (f"SEP=^\n{SIMPLE.replace(';', '^')}", "^", 1, [2]),
        (f"sep=,\n{SIMPLE}", ";", 1, [2]),
        (f"Meldungen des Jugendamts;;;\nStand; 31.12.2020;;\n\n;;;\n{SIMPLE}", ";", 5, [6]),
        (f"{SIMPLE}\n;;;\n1.1;2021;offen;\n", ";", 1, [2, 5]),
        (f"{SIMPLE};;;\nGesamt: 1;;1;\n", ";", 1, [2]),
        (f"{SIMPLE}Summe (1 Meldung);;1;\nErstellt am;22.11.2021;;\n", ";", 1, [2]),
        (f"{SIMPLE}\nDiese Liste wurde von Hand gepflegt.\n", ";", 1, [2]),
        (SIMPLE + ";;;\n" * 200_000, ";", 1, [2]),
    ],
)
def test_what_stands_around_the_rows_is_no_row(text: str, separator: str, header_line: int, lines: list[int]) -> None:
    sheet = recognise(text.encode("cp1252"))
    assert (sheet.separator, sheet.header_line, [row.line for row in sheet.rows]) == (separator, header_line, lines)
    assert sheet.errors == ()


def test_an_incomplete_last_row_is_a_row_not_a_remark() -> None:
    sheet = parse(f"{SIMPLE}1.2;;;Anzahl der Plätze\n;2021;offen;Gesamtkonzept\n".encode(), MELDUNGEN)
    assert [row.line for row in sheet.rows] == [2, 3, 4] and sheet.warnings == ()


def test_columns_may_be_renamed_reordered_extra_and_shown_only() -> None:
    text = "STATUS;bisher Status;Maßnahme oder Meilenstein;Wetter;Massnahme nr;Stand vom\noffen;x;y;Regen;1.1;2020\n"
    sheet = recognise(text.encode())
    assert sheet.rows[0].cells == {"Status": "offen", "Nr.": "1.1", "Stand": "2020"}
    assert sheet.header_cells == (
        "STATUS", "bisher Status", "Maßnahme oder Meilenstein", "Wetter", "Massnahme nr", "Stand vom"
    )  # fmt: skip
    assert sheet.grid == ((2, ("offen", "x", "y", "Regen", "1.1", "2020")),)
    assert [problem.column for problem in sheet.warnings] == ["Wetter"]


def test_a_filled_column_without_a_header_is_told() -> None:
    sheet = parse(b"Nr.;;Stand;Status;\n1.1;;2020;offen;\n1.2;x;2020;offen;\n", MELDUNGEN)
    assert [problem.sentence() for problem in sheet.warnings] == [
        "Zeile 1: Die 2. Spalte hat keine Überschrift und wurde nicht gelesen (zum Beispiel ‚x‘ in Zeile 3)."
    ]


@pytest.mark.parametrize(
    ("cell", "read"),
    [
        ("'1.10", "1.10"), ("'=1+1", "=1+1"), ("''=1+1", "'=1+1"), ("'-2", "-2"), ("'@x", "@x"), ("'+49", "+49"),
        ("'s Mäuschen", "'s Mäuschen"), ("'", "'"), ("''", "''"), ("44196", "44196"), ("75 %", "75 %"),
        ("=1+1", "=1+1"), ("a'=1", "a'=1"), ("\u00a0gut \u200b", "gut"), ("a\u00a0b\u202fc", "a b c"),
    ],
)  # fmt: skip
def test_a_cell_is_read_without_the_marks_of_spreadsheets(cell: str, read: str) -> None:
    sheet = parse(f"Nr.;Stand;Status;Sachstand\n1.1;2020;offen;{cell}\n".encode(), MELDUNGEN)
    assert sheet.rows[0].cells["Sachstand"] == read


@pytest.mark.parametrize(
    "text",
    [
        "=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "'=1+1", "''=1+1", "'\tx", "'1", "''1", "'1.10", "'s Mäuschen",
        "'", "1.10", "a;b", 'er sagte "ja"', "zwei\nZeilen", "–", "|", "sep=;", "a\u2028b", "a\x0bb", "44196",
    ],
)  # fmt: skip
def test_text_of_our_own_files_comes_back_as_it_was(text: str) -> None:
    sheet = recognise(csv_text(["Nr.", "Stand", "Status", "Sachstand"], [("1.1", "2020", "offen", text)]).encode())
    assert sheet.rows[0].cells["Sachstand"] == text
    assert (sheet.errors, sheet.warnings) == ((), ())


def test_no_cell_of_our_own_files_is_a_formula() -> None:
    texts = ["=1", "'=1", "''=1", "'+1", "\t=1", "\r=1"]
    rows = list(csv.reader(io.StringIO(csv_text(["=Kopf"], [(text,) for text in texts]), newline=""), delimiter=";"))
    assert [row[0] for row in rows] == ["\ufeff'=Kopf", "'=1", "''=1", "'''=1", "''+1", "'\t=1", "'\r=1"]


def test_an_unclosed_quote_is_told_at_its_line() -> None:
    sheet = recognise(b'Nr.;Stand;Status\n1.1;2020;offen\n1.2;2020;"offen\n1.3;2020;offen\n')
    assert [(problem.line, problem.message[:23]) for problem in sheet.errors] == [(3, "Ein Anführungszeichen a")]
    assert [row.line for row in sheet.rows] == [2]


def test_all_rows_of_the_torn_list_are_there() -> None:
    sheet = recognise(as_csv())
    assert [row.cells["Nr."] for row in sheet.rows] == ["1.1.1", "1.1.1", "1.10", "2.1"]
    assert sheet.rows[2].cells["Sachstand"] == '=HYPERLINK("http://127.0.0.1/x")'
    assert sheet.rows[1].cells["Sachstand"] == ROWS[1][6]


WIDE = "Zielvereinbarung;Nr.;Meilenstein;Stand;Status;Fortschritt;Neue Frist;Sachstand\nZV2;1.1;;2020;offen;;;gut\n"


@pytest.mark.parametrize(
    "row",
    [
        "Gesamt;1.2;;31.12.2025;;;;Sachstand ohne Status", "Gesamt;1.2;;;;;;", "Gesamt;1.2.1a;;;;;;",
        "Gesamt;2.10.;;;;;;",
        ";;;Ende 2021;umgesetzt;;;Die Plätze sind da", "Summe;;Teil A;;;;;Sachstand ohne Status",
    ],
)  # fmt: skip
def test_a_last_row_with_a_nr_or_several_texts_is_no_total_and_stays(row: str) -> None:
    sheet = recognise(f"{WIDE}{row}\n".encode())
    assert [line.line for line in sheet.rows] == [2, 3] and sheet.warnings == ()


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("Gesamt;;;31.12.2025;;;;Sachstand ohne Nr.", "Gesamt; 31.12.2025; Sachstand ohne Nr."),
        ("Summe;12;;;3;;;", "Summe; 12; 3"),
        ("Erstellt am;22.11.2021;;;;;;", "Erstellt am; 22.11.2021"),
    ],
)
def test_a_total_is_left_out_with_its_whole_row_in_the_warning(row: str, told: str) -> None:
    sheet = recognise(f"{WIDE}{row}\n".encode())
    assert [line.line for line in sheet.rows] == [2]
    assert [(problem.line, problem.message) for problem in sheet.warnings] == [
        (3, f"‚{told}‘ sieht nach einer Summe oder Fußnote aus und wurde übergangen.")
    ]


def test_own_columns_that_begin_with_bisher_are_told_and_not_read() -> None:
    sheet = recognise(b"Nr.;Stand;Status;bisher Status;Bisher erreicht;Bisherige Hindernisse\n1.1;2020;offen;x;y;z\n")
    assert [problem.message for problem in sheet.warnings] == [
        "Die Spalte ‚Bisher erreicht‘ ist nicht bekannt und wurde nicht gelesen.",
        "Die Spalte ‚Bisherige Hindernisse‘ ist nicht bekannt und wurde nicht gelesen.",
    ]
