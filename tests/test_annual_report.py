"""The Jahresbericht in sentences: what was reached, what was not and why, and every measure in the annex."""

from dataclasses import replace
from decimal import Decimal

import pytest
from annual_report_lines import SMALL, YEAR_END, lines, report, section, table
from counties import county_of

from audit_core.agreement import Consultation, Event, FieldOfAction, KeyFigure
from audit_core.dates import parse as date_of
from audit_core.standing import STALE_DAYS
from audit_core.tables.blocks import Report, headings


@pytest.fixture(scope="module")
def small() -> Report:
    return report(county_of(SMALL))


def test_the_result_says_how_far_and_what_is_late_in_sentences(small: Report) -> None:
    finding, course, still_open = (line.replace("\u00a0", " ") for line in section(small, "Das Ergebnis in Kürze")[:3])
    assert finding == "Eine von vier Maßnahmen ist umgesetzt, eine Maßnahme und ein Meilenstein sind überfällig."
    assert course == (
        "Am 31.12.2020 war keine von vier Maßnahmen umgesetzt. Im Jahr 2021 wurde eine Maßnahme umgesetzt. "
        "Von den Maßnahmen, die am 31.12.2020 auf einer Stufe von „nicht begonnen“ bis „umgesetzt“ standen, ist "
        "eine vorangekommen, keine ist zurückgefallen. "
        "Die einzige Daueraufgabe läuft. "
        "In einem Handlungsfeld liegt der Fortschritt unter dem, was nach den Fristen zu erwarten war: "
        "Handlungsfeld 1 (Fortschritt 75 %, erwartet 90 %). Für ein weiteres lässt sich das nicht sagen."
    )
    assert still_open == (
        "Einer von zwei Meilensteinen mit Frist im Jahr 2021 wurde fristgerecht erreicht, einer ist noch offen. "
        "Eine Maßnahme und ein Meilenstein sind überfällig; am 31.12.2020 war nichts überfällig. "
        "Am längsten, seit 365 Tagen: 1.1.1 Familienbüro. "
        "Zu zwei von vier offenen Maßnahmen gibt es keine aktuelle Meldung."
    )


def test_each_field_stands_beside_the_year_before_and_the_last_row_is_the_sum(small: Report) -> None:
    assert table(small, "Umgesetzt, Fortschritt") == [
        ["1 Handlungsfeld 1", "1 von 2", "0 von 2", "75 %", "90 %", "1", "1"],
        ["2 Handlungsfeld 2", "0 von 2", "0 von 2", "0 %", "–", "0", "0"],
        ["zusammen", "1 von 4", "0 von 4", "", "", "1", "1"],
    ]


def test_what_is_overdue_says_since_when_whose_it_is_and_its_grund_or_that_none_is_given(small: Report) -> None:
    assert section(small, "Überfällig") == [
        "Am 31.12.2021 sind eine Maßnahme und ein Meilenstein überfällig. In einem Fall ist kein Grund angegeben.",
        "1.1.1 Familienbüro",
        "Maßnahme insgesamt, seit 365 Tagen überfällig (Frist 31.12.2020), zuständig: Jugendamt. "
        "Ein Grund ist nicht angegeben.",
        "Meilenstein 2: Meilenstein 1.1.1/2, seit 61 Tagen überfällig (Frist 31.10.2021), zuständig: Jugendamt. "
        "Grund: Personal fehlt",
    ]


def test_what_left_the_plan_is_named_with_its_grund(small: Report) -> None:
    assert section(small, "Ersetzte und entfallene Maßnahmen") == [
        "Im Jahr 2021 wurde keine Maßnahme ersetzt, eine ist entfallen. "
        "Die Gründe stehen unter „Was nicht erreicht wurde und warum“.",
        "2.1.2 Familienpass",
    ]
    assert section(small, "Ersetzt oder entfallen")[1:] == [
        "2.1.2 Familienpass", "bisher in Vorbereitung · Zuständig: Sozialamt", "Grund: Kein Beschluss",
    ]  # fmt: skip


def test_a_grund_of_a_moved_frist_is_not_taken_for_the_one_of_leaving() -> None:
    found = report(
        county_of("""
        agreement ZV begin=01.01.2020
        measure 1.1.1 due=31.12.2020 title=Bus
        entry   1.1.1 in_progress 01.06.2021 new_due=31.12.2021 reason=Personal_fehlt
        entry   1.1.1 cancelled   01.12.2021
    """)
    )
    assert section(found, "Ersetzt oder entfallen")[1:] == [
        "1.1.1 Bus", "bisher keine Meldung · Zuständig: Amt A", "Ein Grund ist nicht angegeben.",
    ]  # fmt: skip
    assert table(found, "Fristen vor und nach") == [
        ["1.1.1 Bus", "31.12.2020", "31.12.2021", "365 Tage später", "einmal", "Personal fehlt"]
    ]


def test_successes_say_what_was_before_and_when_a_milestone_was_reached(small: Report) -> None:
    assert section(small, "Umgesetzte Maßnahmen") == [
        "Im Jahr 2021 wurde eine Maßnahme umgesetzt.", "1.1.2 Elternbrief",
        "bisher in Umsetzung · Stand 01.11.2021 · Jugendamt", "Sachstand: In allen Gemeinden verteilt",
    ]  # fmt: skip
    assert table(small, "Meilensteine, erreicht 2021") == [
        ["1 Meilenstein 1.1.1/1", "1.1.1 Familienbüro", "15.06.2021", "30.06.2021", "erledigt"]
    ]


def test_the_transition_table_leaves_out_only_what_is_empty(small: Report) -> None:
    assert table(small, "Wohin die Maßnahmen 2021 gingen") == [
        ["in Umsetzung", "1", "2", "", "", "", "3"],
        ["in Vorbereitung", "", "", "", "", "1", "1"],
        ["keine Meldung", "", "", "", "1", "", "1"],
        ["neu im Jahr", "", "", "1", "", "", "1"],
        ["Summe 31.12.2021", "1", "2", "1", "1", "1", "6"],
    ]


def test_every_measure_stands_in_the_annex_with_status_terminlage_and_milestones(small: Report) -> None:
    assert [heading.text for heading in headings(small.blocks) if heading.text[:2] in ("1.", "2.")] == [
        "1.1.1 Familienbüro", "1.1.2 Elternbrief", "2.1.1 Bürgerbus", "2.1.2 Familienpass", "2.1.3 Beratung",
        "2.1.4 Radwege",
    ]  # fmt: skip
    first = [line.replace("\u00a0", " ") for line in section(small, "1.1.1 Familienbüro")]
    assert first[:5] == [
        "Status: ▶ in Umsetzung (Stand 01.12.2020)", "Terminlage: ▲ überfällig, 365 Tage", "Frist: 31.12.2020",
        "Fortschritt: 50 %, erwartet 100 %", "Sachstand: kein Sachstand gemeldet",
    ]  # fmt: skip
    assert "2 Meilenstein 1.1.1/2 | 31.10.2021 | in Umsetzung | überfällig, 61 Tage | Stand 30.11.2021: " in first[-2]


def test_events_resolutions_and_kennzahlen_of_the_year_are_told_with_what_contradicts() -> None:
    made = replace(
        county_of("agreement ZV begin=01.01.2020\nmeasure 1.1.1 title=Bus"),
        events=(
            Event(date_of("2021-03-01"), "Zertifikat", "Urkunde überreicht", conflicts_with="15.03.2021"),
            Event(None, "Workshop", "Ziele gewählt"), Event(date_of("2022"), "Frist", "Ende"),
        ),
        consultations=(
            Consultation("7/1", "Bericht", "Kreistag", date_of("04.11.2021"), result="abgesagt"),
            Consultation("7/1", "Bericht", "Kreistag", date_of("02.12.2021"), 40, 0, 1, None, "beschlossen"),
        ),
        key_figures=(
            KeyFigure("Mittel", date_of("2020"), Decimal(500), "1", "Euro"),
            KeyFigure("Mittel", date_of("2021"), Decimal(480), "1", "Euro (ca.)", source="A"),
            KeyFigure("Mittel", date_of("2021"), Decimal(490), "1", "Euro", source="B"),
        ),
    )  # fmt: skip
    found = report(made)
    assert section(found, "Ereignisse des Audits")[:3:2] == [
        "Im Jahr 2021 ist ein Ereignis des Audits erfasst.",
        "01.03.2021 | Zertifikat | Urkunde überreicht (Widerspruch: Eine andere Angabe nennt 15.03.2021.) | ",
    ]
    assert section(found, "Ereignisse des Audits")[-1] == (
        "Ein Ereignis ist ohne Datum erfasst und keinem Jahr zuzuordnen: Workshop: Ziele gewählt."
    )
    assert section(found, "Beschlüsse und Beratungen") == [
        "Im Jahr 2021 wurde eine Vorlage in einer Beratung behandelt; eine Sitzung wurde abgesagt.",
        "Vorlage 7/1: Bericht",
        "04.11.2021, Kreistag: Die Sitzung fand nicht statt (abgesagt)",
        "02.12.2021, Kreistag: beschlossen (Ja 40, Nein 0, Enthaltung 1)",
    ]
    assert table(found, "Zuletzt und davor") == [
        ["Mittel", "2021: 480 Euro (ca.) oder 490 Euro", "2020: 500 Euro", "A; B"]
    ]


def test_stale_measures_and_those_without_a_meldung_stand_apart(small: Report) -> None:
    assert section(small, "Ohne jede Meldung")[1:] == ["2.1.1 Bürgerbus", "ohne Zuständigkeit"]
    stale = section(small, "Ohne aktuelle Meldung")
    assert stale[0] == f"Zu einer offenen Maßnahme ist die letzte Meldung älter als {STALE_DAYS} Tage."
    assert stale[1] == "2.1.3 Beratung"


def test_a_measure_taken_over_is_named_with_its_successor() -> None:
    found = report(
        county_of("""
        agreement Z1 begin=01.01.2018 end=31.12.2020
        agreement Z2 begin=01.01.2021
        measure 1.1.1 agreement=Z1 title=Bus
        measure 1.1.1 agreement=Z2 title=Rufbus predecessor=Z1/1.1.1
    """),
        YEAR_END,
        "Z1",
    )
    assert section(found, "Weitergeführte Maßnahmen") == [
        "Im Jahr 2021 wurde eine Maßnahme in eine folgende Zielvereinbarung übernommen.", "1.1.1 Bus",
        "weitergeführt als Z2 1.1.1 Rufbus",
    ]  # fmt: skip


def test_a_field_without_a_measure_is_named_below_the_goals() -> None:
    made = county_of("agreement ZV begin=01.01.2020\nmeasure 1.1.1 title=Bus")
    more = (*made.fields_of_action, FieldOfAction("2", "Wohnen"), FieldOfAction("3", "Bildung"))
    found = list(lines(report(replace(made, fields_of_action=more))))
    assert "In den Handlungsfeldern „Wohnen“ und „Bildung“ gibt es keine Maßnahme." in found
