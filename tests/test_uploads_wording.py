"""What an upload says, with the right number, case and verb."""

import pytest

from audit_core.columns import MASSNAHMEN, MELDUNGEN, ExchangeFile
from audit_core.errors import Problem
from audit_core.wording import uploads as wording


@pytest.mark.parametrize(
    ("file", "rows", "changing", "rejected", "told"),
    [
        (MELDUNGEN, 23, 9, 2, "9 Meldungen ändern den Bestand, 2 von 23 Zeilen brauchen eine Korrektur."),
        (MELDUNGEN, 23, 1, 1, "Eine Meldung ändert den Bestand, 1 von 23 Zeilen braucht eine Korrektur."),
        (MELDUNGEN, 9, 9, 0, "9 Meldungen ändern den Bestand."),
        (MELDUNGEN, 10, 9, 0, "9 Meldungen ändern den Bestand, eine Zeile bleibt, wie sie ist."),
        (MELDUNGEN, 23, 9, 0, "9 Meldungen ändern den Bestand, 14 Zeilen bleiben, wie sie sind."),
        (MELDUNGEN, 40, 0, 0, "Keine Änderung: Alle 40 Zeilen stehen schon so im Bestand."),
        (MELDUNGEN, 1, 0, 0, "Keine Änderung: Die Zeile steht schon so im Bestand."),
        (MELDUNGEN, 2, 0, 0, "Keine Änderung: Beide Zeilen stehen schon so im Bestand."),
        (MELDUNGEN, 23, 0, 2, "Nichts zu übernehmen: 2 von 23 Zeilen brauchen eine Korrektur."),
        (MELDUNGEN, 13, 0, 13, "Nichts zu übernehmen: Alle 13 Zeilen brauchen eine Korrektur."),
        (MELDUNGEN, 2, 0, 2, "Beide Zeilen brauchen eine Korrektur."),
        (MELDUNGEN, 1, 0, 1, "Die Zeile braucht eine Korrektur."),
        (MASSNAHMEN, 7, 7, 0, "7 Zeilen des Plans ändern den Bestand."),
        (MASSNAHMEN, 1, 1, 0, "Eine Zeile des Plans ändert den Bestand."),
        (MELDUNGEN, 12345, 10000, 0, "10.000 Meldungen ändern den Bestand, 2.345 Zeilen bleiben, wie sie sind."),
    ],
)
def test_the_headline_of_a_preview(file: ExchangeFile, rows: int, changing: int, rejected: int, told: str) -> None:
    assert wording.headline(file, rows, changing, rejected) == told


@pytest.mark.parametrize(
    ("rows", "blank", "told"),
    [
        (1, 1, "Keine Änderung: Die Zeile ist nicht ausgefüllt."),
        (40, 40, "Keine Änderung: Keine der 40 Zeilen ist ausgefüllt."),
        (40, 3, "Keine Änderung: Alle 40 Zeilen stehen schon so im Bestand oder sind leer."),
    ],
)
def test_the_headline_of_a_list_with_rows_that_say_nothing(rows: int, blank: int, told: str) -> None:
    assert wording.headline(MELDUNGEN, rows, 0, 0, blank) == told


def test_the_buttons_and_counts_agree_with_their_numbers() -> None:
    assert wording.take(MELDUNGEN, 1) == "1 Meldung übernehmen"
    assert wording.take(MASSNAHMEN, 7) == "7 Zeilen des Plans übernehmen"
    assert wording.without_rejected(1) == "Auch ohne die abgelehnte Zeile übernehmen"
    assert wording.without_rejected(2) == "Auch ohne die 2 abgelehnten Zeilen übernehmen"
    assert wording.more_rows(MELDUNGEN, 1) == "Noch eine Meldung anzeigen"
    assert wording.more_rows(MELDUNGEN, 20) == "Weitere 20 Meldungen anzeigen"
    counts = {"new": 1, "changed": 1, "unchanged": 1, "rejected": 1}
    assert list(wording.captions(MELDUNGEN, counts).values()) == [
        "neue Meldung", "Meldung mit anderem Inhalt", "steht schon so im Bestand", "wird nicht übernommen",
    ]  # fmt: skip
    assert list(wording.captions_after(MELDUNGEN, counts).values())[2:] == [
        "stand schon so im Bestand", "wurde nicht übernommen",
    ]  # fmt: skip
    assert wording.taken(MELDUNGEN, 1) == "Übernommen: Eine Meldung steht jetzt im Bestand."
    assert wording.problems_found(1, 0) == "1 Fehler" and wording.problems_found(2, 1) == "2 Fehler, 1 Hinweis"
    assert wording.more_below(1, 0) == "Unten in der Tabelle: 1 weiterer Fehler."


@pytest.mark.parametrize(
    ("separator", "told"),
    [(";", "durch Semikolon"), (",", "durch Komma"), ("\t", "durch Tabulator"), ("|", "durch senkrechten Strich")],
)
def test_what_separates_the_columns_stands_in_the_accusative(separator: str, told: str) -> None:
    assert f"getrennt {told}, " in wording.recognised(MELDUNGEN, "UTF-8", separator, 1, "", 3, 3)


def test_a_disabled_button_says_what_is_missing() -> None:
    assert wording.why_not(True, True, True, 0) == "Bitte zuerst die Vorschau erneuern."
    assert wording.why_not(True, False, False, 1) == (
        "Bitte oben ankreuzen, dass es ohne die abgelehnte Zeile geschieht."
    )


def test_a_problem_is_split_behind_its_first_sentence_and_not_behind_an_abbreviation() -> None:
    message = "‚9.9.9‘ ist keine Nr. im Plan. Bitte die Nr. prüfen."
    assert wording.split(message) == ("‚9.9.9‘ ist keine Nr. im Plan.", "Bitte die Nr. prüfen.")
    for whole in ("Nr. Drei fehlt.", "Die 3. Spalte hat keine Überschrift.", "Auch ‚Blatt 2‘ Teil A passt."):
        assert wording.split(whole) == (whole, "")


def test_a_file_that_cannot_be_read_has_a_short_headline() -> None:
    assert wording.unreadable([Problem(0, "", "", "Die Datei ist leer.")]) == ("Die Datei ist leer.", ())
    long = "Die Datei " + "ist " * 30 + "lang."
    assert wording.unreadable([Problem(0, "", "", long)]) == ("Diese Datei lässt sich so nicht lesen.", (long,))


def test_every_column_says_what_it_was_read_as() -> None:
    assert wording.read_as(MELDUNGEN, ("Nr.", "Umsetzungsstand", "Datum", "", "bisher Status", "Raum")) == [
        ("Nr.", "Nr."), ("Umsetzungsstand", "Status"), ("Datum", "Stand"), ("bisher Status", "zeigt nur, was gilt"),
        ("Raum", "wird nicht gelesen"),
    ]  # fmt: skip
    assert wording.read_as(MELDUNGEN, ("Datum", "Stand")) == [("Datum", "wird nicht gelesen"), ("Stand", "Stand")]
    assert wording.read_as(MELDUNGEN, ()) == []
