"""Minutes of what several wrote: all of them are named, and of two versions none stands as the one that holds."""

from datetime import timedelta

from draft_words import EVENING, LATER, notes
from test_minutes import minutes, points, section

from audit_core.store import Note

SOON, SOONER = EVENING + timedelta(minutes=4), EVENING + timedelta(minutes=2)


def two(text: str, other: str) -> tuple[Note, ...]:
    return (*notes(text, by="Frau Müller"), *notes(other, by="Herr Kaya", at=SOON))


def test_all_who_wrote_the_fields_of_a_measure_are_named() -> None:
    report = minutes(*two("1.2 reason Zu teuer", "1.2 description Auch sonntags"))
    assert points(section(report, "Noch nicht entschieden"))["1.2 Maßnahme 1.2"] == (
        "Grund: Zu teuer", "Beschreibung: Auch sonntags",
        "Festgehalten von Frau Müller und Herr Kaya, zuletzt am 20.11.2022, 19:04 Uhr",
    )  # fmt: skip


def test_of_two_versions_none_stands_as_the_reason_and_both_stand_below() -> None:
    report = minutes(*two("1.2 reason Zu teuer\n1.2 due 2024\n1.2 goal Ruhe", "1.2 reason Zu wenig\n1.2 due 2025"))
    assert points(section(report, "Noch nicht entschieden"))["1.2 Maßnahme 1.2"] == (
        "Grund: zwei Fassungen, siehe unten", "Ziel: Ruhe", "Frist: zwei Fassungen, siehe unten",
        "Festgehalten von Frau Müller und Herr Kaya, zuletzt am 20.11.2022, 19:04 Uhr",
    )  # fmt: skip
    assert list(points(section(report, "Was zwei verschieden aufgeschrieben haben"))) == [
        "1.2 Maßnahme 1.2, Grund", "1.2 Maßnahme 1.2, Frist",
    ]  # fmt: skip


def test_two_versions_of_what_is_new_and_of_a_milestone_say_so_too() -> None:
    first = "new:a title Büro\nnew:a responsible Amt A\n1.1#2 due 2024"
    report = minutes(*two(first, "new:a title Haus\nnew:a responsible Amt B\n1.1#2 due 2025"))
    (below,) = points(section(report, "Neu vorgeschlagen")).values()
    assert below[:2] == ("Wortlaut: zwei Fassungen, siehe unten", "Zuständigkeit: zwei Fassungen, siehe unten")
    assert points(section(report, "Noch nicht entschieden"))["1.1 Maßnahme 1.1"][0] == (
        "Meilenstein 2 Meilenstein 1.1/2: Frist zwei Fassungen, siehe unten"
    )


def test_a_writer_without_a_name_is_told_in_german_and_each_person_stands_once_in_the_facts() -> None:
    report = minutes(
        *notes("1.2 reason Zu teuer", by="ohne Angabe"), *notes("1.3 reason Nein", by="koordination", at=SOONER)
    )
    assert points(section(report, "Noch nicht entschieden"))["1.2 Maßnahme 1.2"][-1] == (
        "Festgehalten ohne Angabe, von wem, am 20.11.2022, 19:00 Uhr"
    )
    assert dict(report.facts)["Mitgeschrieben"] == "Koordination; ohne Angabe"


def test_both_versions_of_what_two_wrote_at_once_are_shown_until_one_is_chosen() -> None:
    one = notes("1.1 decision continue", by="Koordination")
    other = notes("1.1 decision end", by="Jugendamt", at=EVENING + timedelta(seconds=5))
    report = minutes(*one, *other)
    assert points(section(report, "Was zwei verschieden aufgeschrieben haben")) == {
        "1.1 Maßnahme 1.1, Ergebnis": (
            "„Fortführen“ (Koordination, 20.11.2022, 19:00 Uhr)", "„Beenden“ (Jugendamt, 20.11.2022, 19:00 Uhr)",
        )
    }  # fmt: skip
    assert list(points(section(report, "Ergebnisse zu den Maßnahmen"))) == [
        "1.1 Maßnahme 1.1: wird beendet (zwei Fassungen, siehe unten)"
    ]
    chosen = Note(
        "c",
        1,
        "measure:ZV2/1.1",
        "decision",
        "end",
        (one[0].word, other[0].word),
        "Koordination",
        LATER,
        sequence=20_000,
    )
    assert section(minutes(*one, *other, chosen), "Was zwei verschieden aufgeschrieben haben") == []
