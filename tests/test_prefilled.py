"""The prefilled list of an office: what it holds, and that it comes back as it was filled in."""

import io
import re
from datetime import UTC, date, datetime
from pathlib import Path
from zipfile import ZipFile

import pytest
from counties import county_of
from python_calamine import CalamineWorkbook

from audit_core import store
from audit_core.agreement import County, ItemKey, ReportEntry
from audit_core.columns import MELDUNGEN
from audit_core.documents import prefilled
from audit_core.standing import ALL, history, standing
from audit_core.tables.prefilled import HEADER, PrefilledList, prefilled_list, prefilled_lists
from audit_core.terms import STATUSES
from audit_core.upload.apply import load_folder
from audit_core.upload.changes import RowKind
from audit_core.upload.check import Clock
from audit_core.upload.parse import parse, recognise
from audit_core.upload.preview import Preview, preview_of

DAY = date(2021, 12, 31)
NOW = datetime(2022, 1, 15, 12, 0, tzinfo=UTC)
TABLE = """
    measure   1.1   due=31.12.2020                    # overdue
    milestone 1.1/1 due=30.06.2020
    milestone 1.1/2 due=30.06.2022 responsible=Amt_B
    entry     1.1/1 completed 30.06.2020
    entry     1.1   in_progress 12.2020 progress=40 text=läuft
    measure   1.2                                     # keine Meldung, ohne Frist
    measure   1.3                                     # zurückgestellt
    entry     1.3   postponed 2020
    measure   1.4                                     # umgesetzt, its milestone is not asked for
    milestone 1.4/1 responsible=Amt_B
    entry     1.4   completed 2020
    measure   1.5   permanent=yes                     # fulfilled permanent task, its milestone still runs
    milestone 1.5/1 responsible=Amt_B
    entry     1.5   ongoing 2020
    measure   1.6                                     # entfallen
    entry     1.6   cancelled 2020
    measure   1.10  permanent=yes due=31.12.2022      # an open permanent task
    entry     1.10  in_progress 2020
    measure   1.7   due=31.12.2022                    # its status follows from its milestone
    milestone 1.7/1 due=2022
    entry     1.7/1 preparing 01.12.2021 new_due=31.03.2023 progress=15
    measure   2.1   responsible=- agreement=-
"""


def county() -> County:
    return county_of(TABLE)


def list_of(office: str | None, agreement: str = ALL, whole: County | None = None) -> PrefilledList:
    return prefilled_list(standing(history(whole or county()), DAY), office, agreement)


def shown(found: PrefilledList, *headers: str) -> list[tuple[object, ...]]:
    places = [HEADER.index(header) for header in headers]
    return [tuple(row[place] for place in places) for row in found.sheet.rows]


def read_back(data: bytes, whole: County, name: str = "liste.xlsx") -> Preview:
    return preview_of(parse(data, MELDUNGEN, name), whole, Clock(NOW))


def part(data: bytes, name: str) -> str:
    with ZipFile(io.BytesIO(data)) as packed:
        return packed.read(name).decode()


def test_list_of_an_office_holds_its_open_measures_and_milestones_in_natural_order() -> None:
    assert shown(list_of("Amt A"), "Nr.", "Meilenstein", "bisher Status") == [
        ("1.1", None, "in Umsetzung"),
        ("1.2", None, "keine Meldung"),
        ("1.3", None, "zurückgestellt"),
        ("1.7", None, "in Vorbereitung (aus den Meilensteinen)"),
        ("1.7", "1", "in Vorbereitung"),
        ("1.10", None, "in Umsetzung"),
    ]


def test_milestone_is_asked_of_its_own_office_with_the_name_of_its_measure() -> None:
    assert shown(list_of("Amt B"), "Nr.", "Meilenstein", "Maßnahme oder Meilenstein") == [
        ("1.1", "2", "Meilenstein 1.1/2 (zur Maßnahme: Maßnahme 1.1)"),
        ("1.5", "1", "Meilenstein 1.5/1 (zur Maßnahme: Maßnahme 1.5)"),
    ]


def test_what_is_in_force_stands_beside_the_cells_to_fill() -> None:
    columns = ("Nr.", "bisher Stand", "bisher Frist", "bisher Fortschritt", "bisher Sachstand")
    rows = shown(list_of("Amt A"), *columns)
    assert rows[0] == ("1.1", date(2020, 12, 31), date(2020, 12, 31), "50\u00a0%", "läuft")
    assert rows[1] == ("1.2", None, "ohne Frist", None, None)
    assert rows[4] == ("1.7", date(2021, 12, 1), date(2023, 3, 31), "15\u00a0%", None)
    assert {row[9:] for row in list_of("Amt A").sheet.rows} == {(None,) * 7}


def test_list_before_a_meldung_does_not_know_it() -> None:
    early = prefilled_list(standing(history(county()), date(2020, 12, 30)), "Amt A")
    assert shown(early, "Nr.", "bisher Status")[0] == ("1.1", "in Umsetzung (aus den Meilensteinen)")


def test_title_and_counts_say_whose_list_it_is_and_what_is_late() -> None:
    found = list_of("Amt A")
    assert found.title == "Amt A: offene Maßnahmen und Meilensteine am 31.12.2021"
    assert found.counts == "Offen: 5 Maßnahmen und 1 Meilenstein, davon 1 überfällig."
    assert list_of("Amt B", "ZV").counts == "Offen in ZV: 2 Meilensteine."
    assert list_of("Amt C").counts == "Offen: nichts."


def test_every_office_with_something_open_has_a_list_and_so_has_what_nobody_answers_for() -> None:
    whole = standing(history(county()), DAY)
    assert [found.office for found in prefilled_lists(whole)] == ["Amt A", "Amt B", None]
    assert [found.office for found in prefilled_lists(whole, "ZV")] == ["Amt A", "Amt B"]
    last = prefilled_lists(whole)[-1]
    assert (last.name, shown(last, "Zielvereinbarung", "Nr.")) == (
        "ohne Zuständigkeit", [("ohne Zielvereinbarung", "2.1")],
    )  # fmt: skip


@pytest.mark.parametrize("office", ["Amt A", "Amt B", None])
def test_unfilled_list_uploaded_back_says_nothing_and_changes_nothing(office: str | None) -> None:
    found = list_of(office)
    for data, name in ((prefilled.office_list(found), "liste.xlsx"), (prefilled.office_csv(found), "liste.csv")):
        sheet = recognise(data, name)
        assert sheet.file is MELDUNGEN
        preview = preview_of(sheet, county(), Clock(NOW))
        assert (preview.errors, preview.warnings, preview.appended) == ((), (), ())
        assert [row.kind for row in preview.rows] == [RowKind.UNCHANGED] * len(found.items)


def test_filled_list_takes_in_exactly_what_was_filled_in() -> None:
    found = list_of("Amt A")
    filled: prefilled.Filled = {
        ItemKey("ZV", "1.1"): {
            "Stand": "31.12.2021", "Status": "teilweise umgesetzt", "Fortschritt": 75, "Neue Frist": "2026",
            "Sachstand": "=gut\nzwei", "Grund": "fehlende Mittel", "Gemeldet von": "Amt A",
        },
        ItemKey("ZV", "1.10"): {"Stand": date(2022, 1, 3), "Status": "Daueraufgabe"},
        ItemKey("ZV", "1.7", "1"): {"Stand": "Q4/2021", "Status": "umgesetzt"},
    }  # fmt: skip
    preview = read_back(prefilled.filled_list(found, filled), county())
    assert (preview.errors, preview.warnings) == ((), ())
    assert [row.kind.value for row in preview.rows].count(RowKind.UNCHANGED.value) == 3
    written = {row.value.item: row.value for row in preview.appended if isinstance(row.value, ReportEntry)}
    assert list(written) == [ItemKey("ZV", "1.1"), ItemKey("ZV", "1.7", "1"), ItemKey("ZV", "1.10")]
    first, milestone, last = written.values()
    assert (first.stated_on, first.status, first.progress) == (DAY, "partly", 75)
    assert first.new_due is not None and (first.new_due.text, first.new_due.last) == ("2026", date(2026, 12, 31))
    assert (first.text, first.reason, first.reported_by) == ("=gut\nzwei", "fehlende Mittel", "Amt A")
    assert (milestone.stated.text, milestone.stated_on, milestone.status) == ("Q4/2021", DAY, "completed")
    assert (last.stated_on, last.status) == (date(2022, 1, 3), "ongoing")


def test_lists_of_the_real_county_come_back_unfilled_without_a_word(tmp_path: Path) -> None:
    engine = store.open_engine(f"sqlite:///{tmp_path}/audit.db")
    load_folder(engine, Path(__file__).parent.parent / "data" / "kyffhaeuserkreis", NOW)
    real = store.load(engine)
    lists = prefilled_lists(standing(history(real), DAY))
    assert sum(len(found.items) for found in lists) > 50
    with ZipFile(io.BytesIO(prefilled.all_offices(lists))) as packed:
        assert packed.namelist() == list(prefilled.file_names(lists))
        for name in packed.namelist():
            preview = read_back(packed.read(name), real, name)
            assert (preview.errors, preview.warnings, preview.appended) == ((), (), ()), name


def test_file_names_are_safe_and_no_two_alike() -> None:
    names = ["Jugend- und Sozialamt", "Jugend und Sozialamt", "Amt für Straßen/Café", "???", "../..", None]
    lists = [PrefilledList(name, DAY, ALL, ()) for name in names]
    assert prefilled.file_names(lists) == (
        "meldungen_jugend_und_sozialamt_2021-12-31.xlsx", "meldungen_jugend_und_sozialamt_2_2021-12-31.xlsx",
        "meldungen_amt_fuer_strassen_cafe_2021-12-31.xlsx", "meldungen_stelle_2021-12-31.xlsx",
        "meldungen_stelle_2_2021-12-31.xlsx", "meldungen_ohne_zustaendigkeit_2021-12-31.xlsx",
    )  # fmt: skip
    assert prefilled.file_names(lists[:1], "csv") == ("meldungen_jugend_und_sozialamt_2021-12-31.csv",)


def test_workbook_is_the_same_every_time_and_carries_the_stichtag_as_its_date() -> None:
    found = list_of("Amt A")
    data = prefilled.office_list(found)
    assert data == prefilled.office_list(found)
    assert "2021-12-31T00:00:00Z" in part(data, "docProps/core.xml")
    assert prefilled.all_offices([found]) == prefilled.all_offices([found])


def test_workbook_has_title_header_and_an_explanation_of_every_status() -> None:
    book = CalamineWorkbook.from_filelike(io.BytesIO(prefilled.office_list(list_of("Amt A"))))
    assert book.sheet_names == ["Meldungen", "Erklärung"]
    rows = book.get_sheet_by_name("Meldungen").to_python(skip_empty_area=False)
    assert rows[0][0] == "Amt A: offene Maßnahmen und Meilensteine am 31.12.2021"
    assert tuple(rows[prefilled.HEADER_ROW]) == HEADER
    assert rows[prefilled.HEADER_ROW + 1][:3] == ["ZV", "1.1", ""]
    assert rows[-1][1] == "1.10"
    explained = {row[1] for row in book.get_sheet_by_name("Erklärung").to_python(skip_empty_area=False)}
    assert explained >= {status.label for status in STATUSES} | set(HEADER[9:])


def test_only_cells_to_fill_can_be_written_and_help_is_in_them() -> None:
    xml = part(prefilled.office_list(list_of("Amt A")), "xl/worksheets/sheet1.xml")
    (protection,) = re.findall(r"<sheetProtection[^>]*>", xml)
    assert "password" not in protection and "hash" not in protection.casefold()
    assert all(f'{name}="0"' in protection for name in ("formatCells", "formatColumns", "formatRows"))
    rules = re.findall(r"<dataValidation [^>]*>", xml)
    where = {match[1]: rule for rule in rules if (match := re.search(r'sqref="([^"]+)"', rule))}
    assert list(where) == ["J5:J10", "K5:K10", "L5:L10", "M5:M10"]
    assert 'type="list"' in where["K5:K10"] and 'type="whole"' in where["L5:L10"]
    assert "type=" not in where["J5:J10"] and "promptTitle" in where["M5:M10"]
    assert f'"{",".join(status.label for status in STATUSES)}"' in xml.replace("&quot;", '"')
    assert 'numberStoredAsText="1"' in xml and 'state="frozen"' in xml and "customHeight" not in xml


def test_texts_of_the_plan_cannot_become_formulas() -> None:
    hostile = county_of("measure 1.1 title==1+1 responsible==A2\nentry 1.1 in_progress 2020 text=@x\n")
    data = prefilled.office_list(list_of("=A2", whole=hostile))
    assert "<f>" not in part(data, "xl/worksheets/sheet1.xml")
    rows = CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0).to_python()
    assert rows[prefilled.HEADER_ROW + 1][3] == "=1+1"
    assert ";'=1+1;" in prefilled.office_csv(list_of("=A2", whole=hostile)).decode()


def test_list_of_an_office_with_nothing_open_is_a_header_without_rows() -> None:
    data = prefilled.office_list(list_of("Amt C"))
    sheet = parse(data, MELDUNGEN, "liste.xlsx")
    assert (sheet.rows, sheet.errors, sheet.warnings) == ((), (), ())
    assert prefilled.all_offices([]) == prefilled.all_offices(prefilled_lists(standing(history(County("")), DAY)))
