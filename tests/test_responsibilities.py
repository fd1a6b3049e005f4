"""The Zuständigkeiten by counties worked out by hand: finding, offices, cards, letter, Fristen per month (R4–R7)."""

from datetime import date

import pytest
from counties import county_of

from audit_core.figures.responsibilities import drawn, row_height
from audit_core.standing import ALL, history, standing
from audit_core.tables import status_document
from audit_core.tables.responsibilities import Responsibilities, responsibilities
from audit_core.wording.situation import in_days, who_is_late

COUNTY = """
agreement ZV begin=01.01.2020 end=31.12.2022
measure   1.1 responsible=Jugendamt due=31.12.2022
milestone 1.1/1 due=31.03.2021
milestone 1.1/2 due=15.01.2022
milestone 1.1/3 due=30.11.2021 responsible=Kreistag
measure   1.2 responsible=- due=01.12.2021
measure   1.3 responsible=Jugendamt due=31.03.2023
entry     1.1/1 in_progress 31.12.2020 new_due=30.06.2021
entry     1.1/1 in_progress 30.06.2021 new_due=30.09.2021
entry     1.1 in_progress 30.11.2021
entry     1.3 preparing 31.05.2021
"""
# On 31.12.2021 overdue: 1.1/1 (30.09.2021, moved twice from 31.03.2021) by 92 days, 1.1/3 by 31, 1.2 by 30 without an
# office; due soon: 1.1/2; silent: 1.2 since the agreement began (730 days), 1.3 since 31.05.2021 (214 days).


def seen(text: str = COUNTY, day: str = "2021-12-31", office: str | None = None) -> Responsibilities:
    return responsibilities(standing(history(county_of(text)), date.fromisoformat(day)), ALL, office)


@pytest.mark.parametrize(
    ("office", "share", "measures", "milestones", "soon", "view", "expected"),
    [
        ("Jugendamt", 5, 0, 11, 7, None, "Jugendamt: 5 von 11 überfälligen Meilensteinen."),
        ("Jugendamt", 3, 4, 0, 7, None, "Jugendamt: 3 von 4 überfälligen Maßnahmen."),
        ("Jugendamt", 5, 4, 7, 7, None, "Jugendamt: 5 von 11 überfälligen Maßnahmen und Meilensteinen."),
        ("Jugendamt", 3, 0, 3, 7, None, "Jugendamt: alle 3 überfälligen Meilensteine."),
        ("Jugendamt", 1, 0, 1, 7, None, "Jugendamt: der einzige überfällige Meilenstein."),
        ("Jugendamt", 1, 1, 0, 7, None, "Jugendamt: die einzige überfällige Maßnahme."),
        (None, 2, 0, 3, 0, None, "Ohne Zuständigkeit: 2 von 3 überfälligen Meilensteinen."),
        (None, 0, 0, 0, 3, None, "Nichts ist überfällig; 3 Fristen laufen in 30 Tagen ab."),
        (None, 0, 0, 0, 1, None, "Nichts ist überfällig; eine Frist läuft in 30 Tagen ab."),
        (None, 0, 0, 0, 0, None, "Nichts ist überfällig, keine Frist läuft in 30 Tagen ab."),
        ("Kreistag", 2, 0, 2, 0, "Kreistag", "Kreistag: 2 Meilensteine sind überfällig."),
        ("Kreistag", 1, 1, 0, 0, "Kreistag", "Kreistag: eine Maßnahme ist überfällig."),
        ("Kreistag", 0, 0, 0, 0, "Kreistag", "Kreistag: nichts ist überfällig, keine Frist läuft in 30 Tagen ab."),
    ],
)
def test_the_finding_needs_no_article(
    office: str | None, share: int, measures: int, milestones: int, soon: int, view: str | None, expected: str
) -> None:
    assert who_is_late(office, share, measures, milestones, soon, view) == expected


def test_the_offices_come_with_the_most_overdue_first_and_empty_instead_of_0() -> None:
    found = seen()
    assert found.finding == "Jugendamt: 1 von 3 überfälligen Maßnahmen und Meilensteinen."
    assert found.sheet.header == ("Zuständigkeit", "überfällig", "bald fällig", "ohne Meldung", "längster Verzug")
    assert found.sheet.rows == (
        ("Jugendamt", 1, 1, 1, 92),
        ("Kreistag", 1, None, None, 31),
        ("ohne Zuständigkeit", 1, None, 1, 30),
    )
    assert found.longest_days == 92
    assert found.note == (
        "Alle Stellen: 3 überfällig, 1 bald fällig, 2 ohne aktuelle Meldung. Zeile wählen öffnet die Stelle."
    )


def test_the_offices_are_those_of_the_command_line() -> None:
    document = status_document(county_of(COUNTY), date(2021, 12, 31))["offices"]
    assert [row["responsible"] or "ohne Zuständigkeit" for row in document] == [card.name for card in seen().cards]
    assert [row["overdue"] for row in document] == [len(card.overdue) for card in seen().cards]


def test_a_card_lists_what_an_office_answers_for() -> None:
    card = seen().card([0])
    assert card is not None and card.name == "Jugendamt"
    assert card.counts == "1 überfällig · 1 bald fällig · 1 ohne Meldung"
    assert [(line.title, line.below, line.right) for line in card.overdue] == [
        ("Meilenstein 1.1/1", "Frist 30.09.2021 · 2-mal verschoben, zuerst 31.03.2021 · Nr. 1.1", "92 Tage")
    ]
    assert [(line.title, line.right) for line in card.soon] == [("Meilenstein 1.1/2", "in 15 Tagen")]
    assert [(line.title, line.right) for line in card.stale] == [("Maßnahme 1.3", "seit 214 Tagen")]


def test_no_row_or_a_row_that_is_gone_opens_no_card() -> None:
    assert seen().card([]) is None
    assert seen().card([3]) is None


def test_the_list_of_an_office_has_a_row_per_item() -> None:
    card = seen().cards[0]
    assert card.sheet.rows[0] == (
        "überfällig", "ZV", "1.1", "1", "Meilenstein 1.1/1", "Maßnahme 1.1", "in Umsetzung", date(2021, 9, 30),
        date(2021, 3, 31), 2, 92,
    )  # fmt: skip
    assert [row[0] for row in card.sheet.rows] == ["überfällig", "bald fällig", "ohne aktuelle Meldung"]
    assert card.sheet.csv.decode("utf-8-sig").splitlines()[1] == (
        "überfällig;ZV;1.1;1;Meilenstein 1.1/1;Maßnahme 1.1;in Umsetzung;30.09.2021;31.03.2021;2;92"
    )


def test_the_file_name_of_an_office_has_letters_and_digits_only() -> None:
    card = seen("measure 1.1 responsible=../Amt_für_Schule,_Sport due=2020").cards[0]
    assert card.name == "../Amt für Schule, Sport"
    assert card.file_name == "amt-für-schule-sport"


def test_the_letter_names_every_item_in_sentences() -> None:
    assert seen().cards[0].letter == (
        "An: Jugendamt\n"
        "Betreff: Stand Ihrer Maßnahmen und Meilensteine am 31.12.2021\n\n"
        "Guten Tag,\n\n"
        "zum Stichtag 31.12.2021 bitten wir Sie um den aktuellen Stand der folgenden Punkte.\n\n"
        "Überfällig (1):\n"
        "- 1.1, Meilenstein 1: Meilenstein 1.1/1. Die Frist 30.09.2021 ist seit 92 Tagen überschritten. "
        "Sie wurde 2-mal verschoben, zuerst galt der 31.03.2021.\n\n"
        "Bald fällig (1):\n"
        "- 1.1, Meilenstein 2: Meilenstein 1.1/2. Die Frist endet am 15.01.2022.\n\n"
        "Ohne aktuelle Meldung (1):\n"
        "- 1.3: Maßnahme 1.3. Die letzte Meldung nennt den Stand vom 31.05.2021.\n\n"
        "Bitte nennen Sie zu jedem Punkt den Status und, wo eine Frist nicht zu halten ist, eine neue mit Grund.\n\n"
        "Mit freundlichen Grüßen"
    )
    assert "- 1.2: Maßnahme 1.2. Dazu liegt noch keine Meldung vor." in seen().cards[2].letter


def test_the_fristen_per_month_begin_after_the_stichtag() -> None:
    """15.01.2022 and 31.12.2022 lie in the 12 months, 31.03.2023 beyond."""
    found = seen()
    assert [month.name for month in found.months][0::11] == ["Januar 2022", "Dezember 2022"]
    assert [month.fristen for month in found.months] == [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]
    assert found.load == "3 noch nicht fällige Fristen, davon 1 nach dem 31.12.2022"
    assert found.month_sheet.rows[0] == ("Januar 2022", 1)


def test_what_is_due_on_the_last_day_of_a_month_is_shown_in_it() -> None:
    found = seen("measure 1.1 due=31.12.2021\nmeasure 1.2 due=31.01.2022")
    assert [(month.name, month.fristen) for month in found.months][:2] == [("Dezember 2021", 1), ("Januar 2022", 1)]
    assert found.cards[0].soon[0].right == "heute"


def test_days_to_a_frist_in_words() -> None:
    as_of = date(2021, 12, 31)
    assert [in_days(date(2021, 12, 31), as_of), in_days(date(2022, 1, 1), as_of), in_days(date(2022, 1, 2), as_of)] == [
        "heute", "morgen", "in 2 Tagen",
    ]  # fmt: skip


def test_an_office_sees_only_its_own_items() -> None:
    found = seen(office="Kreistag")
    assert found.finding == "Kreistag: ein Meilenstein ist überfällig."
    assert [card.name for card in found.cards] == ["Kreistag"]
    assert (found.load, found.no_months) == ("", "Keine Frist steht noch aus.")
    assert seen(office="Jugendamt").load == "3 noch nicht fällige Fristen, davon 1 nach dem 31.12.2022"


def test_without_anything_late_a_sentence_says_so() -> None:
    found = seen("measure 1.1 due=31.12.2022\nentry 1.1 in_progress 31.10.2021")
    assert found.finding == "Nichts ist überfällig, keine Frist läuft in 30 Tagen ab."
    assert found.help.startswith("Keine Stelle hat etwas Überfälliges")
    assert (found.cards, found.longest_days) == ((), 1)


def test_fristen_that_all_lie_beyond_the_months_shown_are_told_in_a_sentence() -> None:
    found = seen("measure 1.1 due=31.12.2023")
    assert found.no_months == "In den nächsten 12 Monaten läuft keine Frist ab."
    assert found.load == "1 noch nicht fällige Frist, davon 1 nach dem 31.12.2022"
    assert seen().no_months == ""


def test_without_measures_a_sentence_says_what_to_do() -> None:
    found = seen("agreement ZV begin=01.01.2020")
    assert found.finding == "Es gibt noch keine Maßnahme."
    assert "unter „Meldungen“ hoch" in found.help


def test_the_columns_are_labelled_and_the_year_stands_at_its_first_month() -> None:
    found = drawn(standing(history(county_of(COUNTY)), date(2021, 12, 31)), ALL)
    assert list(found.months.data[0].y) == [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]
    assert found.months.data[0].text == ("1", "", "", "", "", "", "", "", "", "", "", "1")
    assert found.months.layout.xaxis.ticktext[:2] == ("Jan<br>2022", "Feb")
    assert found.months_alt == "Fristen je Monat, die meisten im Januar 2022. Januar 2022 1; Dezember 2022 1."


def test_without_a_frist_the_columns_are_empty_and_say_so() -> None:
    found = drawn(standing(history(county_of("measure 1.1")), date(2021, 12, 31)), ALL)
    assert set(found.months.data[0].y) == {0}
    assert found.months_alt == "Fristen je Monat: keine in den nächsten 12 Monaten."


def test_the_rows_of_offices_grow_with_the_longest_name() -> None:
    name = "Ausschuss für Soziales, Familie, Gesundheit, Gleichstellung und Ausländerfragen"
    assert (row_height(["Jugend- und Sozialamt"]), row_height([name]), row_height([])) == (42, 72, 42)
