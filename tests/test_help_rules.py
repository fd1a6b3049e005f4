"""Hilfe's examples: what the program computes for each, with the numbers written out."""

from datetime import date

import pytest

from audit_core.docs import examples, set_examples
from audit_core.docs.rules import Rule, rules, wordings
from audit_core.docs.small_county import Example, county, measure, measures_on
from audit_core.standing import DUE_SOON_DAYS, STALE_DAYS


def outcomes(example: Example) -> list[tuple[str, str]]:
    return [(row.case, row.result) for row in example.outcomes]


def all_rules() -> list[Rule]:
    return [rule for group in rules() for rule in group.rules]


def test_every_rule_has_an_entry_with_an_example() -> None:
    assert sorted(rule.code for rule in all_rules()) == sorted(f"R{n}" for n in range(16))
    assert [rule.code for rule in all_rules() if not rule.examples] == []


def test_a_rule_is_told_in_one_to_three_sentences() -> None:
    for rule in all_rules():
        sentences = [part for part in rule.text.replace("31.12. ", "").split(". ") if part]
        assert 1 <= len(sentences) <= 3, rule.code
        assert len(rule.text) <= 420, rule.code


def test_what_exists() -> None:
    assert outcomes(examples.exists()) == [
        ("am 31.12.2019", "0 Maßnahmen"), ("am 31.12.2020", "1 Maßnahme"), ("am 31.12.2021", "2 Maßnahmen"),
    ]  # fmt: skip
    assert examples.exists().given == (
        "Eine Zielvereinbarung ab 01.01.2020 hat 2 Maßnahmen; eine davon ist aufgenommen am 01.03.2021."
    )


def test_entered_and_derived() -> None:
    example = examples.entered_and_derived()
    assert outcomes(example) == [
        ("Status, gemeldet", "in Umsetzung"), ("Terminlage, berechnet", "▲ überfällig, 31 Tage"),
    ]  # fmt: skip
    assert [row.status for row in example.outcomes] == ["in_progress", ""]
    assert example.given == "Gemeldet am 31.05.2020, Frist 30.06.2020, Stichtag 31.07.2020."


def test_the_newest_entry_and_the_kenntnisstand() -> None:
    assert outcomes(examples.newest()) == [
        ("am 30.06.2020", "in Vorbereitung"), ("am 31.12.2020", "umgesetzt"),
        ("am 31.12.2020, Kenntnisstand 31.12.2020", "in Vorbereitung"),
    ]  # fmt: skip


def test_a_status_from_the_milestones() -> None:
    assert outcomes(examples.from_milestones()) == [
        ("am 30.06.2020", "in Umsetzung (aus den Meilensteinen)"),
        ("am 31.12.2020", "umgesetzt (aus den Meilensteinen)"),
    ]


def test_a_stand_in_the_running_year() -> None:
    assert outcomes(examples.stated()) == [
        ("erfasst am 15.08.2020", "Stand 15.08.2020"), ("erfasst am 15.02.2021", "Stand 31.12.2020"),
    ]  # fmt: skip


def test_the_wordings_of_dates() -> None:
    read = {row.text: (row.begin, row.due) for row in wordings()}
    assert read["1.3.21"] == (date(2021, 3, 1), date(2021, 3, 1))
    assert read["12.2020"] == (date(2020, 12, 1), date(2020, 12, 31))
    assert read["2020"] == (date(2020, 1, 1), date(2020, 12, 31))
    assert read["I. Halbjahr 2023"] == (date(2023, 1, 1), date(2023, 6, 30))
    assert read["2. Quartal 2026"] == (date(2026, 4, 1), date(2026, 6, 30))
    assert read["Q4/2026"] == (date(2026, 10, 1), date(2026, 12, 31))
    assert read["Mitte 2022"] == (date(2022, 5, 1), date(2022, 8, 31))
    assert read["44196"] == (date(2020, 12, 31), date(2020, 12, 31))
    assert len(read) == 14


def test_the_frist_in_force() -> None:
    assert outcomes(examples.due_in_force()) == [
        ("am 31.03.2020", "Frist 30.06.2020"),
        ("am 31.10.2020", "Frist 31.12.2020, 2-mal um zusammen 184 Tage verschoben, zuerst 30.06.2020"),
    ]


def test_overdue_from_the_day_after_the_frist() -> None:
    assert outcomes(examples.overdue()) == [
        ("am 30.06.2020", "△ bald fällig"), ("am 01.07.2020", "▲ überfällig, 1 Tag"),
        ("am 30.07.2020", "▲ überfällig, 30 Tage"), ("am 31.07.2020", "‖ ruht"),
    ]  # fmt: skip


def test_the_terminlagen_of_one_measure() -> None:
    assert outcomes(examples.schedule()) == [
        ("am 30.05.2020", "• im Plan"), ("am 31.05.2020", "△ bald fällig"),
        ("am 14.07.2020", "▲ überfällig, 14 Tage"), ("am 15.07.2020", "✓ verspätet erledigt, 15 Tage"),
    ]  # fmt: skip
    assert (date(2020, 6, 30) - date(2020, 5, 31)).days == DUE_SOON_DAYS


def test_long_without_a_meldung() -> None:
    assert outcomes(examples.stale()) == [
        ("am 30.12.2020", "aktuell"), ("am 31.12.2020", "seit 184 Tagen keine Meldung"),
    ]  # fmt: skip
    assert (date(2020, 12, 30) - date(2020, 6, 30)).days == STALE_DAYS


def test_completion() -> None:
    assert outcomes(set_examples.completed()) == [
        ("umgesetzt", "2 von 3"), ("daneben", "1 von 1 Daueraufgabe läuft"),
    ]  # fmt: skip


def test_progress() -> None:
    assert outcomes(set_examples.progress_made()) == [
        ("Maßnahme A", "50\u00a0%"), ("Maßnahme B", "30\u00a0%"), ("Handlungsfeld", "40\u00a0%"),
    ]  # fmt: skip
    assert set_examples.progress_made().given == (
        "Maßnahme A hat 3 Meilensteine mit den Gewichten 1, 1, 2, der letzte ist erreicht; "
        "Maßnahme B meldet 30\u00a0%."
    )


def test_expected_progress() -> None:
    """30.05.2020: 150 of 365 days are 41,1 %, one of four milestones is 25 %, their mean 33,0 %."""
    assert outcomes(set_examples.progress_expected()) == [
        ("Maßnahme A", "erwartet 41\u00a0%"), ("Maßnahme B", "erwartet 25\u00a0%"),
        ("Handlungsfeld", "erwartet 33\u00a0%"),
    ]  # fmt: skip


def test_one_number_by_three_ways() -> None:
    assert [result for _, result in outcomes(set_examples.one_number())] == ["2", "2", "2"]


def test_the_balance_of_a_year() -> None:
    assert outcomes(set_examples.year()) == [
        ("vorangekommen", "2"), ("unverändert", "1"), ("zurückgefallen", "1"), ("sonstige", "1"), ("Summe", "5"),
    ]  # fmt: skip


def test_on_time() -> None:
    assert outcomes(set_examples.in_time()) == [("fristgerecht", "1 von 3"), ("verspätet", "1"), ("offen", "1")]


def test_a_successor() -> None:
    assert outcomes(set_examples.successor()) == [
        ("alle, 31.12.2020", "3 Maßnahmen"), ("alle, 31.12.2021", "4 Maßnahmen"),
        ("nur die erste, 31.12.2021", "3 Maßnahmen"), ("Jahresbilanz 2021, „übernommen“", "1"),
    ]  # fmt: skip


def test_what_became_of_every_measure() -> None:
    assert outcomes(set_examples.outcomes()) == [
        ("erledigt", "1"), ("übernommen", "1"), ("ersetzt", "1"), ("entfallen", "1"), ("offen geblieben", "1"),
        ("Summe", "5"),
    ]  # fmt: skip


@pytest.mark.parametrize(("when", "shown"), [("31.12.2019", 0), ("01.01.2020", 1)])
def test_a_tiny_county_begins_with_its_agreement(when: str, shown: int) -> None:
    assert len(measures_on(county(measure("1.1")), when)) == shown
