"""What the sentences of a Jahresbericht tell so that two of its numbers do not contradict one another."""

from datetime import date

import pytest

from audit_core.balance import OnTime
from audit_core.standing import Completion, MilestoneCount
from audit_core.wording.annual_report import happenings, result

DAY = date(2021, 12, 31)


@pytest.mark.parametrize(
    ("found", "early", "ahead", "sentence"),
    [
        (OnTime(1, 0, 0), 1, 0, "Der einzige Meilenstein mit Frist im Jahr 2026 wurde fristgerecht erreicht (schon vor "
                                "2026)."),
        (OnTime(2, 0, 0), 2, 0, "Beide Meilensteine mit Frist im Jahr 2026 wurden fristgerecht erreicht (beide schon "
                                "vor 2026)."),
        (OnTime(3, 0, 1), 1, 0, "Drei von vier Meilensteinen mit Frist im Jahr 2026 wurden fristgerecht erreicht "
                                "(einer davon schon vor 2026), einer ist noch offen."),
        (OnTime(1, 0, 13), 1, 1, "Einer von 14 Meilensteinen mit Frist im Jahr 2026 wurde fristgerecht erreicht (schon "
                                 "vor 2026), 13 sind noch offen, davon einer noch nicht fällig."),
        (OnTime(0, 0, 1), 0, 1, "Der einzige Meilenstein mit Frist im Jahr 2026 ist noch offen, aber noch nicht "
                                "fällig."),
        (OnTime(0, 0, 2), 0, 2, "Keiner von zwei Meilensteinen mit Frist im Jahr 2026 wurde fristgerecht erreicht, "
                                "beide sind noch offen, aber noch nicht fällig."),
    ],
)  # fmt: skip
def test_a_running_year_tells_what_was_reached_before_and_what_is_not_yet_due(
    found: OnTime, early: int, ahead: int, sentence: str
) -> None:
    assert happenings.on_time(found, date(2026, 11, 22), early, ahead) == sentence


def test_of_a_whole_year_nothing_is_told_as_not_yet_due() -> None:
    assert happenings.on_time(OnTime(0, 0, 1), DAY, 0, 1).endswith("ist noch offen.")


def test_the_finding_writes_numbers_up_to_twelve_as_words() -> None:
    said = [
        result.finding(Completion(10, 32, 0, 0), 32, True, 10, 29, None),
        result.finding(Completion(21, 35, 0, 0), 35, True, 0, 0, None),
        result.finding(Completion(0, 0, 1, 1), 1, True, 0, 1, "Bauamt"),
        result.finding(Completion(0, 0, 0, 0), 2, True, 0, 0, None),
        result.finding(Completion(0, 3, 0, 0), 3, False, 1, 0, None),
    ]
    assert said == [
        "Zehn von 32 Maßnahmen sind umgesetzt, zehn Maßnahmen und 29 Meilensteine sind überfällig.",
        "Von 35 Maßnahmen sind 21 umgesetzt, nichts ist überfällig.",
        "Bauamt: Die einzige Daueraufgabe läuft, ein Meilenstein ist überfällig.",
        "Keine Maßnahme ist mehr im Plan, nichts ist überfällig.",
        "Zu drei Maßnahmen gibt es noch keine Meldung, eine Maßnahme ist überfällig.",
    ]


def test_what_the_figures_count_as_open_is_told_only_where_it_differs() -> None:
    counts = ((27, 56, 27), (27, 56, 29), (2, 3, 0), (2, 4, 0))
    start = "Als offen zählen nur Meilensteine, deren Maßnahme offen ist:"
    assert [result.figures_note(MilestoneCount(*n), 0) for n in counts] == [
        f"{start} 27 der 29 noch nicht erreichten.", "", f"{start} der eine noch nicht erreichte gehört zu keiner.",
        f"{start} keiner der 2 noch nicht erreichten.",
    ]  # fmt: skip
    assert result.figures_note(MilestoneCount(0, 0, 0), 2) == (
        "Zu den offenen Maßnahmen gehören hier auch zwei Daueraufgaben, die N nicht mitzählt."
    )


def test_a_note_names_the_statuses_that_only_earlier_years_have_with_their_symbols() -> None:
    said = happenings.series_note(2018, 0, ("no_report", "postponed")).replace("\u00a0", " ")
    assert said == "In früheren Jahren auch: ? keine Meldung, ‖ zurückgestellt."
