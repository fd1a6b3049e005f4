"""The Verlauf of a measure: its order, what corrected what, what was taken back, what the Stichtag leaves out (R2)."""

from dataclasses import replace
from datetime import date

from counties import county_of

from audit_core.tables.measure_history import Entries, courses, verlauf

LOG = """
measure   1.1
milestone 1.1/2
entry     1.1   in_progress 30.06.2020 recorded=2020-07-01 text=erste_Fassung
entry     1.1   partly      30.06.2020 recorded=2020-08-01 text=zweite_Fassung progress=40
entry     1.1   completed   30.06.2020 recorded=2020-09-01 text=dritte_Fassung revoked=2020-10-01
entry     1.1/2 in_progress 30.06.2020 new_due=31.12.2020
entry     1.1/2 completed   12.2020 reason=fertig
entry     1.1   completed   2021
"""


def seen(day: str, text: str = LOG) -> Entries:
    return verlauf(courses(county_of(text)).get(("ZV", "1.1"), ()), date.fromisoformat(day))


def test_the_newest_stand_comes_first_and_the_measure_before_its_milestones() -> None:
    found = seen("2021-12-31")
    assert [(line.stated, line.about, line.status) for line in found.lines] == [
        ("2021", "Maßnahme", "completed"),
        ("12.2020", "Meilenstein 2", "completed"),
        ("30.06.2020", "Maßnahme", "completed"),
        ("30.06.2020", "Maßnahme", "partly"),
        ("30.06.2020", "Maßnahme", "in_progress"),
        ("30.06.2020", "Meilenstein 2", "in_progress"),
    ]


def test_of_one_key_the_last_recorded_counts_and_the_others_say_when_they_stopped_counting() -> None:
    lines = seen("2020-11-30").lines
    assert [(line.text, line.recorded, line.remark, line.counts) for line in lines[:3]] == [
        ("dritte Fassung", "01.09.2020", "zurückgenommen am 01.10.2020", False),
        ("zweite Fassung", "01.08.2020", "", True),
        ("erste Fassung", "01.07.2020", "korrigiert am 01.08.2020", False),
    ]


def test_a_line_names_grund_neue_frist_and_fortschritt_only_where_they_are() -> None:
    lines = {(line.about, line.stated, line.text): line.facts for line in seen("2021-12-31").lines}
    assert lines[("Maßnahme", "30.06.2020", "zweite Fassung")] == (("Fortschritt", "40\xa0%"),)
    assert lines[("Meilenstein 2", "30.06.2020", "")] == (("Neue Frist", "31.12.2020"),)
    assert lines[("Meilenstein 2", "12.2020", "")] == (("Grund", "fertig"),)
    assert lines[("Maßnahme", "2021", "")] == ()


def test_later_meldungen_are_counted_without_those_that_do_not_count() -> None:
    """Up to 29.02.2020 nothing: later are 1.1 on 30.06.2020 (one of three), its milestone twice, 1.1 on 31.12.2021."""
    found = seen("2020-02-29")
    assert (found.lines, found.later, found.last) == ((), 4, date(2021, 12, 31))
    assert (seen("2021-12-31").later, seen("2021-12-31").last) == (0, None)


def test_a_new_frist_without_a_grund_is_a_gap_only_while_its_meldung_counts() -> None:
    silent = seen("2021-12-31").without_reason
    assert [(item.milestone, stated.text) for item, stated in silent] == [("2", "30.06.2020")]
    corrected = LOG + "entry 1.1/2 in_progress 30.06.2020 new_due=31.12.2020 reason=Personal recorded=2020-09-01\n"
    assert seen("2021-12-31", corrected).without_reason == ()


def test_a_measure_without_a_meldung_has_an_empty_verlauf() -> None:
    assert seen("2021-12-31", "measure 1.1\n") == Entries((), 0, None, ())


def test_the_sources_of_a_meldung_open_only_where_they_are_addresses() -> None:
    county = county_of("measure 1.1\nentry 1.1 completed 2020\n")
    told = county.log[0]._replace(source="https://www.zeitung.de/a/sehr-langer-name-id12.html | ftp://x | http://[")
    line = verlauf(courses(replace(county, log=(told,)))[("ZV", "1.1")], date(2021, 1, 1)).lines[0]
    assert line.links == (
        ("zeitung.de/…er-name-id12.html", "https://www.zeitung.de/a/sehr-langer-name-id12.html"),
        ("ftp://x", ""), ("http://[", ""),
    )  # fmt: skip
