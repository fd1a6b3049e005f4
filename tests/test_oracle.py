"""R0–R6 by tables computed by hand: the naive oracle and the program must both say these numbers."""

import pytest
from counties import county_of
from oracle_roads import IMPLEMENTATIONS, Road

pytestmark = pytest.mark.parametrize("road", IMPLEMENTATIONS, ids=[road.name for road in IMPLEMENTATIONS])


# R0: what exists


@pytest.mark.parametrize(
    ("line", "day_before", "first_day"),
    [
        ("measure 1.1.1", "2019-12-31", "2020-01-01"),
        ("measure 1.1.1 included=07.2021", "2021-06-30", "2021-07-01"),
        ("measure 1.1.1 included=2019", "2018-12-31", "2019-01-01"),
        ("measure 1.1.1 begin=2019", "2019-12-31", "2020-01-01"),
        ("measure 1.1.1 agreement=- begin=2021", "2020-12-31", "2021-01-01"),
        ("measure 1.1.1\nentry 1.1.1 preparing 15.11.2019", "2019-11-14", "2019-11-15"),
        ("measure 1.1.1\nmilestone 1.1.1/1\nentry 1.1.1/1 preparing 15.11.2019", "2019-11-14", "2019-11-15"),
        ("measure 1.1.1\nentry 1.1.1 preparing 15.11.2020", "2019-12-31", "2020-01-01"),
        ("measure 1.1.1\nentry 1.1.1 preparing 15.11.2019 revoked=2021-01-01", "2019-12-31", "2020-01-01"),
        ("measure 1.1.1 agreement=-\nentry 1.1.1 preparing 15.11.2020 agreement=-", "2020-11-14", "2020-11-15"),
    ],
)
def test_a_measure_exists_from_the_earliest_of_its_plan_day_and_its_first_entry(
    road: Road, line: str, day_before: str, first_day: str
) -> None:
    made = county_of(line)
    assert road.numbers(made, day_before) == []
    assert len(road.numbers(made, first_day)) == 1


def test_a_measure_without_any_date_always_existed(road: Road) -> None:
    assert road.numbers(county_of("measure 1.1.1 agreement=-"), "1999-01-01") == ["-/1.1.1"]


def test_an_entry_does_not_exist_before_it_is_known(road: Road) -> None:
    made = county_of("measure 1.1.1\nentry 1.1.1 preparing 15.11.2019 recorded=2019-11-20")
    assert road.numbers(made, "2019-11-15", known="2019-11-19") == []
    assert road.numbers(made, "2019-11-15", known="2019-11-20") == ["ZV/1.1.1"]


def test_a_measure_without_agreement_is_counted_only_in_the_view_of_all(road: Road) -> None:
    made = county_of("measure 1.1.2\nmeasure 1.1.10\nmeasure 1.1.3 agreement=-")
    assert road.numbers(made, "2020-06-30", "ZV") == ["ZV/1.1.2", "ZV/1.1.10"]
    assert sorted(road.numbers(made, "2020-06-30", "all")) == ["-/1.1.3", "ZV/1.1.10", "ZV/1.1.2"]


FOLLOWED = """
agreement Z1 begin=01.01.2020 end=31.12.2021
agreement Z2 begin=01.01.2022
measure 1.1.1 agreement=Z1
measure 1.1.1 agreement=Z2 predecessor=Z1/1.1.1
"""


@pytest.mark.parametrize(
    ("day", "of_all", "of_first"),
    [
        ("2021-12-31", ["Z1/1.1.1"], ["Z1/1.1.1"]),
        ("2022-01-01", ["Z2/1.1.1"], ["Z1/1.1.1"]),
    ],
)
def test_of_a_measure_and_its_successor_the_view_of_all_counts_one(
    road: Road, day: str, of_all: list[str], of_first: list[str]
) -> None:
    made = county_of(FOLLOWED)
    assert road.numbers(made, day) == of_all
    assert road.numbers(made, day, "Z1") == of_first


# R2: state


@pytest.mark.parametrize(
    ("day", "status", "stated_on"),
    [
        ("2020-06-29", "no_report", None),
        ("2020-06-30", "in_progress", "2020-06-30"),
        ("2020-12-30", "in_progress", "2020-06-30"),
        ("2020-12-31", "completed", "2020-12-31"),
        ("2021-01-01", "completed", "2020-12-31"),
    ],
)
def test_the_newest_stand_up_to_the_stichtag_counts(road: Road, day: str, status: str, stated_on: str | None) -> None:
    made = county_of("measure 1.1.1\nentry 1.1.1 completed 31.12.2020\nentry 1.1.1 in_progress 30.06.2020")
    row = road.measure(made, day)
    assert (row["status"], row["stated_on"]) == (status, stated_on)
    assert row["status_from"] == ("own" if stated_on else None)


@pytest.mark.parametrize(
    ("first", "second", "status"),
    [
        ("recorded=2020-07-01", "recorded=2020-07-02", "partly"),
        ("recorded=2020-07-02", "recorded=2020-07-01", "in_progress"),
        ("recorded=2020-07-01", "recorded=2020-07-01", "partly"),
        ("recorded=2020-07-01", "recorded=2020-07-02 revoked=2020-07-03", "in_progress"),
        ("recorded=2020-07-01 revoked=2020-07-03", "recorded=2020-07-01", "partly"),
    ],
)
def test_of_two_entries_on_one_day_the_later_recorded_wins_then_the_later_line(
    road: Road, first: str, second: str, status: str
) -> None:
    made = county_of(
        f"measure 1.1.1\nentry 1.1.1 in_progress 30.06.2020 {first}\nentry 1.1.1 partly 30.06.2020 {second}"
    )
    assert road.measure(made, "2020-06-30")["status"] == status


def test_an_older_stand_recorded_later_does_not_win(road: Road) -> None:
    made = county_of(
        "measure 1.1.1\nentry 1.1.1 partly 30.06.2020\nentry 1.1.1 preparing 31.03.2020 recorded=2020-12-01"
    )
    assert road.measure(made, "2020-12-31")["status"] == "partly"


CORRECTED = """
measure 1.1.1 due=31.12.2020
entry   1.1.1 in_progress 30.06.2020 new_due=31.12.2021 progress=50 recorded=2020-07-01
entry   1.1.1 in_progress 30.06.2020 recorded=2020-07-05T00:00
"""


@pytest.mark.parametrize(
    ("known", "due", "shifts", "progress"),
    [
        ("2020-07-01", "2021-12-31", 1, 0.5),
        ("2020-07-04", "2021-12-31", 1, 0.5),
        ("2020-07-05", "2020-12-31", 0, None),
        (None, "2020-12-31", 0, None),
    ],
)
def test_a_correction_replaces_the_whole_row_and_so_empties_cells(
    road: Road, known: str | None, due: str, shifts: int, progress: float | None
) -> None:
    row = road.measure(county_of(CORRECTED), "2020-06-30", known=known)
    assert (row["due"], row["shifts"], row["progress"]) == (due, shifts, progress)


@pytest.mark.parametrize(
    ("known", "status"),
    [
        ("2020-06-30", "no_report"),
        ("2020-07-01", "partly"),
        ("2020-07-08", "partly"),
        ("2020-07-09", "no_report"),
        (None, "no_report"),
    ],
)
def test_a_kenntnisstand_knows_what_was_recorded_and_revoked_by_the_end_of_that_day(
    road: Road, known: str | None, status: str
) -> None:
    made = county_of("measure 1.1.1\nentry 1.1.1 partly 30.06.2020 recorded=2020-07-01T23:59 revoked=2020-07-09T00:00")
    assert road.measure(made, "2020-12-31", known=known)["status"] == status


@pytest.mark.parametrize(
    ("known", "due"), [("2020-02-29", "2020-12-31"), ("2020-03-01", "2021-06-30"), (None, "2021-06-30")]
)
def test_of_a_plan_the_newest_version_known_counts(road: Road, known: str | None, due: str) -> None:
    made = county_of("measure 1.1.1 due=2020\nmeasure 1.1.1 due=I._Halbjahr_2021 recorded=2020-03-01")
    assert road.measure(made, "2020-06-30", known=known)["due"] == due


def test_a_measure_planned_later_is_not_known_earlier(road: Road) -> None:
    made = county_of("measure 1.1.1\nmeasure 1.1.2 recorded=2020-03-01")
    assert road.numbers(made, "2020-06-30", known="2020-02-29") == ["ZV/1.1.1"]
    assert road.numbers(made, "2020-06-30", known="2020-03-01") == ["ZV/1.1.1", "ZV/1.1.2"]


@pytest.mark.parametrize(
    ("first", "second", "status"),
    [
        ("completed", "ongoing", "completed"),
        ("completed", "cancelled", "completed"),
        ("postponed", "postponed", "postponed"),
        ("postponed", "replaced", "postponed"),
        ("completed", "postponed", "in_progress"),
        ("completed", "", "in_progress"),
        ("partly", "", "in_progress"),
        ("in_progress", "preparing", "in_progress"),
        ("preparing", "not_started", "preparing"),
        ("preparing", "", "preparing"),
        ("postponed", "", "not_started"),
        ("not_started", "", "not_started"),
        ("cancelled", "replaced", "no_report"),
    ],
)
def test_without_an_entry_of_its_own_the_status_follows_from_the_milestones(
    road: Road, first: str, second: str, status: str
) -> None:
    lines = ["measure 1.1.1", "milestone 1.1.1/1", "milestone 1.1.1/2", f"entry 1.1.1/1 {first} 31.03.2020"]
    made = county_of("\n".join([*lines, f"entry 1.1.1/2 {second} 30.04.2020" if second else ""]))
    row = road.measure(made, "2020-04-30")
    assert (row["status"], row["status_from"]) == (status, "milestones")
    assert row["stated_on"] == ("2020-04-30" if second else "2020-03-31")


def test_an_entry_of_its_own_wins_over_the_milestones(road: Road) -> None:
    made = county_of(
        "measure 1.1.1\nmilestone 1.1.1/1\nentry 1.1.1 preparing 31.01.2020\nentry 1.1.1/1 completed 31.03.2020"
    )
    row = road.measure(made, "2020-04-30")
    assert (row["status"], row["status_from"], row["stated_on"]) == ("preparing", "own", "2020-01-31")


# R3: dates of the office


@pytest.mark.parametrize(
    ("word", "last_day"),
    [
        ("29.02.2020", "2020-02-29"),
        ("02.2020", "2020-02-29"),
        ("02/2021", "2021-02-28"),
        ("2020", "2020-12-31"),
        ("I._Halbjahr_2020", "2020-06-30"),
        ("2._Quartal_2020", "2020-06-30"),
        ("Q3/2020", "2020-09-30"),
        ("Anfang_2020", "2020-04-30"),
        ("Mitte_2020", "2020-08-31"),
        ("1.3.21", "2021-03-01"),
        ("2020-03-01", "2020-03-01"),
    ],
)
def test_a_frist_is_the_last_day_of_its_period_and_overdue_from_the_day_after(
    road: Road, word: str, last_day: str
) -> None:
    made = county_of(f"measure 1.1.1 due={word}")
    assert road.measure(made, "2022-12-31")["due"] == last_day
    assert road.late(made, last_day) == []


@pytest.mark.parametrize(
    ("recorded", "day_before", "stated_on"),
    [
        ("2019-12-31", "2020-06-29", "2020-06-30"),
        ("2020-01-01", "2019-12-31", "2020-01-01"),
        ("2020-05-10", "2020-05-09", "2020-05-10"),
        ("2020-06-30", "2020-06-29", "2020-06-30"),
        ("2020-07-15", "2020-06-29", "2020-06-30"),
    ],
)
def test_a_stand_recorded_in_its_period_means_that_day_else_its_last(
    road: Road, recorded: str, day_before: str, stated_on: str
) -> None:
    made = county_of(f"measure 1.1.1 included=2019\nentry 1.1.1 partly I._Halbjahr_2020 recorded={recorded}")
    assert road.measure(made, day_before)["stated_on"] is None
    assert road.measure(made, stated_on)["stated_on"] == stated_on
