"""From bytes to a county: parse and apply (check has files of its own)."""

import csv
import io
from datetime import UTC, datetime
from pathlib import Path

import pytest
from small_county import MEASURES, NOW, PLAN
from sqlalchemy import Engine

from audit_core import store
from audit_core.columns import HANDLUNGSFELDER, KENNZAHLEN, LANDKREIS, MELDUNGEN, ExchangeFile
from audit_core.errors import AuditError
from audit_core.upload.apply import BadDataError, load_folder
from audit_core.upload.parse import parse

REAL = Path(__file__).parent.parent / "data" / "kyffhaeuserkreis"


SIMPLE = "Nr.;Stand;Status;Sachstand\n1.10;2020;umgesetzt;geprüft, „gut“\n1.1;12.2020;offen;\n"
ROWS = [
    (2, {"Nr.": "1.10", "Stand": "2020", "Status": "umgesetzt", "Sachstand": "geprüft, „gut“"}),
    (3, {"Nr.": "1.1", "Stand": "12.2020", "Status": "offen"}),
]


def with_separator(separator: str) -> str:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=separator).writerows(csv.reader(io.StringIO(SIMPLE, newline=""), delimiter=";"))
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "moved"),
    [
        (SIMPLE.encode(), 0),
        (SIMPLE.encode("utf-8-sig"), 0),
        (SIMPLE.encode("cp1252"), 0),
        (SIMPLE.encode("utf-16"), 0),
        (SIMPLE.replace("\n", "\r\n").encode(), 0),
        (with_separator(",").encode(), 0),
        (with_separator("\t").encode(), 0),
        (with_separator("|").encode(), 0),
        (f"sep=;\r\n{SIMPLE}".encode("cp1252"), 0),
        (f"Meldungen, Stand 31.12.2020;;;\n;;;\n{SIMPLE}".encode("cp1252"), 2),
        (f"\n\n{SIMPLE}".encode(), 2),
        (f"{SIMPLE};;;\n;;;\n\n".encode(), 0),
        (f"{SIMPLE};;;\nSumme;;2;\n* vorläufig;;;\n".encode(), 0),
        (SIMPLE.replace(";", "\u00a0; ").encode(), 0),
        (SIMPLE.replace("Nr.", "Maßnahme-Nr.").replace("Stand;", "Stand vom;").replace("Status", "STATUS").encode(), 0),
        (SIMPLE.replace("Nr.", "Massnahme").encode(), 0),
    ],
)
def test_every_way_offices_save_a_list_gives_the_same_rows(data: bytes, moved: int) -> None:
    sheet = parse(data, MELDUNGEN)
    assert sheet.errors == ()
    assert [(row.line, row.cells) for row in sheet.rows] == [(line + moved, cells) for line, cells in ROWS]


def test_line_breaks_in_cells_and_empty_rows_keep_the_line_numbers_of_excel() -> None:
    text = 'Nr.;Stand;Status;Sachstand\r\n1.1;2019;offen;"eins\r\nzwei; ""drei"""\r\n;;;\r\n1.1;2020;offen;\r\n'
    sheet = parse(text.encode(), MELDUNGEN)
    assert [row.line for row in sheet.rows] == [2, 4]
    assert sheet.rows[0].cells["Sachstand"] == 'eins\nzwei; "drei"'


def test_totals_and_footnotes_are_passed_over_and_named() -> None:
    sheet = parse(f"{SIMPLE};;;\nSumme;;2;\n* vorläufig;;;\n".encode(), MELDUNGEN)
    assert [(problem.line, problem.value) for problem in sheet.warnings] == [(5, "Summe"), (6, "* vorläufig")]


def test_kennzahl_named_summe_is_a_row_when_it_is_complete() -> None:
    sheet = parse(b"Kennzahl;Datum;Wert\nEinwohner;2019;5\nSumme;2019;7\n", KENNZAHLEN)
    assert [row.cells["Kennzahl"] for row in sheet.rows] == ["Einwohner", "Summe"]


def test_unknown_column_is_a_warning_that_names_it() -> None:
    sheet = parse(b"Nr.;Stand;Status;Wetter\n1.1;2020;offen;Regen\n", MELDUNGEN)
    assert [problem.sentence() for problem in sheet.warnings] == [
        "Zeile 1, Spalte Wetter: Die Spalte ‚Wetter‘ ist nicht bekannt und wurde nicht gelesen."
    ]
    assert sheet.errors == ()


def test_title_of_the_measure_beside_its_number_is_no_second_number() -> None:
    sheet = parse("Nr.;Maßnahme;Stand;Status\n1.1;Audit;2020;offen\n".encode(), MELDUNGEN)
    assert sheet.errors == ()
    assert sheet.rows[0].cells["Nr."] == "1.1"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Nr.;Stand;Status;STATUS\n1.1;2020;offen;offen\n", "‚Status‘ kommt mehrfach vor (‚Status‘, ‚STATUS‘)"),
        ("Nr.;Stand\n1.1;2020\n", "Die Spalte ‚Status‘ fehlt"),
        ("Nr.;Stand;Status\n1.1;2020;offen;zu viel\n", "mehr Zellen als die Kopfzeile (‚zu viel‘)"),
        ('Nr.;Stand;Status\n1.1;2020;"offen\n1.1;2021;offen\n', "Anführungszeichen"),
        ("", "Die Datei ist leer."),
        ("Guten Tag,\nanbei die Liste.\n", "Keine Kopfzeile für Meldungen gefunden"),
    ],
)
def test_file_that_cannot_be_read_says_why(text: str, message: str) -> None:
    (problem,) = parse(text.encode(), MELDUNGEN).errors
    assert message in problem.message


@pytest.mark.parametrize("data", [bytes(range(128, 256)) * 8, b"PK\x03\x04rest", b"\xff\xfe\x00", b"\x00\x01\x02" * 50])
def test_bytes_that_are_no_list_give_one_sentence(data: bytes) -> None:
    sheet = parse(data, MELDUNGEN)
    assert (len(sheet.errors), sheet.rows) == (1, ())


def test_file_with_only_a_header_has_no_rows_and_no_errors() -> None:
    sheet = parse(b"Nr.;Stand;Status\n", MELDUNGEN)
    assert (sheet.rows, sheet.errors) == ((), ())


@pytest.mark.parametrize("file", [LANDKREIS, HANDLUNGSFELDER])
def test_smallest_header_is_the_required_columns(file: ExchangeFile) -> None:
    required = [column.header for column in file.columns if column.required]
    sheet = parse(f"{';'.join(required)}\n{';'.join('x' for _ in required)}\n".encode(), file)
    assert (len(sheet.rows), sheet.errors) == (1, ())


@pytest.fixture
def engine() -> Engine:
    engine = store.open_engine("sqlite://")
    store.create_tables(engine)
    return engine


def write(folder: Path, **files: str) -> Path:
    for name, text in (PLAN | files).items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    return folder


def test_real_data_loads_without_an_error_and_completely(engine: Engine) -> None:
    load_folder(engine, REAL, datetime(2026, 11, 22, 12, 0, tzinfo=UTC))
    county = store.load(engine)
    assert (county.name, county.invented) == ("Kyffhäuserkreis", False)
    assert [
        len(county.fields_of_action), len(county.agreements), len(county.measures), len(county.milestones),
        len(county.log), len(county.consultations), len(county.events), len(county.key_figures),
    ] == [6, 2, 35, 86, 169, 28, 24, 46]  # fmt: skip
    assert all(entry.source for entry in county.log) and all(measure.source for measure in county.measures)


def test_folder_without_landkreis_gives_its_own_name(engine: Engine, tmp_path: Path) -> None:
    folder = tmp_path / "Musterkreis"
    folder.mkdir()
    assert load_folder(engine, write(folder), NOW) == []
    assert (store.load(engine).name, store.has_plan(engine)) == ("Musterkreis", True)


def test_warnings_of_all_files_are_returned_with_their_file(engine: Engine, tmp_path: Path) -> None:
    write(
        tmp_path, meldungen="Nr.;Stand;Status\n1.10;2020;entfallen\n", ereignisse="Datum;Art;Ereignis;Wetter\n;a;b;c\n"
    )
    assert [problem.sentence() for problem in load_folder(engine, tmp_path, NOW)] == [
        "meldungen.csv, Zeile 2, Spalte Grund: Zum Status ‚entfallen‘ fehlt der Grund.",
        "ereignisse.csv, Zeile 1, Spalte Wetter: Die Spalte ‚Wetter‘ ist nicht bekannt und wurde nicht gelesen.",
    ]


def test_folder_with_errors_leaves_the_database_untouched_and_tells_them_all(engine: Engine, tmp_path: Path) -> None:
    write(
        tmp_path,
        meldungen="Nr.;Stand;Status\n1.10;2020;umgesetzt\n9.9;2020;umgesetzt\n1.10;2020;fertisch\n",
        kennzahlen="Kennzahl;Datum;Wert\nx;2020;viel\n",
    )
    with pytest.raises(BadDataError, match="hat 3 Fehler, nichts wurde geladen") as caught:
        load_folder(engine, tmp_path, NOW)
    assert [(problem.file, problem.line, problem.column) for problem in caught.value.problems] == [
        ("meldungen.csv", 3, "Nr."), ("meldungen.csv", 4, "Status"), ("kennzahlen.csv", 2, "Wert"),
    ]  # fmt: skip
    assert (store.revision(engine), store.has_plan(engine)) == ("0.0", False)
    assert store.load(engine).measures == ()


def test_database_that_holds_a_plan_is_refused_and_stays_as_it_is(engine: Engine, tmp_path: Path) -> None:
    load_folder(engine, write(tmp_path), NOW)
    with pytest.raises(AuditError, match="enthält schon einen Plan"):
        load_folder(engine, tmp_path, NOW)
    assert (store.revision(engine), len(store.load(engine).measures)) == ("1.0", 3)


@pytest.mark.parametrize(
    ("name", "message"),
    [("fehlt", "gibt es nicht"), (".", "liegt keine der Dateien landkreis.csv, handlungsfelder.csv")],
)
def test_folder_that_is_not_there_or_holds_nothing_is_said(
    engine: Engine, tmp_path: Path, name: str, message: str
) -> None:
    (tmp_path / "README.md").write_text("Notizen", encoding="utf-8")
    with pytest.raises(AuditError, match=message):
        load_folder(engine, tmp_path / name, NOW)


def test_one_exchange_file_twice_is_an_error(engine: Engine, tmp_path: Path) -> None:
    write(tmp_path)
    (tmp_path / "Maßnahmen.csv").write_text(MEASURES, encoding="utf-8")
    with pytest.raises(BadDataError, match="Bitte nur eine Datei behalten"):
        load_folder(engine, tmp_path, NOW)
    assert not store.has_plan(engine)


def test_recording_moments_of_a_folder_reach_the_county(engine: Engine, tmp_path: Path) -> None:
    write(tmp_path, meldungen="Nr.;Stand;Status;Erfasst am\n1.10;2020;umgesetzt;05.01.2021\n1.10;2019;offen;\n")
    load_folder(engine, tmp_path, NOW)
    county = store.load(engine)
    assert [entry.recorded_at for entry in county.log] == [datetime(2021, 1, 4, 23, 0, tzinfo=UTC), NOW]
    assert [measure.recorded_at for measure in county.measures] == [None, None, None]
