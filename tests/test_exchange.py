"""The exchange files that go out (DESIGN §4): read again they give the same county on every Stichtag."""

import csv
import io
from collections.abc import Iterable
from dataclasses import fields, replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from zipfile import ZipFile

import pytest
from counties import agreement, county_of, measure, moment
from counties import county as county_with
from counties import entry as entry_of

from audit_core import sample, store
from audit_core.agreement import Consultation, County, KeyFigure, ReportEntry
from audit_core.columns import BESCHLUESSE, FILES, KENNZAHLEN, MASSNAHMEN, MELDUNGEN, ExchangeFile
from audit_core.dates import OfficeDate, end_of_day
from audit_core.dates import parse as office
from audit_core.documents import exchange
from audit_core.tables import audit_document, status_document
from audit_core.tables.exchange import exchange_sheet, number_cell
from audit_core.upload.apply import load_folder
from audit_core.upload.changes import RowKind
from audit_core.upload.check import Clock
from audit_core.upload.parse import parse
from audit_core.upload.preview import preview_of

DATA = Path(__file__).parent.parent / "data"
NOW = datetime(2026, 1, 2, 12, 0, tzinfo=UTC)


def loaded(folder: Path, database: Path) -> County:
    engine = store.open_engine(f"sqlite:///{database}")
    load_folder(engine, folder, NOW)
    county = store.load(engine)
    engine.dispose()
    return county


def out_and_in(county: County, folder: Path) -> County:
    """A county exported and loaded into an empty database."""
    folder.mkdir()
    for name, data in exchange.files(county).items():
        (folder / name).write_bytes(data)
    return loaded(folder, folder / "again.db")


def stichtage(county: County) -> list[date]:
    """12 days over the time of the log, its first and last among them."""
    days = sorted({entry.stated_on for entry in county.log})
    first, span = days[0], (days[-1] - days[0]).days
    return [first + timedelta(days=span * part // 11) for part in range(12)]


def cells(county: County, file: ExchangeFile, *headers: str) -> list[tuple[object, ...]]:
    """Some columns of an exchange file."""
    sheet = exchange_sheet(county, file)
    places = [sheet.header.index(header) for header in headers]
    return [tuple(row[place] for place in places) for row in sheet.rows]


def differing(one: County, other: County) -> list[str]:
    names = [part.name for part in fields(County) if part.compare]
    return [name for name in names if getattr(one, name) != getattr(other, name)]


@pytest.mark.parametrize("name", ["kyffhaeuserkreis", "musterkreis"])
def test_exported_county_read_again_is_the_same_on_every_stichtag(name: str, tmp_path: Path) -> None:
    county = loaded(DATA / name, tmp_path / "first.db")
    again = out_and_in(county, tmp_path / "out")
    assert differing(county, again) == []
    for day in stichtage(county):
        known_by = end_of_day(day + timedelta(days=40))
        assert status_document(again, day) == status_document(county, day)
        assert status_document(again, day, known_by) == status_document(county, day, known_by)
    assert audit_document(again) == audit_document(county)


@pytest.mark.parametrize("seed", [3, 11])
def test_exported_random_county_read_again_is_the_same_on_every_stichtag(seed: int, tmp_path: Path) -> None:
    sample.write(tmp_path / "in", measures=24, years=4, seed=seed, until=date(2024, 12, 31))
    county = loaded(tmp_path / "in", tmp_path / "first.db")
    again = out_and_in(county, tmp_path / "out")
    assert differing(county, again) == []
    for day in stichtage(county):
        known_by = end_of_day(day - timedelta(days=10))
        assert status_document(again, day) == status_document(county, day)
        assert status_document(again, day, known_by) == status_document(county, day, known_by)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_exported_file_uploaded_into_its_own_county_changes_nothing(file: ExchangeFile, tmp_path: Path) -> None:
    county = loaded(DATA / "kyffhaeuserkreis", tmp_path / "first.db")
    sheet = parse(exchange.files(county)[f"{file.name}.csv"], file, f"{file.name}.csv")
    preview = preview_of(sheet, county, Clock(NOW))
    assert [problem.sentence() for problem in preview.errors] == []
    assert {row.kind for row in preview.rows} == {RowKind.UNCHANGED}
    assert len(preview.rows) == len(exchange_sheet(county, file).rows)


AWKWARD = (
    "=1+1", "+49 123", "-5 °C", "@SUM(A1)", "'=x", "''=x", "'1.10", "'s Mäuschen", 'er sagte "ja"; sie; nein',
    "eins\nzwei\n\ndrei", "🌱 Garten", "<b>fett</b> & Co.", "„Zitat“, ‚halb‘", "a,b|c\td", "Summe", "1.10", "ja",
    "_x0041_", "* vorläufig",
)  # fmt: skip
TRIMMED = {"  Rand \u00a0": "Rand", "zwei\u00a0Wörter": "zwei Wörter", "\ufeffMarke": "Marke", "a\r\nb": "a\nb"}


def written(folder: Path, name: str, rows: Iterable[Iterable[str]]) -> None:
    folder.mkdir(exist_ok=True)
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=";").writerows(rows)
    (folder / f"{name}.csv").write_bytes(text.getvalue().encode())


def awkward_folder(folder: Path) -> Path:
    """A county whose texts, numbers and versions are as odd as they can be; its guards are those a spreadsheet has."""
    texts = [(f"''{t[1:]}" if t.startswith("'") and t[1] != "s" else f"'{t}" if t[0] in "=+-@" else t) for t in AWKWARD]
    texts += TRIMMED
    written(folder, "landkreis", [["Name", "Hinweis", "Quelle"], ["=Kreis", "eins\nzwei; drei", "@Quelle"]])
    written(folder, "handlungsfelder", [["Nr.", "Handlungsfeld"], ["1", "'+Feld"]])
    written(folder, "zielvereinbarungen", [["Kürzel", "Titel", "Beginn"], ["A/1", "", "2019"], ["B", "", "2021"]])
    head = ["Nr.", "Zielvereinbarung", "Handlungsfeld", "Maßnahme", "Frist", "Gewicht", "Erfasst am", "Vorgänger"]
    rows = [[f"1.{place}", "A/1", "1", text, "", "", "", ""] for place, text in enumerate(texts, 1)]
    rows += [
        ["1.1", "A/1", "1", "neue Fassung", "Q4/2021", "2,5", "2020-05-01T10:00:00.250000+02:00", ""],
        ["1.1", "A/1", "1", "dritte Fassung", "12.2022", "0,125", "01.07.2020", ""],
        ["1.1", "B", "1", "Nachfolge", "Ende 2022", "", "", "A/1/1.1"],
        ["1.1", "", "1", "ohne Vereinbarung", "", "", "", ""],
        ["9/1", "", "1", "Schrägstrich", "", "", "", ""],
    ]
    written(folder, "massnahmen", [head, *rows])
    written(folder, "meilensteine", [
        ["Zielvereinbarung", "Nr.", "Meilenstein", "Bezeichnung"],
        ["A/1", "1.1", "1", "Anfang"], ["B", "1.1", "1", "Beginn"], ["ohne Zielvereinbarung", "1.1", "1", "Start"],
    ])  # fmt: skip
    head = ["Zielvereinbarung", "Nr.", "Meilenstein", "Stand", "Status", "Fortschritt", "Sachstand", "Erfasst am"]
    rows = [["A/1", "1.1", "", "2020", "in Umsetzung", "", text, "01.07.2020 09:30"] for text in texts]
    rows += [
        ["A/1", "1.1", "", "01.07.2020", "teilweise umgesetzt", "0,5 %", "Korrektur", "02.07.2020"],
        ["B", "1.1", "1", "I. Halbjahr 2021", "umgesetzt", "", "", "2021-03-31T23:30:00+00:00"],
        ["ohne Zielvereinbarung", "1.1", "1", "2021", "entfallen", "", "", "05.01.2022"],
        ["", "9/1", "", "44196", "in Vorbereitung", "67,5", "", "05.01.2022"],
    ]
    written(folder, "meldungen", [head, *rows])
    written(folder, "beschluesse", [
        ["Betreff", "Gremium", "Datum", "Ja", "Nr."],
        ["Plan", "=Kreistag", "20.09.2020", "10", "A/1/1.1 | B/1.1, 9/1"], ["Plan", "Ausschuss", "09.2020", "0", ""],
    ])  # fmt: skip
    written(folder, "ereignisse", [["Datum", "Art", "Ereignis"], ["", "-Art", "+Ereignis"], ["2020", "Auftakt", "a"]])
    written(folder, "kennzahlen", [
        ["Kennzahl", "Datum", "Wert", "Einheit"],
        ["a", "2020", "-2,5", "°C"], ["b", "2020", "1.234.567,125", "€"], ["c", "2020", "0,00000012", ""],
        ["d", "2020", "12345678901234567890", ""],
    ])  # fmt: skip
    return folder


def with_later_uploads(folder: Path, database: Path) -> County:
    """The awkward county with an upload on top that was taken back, and one that was not."""
    engine = store.open_engine(f"sqlite:///{database}")
    load_folder(engine, awkward_folder(folder), NOW)
    for number, day in ((2, "2026-02-01"), (3, "2026-03-01")):
        rows = [
            entry_of("1.1", "completed", f"0{number}.01.2021", agreement="A/1", recorded=day, text=f"Upload {number}")
        ]
        plan = replace(measure("1.2", agreement="A/1", title=f"Fassung {number}"), field_of_action="1")
        with store.writing(engine) as connection:
            upload = store.record_upload(connection, moment(day), "Amt", "plan", "=liste.csv")
            store.append_plan(connection, upload, [(2, plan, moment(day))])
            store.append_entries(connection, upload, enumerate(rows, 2))
    store.revoke(engine, 2, "Amt", moment("2026-04-01"))
    county = store.load(engine)
    engine.dispose()
    return county


def plain(entry: ReportEntry) -> ReportEntry:
    """An entry without its place in the database."""
    return entry._replace(sequence=0, upload=0)


def test_awkward_county_comes_back_as_it_was_without_what_was_taken_back(tmp_path: Path) -> None:
    county = with_later_uploads(tmp_path / "in", tmp_path / "first.db")
    again = out_and_in(county, tmp_path / "out")
    kept = [plain(entry) for entry in county.log if entry.revoked_at is None]
    assert [plain(entry) for entry in again.log] == kept
    assert again.measures == tuple(row for row in county.measures if row.revoked_at is None)
    assert differing(county, again) == ["measures", "log"]
    for day in stichtage(county):
        for known_by in (None, end_of_day(date(2026, 4, 2)), end_of_day(date(2020, 6, 1))):
            assert status_document(again, day, known_by) == status_document(county, day, known_by)


def test_awkward_texts_are_exactly_those_that_were_written(tmp_path: Path) -> None:
    county = loaded(awkward_folder(tmp_path / "in"), tmp_path / "first.db")
    wanted = [*AWKWARD, *TRIMMED.values()]
    assert [row.title for row in county.measures][: len(wanted)] == wanted
    again = out_and_in(county, tmp_path / "out")
    assert [row.title for row in again.measures][: len(wanted)] == wanted
    assert [entry.text for entry in again.log][: len(wanted)] == wanted
    assert [figure.value for figure in again.key_figures] == [
        Decimal("-2.5"), Decimal("1234567.125"), Decimal("0.00000012"), Decimal("12345678901234567890"),
    ]  # fmt: skip


def test_no_cell_of_an_export_starts_a_formula_and_numbers_stay_numbers(tmp_path: Path) -> None:
    county = loaded(awkward_folder(tmp_path / "in"), tmp_path / "first.db")
    for name, data in exchange.files(county).items():
        for row in csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"):
            live = [cell for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
            assert live == (["-2,5"] if name == "kennzahlen.csv" and row[0] == "a" else []), name


def test_versions_and_meldungen_stand_in_the_order_of_recording_with_the_moment_in_berlin() -> None:
    county = county_with(
        [measure("1.1", title="zuerst"), measure("1.1", title="später", recorded="2020-07-01")],
        log=[
            entry_of("1.1", "preparing", "12.2020", recorded="2021-01-05", text="früher"),
            entry_of("1.1", "in_progress", "12.2020", recorded="2021-02-05", text="gilt"),
            entry_of("1.1", "completed", "12.2020", recorded="2021-03-05", revoked="2021-03-06"),
        ],
    )
    assert cells(county, MASSNAHMEN, "Maßnahme", "Erfasst am") == [
        ("zuerst", None), ("später", "2020-07-01T12:00:00+02:00"),
    ]  # fmt: skip
    assert cells(county, MELDUNGEN, "Sachstand", "Erfasst am") == [
        ("früher", "2021-01-05T12:00:00+01:00"), ("gilt", "2021-02-05T12:00:00+01:00"),
    ]  # fmt: skip


def test_stand_keeps_its_words_unless_they_would_be_read_as_another_day() -> None:
    year = entry_of("1.1", "preparing", "2020", recorded="2020-07-01")
    odd = year._replace(stated_on=date(2020, 5, 5))
    spring = OfficeDate("im Frühjahr", date(2020, 3, 1), date(2020, 5, 31))
    unread = year._replace(stated=spring, stated_on=date(2020, 5, 31))
    county = county_with([measure("1.1")], log=[year, odd, unread])
    assert year.stated_on == date(2020, 7, 1)
    assert cells(county, MELDUNGEN, "Stand") == [("2020",), ("2020 (05.05.2020)",), ("31.05.2020",)]


def test_wording_that_says_another_day_gives_way_to_the_day_that_counts() -> None:
    wrong = OfficeDate("Herbst", date(2020, 9, 1), date(2020, 11, 30))
    row = replace(measure("1.1"), begin=wrong, due=wrong)
    assert cells(county_with([row]), MASSNAHMEN, "Beginn", "Frist") == [("01.09.2020", "30.11.2020")]


def test_percentage_below_one_carries_its_sign_and_other_numbers_are_numbers() -> None:
    entries = [
        entry_of("1.1", "in_progress", f"0{day}.01.2020")._replace(progress=Decimal(text))
        for day, text in enumerate(("0.5", "0", "1", "67.50", "100"), 1)
    ]
    county = county_with([measure("1.1")], log=entries)
    assert cells(county, MELDUNGEN, "Fortschritt") == [("0,5 %",), (0,), (1,), (67.5,), (100,)]


def test_measure_without_an_agreement_says_so_and_measures_of_a_consultation_are_named_apart() -> None:
    sitting = Consultation("", "Plan", "Kreistag", office("2020"), measures=(("ZV", "1.1"), (None, "2.1")))
    log = [entry_of("2.1", "preparing", "2020", agreement=None)]
    county = replace(
        county_with([measure("1.1"), measure("2.1", agreement=None)], log=log),
        consultations=(sitting,),
        key_figures=(KeyFigure("a", office("2020"), Decimal(3)),),
    )
    assert cells(county, MELDUNGEN, "Zielvereinbarung", "Nr.", "Status") == [
        ("ohne Zielvereinbarung", "2.1", "in Vorbereitung")
    ]
    assert cells(county, BESCHLUESSE, "Nr.", "Ja") == [("ZV/1.1 | ohne Zielvereinbarung/2.1", None)]
    assert cells(county, KENNZAHLEN, "Wert", "Nr.") == [(3, "")]


def test_of_versions_recorded_at_one_moment_only_the_last_goes_out() -> None:
    county = county_with(
        [measure("1.1", title="eins", recorded="2020-01-01"), measure("1.1", title="zwei", recorded="2020-01-01")],
        agreements=[agreement()],
    )
    assert cells(county, MASSNAHMEN, "Maßnahme") == [("zwei",)]


def test_number_keeps_all_its_digits() -> None:
    assert number_cell(Decimal("1234567890123456.7")) == "1234567890123456,7"
    assert [number_cell(Decimal(text)) for text in ("-2.50", "0", "1E+3", "99999999999999999")] == [
        -2.5, 0, 1000, "99999999999999999",
    ]  # fmt: skip


def test_archive_holds_the_files_that_have_a_row_and_is_the_same_every_time() -> None:
    county = county_of("measure 1.1.1 due=31.12.2020\nentry 1.1.1 completed 12.2020")
    data = exchange.archive(county)
    assert data == exchange.archive(county)
    with ZipFile(io.BytesIO(data)) as packed:
        filled = [file.name for file in FILES if exchange_sheet(county, file).rows]
        assert packed.namelist() == [f"{name}.csv" for name in filled]
        assert {"massnahmen", "meldungen"} <= {*filled} < {file.name for file in FILES}
        assert {entry.date_time for entry in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert packed.read("meldungen.csv") == exchange.files(county)["meldungen.csv"]


def test_empty_county_gives_no_file() -> None:
    assert {len(exchange_sheet(County(""), file).rows) for file in FILES} == {0}
    assert exchange.files(County("")) == {}
