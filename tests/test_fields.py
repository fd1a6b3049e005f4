"""One Handlungsfeld by a county worked out by hand: finding, figures, rows by Ziel, what changed (R0–R10, R15)."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from counties import county_of

from audit_core import dates
from audit_core.agreement import County, FieldOfAction, KeyFigure
from audit_core.standing import history, standing
from audit_core.tables.fields import FieldPage, MeasureLine, field_page, no_field, whole
from audit_core.tables.situation import situation

COUNTY = """
agreement ZV begin=01.01.2020 end=31.12.2022
measure   1.1 due=31.12.2020 responsible=Jugendamt
milestone 1.1/1 due=30.06.2020
milestone 1.1/2 due=31.10.2020 responsible=Kreistag
measure   1.2 due=31.03.2020
measure   1.3 due=30.11.2020
measure   1.4 permanent=yes
measure   1.5
measure   1.10 due=15.01.2021
measure   2.1 due=30.06.2020
entry     1.1 in_progress 31.01.2020
entry     1.1/1 completed 30.05.2020
entry     1.2 completed 30.04.2020
entry     1.3 postponed 30.09.2020
entry     1.4 in_progress 31.12.2020
entry     1.5 cancelled 30.11.2020
entry     1.10 preparing 30.11.2020 progress=25
"""
# Field 1 on 31.12.2020: 1.1 in Umsetzung and due that day, its milestone 2 overdue by 61 days; 1.2 umgesetzt, 30 days
# late; 1.3 zurückgestellt; 1.4 a running permanent task; 1.5 left; 1.10 in Vorbereitung. Field 2: 2.1 overdue.


def of_goals(**goals: str) -> County:
    """The county with a Ziel at some of its measures, ‚m1_1‘ for 1.1; field 1 is named and described."""
    plan = county_of(COUNTY)
    named = {name[1:].replace("_", "."): goal for name, goal in goals.items()}
    return replace(
        plan,
        measures=tuple(replace(row, goal=named.get(row.number, "")) for row in plan.measures),
        fields_of_action=(
            FieldOfAction("1", "Bildung", "Gute Chancen", "Bildung im Umfeld"), FieldOfAction("2", "Wohnen"),
            FieldOfAction("3", "Leer"),
        ),
    )  # fmt: skip


def seen(
    field: str = "1", plan: County | None = None, day: str = "2020-12-31", before: str = "2020-03-31",
    agreement: str = "all", office: str | None = None,
) -> FieldPage:  # fmt: skip
    known = history(plan or of_goals())
    days = date.fromisoformat(day), date.fromisoformat(before)
    return field_page(whole(standing(known, days[0]), standing(known, days[1]), agreement, office), field)


def rows(found: FieldPage) -> dict[str, MeasureLine]:
    return {line.number: line for goal in found.goals for line in goal.measures}


def test_the_finding_says_how_far_the_field_is_and_what_is_overdue_in_it() -> None:
    assert seen().finding == "Bildung: 1 von 4 Maßnahmen umgesetzt, ein Meilenstein überfällig."
    assert seen("2").finding == "Wohnen: noch keine Meldung, eine Maßnahme überfällig."


def test_the_quiet_line_names_number_leitthema_and_lsz_field() -> None:
    assert seen().described == "Handlungsfeld 1 · Leitthema: Gute Chancen · LSZ-Handlungsfeld: Bildung im Umfeld"
    assert seen("2").described == "Handlungsfeld 2"


def test_the_four_figures_are_those_of_the_field_with_their_change() -> None:
    """On 31.03.2020 all of the field exist, 1.1 in Umsetzung, nothing else is reported, nothing overdue.

    Open and not postponed at the end are 1.1 and 1.10 and by its plan 1.4; silent since May is 1.1: 215 days.
    """
    assert [(f.label, f.value, f.change, f.share) for f in seen().figures] == [
        ("Maßnahmen umgesetzt", "1 von 4", "+1", "25,0\xa0%"),
        ("Meilensteine erreicht", "1 von 2", "+1", "50,0\xa0%"),
        ("Überfällig", "1", "+1", "nur ein Meilenstein"),
        ("Ohne aktuelle Meldung", "1 von 3", "+1", "33,3\xa0% der offenen"),
    ]


def test_the_row_of_the_field_is_the_one_of_the_situation() -> None:
    now = situation(standing(history(of_goals()), date(2020, 12, 31)))
    assert [seen(number).row for number in ("1", "2", "3")] == list(now.fields)


def test_measures_stand_in_natural_order_with_status_terminlage_and_progress() -> None:
    found = rows(seen())
    assert list(found) == ["1.1", "1.2", "1.3", "1.4", "1.5", "1.10"]
    assert {n: (row.schedule, row.schedule_text, row.schedule_below) for n, row in found.items()} == {
        "1.1": ("due_soon", "heute fällig", "Frist 31.12.2020"),
        "1.2": ("done_late", "verspätet erledigt", "30 Tage nach der Frist"),
        "1.3": ("on_hold", "ruht", "Frist 30.11.2020"),
        "1.4": ("no_due", "ohne Frist", ""),
        "1.5": ("left", "–", ""),
        "1.10": ("due_soon", "in 15 Tagen", "Frist 15.01.2021"),
    }
    assert {n: (row.percent, row.expected_text) for n, row in found.items()} == {
        "1.1": ("50\xa0%", "erwartet 100\xa0%"),
        "1.2": ("100\xa0%", "erwartet 100\xa0%"),
        "1.3": ("–", "erwartet 100\xa0%"),
        "1.4": ("–", ""),
        "1.5": ("–", ""),
        "1.10": ("25\xa0%", "erwartet 96\xa0%"),
    }


def test_a_row_says_whose_it_is_and_which_milestones_are_overdue() -> None:
    found = rows(seen())
    assert (found["1.1"].below, found["1.1"].overdue_milestones) == ("Jugendamt", "1 Meilenstein überfällig")
    assert found["1.2"].overdue_milestones == ""
    assert found["1.4"].status_note == "Daueraufgabe"


def test_what_is_overdue_shows_its_days() -> None:
    line = rows(seen("2"))["2.1"]
    assert (line.schedule, line.schedule_text) == ("overdue", "184 Tage")


def test_goals_stand_in_the_order_of_their_first_measure_with_their_own_completion() -> None:
    found = seen(plan=of_goals(m1_1="Schulen", m1_3="Schulen", m1_2="Kitas", m1_4="Treffpunkte"))
    assert [(goal.title, goal.summary, goal.overdue, [m.number for m in goal.measures]) for goal in found.goals] == [
        ("Schulen", "0 von 2 umgesetzt", "1 überfällig", ["1.1", "1.3"]),
        ("Kitas", "1 von 1 umgesetzt", "", ["1.2"]),
        ("Treffpunkte", "1 von 1 Daueraufgabe läuft", "", ["1.4"]),
        ("ohne Ziel", "0 von 1 umgesetzt", "", ["1.5", "1.10"]),
    ]


def test_without_any_goal_there_is_one_group_without_a_heading() -> None:
    (group,) = seen().goals
    assert (group.title, group.shown) == ("", 6)


@pytest.mark.parametrize(
    ("measures", "goals", "shown"), [(14, 2, [7, 7]), (90, 2, [6, 6]), (90, 9, [2] * 9), (15, 5, [3] * 5)]
)
def test_of_many_measures_each_goal_shows_its_first_ones(measures: int, goals: int, shown: list[int]) -> None:
    plan = county_of("\n".join(f"measure 1.{n}" for n in range(measures)))
    plan = replace(plan, measures=tuple(replace(m, goal=f"Z{n % goals}") for n, m in enumerate(plan.measures)))
    found = seen(plan=plan)
    assert [goal.shown for goal in found.goals] == shown
    assert sum(len(goal.measures) for goal in found.goals) == measures


def test_the_agreement_is_named_only_where_a_field_shows_several() -> None:
    text = "agreement A begin=2018\nagreement B begin=2019\nmeasure 1.1 agreement=A\nmeasure 1.1 agreement=B"
    found = [line.below for goal in seen(plan=county_of(text)).goals for line in goal.measures]
    assert found == ["Amt A · A", "Amt A · B"]
    assert [line.below for goal in seen(plan=county_of(text), agreement="A").goals for line in goal.measures] == [
        "Amt A"
    ]


def test_permanent_tasks_are_counted_and_listed() -> None:
    found = seen()
    assert found.permanent == "1 von 1 Daueraufgabe läuft."
    assert [line.number for line in found.permanent_lines] == ["1.4"]


def test_what_changed_is_only_what_belongs_to_the_field() -> None:
    found = seen()
    assert found.changed_heading == "Geändert seit 31.03.2020"
    assert [(line.title, line.below, line.code) for line in found.changed] == [
        ("Maßnahme 1.4", "bisher keine Meldung", "in_progress"),
        ("Maßnahme 1.5", "bisher keine Meldung", "cancelled"),
        ("Maßnahme 1.10", "bisher keine Meldung", "preparing"),
        ("Maßnahme 1.3", "bisher keine Meldung", "postponed"),
        ("Maßnahme 1.2", "bisher keine Meldung", "completed"),
    ]
    assert found.changed_link == "alle 5"
    assert seen("2").changed == () and seen("2").changed_link == ""


def test_the_view_of_an_office_counts_only_its_own_items() -> None:
    """The Kreistag has only milestone 2 of 1.1, which is overdue; 1.1 is shown, but that it is stale is not its own."""
    found = seen(office="Kreistag")
    assert found.finding == "Kreistag, Handlungsfeld 1: 0 von 1 umgesetzt, eine Frist überschritten."
    assert list(rows(found)) == ["1.1"]
    assert [(f.label, f.value) for f in found.figures][2:] == [("Überfällig", "1"), ("Ohne aktuelle Meldung", "–")]


def test_the_table_has_every_measure_of_the_field() -> None:
    found = seen(plan=of_goals(m1_1="Schulen"))
    columns = found.sheet.columns
    assert columns["Nr."] == ["1.1", "1.2", "1.3", "1.4", "1.5", "1.10"]
    assert columns["Ziel"] == ["Schulen", None, None, None, None, None]
    assert columns["Terminlage"] == [
        "bald fällig", "verspätet erledigt", "ruht", "ohne Frist", None, "bald fällig",
    ]  # fmt: skip
    assert columns["Fortschritt in %"] == [50.0, 100.0, None, None, None, 25.0]
    assert columns["Daueraufgabe"] == ["nein", "nein", "nein", "ja", "nein", "nein"]
    assert columns["Meilensteine überfällig"] == [1, 0, 0, 0, 0, 0]
    assert b"ZV;1.1;Schulen;" in found.sheet.csv


def test_kennzahlen_after_the_stichtag_are_counted_and_not_shown() -> None:
    values = [KeyFigure("Plätze", dates.parse(year), Decimal(10), "1") for year in ("2019", "2020", "2021")]
    found = seen(plan=replace(of_goals(), key_figures=tuple(values)))
    assert [value.day.text for value in found.key_figures[0].values] == ["2019", "2020"]
    assert found.later_values == "1 weitere Angabe zu Tagen nach dem 31.12.2020."
    assert seen("2", plan=replace(of_goals(), key_figures=tuple(values))).key_figures == ()


def test_a_field_without_a_measure_says_what_to_do() -> None:
    found = seen("3")
    assert found.finding == "Leer: keine Maßnahme."
    assert "noch keine Maßnahme" in found.help and "„massnahmen.csv“" in found.help
    assert found.figures == () and found.goals == () and found.bar is None


def test_a_field_whose_measures_are_not_in_the_selection_says_which_selection_has_them() -> None:
    text = "agreement A begin=2018\nagreement B begin=2019\nmeasure 1.1 agreement=A responsible=Kreistag"
    found = seen(plan=county_of(text), agreement="B", office="Jugendamt")
    assert found.finding == "Handlungsfeld 1: keine Maßnahme in dieser Auswahl."
    assert found.help == (
        "Der Plan hat in diesem Handlungsfeld 1 Maßnahme, in dieser Auswahl am 31.12.2020 keine. "
        "Wählen Sie oben alle Stellen, alle Zielvereinbarungen oder einen anderen Stichtag."
    )
    early = seen(plan=county_of(text), day="2017-12-31", before="2016-12-31")
    assert early.help.endswith("Wählen Sie oben einen anderen Stichtag.")


def test_a_field_that_only_measures_name_is_known_by_its_number() -> None:
    plan = replace(county_of("measure 9.1"), fields_of_action=())
    assert seen("9", plan=plan).finding == "Handlungsfeld 9: noch keine Meldung, nichts überfällig."


def test_a_county_without_fields_says_what_to_load() -> None:
    headline, help_text = no_field()
    assert headline == "Es gibt noch keine Handlungsfelder."
    assert "„handlungsfelder.csv“" in help_text
