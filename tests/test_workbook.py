"""The workbook of a year: its figures, its cells, and that what was taken out can be uploaded again."""

import io
import re
from datetime import UTC, date, datetime
from pathlib import Path
from zipfile import ZipFile

import pytest
from counties import agreement, county, entry, measure, milestone
from python_calamine import CalamineWorkbook

from audit_core import store
from audit_core.agreement import County
from audit_core.documents import workbook
from audit_core.documents.registry import document
from audit_core.standing import history, standing
from audit_core.tables.asked import Asked
from audit_core.tables.situation import situation
from audit_core.tables.workbook import year_book
from audit_core.tables.years import grid, years
from audit_core.terms import OVERDUE_COLOUR, STATUS
from audit_core.upload import apply
from audit_core.upload.check import Clock
from audit_core.upload.parse import recognise
from audit_core.upload.preview import Preview, RowKind, preview_of

DATA = Path(__file__).parents[1] / "data"
LOADED, NOW = datetime(2026, 1, 2, tzinfo=UTC), datetime(2026, 2, 1, tzinfo=UTC)
SHEETS = [
    "Übersicht", "Maßnahmen", "Meilensteine", "Meldungen", "Überfällig", "Jahresbilanz", "Veränderungen", "Erklärung",
]  # fmt: skip
NUMBERS = ("1.1", "1.10", "2.1")


def small() -> County:
    """Three measures of 2020: one done in time, one overdue with a milestone that was, one without a Meldung."""
    return county(
        [measure("1.1", due="31.12.2021"), measure("1.10", due="30.06.2021"), measure("2.1")],
        [milestone("1.10", "1", due="31.03.2021")],
        [
            entry("1.1", "in_progress", "30.06.2020", text="=1+1"),
            entry("1.1", "completed", "30.06.2021", text="+fertig", reason="@SUM(A1)"),
            entry("1.10", "partly", "31.03.2021", progress=50),
        ],
    )


def asked(rows: County, day: str = "2021-12-31", code: str = "all", office: str | None = None) -> Asked:
    return Asked(history(rows), date.fromisoformat(day), code, office)


def cells(data: bytes, name: str) -> list[list[object]]:
    sheet = CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_name(name)
    return [list(row) for row in sheet.to_python(skip_empty_area=False)]


def below(data: bytes, name: str, first: str) -> list[dict[str, object]]:
    """The rows under the header whose first cell is told, up to an empty line."""
    rows = cells(data, name)
    start = next(n for n, row in enumerate(rows) if first in row)
    found = []
    for row in rows[start + 1 :]:
        if not any(cell != "" for cell in row):
            break
        found.append({str(head): cell for head, cell in zip(rows[start], row, strict=True) if head})
    return found


def part(data: bytes, name: str) -> str:
    with ZipFile(io.BytesIO(data)) as packed:
        return packed.read(name).decode()


def sheet_part(data: bytes, name: str) -> str:
    return part(data, f"xl/worksheets/sheet{SHEETS.index(name) + 1}.xml")


@pytest.fixture(scope="module", params=["kyffhaeuserkreis", "musterkreis"])
def stored(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> County:
    engine = store.open_engine(f"sqlite:///{tmp_path_factory.mktemp(request.param)}/audit.db")
    apply.load_folder(engine, DATA / request.param, LOADED)
    found = store.load(engine)
    engine.dispose()
    return found


def uploaded(data: bytes, name: str, rows: County) -> Preview:
    return preview_of(recognise(data, name), rows, Clock(NOW))


def assert_changes_nothing(found: Preview, kind: str, rows: int) -> None:
    assert (found.sheet.file.name, found.errors) == (kind, ())
    assert (found.count(RowKind.UNCHANGED), len(found.rows), found.appended) == (rows, rows, ())


@pytest.mark.parametrize("code", ["ZV1", "ZV2", "all"])
def test_workbook_and_its_lists_uploaded_again_change_nothing(stored: County, code: str) -> None:
    view = Asked(history(stored), date(2025, 12, 31), code)
    book = year_book(view)
    counts = {name: len(book.table(name).rows) for name in ("meldungen", "massnahmen", "meilensteine")}
    expected = [row for row in stored.log if code in ("all", row.item.agreement) and row.stated_on <= view.until]
    assert counts["meldungen"] == len(expected) > 60
    whole = workbook.workbook(view)
    assert_changes_nothing(uploaded(whole, "arbeitsmappe.xlsx", stored), "meldungen", counts["meldungen"])
    with ZipFile(io.BytesIO(workbook.csv_archive(view))) as packed:
        for kind, n in counts.items():
            assert_changes_nothing(uploaded(packed.read(f"{kind}.csv"), "Liste.csv", stored), kind, n)


def test_sheets_saved_singly_are_read_as_what_they_are(stored: County) -> None:
    view = Asked(history(stored), date(2021, 12, 31))
    data = workbook.workbook(view)
    for name, kind in (("Maßnahmen", "massnahmen"), ("Meilensteine", "meilensteine"), ("Meldungen", "meldungen")):
        lines = [";".join(f'"{_as_saved(cell)}"' for cell in row) for row in cells(data, name)]
        found = uploaded("\n".join(lines).encode(), "Mappe1.csv", stored)
        assert_changes_nothing(found, kind, len(year_book(view).table(kind).rows))


def _as_saved(cell: object) -> str:
    """A cell as a spreadsheet saves it."""
    if isinstance(cell, datetime):
        return f"{cell:%d.%m.%Y %H:%M}"
    if isinstance(cell, date):
        return f"{cell:%d.%m.%Y}"
    text = f"{cell:g}".replace(".", ",") if isinstance(cell, float) else str(cell)
    return text.replace('"', '""')


def test_no_other_list_of_the_archive_is_taken_for_an_exchange_file(stored: County) -> None:
    with ZipFile(io.BytesIO(workbook.csv_archive(Asked(history(stored), date(2021, 12, 31))))) as packed:
        names = packed.namelist()
        assert names == [
            "zahlen.csv", "uebersicht.csv", "uebersicht_status.csv", "massnahmen.csv", "meilensteine.csv",
            "meldungen.csv", "ueberfaellig.csv", "jahresbilanz.csv", "status_je_jahr.csv", "fristgerecht.csv",
            "veraenderungen.csv",
        ]  # fmt: skip
        for name in set(names) - {"massnahmen.csv", "meilensteine.csv", "meldungen.csv"}:
            assert uploaded(packed.read(name), "Liste.csv", stored).errors, name


@pytest.mark.parametrize("day", ["2019-12-31", "2021-06-30", "2022-12-31"])
def test_figures_of_the_workbook_are_those_of_the_stichtag(stored: County, day: str) -> None:
    view = Asked(history(stored), date.fromisoformat(day))
    now = situation(standing(view.known, view.until))
    then = situation(standing(view.known, view.before))
    data = workbook.workbook(view)
    fields = below(data, "Übersicht", "Fortschritt")
    assert [row["Nr."] for row in fields] == [*(row.number for row in now.fields), ""]
    for shown, row in zip(fields, now.fields, strict=False):
        assert (shown["umgesetzt"], shown["von"]) == (row.completion.n, row.completion.of)
        assert shown["Fortschritt"] == ("" if row.progress is None else pytest.approx(row.progress))
        assert shown["erwartet"] == ("" if row.expected is None else pytest.approx(row.expected))
        assert (shown["Maßnahmen überfällig"], shown["Meilensteine überfällig"]) == (
            row.overdue.measures, row.overdue.milestones,
        )  # fmt: skip
    total, before = fields[-1], f"{view.before:%d.%m.%Y}"
    assert (total["umgesetzt"], total["von"]) == (now.completion.n, now.completion.of)
    assert (total[f"umgesetzt {before}"], total[f"von {before}"]) == (then.completion.n, then.completion.of)
    statuses = below(data, "Übersicht", "Summe")[-1]
    assert {code: statuses[STATUS[code].label] for code in now.statuses} == dict(now.statuses)
    assert statuses["Summe"] == len(now.measures) == len(below(data, "Maßnahmen", "Terminlage"))
    late = below(data, "Überfällig", "Tage überfällig")
    assert [row["Tage überfällig"] for row in late] == [item.days for item in now.overdue_items]


def test_transition_table_and_years_of_the_workbook_are_those_of_the_jahresbilanz(stored: County) -> None:
    view = Asked(history(stored), date(2021, 12, 31))
    found = years(view.known, "all", None, None, view.until, view.until)
    data = workbook.workbook(view)
    shown = below(data, "Jahresbilanz", "von / nach")
    expected = grid(found.balance)
    for row, (name, counts, total) in zip(shown, expected.lines, strict=False):
        assert list(row.values()) == [name, *(count for count, _ in counts), total]
    assert list(shown[-2].values()) == ["Summe", *expected.sums, expected.total]  # under it the key of the grounds
    per_year = below(data, "Jahresbilanz", "Stichtag")
    assert [(row["umgesetzt"], row["von"]) for row in per_year][-1] == (
        found.chosen.completion.n, found.chosen.completion.of,
    )  # fmt: skip
    in_time = below(data, "Jahresbilanz", "fristgerecht")[-1]
    assert [in_time[name] for name in ("fristgerecht", "später erreicht", "offen")] == [
        found.chosen.on_time.on_time, found.chosen.on_time.late, found.chosen.on_time.open,
    ]  # fmt: skip


def test_every_sheet_has_its_own_name_and_says_that_a_county_is_invented() -> None:
    data = workbook.workbook(asked(small()))
    assert CalamineWorkbook.from_filelike(io.BytesIO(data)).sheet_names == SHEETS
    for name in SHEETS:
        assert any(
            "Erfundener Landkreis: Musterkreis. Alle Angaben sind ausgedacht." in row for row in cells(data, name)
        )


def test_cells_have_types_and_texts_are_never_formulas() -> None:
    data = workbook.workbook(asked(small()))
    rows = {row["Nr."]: row for row in below(data, "Maßnahmen", "Terminlage")}
    assert tuple(rows) == NUMBERS
    assert rows["1.1"]["geltende Frist"] == date(2021, 12, 31)
    assert rows["1.1"]["Sachstand"] == "+fertig" and rows["1.1"]["Grund"] == "@SUM(A1)"
    assert rows["1.10"]["Tage überfällig"] == 184 and rows["1.10"]["Terminlage"] == "überfällig"
    assert rows["1.10"]["Meilensteine überfällig"] == 1 and rows["1.10"]["Fortschritt"] == 0.5
    assert rows["2.1"]["Status"] == "keine Meldung" and rows["2.1"]["Fortschritt"] == ""
    log = below(data, "Meldungen", "Stand")
    assert [(row["Stand"], row["Fortschritt"], row["Sachstand"]) for row in log] == [
        (date(2020, 6, 30), "", "=1+1"), (date(2021, 6, 30), "", "+fertig"), (date(2021, 3, 31), 50, ""),
    ]  # fmt: skip
    for place, name in enumerate(SHEETS, 1):
        formulas = set(re.findall(r"<f>([^<]*)</f>", part(data, f"xl/worksheets/sheet{place}.xml")))
        assert all(re.fullmatch(r"SUM\([A-Z]+\d+:[A-Z]+\d+\)", text) for text in formulas), name


def test_status_stands_with_symbol_word_and_colour_and_red_is_only_overdue() -> None:
    styles = part(workbook.workbook(asked(small())), "xl/styles.xml")
    for code in ("completed", "partly", "no_report"):
        assert f'formatCode="&quot;{STATUS[code].symbol}\xa0\xa0&quot;@"' in styles
    assert f"FF{STATUS['completed'].colour[1:].upper()}" in styles
    assert f"FF{OVERDUE_COLOUR[1:].upper()}" in styles
    nothing_late = workbook.workbook(asked(small(), "2020-12-31"))
    assert f"FF{OVERDUE_COLOUR[1:].upper()}" not in part(nothing_late, "xl/styles.xml")


@pytest.mark.parametrize("name", ["Maßnahmen", "Meilensteine", "Meldungen", "Überfällig", "Veränderungen"])
def test_lists_are_filtered_frozen_printed_on_a4_in_landscape_and_have_no_merged_cells(name: str) -> None:
    data = workbook.workbook(asked(small()))
    sheet = sheet_part(data, name)
    assert "<autoFilter " in sheet and 'state="frozen"' in sheet and "<mergeCell" not in sheet
    assert 'paperSize="9"' in sheet and 'orientation="landscape"' in sheet and "fitToHeight" in sheet
    assert f'<definedName name="_xlnm.Print_Titles" localSheetId="{SHEETS.index(name)}"' in part(
        data, "xl/workbook.xml"
    )


def test_office_sees_its_measures_and_only_its_agreement() -> None:
    rows = county(
        [measure("1.1", agreement="A", responsible="Jugendamt"), measure("1.1", agreement="B", responsible="Schulamt")],
        log=[entry("1.1", "completed", "2021", agreement=code) for code in "AB"],
        agreements=[agreement("A"), agreement("B")],
    )
    book = year_book(asked(rows, code="B"))
    assert (
        [row[0] for row in book.table("massnahmen").rows] == [row[0] for row in book.table("meldungen").rows] == ["B"]
    )
    of_office = year_book(asked(rows, office="Jugendamt"))
    assert [row[0] for row in of_office.table("meldungen").rows] == ["A"]


def test_workbook_without_any_measure_says_so() -> None:
    data = workbook.workbook(asked(county()))
    assert any("Am Stichtag gibt es in dieser Auswahl keine Maßnahme." in str(row) for row in cells(data, "Maßnahmen"))
    assert below(data, "Maßnahmen", "Terminlage") == []
    assert any("nichts überfällig" in str(row) for row in cells(data, "Überfällig"))


HARD = "Straße 😀 مرحبا\u202e\x00\x0b\x07 <b>&amp;</b> 漢字\n'=1+1\ttab "


def test_hard_texts_stand_complete_and_what_a_cell_cannot_hold_is_said() -> None:
    def told(text: str) -> bytes:
        rows = county([measure("1.1", title=HARD)], log=[entry("1.1", "partly", "2021", text=text)])
        return workbook.workbook(asked(rows))

    long = "ä" * 3000
    found = below(told(long), "Maßnahmen", "Terminlage")[0]
    assert found["Sachstand"] == long
    assert "😀 مرحبا" in str(found["Maßnahme"]) and "漢字" in str(found["Maßnahme"])
    assert "gekürzt" not in str(cells(told(long), "Maßnahmen"))
    cut = told("x" * 40_000)
    assert str(below(cut, "Maßnahmen", "Terminlage")[0]["Sachstand"]).endswith(" … (gekürzt)")
    assert "Ein Text ist länger, als eine Zelle in Excel fasst" in str(cells(cut, "Maßnahmen")[1])


def test_measures_alone_are_the_same_list_as_in_the_archive() -> None:
    view = asked(small())
    with ZipFile(io.BytesIO(workbook.csv_archive(view))) as packed:
        assert document("measures").make(view) == packed.read("massnahmen.csv")
    lines = workbook.measures_csv(view).decode("utf-8-sig").split("\r\n")
    assert lines[0].startswith("Zielvereinbarung;Nr.;Maßnahme;") and "Fortschritt in %" in lines[0]
    assert lines[1].startswith("ZV;1.1;Maßnahme 1.1;") and ";'+fertig;'@SUM(A1);" in lines[1]
