"""One measure opened: finding, status line, hints, time line rows, Steckbrief and relations, worked out by hand."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from counties import county_of

from audit_core import dates
from audit_core.agreement import Consultation, County, KeyFigure, MeasureKey
from audit_core.standing import history, standing
from audit_core.tables.measure import Opened, opened
from audit_core.tables.measure_course import CourseRow, Stretch
from audit_core.tables.measure_history import courses

KEY: MeasureKey = ("ZV", "1.1")
BUS = """
agreement ZV begin=01.01.2019 end=31.12.2022
measure   1.1 title=Bürgerbus due=30.04.2020 responsible=Stadt
milestone 1.1/1 due=31.12.2019
milestone 1.1/2
milestone 1.1/3 due=30.04.2020
milestone 1.1/4
entry     1.1/1 in_progress 12.2018
entry     1.1/1 completed 2019
entry     1.1/3 preparing 11.2019
entry     1.1/3 preparing 02.2020 new_due=31.05.2020
entry     1.1/3 preparing 03.2020 new_due=02.06.2020 reason=Fahrzeug_fehlt
entry     1.1/3 completed 01.09.2020
entry     1.1/4 in_progress 12.2019
entry     1.1 completed 10.2020
"""
# On 31.12.2021: the measure is done since 31.10.2020, its first reading 01.10.2020 is 154 days after 30.04.2020;
# milestone 3 was moved twice and came 91 days after 02.06.2020; 2 has no entry and no Frist, 4 runs without a Frist.


def seen(text: str = BUS, day: str = "2021-12-31", key: MeasureKey = KEY) -> Opened:
    return of(county_of(text), day, key)


def of(county: County, day: str = "2021-12-31", key: MeasureKey = KEY) -> Opened:
    return opened(standing(history(county), date.fromisoformat(day)), key, courses(county))


def row(found: Opened, number: str) -> CourseRow:
    return next(row for row in found.rows if row.number == number)


def words(found: Opened, number: str) -> list[str]:
    return [remark.text.replace("\xa0", " ") for remark in row(found, number).remarks]


def line(found: Opened) -> list[str]:
    assert found.line is not None
    return [found.line.status, found.line.schedule, *found.line.words]


def test_the_finding_and_the_line_below_it_name_status_terminlage_milestones_and_frist() -> None:
    found = seen()
    assert found.finding == "Bürgerbus: umgesetzt, 154 Tage nach der Frist."
    assert line(found) == [
        "completed", "verspätet erledigt, 154 Tage", "2 von 4 Meilensteinen erreicht", "Frist 30.04.2020",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("entries", "due", "expected"),
    [
        ("", "31.12.2020", "A: keine Meldung, seit 365 Tagen überfällig."),
        ("entry 1.1 in_progress 12.2020", "30.12.2021", "A: in Umsetzung, seit 1 Tag überfällig."),
        ("entry 1.1 in_progress 12.2020", "31.12.2021", "A: in Umsetzung, Frist heute."),
        ("entry 1.1 in_progress 12.2020", "15.01.2022", "A: in Umsetzung, Frist in 15 Tagen."),
        ("entry 1.1 preparing 12.2020", "31.12.2022", "A: in Vorbereitung, Frist am 31.12.2022."),
        ("entry 1.1 partly 12.2020", "", "A: teilweise umgesetzt, ohne Frist."),
        ("entry 1.1 completed 12.2020", "31.12.2020", "A: umgesetzt, in der Frist."),
        ("entry 1.1 completed 12.2020", "", "A: umgesetzt."),
        ("entry 1.1 ongoing 12.2020", "31.12.2020", "A: Daueraufgabe."),
        ("entry 1.1 postponed 12.2020", "31.12.2020", "A: zurückgestellt."),
        ("entry 1.1 cancelled 12.2020", "31.12.2020", "A: entfallen."),
    ],
)
def test_the_finding_is_one_sentence_in_every_terminlage(entries: str, due: str, expected: str) -> None:
    text = f"agreement ZV begin=01.01.2020\nmeasure 1.1 title=A {f'due={due}' if due else ''}\n{entries}"
    assert seen(text).finding == expected


def test_an_open_measure_says_progress_expectation_shift_silence_and_where_its_status_comes_from() -> None:
    found = seen("""
        agreement ZV begin=01.01.2020
        measure   1.1 title=A due=31.12.2020
        milestone 1.1/1 due=30.06.2020
        milestone 1.1/2 due=31.12.2022
        entry     1.1/1 completed 30.06.2020
    """)
    assert line(found) == [
        "in_progress", "überfällig, 365 Tage", "1 von 2 Meilensteinen erreicht", "Frist 31.12.2020",
        "Fortschritt 50\xa0%, erwartet 50\xa0%", "Status aus den Meilensteinen", "seit 549 Tagen keine Meldung",
    ]  # fmt: skip
    assert found.line is not None and found.line.sign == "▲"


@pytest.mark.parametrize(
    ("day", "words"),
    [("2020-06-30", ""), ("2020-07-01", "1 Meilenstein überfällig"), ("2021-01-01", "2 Meilensteine überfällig")],
)
def test_the_line_names_the_milestones_that_are_overdue(day: str, words: str) -> None:
    found = seen("""
        agreement ZV begin=01.01.2020
        measure   1.1 title=A
        milestone 1.1/1 due=30.06.2020
        milestone 1.1/2 due=31.12.2020
        entry     1.1 in_progress 01.01.2020
    """, day)
    assert found.line is not None and found.line.overdue == words


def test_the_time_line_has_a_row_for_the_measure_with_a_frist_and_for_every_milestone() -> None:
    found = seen()
    assert [r.number for r in found.rows] == ["", "1", "2", "3", "4"]
    assert words(found, "") == ["✓ 10.2020, 154 Tage nach der Frist 30.04.2020"]
    assert words(found, "1") == ["✓ 2019, Frist 31.12.2019"]
    assert words(found, "2") == ["? keine Meldung"]
    assert words(found, "3") == [
        "✓ 01.09.2020, 91 Tage nach der Frist", "erste Frist 30.04.2020", "2-mal verschoben auf 02.06.2020",
    ]  # fmt: skip
    assert words(found, "4") == ["▶ in Umsetzung seit 12.2019"]


def test_a_row_keeps_every_frist_what_lasted_and_what_lay_beyond_the_frist() -> None:
    third = row(seen(), "3")
    assert third.moved == (date(2020, 4, 30), date(2020, 5, 31))
    assert (third.due, third.reached) == (date(2020, 6, 2), date(2020, 9, 1))
    assert third.stretches == (Stretch("preparing", date(2019, 11, 30), date(2020, 9, 1)),)
    assert third.beyond == (date(2020, 6, 2), date(2020, 9, 1))
    assert row(seen(), "4").stretches == (Stretch("in_progress", date(2019, 12, 31), date(2021, 12, 31)),)


def test_on_an_earlier_stichtag_only_what_was_known_to_be_is_drawn() -> None:
    """15.03.2020: the entry of „03.2020“ counts from 31.03. on; the measure's status comes from its milestones."""
    found = seen(day="2020-03-15")
    assert words(found, "3") == [
        "▷ in Vorbereitung seit 11.2019", "erste Frist 30.04.2020", "verschoben auf 31.05.2020",
    ]  # fmt: skip
    assert words(found, "") == ["▶ in Umsetzung", "Frist 30.04.2020"]
    late = seen(day="2020-05-15")
    assert late.finding == "Bürgerbus: in Umsetzung, seit 15 Tagen überfällig."
    assert row(late, "").beyond == (date(2020, 4, 30), date(2020, 5, 15))


def test_a_moved_frist_that_runs_out_soon_says_both_in_one_remark() -> None:
    assert words(seen(day="2020-05-20"), "3") == [
        "▷ in Vorbereitung seit 11.2019", "erste Frist 30.04.2020", "2-mal verschoben auf 02.06.2020, bald fällig",
    ]  # fmt: skip


def test_a_measure_without_a_frist_has_no_row_beside_its_milestones_and_one_without_them_has_its_own() -> None:
    text = "agreement ZV begin=2020\nmeasure 1.1\nmeasure 1.2\nmilestone 1.1/1\n"
    assert [r.number for r in seen(text).rows] == ["1"]
    assert words(seen(text), "1") == ["? keine Meldung, ohne Frist"]
    assert [r.title for r in seen(text, key=("ZV", "1.2")).rows] == ["Maßnahme insgesamt"]


def test_a_milestone_of_a_postponed_measure_rests_and_one_of_a_finished_measure_says_only_its_status() -> None:
    text = "measure 1.1\nmilestone 1.1/1\nentry 1.1/1 not_started 06.2020\nentry 1.1 {} 12.2020"
    assert words(seen(text.format("postponed")), "1") == ["○ nicht begonnen, ruht"]
    assert words(seen(text.format("completed")), "1") == ["○ nicht begonnen"]


def test_hints_name_what_contradicts_itself() -> None:
    """R2: fulfilled with open milestones; all milestones fulfilled and the measure open. A permanent task goes on."""
    assert seen().hints == (
        "Die Maßnahme ist als „umgesetzt“ gemeldet (Stand 10.2020), 2 Meilensteine sind noch offen: 2, 4.",
        "Zur neuen Frist fehlt der Grund: Meilenstein 3 (Stand 02.2020).",
    )
    text = "agreement ZV begin=2020\nmeasure 1.1 {}\nmilestone 1.1/1\nentry 1.1/1 {} 12.2020\nentry 1.1 {} 06.2020"
    assert seen(text.format("", "completed", "in_progress")).hints == (
        "Der einzige Meilenstein ist erreicht, die Maßnahme selbst ist als „in Umsetzung“ gemeldet (Stand 06.2020).",
    )
    assert seen(text.format("permanent=yes", "in_progress", "ongoing")).hints == ()


def test_hints_name_at_most_three_gaps_and_count_the_rest() -> None:
    text = "agreement ZV begin=2020\nmeasure 1.1\n" + "".join(
        f"milestone 1.1/{n}\nentry 1.1/{n} cancelled 12.2020\n" for n in range(1, 6)
    )
    assert seen(text).hints == (
        "Zum Status fehlt der Grund: Meilenstein 1 („entfallen“), Meilenstein 2 („entfallen“), "
        "Meilenstein 3 („entfallen“) und 2 weitere.",
    )


def test_the_table_has_the_measure_first_and_the_terminlage_of_every_milestone() -> None:
    sheet = seen().sheet
    assert [row[0] for row in sheet.rows] == ["Maßnahme", "1", "2", "3", "4"]
    assert sheet.rows[3] == (
        "3", "Meilenstein 1.1/3", "Stadt", date(2020, 4, 30), date(2020, 6, 2), 2, "umgesetzt", "01.09.2020",
        "verspätet erledigt, 91 Tage",
    )  # fmt: skip
    assert sheet.rows[2][-3:] == ("keine Meldung", None, "–")


def test_the_steckbrief_leaves_out_what_is_empty_and_keeps_the_wording_of_the_office() -> None:
    county = county_of("agreement ZV begin=2020\nmeasure 1.1 begin=12.2018 due=04.2020 weight=2.5 responsible=-")
    sources = "Vorlage 1 | https://www.a.de/x | javascript:alert(1)"
    measure = replace(county.measures[0], source=sources, goal="Mobilität")
    facts = of(replace(county, measures=(measure,))).facts
    assert [(fact.name, fact.lines) for fact in facts] == [
        ("Handlungsfeld", ("1 Handlungsfeld 1",)), ("Ziel", ("Mobilität",)), ("Zuständigkeit", ("ohne Zuständigkeit",)),
        ("Laufzeit", ("12.2018 bis 04.2020",)), ("Gewicht", ("2,5",)), ("Zielvereinbarung", ("Vereinbarung ZV",)),
        ("Quellen", ()),
    ]  # fmt: skip
    assert facts[-1].links == (("Vorlage 1", ""), ("a.de/x", "https://www.a.de/x"), ("javascript:alert(1)", ""))


def test_resolutions_that_name_the_measure_stand_in_their_order_up_to_the_stichtag() -> None:
    def voted(day: str, committee: str, result: str, *votes: int) -> Consultation:
        return Consultation("7/1", "Bus", committee, dates.parse(day), *votes, result=result, measures=(KEY,))

    county = replace(
        county_of(BUS),
        consultations=(
            voted("2022", "Kreistag", "beschlossen"),
            voted("10.06.2020", "Kreistag", "beschlossen", 29, 0, 5),
            voted("17.02.2020", "Sozialausschuss", "abgesagt"),
            replace(voted("2020", "Kreistag", "beschlossen"), measures=(("ZV", "9.9"),)),
        ),
    )
    assert [fact.lines for fact in of(county).facts if fact.name == "Beschlüsse"] == [
        ("7/1 Bus: Sozialausschuss, 17.02.2020: abgesagt",
         "Kreistag, 10.06.2020: beschlossen, Ja 29, Nein 0, Enthaltung 5"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2020-03-10", ()), ("2020-03-30", ()),
        ("2020-03-31", ("7/1 Bus: Kreistag, März 2020: beschlossen, Ja 29",)),
    ],
)  # fmt: skip
def test_a_sitting_in_march_is_shown_from_the_last_day_of_march_on(day: str, expected: tuple[str, ...]) -> None:
    march = dates.parse("März 2020")
    sitting = Consultation("7/1", "Bus", "Kreistag", march, 29, result="beschlossen", measures=(KEY,))
    found = of(replace(county_of(BUS), consultations=(sitting,)), day)
    assert [fact.lines for fact in found.facts if fact.name == "Beschluss"] == ([expected] if expected else [])


def test_what_two_vorlagen_came_to_stands_together_for_each_of_them() -> None:
    def sitting(paper: str, subject: str, day: str) -> Consultation:
        return Consultation(paper, subject, "Kreistag", dates.parse(day), result="vertagt", measures=(KEY,))

    rows = (
        sitting("7", "Bus", "10.01.2020"), sitting("8", "Bahn", "10.02.2020"), sitting("7", "Bus", "10.03.2020"),
    )  # fmt: skip
    found = of(replace(county_of(BUS), consultations=rows))
    assert [fact.lines for fact in found.facts if fact.name == "Beschlüsse"] == [
        ("8 Bahn: Kreistag, 10.02.2020: vertagt", "7 Bus: Kreistag, 10.01.2020: vertagt",
         "Kreistag, 10.03.2020: vertagt"),
    ]  # fmt: skip


def test_vorgaenger_and_nachfolger_are_ways_and_neighbours_stay_in_the_agreement() -> None:
    text = """
        agreement A begin=01.01.2018
        agreement B begin=01.01.2022
        measure   1.1 agreement=A title=Alt
        measure   1.2 agreement=B title=Neu predecessor=A/1.1
        measure   1.3 agreement=B
        measure   1.9 agreement=- title=Ohne
    """
    old, new = seen(text, "2022-01-01", ("A", "1.1")), seen(text, "2022-01-01", ("B", "1.2"))
    assert [(r.relation, r.title, r.below, r.measure) for r in old.related] == [
        ("Nachfolger", "Neu", "Nr. 1.2 · B", ("B", "1.2"))
    ]
    assert [(r.relation, r.measure) for r in new.related] == [("Vorgänger", ("A", "1.1"))]
    assert (old.before, old.after, new.before, new.after) == (None, None, None, ("B", "1.3"))
    alone = seen(text, key=(None, "1.9"))
    assert alone.facts[-1].lines == ("ohne Zielvereinbarung",)
    assert (alone.before, alone.after) == (None, None)


def test_a_nachfolger_is_listed_from_the_day_on_which_it_begins_to_exist() -> None:
    """R0: agreement B begins on 01.01.2022."""
    text = """
        agreement A begin=01.01.2018
        agreement B begin=01.01.2022
        measure   1.1 agreement=A
        measure   1.2 agreement=B predecessor=A/1.1
    """
    assert seen(text, "2021-12-31", ("A", "1.1")).related == ()
    assert [r.measure for r in seen(text, "2022-01-01", ("A", "1.1")).related] == [("B", "1.2")]


def test_a_measure_that_does_not_exist_yet_says_since_when_it_does() -> None:
    """R0: the agreement begins on 01.01.2019, but an entry speaks of 31.12.2018."""
    found = seen(day="2018-06-30")
    assert found.finding == "Bürgerbus: am 30.06.2018 noch nicht im Plan."
    assert (found.begins, found.state, found.rows, found.sheet.rows) == (date(2018, 12, 31), None, (), ())


def test_key_figures_that_name_the_measure_count_up_to_the_stichtag() -> None:
    values = (("2020", 140, (KEY,)), ("2021", 163, (KEY,)), ("2022", 170, (KEY,)), ("2020", 9, ()))
    figures = tuple(
        KeyFigure("Fahrgäste", dates.parse(day), Decimal(value), "1", "Personen", named) for day, value, named in values
    )
    found = of(replace(county_of(BUS), key_figures=figures)).key_figures
    assert [[int(value.value) for value in series.values] for series in found] == [[140, 163]]
