"""The list of measures by a county worked out by hand: search, filters, headline, table, file, ways out (R5–R9)."""

from datetime import date, datetime

import pytest

from audit_core import dates
from audit_core.agreement import Agreement, County, FieldOfAction, ItemKey, Measure, Milestone, ReportEntry
from audit_core.dates import BERLIN
from audit_core.standing import ALL, history, standing
from audit_core.tables.measures import PLACE, Found, MeasureList, Narrowing, found, measure_list, ways_out
from audit_core.tables.measures_cells import CHIPS, GROUNDS, SCHEDULE_CHIPS, plain
from audit_core.terms import OVERDUE_COLOUR, SHOWN_ORDER, STATUS

RECORDED = datetime(2021, 1, 10, 12, tzinfo=BERLIN)


def entry(number: str, status: str, day: str, text: str = "", milestone: str | None = None) -> ReportEntry:
    stated = dates.parse(day)
    return ReportEntry(ItemKey("ZV", number, milestone), stated.last, stated, status, RECORDED, text=text)


# On 31.12.2020: 1.2 is 92 days overdue and so is its milestone 1; 1.10 due in 15 days; 2.1 done late by 30 days;
# 2.2 cancelled; 3.1 without any Meldung and Frist. In N are all but 2.2: 5, done is 2.1.
PLAN = County(
    "Testkreis",
    fields_of_action=(
        FieldOfAction("1", "Steuerung"), FieldOfAction("2", "Bildung"), FieldOfAction("3", "Wohnen"),
    ),
    agreements=(Agreement("ZV", "Vereinbarung", dates.parse("01.01.2020")),),
    measures=(
        Measure("ZV", "1.10", "1", "Bürgerbus für Ältere", responsible="Amt für Verkehr", due=dates.parse("15.01.2021"),
                programme="LSZ, ThEKiZ"),
        Measure("ZV", "1.2", "1", "Kita-Plätze ausbauen", responsible="Jugend- und Sozialamt",
                due=dates.parse("30.09.2020"), programme="LSZ"),
        Measure("ZV", "2.1", "2", "Straßenfest", responsible="Kreistag", due=dates.parse("31.10.2020")),
        Measure("ZV", "2.2", "2", "Lotsen"),
        Measure("ZV", "3.1", "3", "Wohnheim", responsible="Kreistag"),
        Measure("ZV", "1.1", "1", "Team Thüringen", due=dates.parse("2030")),
    ),
    milestones=(
        Milestone("ZV", "1.2", "1", "Auftakt mit Trägern", due=dates.parse("30.09.2020")),
        Milestone("ZV", "1.2", "2", "Beschluss", "Kreistag", dates.parse("31.03.2021")),
    ),
    log=(
        entry("1.10", "in_progress", "30.06.2020", "Fahrplan steht."),
        entry("1.10", "in_progress", "30.11.2020", "Der Probebetrieb beginnt, die Fahrgäste werden gezählt."),
        entry("1.2", "in_progress", "30.06.2020", "Läuft nach Plan."),
        entry("1.2", "preparing", "31.08.2020", "Beratung im Kreisausschuss am 01.09.2020 vertagt.", "1"),
        entry("2.1", "completed", "30.11.2020"),
        entry("2.2", "cancelled", "30.06.2020", "Kein Bedarf."),
        entry("1.1", "in_progress", "31.12.2020"),
        entry("3.1", "completed", "31.01.2021", "Eingezogen."),
    ),
)  # fmt: skip


def listed(day: str = "2020-12-31", agreement: str = "ZV", office: str | None = None) -> MeasureList:
    return measure_list(standing(history(PLAN), date.fromisoformat(day)), agreement, office)


def seen(search: str = "", office: str | None = None, **by: str) -> Found:
    return found(listed(office=office), Narrowing(search, **by))


def numbers(shown: Found) -> list[str]:
    return [number for _, number in shown.measures]


def test_the_whole_list_stands_in_natural_order_under_its_finding() -> None:
    assert numbers(seen()) == ["1.1", "1.2", "1.10", "2.1", "2.2", "3.1"]
    assert seen().finding == "6 Maßnahmen: 1 von 5 umgesetzt, eine überfällig, dazu ein Meilenstein."


@pytest.mark.parametrize(
    ("search", "expected"),
    [
        ("kita", ["1.2"]), ("KITA-PLAETZE", ["1.2"]), ("plätze", ["1.2"]), ("buergerbus", ["1.10"]),
        ("Strassenfest", ["2.1"]), ("1.1", ["1.1"]), ("1", ["1.1", "1.2", "1.10"]), ("Nr. 1.10", ["1.10"]),
        ("2.", ["2.1", "2.2"]), ("sozialamt", ["1.2"]), ("amt", ["1.2", "1.10"]),
        ("kreistag", ["1.2", "2.1", "3.1"]), ("kreistag fest", ["2.1"]), ("trägern", ["1.2"]),
        ("probebetrieb", ["1.10"]), ("fahrplan", []), ("vertagt kita", ["1.2"]), ("01.09.2020", ["1.2"]),
        ("2020", ["1.2"]), ("eingezogen", []), ("!", []), ("   ", ["1.1", "1.2", "1.10", "2.1", "2.2", "3.1"]),
    ],
)  # fmt: skip
def test_every_word_of_a_search_must_be_found_in_number_title_office_or_newest_sachstand(
    search: str, expected: list[str]
) -> None:
    """„fahrplan“ stands only in an older Meldung, „eingezogen“ in one after the Stichtag: neither is found (R2)."""
    assert numbers(seen(search)) == expected


@pytest.mark.parametrize(
    ("search", "expected"),
    [
        ("kita", ""), ("1.2", ""), ("kita sozialamt", ""), ("trägern", "Meilenstein 1: Auftakt mit Trägern"),
        ("vertagt", "Sachstand Meilenstein 1: … Kreisausschuss am 01.09.2020 vertagt."),
        ("kita kreisausschuss vertagt", "Sachstand Meilenstein 1: Beratung im Kreisausschuss am 01.09.2020 vertagt."),
        ("plan kreistag", "Sachstand: Läuft nach Plan. · Zuständig für Meilenstein 2: Kreistag"),
    ],
)  # fmt: skip
def test_a_hit_that_the_list_does_not_show_names_its_place(search: str, expected: str) -> None:
    places = dict(zip(numbers(seen(search)), seen(search).places, strict=True))
    assert places["1.2"] == expected


def test_a_long_sachstand_is_cut_between_words_around_the_hit() -> None:
    text = "Wort " * 40 + "Treffer " + "Wort " * 40
    plan = County("K", measures=(Measure("ZV", "1", "1", "A"),), log=(entry("1", "preparing", "2020", text),))
    shown = found(measure_list(standing(history(plan), date(2020, 12, 31)), ALL), Narrowing("treffer"))
    assert shown.places == ("Sachstand: … Wort Wort Wort Wort Wort Treffer Wort Wort Wort Wort Wort Wort Wort Wort …",)


@pytest.mark.parametrize(
    ("by", "expected"),
    [
        ({"status": "in_progress"}, ["1.1", "1.2", "1.10"]), ({"status": "no_report"}, ["3.1"]),
        ({"schedule": "overdue"}, ["1.2"]), ({"schedule": "due_soon"}, ["1.10"]), ({"schedule": "done_late"}, ["2.1"]),
        ({"field_of_action": "2"}, ["2.1", "2.2"]), ({"programme": "LSZ"}, ["1.2", "1.10"]),
        ({"programme": "ThEKiZ"}, ["1.10"]), ({"programme": "LSZ", "schedule": "overdue"}, ["1.2"]),
        ({"status": "in_progress", "field_of_action": "2"}, []),
    ],
)  # fmt: skip
def test_filters_narrow_together(by: dict[str, str], expected: list[str]) -> None:
    assert numbers(seen(**by)) == expected


def test_a_narrowed_list_says_how_many_pass_and_how_many_of_them_are_overdue() -> None:
    assert seen(status="in_progress").finding == "3 von 6 Maßnahmen passen: eine überfällig, dazu ein Meilenstein."
    assert seen(field_of_action="2").finding == "2 von 6 Maßnahmen passen: nichts überfällig."
    assert seen("kita").finding == "Eine von 6 Maßnahmen passt: überfällig, dazu ein Meilenstein."
    assert seen("zzz").finding == "Keine von 6 Maßnahmen passt."


def test_the_list_of_an_office_holds_what_it_answers_for_and_counts_only_that_as_overdue() -> None:
    """The Kreistag has a milestone in 1.2, which is overdue with a milestone of another office (R5)."""
    shown = seen(office="Kreistag")
    assert numbers(shown) == ["1.2", "2.1", "3.1"]
    assert shown.finding == "Kreistag: 3 Maßnahmen, 1 von 3 umgesetzt, nichts überfällig."
    assert [plain(" ".join(cell)) for cell in shown.columns["Terminlage"] if isinstance(cell, tuple)] == [
        "▲ überfällig, 92 Tage", "✓ verspätet erledigt, 30 Tage", "– ohne Frist",
    ]  # fmt: skip


def test_a_filter_offers_what_the_other_filters_leave() -> None:
    assert seen().offers["status"] == {"completed": 1, "in_progress": 3, "no_report": 1, "cancelled": 1}
    assert seen(field_of_action="1", status="completed").offers["status"] == {"in_progress": 3}
    assert seen(status="completed").offers["schedule"] == {"done_late": 1}
    assert seen("kita").offers == {"status": {"in_progress": 1}, "schedule": {"overdue": 1}, "programme": {"LSZ": 1}}


def test_ways_out_of_an_empty_list_name_what_to_drop() -> None:
    by = Narrowing("kita", status="completed", programme="LSZ")
    assert found(listed(), by).rows == ()
    assert ways_out(listed(), by) == (("status", 1),)
    assert ways_out(listed(), Narrowing("zzz", status="completed")) == (("search", 1),)
    assert ways_out(listed(), Narrowing("zzz", field_of_action="9")) == ()


def test_the_table_shows_each_measure_with_symbol_and_word() -> None:
    columns = found(listed(agreement=ALL), Narrowing()).columns
    assert list(columns) == [
        "Handlungsfeld", "Nr.", "Maßnahme", "Status", "Terminlage", "Frist", "Fortschritt", "Zuständigkeit",
        "letzter Stand", "Zielvereinbarung", "Programm",
    ]  # fmt: skip
    shown = {name: cells[1] for name, cells in columns.items()}
    assert [plain(word) for word in shown["Status"]] == ["▶", "in Umsetzung"]  # type: ignore[union-attr]
    assert shown | {"Status": None, "Terminlage": None, "Nr.": plain(str(shown["Nr."]))} == {
        "Handlungsfeld": "1", "Nr.": "1.2", "Maßnahme": "Kita-Plätze ausbauen", "Status": None, "Terminlage": None,
        "Frist": date(2020, 9, 30), "Fortschritt": 0.0, "Zuständigkeit": "Jugend- und Sozialamt",
        "letzter Stand": date(2020, 8, 31), "Zielvereinbarung": "ZV", "Programm": "LSZ",
    }  # fmt: skip
    assert columns["Fortschritt"] == [None, 0.0, None, 100.0, None, None]


def test_columns_that_say_nothing_are_left_out_and_a_search_adds_its_places() -> None:
    assert "Zielvereinbarung" not in seen().columns
    assert PLACE not in seen("kita").columns
    assert list(seen("vertagt").columns)[:4] == ["Handlungsfeld", "Nr.", "Maßnahme", PLACE]
    assert "Programm" not in measure_list(standing(history(County("Leer")), date(2020, 1, 1)), ALL).heads


def test_a_table_that_sorts_text_sorts_numbers_and_statuses_as_they_are_meant() -> None:
    """Hair spaces come before digits and signs in a browser's order; here they are replaced by such a sign."""
    sorted_numbers = sorted((str(cell).replace("\u200a", " ") for cell in seen().columns["Nr."]), key=str)
    assert [number.replace(" ", "") for number in sorted_numbers] == ["1.1", "1.2", "1.10", "2.1", "2.2", "3.1"]
    by_chip = sorted(SHOWN_ORDER, key=lambda code: CHIPS[code].replace("\u200a", " "))
    assert by_chip == list(SHOWN_ORDER)


def test_only_what_is_overdue_is_red_and_no_meldung_has_no_colour() -> None:
    assert [chip for chip, colour in GROUNDS.items() if colour == OVERDUE_COLOUR] == [SCHEDULE_CHIPS["overdue"]]
    assert {plain(chip) for chip in GROUNDS} >= {STATUS[code].symbol for code in SHOWN_ORDER if code != "no_report"}
    assert CHIPS["no_report"] not in GROUNDS


def test_the_file_holds_exactly_the_rows_that_pass_with_all_that_is_known() -> None:
    sheet = seen("vertagt").sheet
    assert len(sheet.rows) == 1 and all(len(row) == len(sheet.header) for row in sheet.rows)
    row = dict(zip(sheet.header, sheet.rows[0], strict=True))
    assert {name: row[name] for name in (
        "Nr.", "Status", "Status aus", "Status vom", "Terminlage", "Tage überfällig", "Frist", "verschoben",
        "Meilensteine überfällig", "letzter Stand", "Sachstand", "Fundstelle",
    )} == {
        "Nr.": "1.2", "Status": "in Umsetzung", "Status aus": "eigene Meldung", "Status vom": date(2020, 6, 30),
        "Terminlage": "überfällig", "Tage überfällig": 92, "Frist": date(2020, 9, 30), "verschoben": 0,
        "Meilensteine überfällig": 1, "letzter Stand": date(2020, 8, 31), "Sachstand": "Läuft nach Plan.",
        "Fundstelle": "Sachstand Meilenstein 1: … Kreisausschuss am 01.09.2020 vertagt.",
    }  # fmt: skip
    assert seen().sheet.csv.decode("utf-8").count("\r\n") == 1 + 6


def test_an_empty_plan_says_what_to_do() -> None:
    shown = measure_list(standing(history(County("Leer")), date(2020, 1, 1)), ALL)
    assert (shown.finding, shown.rows) == ("Es gibt noch keine Maßnahme.", ())
    assert shown.help.startswith("Der Plan ist noch leer.")
    assert found(shown, Narrowing("bus")).finding == "Es gibt noch keine Maßnahme."
