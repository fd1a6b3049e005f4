"""The sentences of one Handlungsfeld: they fit one line and name what there is."""

from datetime import date

import pytest

from audit_core.standing import Completion
from audit_core.wording import fields

LONG = "Steuerung, Vernetzung und Nachhaltigkeit"


@pytest.mark.parametrize(
    ("title", "done", "measures", "milestones", "expected"),
    [
        ("Bildung", Completion(3, 8, 0, 0), 0, 0, "Bildung: 3 von 8 Maßnahmen umgesetzt, nichts überfällig."),
        ("Bildung", Completion(8, 8, 0, 0), 0, 1, "Bildung: alle 8 Maßnahmen umgesetzt, ein Meilenstein überfällig."),
        ("Bildung", Completion(2, 2, 0, 0), 0, 0, "Bildung: beide Maßnahmen umgesetzt, nichts überfällig."),
        ("Bildung", Completion(0, 8, 0, 0), 1, 0,
         "Bildung: noch keine von 8 Maßnahmen umgesetzt, eine Maßnahme überfällig."),
        ("Bildung", Completion(1, 1, 0, 0), 0, 0, "Bildung: die einzige Maßnahme umgesetzt, nichts überfällig."),
        ("Bildung", Completion(0, 1, 0, 0), 0, 0, "Bildung: die einzige Maßnahme nicht umgesetzt, nichts überfällig."),
        ("Bildung", Completion(0, 0, 2, 3), 0, 0, "Bildung: 2 von 3 Daueraufgaben laufen, nichts überfällig."),
        ("Bildung", Completion(0, 0, 0, 0), 0, 0, "Bildung: keine Maßnahme mehr im Plan, nichts überfällig."),
        (LONG, Completion(3, 8, 0, 0), 0, 2,
         "Handlungsfeld 3: 3 von 8 Maßnahmen umgesetzt, 2 Meilensteine überfällig."),
        ("Bildung und Erziehung", Completion(3, 8, 0, 0), 0, 2,
         "Bildung und Erziehung: 3 von 8 Maßnahmen umgesetzt, 2 Meilensteine überfällig."),
        (LONG, Completion(39, 68, 0, 0), 9, 18,
         "Handlungsfeld 3: 39 von 68 Maßnahmen umgesetzt, 27 Fristen überschritten."),
        (LONG, Completion(0, 0, 0, 0), 0, 0, "Handlungsfeld 3: keine Maßnahme mehr im Plan, nichts überfällig."),
    ],
)  # fmt: skip
def test_the_headline(title: str, done: Completion, measures: int, milestones: int, expected: str) -> None:
    assert fields.finding("3", title, done, True, measures, milestones, None) == expected
    assert len(expected) <= 80


def test_before_the_first_meldung_the_headline_says_so() -> None:
    assert fields.finding("3", "", Completion(0, 8, 0, 0), False, 0, 0, None) == (
        "Handlungsfeld 3: noch keine Meldung, nichts überfällig."
    )


def test_the_office_is_named_while_the_line_has_room() -> None:
    done = Completion(1, 3, 0, 0)
    assert fields.finding("3", "Bildung", done, True, 0, 2, "Kreistag") == (
        "Kreistag, Bildung: 1 von 3 Maßnahmen umgesetzt, 2 Meilensteine überfällig."
    )
    office = "Amt für Schule"
    assert fields.finding("3", LONG, done, True, 1, 2, office) == (
        "Amt für Schule, Handlungsfeld 3: 1 von 3 umgesetzt, 3 Fristen überschritten."
    )
    office = "Amt für Kinder, Jugend, Familie, Senioren und Integration"
    assert fields.finding("3", "Bildung", done, True, 0, 2, office) == (
        "Handlungsfeld 3: 1 von 3 Maßnahmen umgesetzt, 2 Meilensteine überfällig."
    )


def test_a_long_name_without_a_measure_is_shortened() -> None:
    headline, _ = fields.without_measure("3", LONG * 2, date(2020, 12, 31), None, False, 4)
    assert headline == "Handlungsfeld 3: keine Maßnahme in dieser Auswahl."


def test_due_today_and_tomorrow_have_their_word() -> None:
    today = date(2020, 12, 31)
    assert [
        fields.schedule_words("due_soon", 0, date.fromordinal(today.toordinal() + n), today) for n in (0, 1, 2)
    ] == ["heute fällig", "morgen fällig", "in 2 Tagen"]
    assert [fields.schedule_words(code, 0, None, today) for code in ("no_due", "done", "left", None)] == [
        "ohne Frist", "erledigt", "–", "–",
    ]  # fmt: skip


def test_an_overdue_count_says_what_it_is_made_of() -> None:
    assert fields.overdue_share(12, 1) == "davon 12 Maßnahmen"
    assert fields.overdue_share(2, 0) == "nur Maßnahmen"
    assert (fields.overdue_share(1, 0), fields.overdue_share(0, 1)) == ("nur eine Maßnahme", "nur ein Meilenstein")
