"""What a Jahresbericht counts where two counts could be taken for one another."""

from dataclasses import replace
from datetime import date

from annual_report_lines import YEAR_END, lines, report, section, table
from counties import county_of

from audit_core.agreement import Consultation
from audit_core.dates import parse as date_of
from audit_core.standing import ALL, history, standing
from audit_core.tables.blocks import Figures
from audit_core.tables.years import grid, years


def test_a_vorlage_whose_only_sitting_was_called_off_was_not_dealt_with() -> None:
    made = replace(
        county_of("agreement ZV begin=01.01.2020\nmeasure 1.1.1 title=Bus"),
        consultations=(
            Consultation("7/1", "Bericht", "Kreistag", date_of("04.11.2021"), result="abgesagt"),
            Consultation("7/2", "Plan", "Kreistag", date_of("02.12.2021"), 40, 0, 1, None, "beschlossen"),
        ),
    )
    assert section(report(made), "Beschlüsse und Beratungen")[0] == (
        "Im Jahr 2021 wurde eine Vorlage in einer Beratung behandelt; eine Sitzung wurde abgesagt."
    )


def test_a_part_of_the_plan_without_a_permanent_task_does_not_speak_for_the_whole() -> None:
    made = county_of("""
        agreement ZV begin=01.01.2020
        measure 1.1.1 title=Bus responsible=Bauamt
        measure 1.1.2 title=Beratung responsible=Sozialamt permanent=yes
    """)
    assert section(report(made, office="Bauamt"), "Daueraufgaben") == [
        "In dieser Auswahl gibt es keine Daueraufgabe des Plans."
    ]
    without = county_of("agreement ZV begin=01.01.2020\nmeasure 1.1.1 title=Bus")
    assert section(report(without, agreement=ALL), "Daueraufgaben") == ["Der Plan führt keine Daueraufgabe."]


def test_an_open_milestone_of_a_running_year_is_still_open_and_not_yet_due() -> None:
    made = county_of("agreement ZV begin=01.01.2020\nmeasure 1.1.1\nmilestone 1.1.1/1 due=31.12.2021")
    assert "Der einzige Meilenstein mit Frist im Jahr 2021 ist noch offen, aber noch nicht fällig." in (
        section(report(made, date(2021, 6, 30)), "Erreichte Meilensteine")[0]
    )


def test_a_milestone_reached_before_its_year_is_no_contradiction_to_none_reached_in_it() -> None:
    made = county_of("""
        agreement ZV begin=01.01.2020
        measure   1.1.1
        milestone 1.1.1/1 due=30.11.2021
        milestone 1.1.1/2 due=30.03.2021
        milestone 1.1.1/3 due=30.12.2021
        entry     1.1.1/1 completed 01.12.2020
    """)
    assert section(report(made, date(2021, 6, 30)), "Erreichte Meilensteine")[0] == (
        "Im Jahr 2021 wurde kein Meilenstein erreicht. Einer von drei Meilensteinen mit Frist im Jahr 2021 wurde "
        "fristgerecht erreicht (schon vor 2021), zwei sind noch offen, davon einer noch nicht fällig."
    )


def test_the_result_says_what_its_figures_count_as_open() -> None:
    made = county_of("""
        agreement ZV begin=01.01.2020
        measure   1.1.1
        milestone 1.1.1/1
        measure   1.1.2
        milestone 1.1.2/1
        measure   1.1.3 permanent=yes responsible=Sozialamt
        entry     1.1.1 completed 01.06.2021
    """)
    permanent = "Zu den offenen Maßnahmen gehört hier auch eine Daueraufgabe, die N nicht mitzählt."
    assert section(report(made), "Das Ergebnis in Kürze")[3] == (
        f"Als offen zählen nur Meilensteine, deren Maßnahme offen ist: 1 der 2 noch nicht erreichten. {permanent}"
    )
    assert section(report(made, office="Sozialamt"), "Das Ergebnis in Kürze")[3] == permanent


def test_annex_b_explains_zuordnung_only_where_a_measure_has_one() -> None:
    made = county_of("agreement ZV begin=01.01.2020\nmeasure 1.1.1")
    given = replace(made, measures=tuple(replace(one, assignment="Quelle") for one in made.measures))
    told = [any(line.startswith("Zuordnung: Woher es stammt") for line in lines(report(one))) for one in (made, given)]
    assert told == [False, True]


def test_a_moved_frist_of_a_milestone_stands_as_a_day_and_its_shift_beside_it() -> None:
    made = county_of("""
        agreement ZV begin=01.01.2020
        measure   1.1.1
        milestone 1.1.1/1 due=01.01.2020
        entry     1.1.1/1 in_progress 01.06.2020 new_due=31.12.2020 reason=Personal_fehlt
    """)
    row = table(report(made), "Meilensteine zu 1.1.1")[0]
    assert (row[1], row[4].split(" · ")[0]) == ("31.12.2020", "Frist einmal verschoben, zuerst 01.01.2020")


def test_a_stand_is_told_in_the_words_of_the_office() -> None:
    made = county_of("""
        agreement ZV begin=01.01.2020
        measure 1.1.1 title=Bus responsible=Bauamt
        measure 1.1.2 title=Beratung responsible=Bauamt permanent=yes
        milestone 1.1.2/1
        entry 1.1.1 in_progress 2020
        entry 1.1.2/1 in_progress 2020
    """)
    stale = section(report(made), "Ohne aktuelle Meldung")
    assert stale[2] == "letzte Meldung: Stand 2020, seit 365 Tagen keine neue · Zuständig: Bauamt"
    assert table(report(made), "Daueraufgaben des Plans")[0][3] == "2020"


def test_a_measure_without_an_earlier_meldung_is_not_among_those_that_came_forward() -> None:
    """It was realised, but from „keine Meldung“, which R11 counts as „sonstige“; the same goes for what was put off."""
    made = county_of("""
        agreement ZV begin=01.01.2020
        measure 1.1.1
        measure 1.1.2
        measure 1.1.3
        entry 1.1.1 completed 01.06.2021
        entry 1.1.2 postponed 01.06.2020 reason=Mittel_fehlen
        entry 1.1.2 completed 01.06.2021
        entry 1.1.3 in_progress 01.06.2020
    """)
    course = section(report(made), "Das Ergebnis in Kürze")[1]
    assert course.startswith(
        "Am 31.12.2020 war keine von drei Maßnahmen umgesetzt. Im Jahr 2021 wurden zwei Maßnahmen umgesetzt. "
        "Die einzige Maßnahme, die am 31.12.2020 auf einer Stufe von „nicht begonnen“ bis „umgesetzt“ stand, ist weder "
        "vorangekommen noch zurückgefallen; die umgesetzten standen damals auf keiner dieser Stufen."
    )


def test_where_nothing_had_a_place_in_the_row_nothing_is_said_of_coming_forward() -> None:
    made = county_of("agreement ZV begin=01.01.2020\nmeasure 1.1.1\nentry 1.1.1 completed 01.06.2021")
    assert "vorangekommen" not in section(report(made), "Das Ergebnis in Kürze")[1]


LEAVING = """
    agreement ZV begin=01.01.2020
    measure   1.1.1
    milestone 1.1.1/1
    milestone 1.1.1/2
    measure   1.1.2
    milestone 1.1.2/1
    entry     1.1.1/1 completed 01.03.2021
    entry     1.1.1/2 completed 01.03.2021
    entry     1.1.2/1 completed 01.03.2020
"""


def test_more_milestones_reached_than_the_figure_rose_are_explained() -> None:
    found = report(county_of(f"{LEAVING}    entry 1.1.2 cancelled 01.03.2021 reason=Kein_Beschluss"))
    figures = next(block for block in found.blocks if isinstance(block, Figures)).items
    assert (figures[1].label, figures[1].value, figures[1].change) == ("Meilensteine erreicht", "2 von 2", "+1")
    sentence, note = section(found, "Erreichte Meilensteine")[:2]
    assert sentence.startswith("Im Jahr 2021 wurden zwei Meilensteine erreicht.")
    assert note.startswith("Die Zahl „Meilensteine erreicht“ im Ergebnis änderte sich um +1: Sie vergleicht, ")


def test_where_both_counts_agree_no_note_stands() -> None:
    assert not any("änderte sich" in line for line in section(report(county_of(LEAVING)), "Erreichte Meilensteine"))


def test_a_trimmed_transition_table_keeps_its_sums() -> None:
    known = history(county_of(LEAVING))
    year = years(known, ALL, None, None, YEAR_END, YEAR_END, lambda when: standing(known, when))
    found = grid(year.balance).trimmed()
    assert (found.columns, found.sums, found.total) == (("umgesetzt",), (2,), 2)
    assert [(name, total, [count for count, _ in cells]) for name, cells, total in found.lines] == [
        ("umgesetzt", 1, [1]), ("keine Meldung", 1, [1]),
    ]  # fmt: skip
    assert len(grid(year.balance).columns) == 10


def test_the_annex_gives_the_grund_that_the_chapter_of_what_was_not_reached_gives() -> None:
    found = report(
        county_of("""
        agreement ZV begin=01.01.2020
        measure 1.1.1 title=Bus
        entry   1.1.1 postponed 30.06.2021 reason=Mittel_fehlen
        entry   1.1.1 postponed 31.12.2021
    """)
    )
    assert "Grund (Stand 30.06.2021): Mittel fehlen" in section(found, "Zurückgestellt")
    assert "Grund: Mittel fehlen (Stand 30.06.2021)" in section(found, "1.1.1 Bus")
