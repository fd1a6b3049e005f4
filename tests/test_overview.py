"""The tables of the Überblick by counties worked out by hand: four figures, bars, lists, table (R0–R10, R15)."""

from datetime import date

from counties import county, county_of, measure
from overview_by_hand import COUNTY, seen

from audit_core import terms
from audit_core.agreement import FieldOfAction
from audit_core.standing import Completion
from audit_core.tables import status_document
from audit_core.tables.lines import Figure
from audit_core.tables.overview import COLUMNS, Overview
from audit_core.wording.situation import permanent_tasks


def figures(found: Overview) -> list[tuple[str, str, str, str, str]]:
    return [(f.value, f.change, f.arrow, f.tone, f.share) for f in found.figures]


def test_the_finding_says_how_far_and_what_is_overdue() -> None:
    assert seen().finding == "Eine von 5 Maßnahmen ist umgesetzt, eine Maßnahme ist überfällig."


def test_what_is_due_today_is_overdue_from_tomorrow() -> None:
    found = seen(day="2021-01-01")
    assert found.finding == "Eine von 5 Maßnahmen ist umgesetzt, 3 Fristen sind überschritten."
    assert [(line.title, line.right) for line in found.overdue] == [
        ("Maßnahme 2.2", "93 Tage"), ("Maßnahme 1.1", "1 Tag"), ("Meilenstein 1.1/2", "1 Tag"),
    ]  # fmt: skip


def test_permanent_tasks_are_counted_beside_the_completion() -> None:
    assert seen().permanent == "1 von 2 Daueraufgaben läuft."
    assert permanent_tasks(Completion(0, 0, 0, 1)) == "0 von 1 Daueraufgabe läuft."
    assert permanent_tasks(Completion(3, 4, 0, 0)) == ""


def test_the_four_figures_with_their_change_since_the_comparison_day() -> None:
    """Before (31.12.2019) only 1.1 and 2.1 exist by their first Meldung; open then are both, none is stale."""
    assert figures(seen()) == [
        ("1 von 5", "+1", "up", "green", "20,0\xa0%"),
        ("1 von 3", "+1", "up", "green", "33,3\xa0%"),
        ("0 von 2", "±0", "off", "gray", "0\xa0% der offenen"),
        ("3 von 4", "+3", "up", "red", "75,0\xa0% der offenen"),
    ]


def test_fewer_overdue_is_green_and_points_down() -> None:
    text = """
    measure   1.1
    milestone 1.1/1 due=30.06.2020
    entry     1.1/1 completed 31.03.2021
    entry     1.1 in_progress 31.03.2021
    """
    late = seen(text, "2021-04-01", "2020-12-31").figures[2]
    assert late == Figure("Meilensteine überfällig", "–", "−1", "down", "green", "")


def test_an_overdue_milestone_of_a_running_permanent_task_is_no_part_of_the_open_ones() -> None:
    """R5: it is overdue though its measure is fulfilled; `milestones.open` (§8) counts only those of open measures."""
    text = """
    measure   1.1 permanent=yes
    milestone 1.1/1 due=30.06.2020
    entry     1.1 ongoing 31.12.2019
    """
    late = seen(text).figures[2]
    assert (late.value, late.share) == ("1", "")


def test_the_key_counts_every_measure_in_the_order_shown() -> None:
    found = seen()
    assert found.heading == "Stand der 7 Maßnahmen je Handlungsfeld"
    assert found.key == (("completed", 1), ("ongoing", 1), ("in_progress", 2), ("no_report", 2), ("postponed", 1))


def test_a_row_per_handlungsfeld_with_completion_progress_and_expected() -> None:
    """Field 1: 1.1 by milestones ½, 1.2 fulfilled: 75 %; expected 1.1 fully due, 1.2 366 of 1095 days: mean 0,667."""
    first, second = seen().fields
    assert (first.completed, first.progress, first.expected_text) == ("1 von 2", 0.75, "erwartet 67\xa0%")
    assert first.counts == (("completed", 1), ("in_progress", 1))
    assert (second.completed, second.progress, second.expected_text) == ("0 von 3", 0.0, "erwartet 50\xa0%")


def test_an_expected_progress_of_some_measures_says_of_how_many() -> None:
    text = "measure 1.1 due=31.12.2020\nmeasure 1.2\nentry 1.1 in_progress 2020"
    assert seen(text).fields[0].expected_text == "erwartet 100\xa0% aus 1 von 2"
    assert seen(text).sheet.columns["erwartet aus"] == ["1 von 2"]
    assert seen(text).columns["aus"] == ["1 von 2"]
    assert "aus" not in seen().columns
    assert seen(text).partly and not seen().partly


def test_a_field_without_a_frist_expects_nothing() -> None:
    bar = seen("measure 1.1\nentry 1.1 in_progress 2020").fields[0]
    assert (bar.expected, bar.expected_text) == (None, "erwartet –")


def test_a_field_without_measures_is_shown_as_such_but_not_in_the_view_of_an_office() -> None:
    text = county([measure("1.1")], fields=[FieldOfAction("1", "Eins"), FieldOfAction("2", "Zwei")])
    assert [(bar.title, bar.completed) for bar in seen(text).fields] == [
        ("Eins", "0 von 1"),
        ("Zwei", "keine Maßnahme"),
    ]
    assert [bar.title for bar in seen(text, office="Amt A").fields] == ["Eins"]


def test_the_lists_say_what_is_overdue_changed_and_next() -> None:
    found = seen()
    assert [(x.title, x.below, x.right, x.right_below) for x in found.overdue] == [
        ("Maßnahme 2.2", "Amt A · Nr. 2.2", "92 Tage", "Frist 30.09.2020")
    ]
    assert [(x.title, x.below, x.word) for x in found.changed] == [
        ("Maßnahme 2.1", "bisher in Umsetzung", "zurückgestellt"),
        ("Maßnahme 2.4", "neu im Plan", "Daueraufgabe"),
        ("Maßnahme 2.2", "neu im Plan", "in Umsetzung"),
        ("Maßnahme 1.2", "neu im Plan", "umgesetzt"),
        ("Maßnahme 2.3", "neu im Plan", "keine Meldung"),
        ("Maßnahme 2.5", "neu im Plan", "keine Meldung"),
    ]
    assert (found.changed_heading, found.changed_link) == ("Geändert seit 31.12.2019", "alle 6")
    assert [(x.title, x.right) for x in found.coming] == [
        ("Maßnahme 1.1", "31.12.2020"), ("Meilenstein 1.1/2", "31.12.2020"), ("Meilenstein 2.3/1", "15.01.2021"),
    ]  # fmt: skip
    assert (found.overdue_link, found.coming_link) == ("", "alle 3 in 30 Tagen")


def test_without_a_frist_in_30_days_the_next_ones_are_shown() -> None:
    text = "measure 1.1 due=31.12.2021\nmeasure 1.2 due=30.06.2021\nmeasure 1.3 due=31.12.2022\nmeasure 1.4"
    found = seen(text)
    assert [line.right for line in found.coming] == ["30.06.2021", "31.12.2021", "31.12.2022"]
    assert found.coming_link == "alle 3"
    assert [line.below for line in found.coming_short] == ["", ""]


def test_a_measure_taken_over_is_told_with_a_word_of_its_own() -> None:
    text = """
    agreement Z1 begin=01.01.2019 end=31.12.2019
    agreement Z2 begin=01.01.2020
    measure   1.1 agreement=Z1
    measure   1.2 agreement=Z2 predecessor=Z1/1.1
    entry     1.1 in_progress 30.06.2019 agreement=Z1
    """
    assert ("Maßnahme 1.1", "bisher in Umsetzung", "übernommen") in [
        (x.title, x.below, x.word) for x in seen(text).changed
    ]


def test_an_office_sees_its_measures_and_only_its_own_items_as_overdue() -> None:
    """Kreistag: 1.2 and a milestone in 1.1, due today; 2.2 is another office's."""
    found = seen(office="Kreistag")
    assert found.finding == "Kreistag: eine von 2 Maßnahmen ist umgesetzt, nichts ist überfällig."
    assert found.overdue == ()
    assert seen(day="2021-01-01", office="Kreistag").overdue[0].title == "Meilenstein 1.1/2"


def test_no_measure_says_what_to_do_next() -> None:
    assert "unter „Meldungen“ hoch" in seen(county()).help
    early = seen("agreement ZV begin=01.01.2020\nmeasure 1.1", "2019-06-30", "2018-06-30")
    assert early.finding == "Es gibt noch keine Maßnahme."
    assert early.help.startswith("Am 30.06.2019 gibt es in dieser Auswahl noch keine Maßnahme. Wählen Sie")


def test_short_names_of_handlungsfelder_leave_room_for_the_figures() -> None:
    def named(title: str) -> int:
        return seen(county([measure("1.1")], fields=[FieldOfAction("1", title)])).widths["Handlungsfeld"]

    assert (named("Bildung"), named("Miteinander der Generationen"), named("Ausschuss " * 9)) == (110, 191, 262)
    assert seen().widths["von"] == 43


def test_an_office_without_a_measure_where_others_have_some_is_told_so() -> None:
    found = seen(office="Forstamt")
    assert found.finding == "Forstamt: noch keine Maßnahme."
    assert found.help == (
        "Am 31.12.2020 ist diese Stelle für keine Maßnahme zuständig. "
        "Wählen Sie oben alle Stellen oder einen späteren Stichtag."
    )


def test_the_table_has_the_numbers_of_the_command_line() -> None:
    document = status_document(county_of(COUNTY), date(2020, 12, 31))
    columns = seen().sheet.columns
    assert columns["Maßnahmen umgesetzt"] == [row["completion"]["n"] for row in document["fields_of_action"]] + [1]
    assert columns["von"] == [row["completion"]["of"] for row in document["fields_of_action"]] + [5]
    assert columns["Maßnahmen überfällig"] == [0, 1, document["overdue"]["measures"]]
    assert columns["in Umsetzung"] == [1, 1, 2]
    assert columns["Daueraufgaben laufen"] == [None, "1 von 2", "1 von 2"]
    assert columns["Fortschritt in %"] == [75.0, 0.0, None]
    assert seen().columns["Fortschritt"] == ["75,0\xa0%", "0,0\xa0%", None]


def test_the_table_on_the_page_has_short_heads_and_the_file_the_whole_ones() -> None:
    assert list(seen().columns)[:9] == [
        "HF", "Handlungsfeld", "umgesetzt", "von", "Fortschritt", "erwartet", "▲ Maßn.", "▲ Meilenst.", "Daueraufg.",
    ]  # fmt: skip
    assert seen().columns["▲ Maßn."] == seen().sheet.columns["Maßnahmen überfällig"] == [0, 1, 1]
    assert seen().sheet.header[:10] == (
        "Nr.", "Handlungsfeld", "Maßnahmen umgesetzt", "von", "Fortschritt in %", "erwartet in %", "erwartet aus",
        "Maßnahmen überfällig", "Meilensteine überfällig", "Daueraufgaben laufen",
    )  # fmt: skip


def test_every_head_is_there_once_and_what_matters_fits_a_wide_screen() -> None:
    """The left column has 807 px on a screen of 1440; the statuses behind them may be scrolled to."""
    assert len({column.head for column in COLUMNS}) == len(COLUMNS) == len(seen().sheet.header)
    wide = {column.head: column.width for column in COLUMNS}
    assert sum(list(wide.values())[:9]) == 797
    assert list(wide)[8] == "▲ Meilenst."
    assert {column.head[2:] for column in COLUMNS[10:]} == {row.label for row in terms.STATUS.values()}


def test_the_file_is_german_and_runs_no_formula() -> None:
    text = county([measure("1.1")], fields=[FieldOfAction("1", "=SUM(A1)")])
    lines = seen(text).sheet.csv.decode("utf-8-sig").splitlines()
    assert lines[0].startswith("Nr.;Handlungsfeld;Maßnahmen umgesetzt;von;Fortschritt in %;")
    assert lines[1].startswith("1;'=SUM(A1);0;1;0,0;;;0;0;;0;0")
    assert seen(text).sheet.csv.startswith(b"\xef\xbb\xbf")


def test_the_view_of_an_office_says_how_many_are_overdue_but_no_part_of_others() -> None:
    """On 01.01.2021 the Kreistag is late with milestone 2 of 1.1; other open milestones there are not its own."""
    late = seen(day="2021-01-01", office="Kreistag").figures[2]
    assert (late.label, late.value, late.share, late.change) == ("Meilensteine überfällig", "1", "", "+1")
    nothing = seen(office="Kreistag").figures[2]
    assert (nothing.value, nothing.share, nothing.change) == ("0", "", "±0")
    assert seen(day="2021-01-01").figures[2].value == "1 von 2"
