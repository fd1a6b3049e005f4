"""The slides of a workshop as values: their order, their pages, and what they say at the boundaries."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from counties import agreement, county, county_of, entry, measure, milestone

from audit_core.agreement import County, FieldOfAction
from audit_core.standing import Standing, history, standing
from audit_core.workshop.slides import (
    ACHIEVED,
    FIELD,
    MEASURE,
    MISSED,
    OVERDUE,
    SITUATION,
    TRANSITIONS,
    YEARS,
    Slide,
    Stage,
    measure_word,
    stage_of,
)

SMALL = """
    agreement ZV    begin=01.01.2020 end=31.12.2022
    measure   1.1   due=30.09.2021
    measure   1.2   due=31.12.2021 responsible=-
    measure   1.3   due=31.12.2022
    measure   2.1   permanent=yes
    milestone 1.2/1 due=30.06.2021
    milestone 1.2/2 due=31.12.2022
    entry     1.1   in_progress 31.12.2020 new_due=30.11.2021
    entry     1.1   in_progress 30.06.2021 new_due=30.09.2021
    entry     1.2/1 in_progress 30.06.2020
    entry     1.3   in_progress 31.12.2020
    entry     1.3   completed   30.06.2021
    entry     2.1   ongoing     31.12.2020
"""


def stage(plan: County, day: str = "2021-12-31", code: str = "ZV") -> Stage:
    return stage_of(history(plan), code, date.fromisoformat(day))


def words(shown: Stage, kind: str = "") -> list[str]:
    return [slide.word for slide in shown.slides if kind in ("", slide.kind)]


def slide(shown: Stage, word: str) -> Slide:
    found = shown.slides[shown.place(word)]
    assert found.word == word
    return found


def test_slides_stand_in_the_order_of_the_evening() -> None:
    shown = stage(county_of(SMALL))
    assert [(one.word, one.kind) for one in shown.slides] == [
        ("lage", SITUATION), ("hf-1", FIELD), ("hf-2", FIELD), ("erreicht", ACHIEVED), ("nicht-erreicht", MISSED),
        ("ueberfaellig", OVERDUE), ("jahre", YEARS), ("uebergaenge", TRANSITIONS),
        ("massnahme-ZV-1.1", MEASURE), ("massnahme-ZV-1.2", MEASURE),
    ]  # fmt: skip
    assert (shown.agreement_name, shown.before, shown.as_of) == (
        "Vereinbarung ZV",
        date(2020, 12, 31),
        date(2021, 12, 31),
    )
    assert shown.warning == "Erfundener Landkreis: Musterkreis. Alle Angaben sind ausgedacht."


def test_a_field_shows_its_name_its_theme_its_figure_and_what_is_overdue() -> None:
    plan = county_of(SMALL)
    named = replace(plan, fields_of_action=(FieldOfAction("1", "Wohnen", "Gut leben"), FieldOfAction("2", "")))
    shown = stage(named)
    first, second = slide(shown, "hf-1"), slide(shown, "hf-2")
    assert (first.title, first.above, first.lead) == (
        "Wohnen",
        "Handlungsfeld 1 · Gut leben",
        ("1 von 3", "Maßnahmen umgesetzt"),
    )
    assert [(row.number, row.status, row.overdue, row.subject) for row in first.rows] == [
        ("1.1", "in_progress", "92 Tage überfällig", "measure:ZV/1.1"),
        ("1.2", "in_progress", "1 Meilenstein überfällig", "measure:ZV/1.2"),
        ("1.3", "completed", "", "measure:ZV/1.3"),
    ]
    assert (second.title, second.lead) == ("Handlungsfeld 2", ("1 von 1", "Daueraufgabe läuft"))


def test_an_open_measure_says_how_often_its_frist_moved_and_that_no_reason_was_given() -> None:
    shown = stage(county_of(SMALL))
    first = slide(shown, "massnahme-ZV-1.1")
    assert first.facts == (
        ("Zuständigkeit", "Amt A"), ("Frist", "30.09.2021, 2-mal verschoben, zuerst 30.09.2021"),
        ("Fortschritt", "–, erwartet 100\xa0%"), ("Sachstand", "kein Sachstand gemeldet"),
        ("Meldungen", "seit 184 Tagen keine"), ("Grund", "kein Grund gemeldet"),
    )  # fmt: skip
    assert (first.overdue, first.subject, first.field_of_action) == ("92 Tage überfällig", "measure:ZV/1.1", "1")
    second = slide(shown, "massnahme-ZV-1.2")
    assert dict(second.facts)["Zuständigkeit"] == "ohne Zuständigkeit"
    assert dict(second.facts)["Sachstand"] == "Status aus den Meilensteinen"
    assert [(row.number, row.overdue, row.right) for row in second.rows] == [
        ("1", "184 Tage überfällig", "Frist 30.06.2021"), ("2", "", "Frist 31.12.2022"),
    ]  # fmt: skip


def test_due_on_the_stichtag_is_not_overdue_on_any_slide() -> None:
    plan = county([measure("1.1", due="31.12.2021")], log=[entry("1.1", "in_progress", "31.12.2021")])
    due, passed = stage(plan, "2021-12-31"), stage(plan, "2022-01-01")
    assert slide(due, "hf-1").rows[0].overdue == "" and slide(passed, "hf-1").rows[0].overdue == "1 Tag überfällig"
    assert slide(due, "ueberfaellig").chart is None and slide(due, "ueberfaellig").lines != ()
    assert slide(passed, "ueberfaellig").rows[0].right == "bis zu einem Tag"
    assert slide(passed, "ueberfaellig").lead == ("1", "Maßnahme überfällig")


def test_forty_measures_of_a_field_take_eight_slides_whose_words_stay() -> None:
    shown = stage(county([measure(f"1.{n}") for n in range(1, 41)]))
    assert words(shown, FIELD) == ["hf-1", *(f"hf-1-{page}" for page in range(2, 9))]
    assert [len(one.rows) for one in shown.slides if one.kind == FIELD] == [5] * 8
    assert slide(shown, "hf-1-3").above == "Handlungsfeld 1 · Teil 3 von 8"
    assert {one.lead for one in shown.slides if one.kind == FIELD} == {("0 von 40", "Maßnahmen umgesetzt")}
    assert len(words(shown, MEASURE)) == 40


def test_six_measures_are_parted_evenly() -> None:
    shown = stage(county([measure(f"1.{n}") for n in range(1, 7)]))
    assert [len(one.rows) for one in shown.slides if one.kind == FIELD] == [3, 3]


def test_of_twenty_fields_seven_stand_on_the_first_slide_and_the_rest_behind_it() -> None:
    shown = stage(county([measure(f"{n}.1") for n in range(1, 21)]))
    assert [(one.word, len(one.rows), bool(one.figures)) for one in shown.slides if one.kind == SITUATION] == [
        ("lage", 7, True), ("lage-2", 7, False), ("lage-3", 6, False),
    ]  # fmt: skip


def test_a_county_without_a_measure_has_a_first_slide_and_its_fields_and_says_so() -> None:
    fields = [FieldOfAction("1", "Wohnen")]
    shown = stage(county(fields=fields))
    assert words(shown) == ["lage", "hf-1"]
    assert shown.slides[0].lines[0].startswith("Am Stichtag gibt es in dieser Auswahl keine Maßnahme.")
    assert shown.slides[1].lines == ("In diesem Handlungsfeld gibt es am Stichtag keine Maßnahme.",)
    assert words(stage(County("Leer"))) == ["lage"] and stage(County("Leer")).warning == ""


def test_measures_without_any_meldung_are_shown_as_such() -> None:
    shown = stage(county([measure("1.1"), measure("1.2")]))
    assert slide(shown, "lage").title.startswith("Zu 2 Maßnahmen gibt es noch keine Meldung")
    assert [row.status for row in slide(shown, "hf-1").rows] == ["no_report", "no_report"]
    assert "Bis zum Stichtag ist keine Maßnahme umgesetzt." in slide(shown, "erreicht").lines
    assert slide(shown, "nicht-erreicht").lines == ("Nichts ist zurückgestellt, ersetzt, entfallen oder überfällig.",)
    assert dict(slide(shown, "massnahme-ZV-1.1").facts)["Sachstand"] == "kein Sachstand gemeldet"


def test_what_is_not_reached_says_its_reason_or_that_there_is_none() -> None:
    plan = county(
        [measure("1.1", due="31.12.2020"), measure("1.2"), measure("1.3")],
        [milestone("1.1", "4", due="30.11.2021", responsible="Amt B")],
        [
            entry("1.1", "in_progress", "30.06.2020"), entry("1.2", "cancelled", "30.06.2021", reason="Kein\n Geld"),
            entry("1.3", "postponed", "30.06.2021"),
        ],
    )  # fmt: skip
    found = slide(stage(plan), "nicht-erreicht")
    assert [(row.number, row.below, row.status, row.overdue) for row in found.rows] == [
        ("1.2", "Amt A · Grund: Kein Geld", "cancelled", ""),
        ("1.3", "Amt A · kein Grund gemeldet", "postponed", ""),
        ("1.1", "Amt A · kein Grund gemeldet", "", "365 Tage überfällig"),
        ("1.1", "Meilenstein 4 zu: Maßnahme 1.1 · Amt B · kein Grund gemeldet", "", "31 Tage überfällig"),
    ]
    assert found.lines == ("Nicht erreicht: 3 Maßnahmen und 1 Meilenstein, zu einem davon ist ein Grund genannt.",)


def test_what_was_achieved_in_the_year_stands_before_what_was_achieved_earlier() -> None:
    plan = county(
        [measure("1.1"), measure("1.2"), measure("1.3")],
        log=[
            entry("1.1", "completed", "30.06.2020"), entry("1.2", "preparing", "30.06.2020"),
            entry("1.2", "completed", "31.03.2021"), entry("1.3", "completed", "31.12.2020"),
        ],
    )  # fmt: skip
    assert [(row.number, row.below) for row in slide(stage(plan), "erreicht").rows] == [
        ("1.2", "Amt A · seit 31.03.2021 · am 31.12.2020 in Vorbereitung"),
        ("1.3", "Amt A · seit 31.12.2020"), ("1.1", "Amt A · seit 30.06.2020"),
    ]  # fmt: skip


def test_one_measure_says_so_in_the_singular() -> None:
    shown = stage(county([measure("1.1")], log=[entry("1.1", "completed", "30.06.2021")]))
    assert slide(shown, "erreicht").lead == ("1 von 1", "Maßnahme umgesetzt")


def test_of_several_agreements_numbers_bear_their_kuerzel() -> None:
    plan = county(
        [measure("1.1", agreement="A"), measure("1.1", agreement="B"), measure("1.1", agreement=None)],
        agreements=[agreement("A"), agreement("B", begin="01.01.2021")],
    )
    shown = stage(plan, code="all")
    assert [row.number for row in slide(shown, "hf-1").rows] == ["1.1", "A 1.1", "B 1.1"]
    assert words(shown, MEASURE) == [
        measure_word((None, "1.1")),
        measure_word(("A", "1.1")),
        measure_word(("B", "1.1")),
    ]
    assert shown.agreement_name == "Alle Zielvereinbarungen"


def test_slides_never_share_a_word() -> None:
    fields = [FieldOfAction("1", "Eins"), FieldOfAction("1-2", "Zwei")]
    shown = stage(county([measure(f"1.{n}", field="1") for n in range(1, 7)], fields=fields))
    assert len(set(words(shown))) == len(words(shown)) and {"hf-1", "hf-1-2", "hf-1-2-a"} <= set(words(shown))


@pytest.mark.parametrize(("asked", "place"), [("hf-2", 2), ("3", 2), ("0", 0), ("999", 9), ("unbekannt", 0), ("", 0)])
def test_a_slide_is_found_by_its_word_or_its_number(asked: str, place: int) -> None:
    assert stage(county_of(SMALL)).place(asked) == place


def test_states_that_somebody_keeps_are_not_computed_again() -> None:
    known, asked = history(county_of(SMALL)), []

    def keeper() -> Callable[[date], Standing]:
        def at(day: date) -> Standing:
            asked.append(day)
            return standing(known, day)

        return at

    kept = stage_of(known, "ZV", date(2021, 12, 31), keeper())
    assert sorted(asked) == [date(2020, 12, 31), date(2021, 12, 31)]
    assert kept == stage_of(known, "ZV", date(2021, 12, 31))
