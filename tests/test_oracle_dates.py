"""R4–R7 by tables computed by hand: Frist, overdue, Terminlage and staleness."""

import pytest
from counties import county_of
from oracle_roads import IMPLEMENTATIONS, Road

pytestmark = pytest.mark.parametrize("road", IMPLEMENTATIONS, ids=[road.name for road in IMPLEMENTATIONS])


# R4: Frist in force

MOVED = """
measure 1.1.1 due=30.06.2020
entry 1.1.1 in_progress 01.03.2020 new_due=30.06.2020                       # the same Frist: no shift
entry 1.1.1 in_progress 01.04.2020 new_due=31.12.2020
entry 1.1.1 in_progress 01.05.2020                                          # says nothing of it
entry 1.1.1 in_progress 01.09.2020 new_due=30.09.2020                       # earlier again
entry 1.1.1 in_progress 01.10.2020 new_due=2021 revoked=2020-10-02          # revoked
"""


@pytest.mark.parametrize(
    ("day", "due", "shifts"),
    [
        ("2020-02-28", "2020-06-30", 0),
        ("2020-03-01", "2020-06-30", 0),
        ("2020-03-31", "2020-06-30", 0),
        ("2020-04-01", "2020-12-31", 1),
        ("2020-05-01", "2020-12-31", 1),
        ("2020-08-31", "2020-12-31", 1),
        ("2020-09-01", "2020-09-30", 2),
        ("2020-12-31", "2020-09-30", 2),
    ],
)
def test_the_newest_neue_frist_is_in_force_and_the_first_is_never_lost(
    road: Road, day: str, due: str, shifts: int
) -> None:
    row = road.measure(county_of(MOVED), day)
    assert (row["first_due"], row["due"], row["shifts"]) == ("2020-06-30", due, shifts)


@pytest.mark.parametrize(
    ("day", "first_due", "due", "shifts"),
    [
        ("2020-02-29", None, None, 0),
        ("2020-03-01", "2020-12-31", "2020-12-31", 0),
        ("2020-04-01", "2020-12-31", "2021-06-30", 1),
    ],
)
def test_a_first_frist_that_comes_by_an_entry_is_no_shift(
    road: Road, day: str, first_due: str | None, due: str | None, shifts: int
) -> None:
    made = county_of(
        "measure 1.1.1\nentry 1.1.1 partly 01.04.2020 new_due=06.2021\nentry 1.1.1 partly 01.03.2020 new_due=2020"
    )
    row = road.measure(made, day)
    assert (row["first_due"], row["due"], row["shifts"]) == (first_due, due, shifts)


# R5: overdue


@pytest.mark.parametrize(
    ("day", "late"),
    [
        ("2020-02-28", []),
        ("2020-02-29", []),
        ("2020-03-01", [("1.1.1", 1), ("1.1.1/1", 1)]),
        ("2020-03-31", [("1.1.1", 31), ("1.1.1/1", 31)]),
        ("2021-03-01", [("1.1.1", 366), ("1.1.1/1", 366)]),
    ],
)
def test_open_items_are_overdue_from_the_day_after_their_frist(
    road: Road, day: str, late: list[tuple[str, int]]
) -> None:
    made = county_of("measure 1.1.1 due=29.02.2020\nmilestone 1.1.1/1 due=02.2020")
    assert road.late(made, day) == late


NOTHING: list[tuple[str, int]] = []
MEASURE, MILESTONE = [("1.1.1", 1)], [("1.1.1/1", 1)]
BOTH = [*MEASURE, *MILESTONE]


@pytest.mark.parametrize(
    ("permanent", "measure", "milestone", "late"),
    [
        ("no", "no_entry", "no_entry", BOTH),
        ("no", "not_started", "preparing", BOTH),
        ("no", "partly", "completed", MEASURE),
        ("no", "partly", "ongoing", MEASURE),
        ("no", "in_progress", "postponed", MEASURE),
        ("no", "in_progress", "cancelled", MEASURE),
        ("no", "postponed", "in_progress", NOTHING),
        ("no", "completed", "in_progress", NOTHING),
        ("no", "ongoing", "in_progress", NOTHING),
        ("no", "cancelled", "in_progress", NOTHING),
        ("no", "no_entry", "postponed", NOTHING),
        ("yes", "no_entry", "no_entry", MILESTONE),
        ("yes", "in_progress", "in_progress", MILESTONE),
        ("yes", "ongoing", "in_progress", MILESTONE),
        ("yes", "completed", "no_entry", MILESTONE),
        ("yes", "ongoing", "completed", NOTHING),
        ("yes", "postponed", "in_progress", NOTHING),
        ("yes", "replaced", "in_progress", NOTHING),
    ],
)
def test_who_is_overdue_depends_on_both_status_and_on_being_a_permanent_task(
    road: Road, permanent: str, measure: str, milestone: str, late: list[tuple[str, int]]
) -> None:
    lines = [f"measure 1.1.1 due=30.06.2020 permanent={permanent}", "milestone 1.1.1/1 due=30.06.2020"]
    lines += [f"entry 1.1.1 {measure} 01.06.2020"] if measure != "no_entry" else []
    lines += [f"entry 1.1.1/1 {milestone} 01.06.2020"] if milestone != "no_entry" else []
    assert road.late(county_of("\n".join(lines)), "2020-07-01") == late


OFFICES = """
measure 1.1.2  due=31.05.2020
measure 1.1.10 due=31.05.2020
milestone 1.1.10/2 due=31.05.2020 responsible=Amt_B
milestone 1.1.10/1 due=31.05.2020
measure 2.1.1  due=30.04.2020 responsible=Amt_B
measure 3.1.1  due=10.06.2020 responsible=-
"""


def test_overdue_items_are_listed_by_days_then_number_then_milestone(road: Road) -> None:
    late = [("2.1.1", 32), ("1.1.2", 1), ("1.1.10", 1), ("1.1.10/1", 1), ("1.1.10/2", 1)]
    assert road.late(county_of(OFFICES), "2020-06-01") == late


def test_an_office_sees_its_own_items_and_a_milestone_without_one_is_its_measures(road: Road) -> None:
    made = county_of(OFFICES)
    assert road.late(made, "2020-06-01", office="Amt A") == [("1.1.2", 1), ("1.1.10", 1), ("1.1.10/1", 1)]
    assert road.late(made, "2020-06-01", office="Amt B") == [("2.1.1", 32), ("1.1.10/2", 1)]


def test_offices_count_their_own_items(road: Road) -> None:
    assert road.at(county_of(OFFICES), "2020-06-01")["offices"] == [
        {"responsible": "Amt A", "overdue": 3, "due_soon": 0, "stale": 0, "longest_days": 1},
        {"responsible": "Amt B", "overdue": 2, "due_soon": 0, "stale": 0, "longest_days": 32},
        {"responsible": None, "overdue": 0, "due_soon": 1, "stale": 0, "longest_days": 0},
    ]


def test_the_view_of_an_office_holds_measures_it_only_has_a_milestone_in(road: Road) -> None:
    document = road.at(county_of(OFFICES), "2020-06-01", office="Amt B")
    assert [row["number"] for row in document["measures"]] == ["1.1.10", "2.1.1"]
    assert document["completion"]["of"] == 2
    assert document["overdue"] == {"measures": 1, "milestones": 1}
    assert [row["responsible"] for row in document["offices"]] == ["Amt B"]


# R6: Terminlage


@pytest.mark.parametrize(
    ("day", "schedule", "days"),
    [
        ("2020-11-30", "on_plan", 0),
        ("2020-12-01", "due_soon", 0),
        ("2020-12-31", "due_soon", 0),
        ("2021-01-01", "overdue", 1),
    ],
)
def test_an_open_measure_is_due_soon_from_30_days_before_its_frist(
    road: Road, day: str, schedule: str, days: int
) -> None:
    row = road.measure(county_of("measure 1.1.1 due=2020"), day)
    assert (row["schedule"], row["days_overdue"]) == (schedule, days)


@pytest.mark.parametrize(
    ("measure", "status", "schedule"),
    [
        ("", "in_progress", "no_due"),
        ("due=30.06.2020 permanent=yes", "in_progress", "no_due"),
        ("due=30.06.2020 permanent=yes", "completed", "done"),
        ("due=30.06.2020", "postponed", "on_hold"),
        ("due=30.06.2020", "replaced", "left"),
        ("due=30.06.2020", "cancelled", "left"),
        ("due=30.06.2020", "completed", "done_late"),
        ("", "completed", "done"),
    ],
)
def test_the_terminlage_of_other_states(road: Road, measure: str, status: str, schedule: str) -> None:
    made = county_of(f"measure 1.1.1 {measure}\nentry 1.1.1 {status} 31.07.2020")
    assert road.measure(made, "2020-12-31")["schedule"] == schedule


@pytest.mark.parametrize(
    ("log", "schedule"),
    [
        ("completed 29.06.2020", "done"),
        ("completed 30.06.2020", "done"),
        ("completed 01.07.2020", "done_late"),
        ("completed 2020", "done"),
        ("completed I._Halbjahr_2020", "done"),
        ("completed 2._Quartal_2020", "done"),
        ("completed 12.2020", "done_late"),
        ("completed II._Halbjahr_2020", "done_late"),
        ("completed 2020 recorded=2020-08-01", "done"),
        ("completed 30.06.2020\nentry 1.1.1 ongoing 30.11.2020", "done"),
        ("completed 30.06.2020\nentry 1.1.1 partly 30.09.2020\nentry 1.1.1 completed 30.11.2020", "done_late"),
        ("partly 30.05.2020 new_due=31.12.2020\nentry 1.1.1 completed 30.11.2020", "done"),
        ("completed 30.11.2020 new_due=31.12.2020", "done_late"),
        ("partly 30.05.2020 new_due=31.03.2020\nentry 1.1.1 completed 15.06.2020", "done_late"),
        ("completed 30.11.2020\nentry 1.1.1 completed 15.06.2020 recorded=2020-12-20", "done"),
    ],
)
def test_fulfilled_is_late_only_if_the_first_possible_day_is_after_the_frist_before(
    road: Road, log: str, schedule: str
) -> None:
    assert (
        road.measure(county_of(f"measure 1.1.1 due=30.06.2020\nentry 1.1.1 {log}"), "2020-12-31")["schedule"]
        == schedule
    )


@pytest.mark.parametrize(("due", "schedule"), [("31.07.2020", "done_late"), ("01.08.2020", "done")])
def test_from_milestones_fulfilled_since_is_the_day_of_the_last_of_them(road: Road, due: str, schedule: str) -> None:
    made = county_of(
        f"measure 1.1.1 due={due}\nmilestone 1.1.1/1\nmilestone 1.1.1/2\nmilestone 1.1.1/3\n"
        "entry 1.1.1/1 completed 01.02.2020\nentry 1.1.1/2 ongoing 01.08.2020\nentry 1.1.1/3 cancelled 01.11.2020"
    )
    assert road.measure(made, "2020-12-31")["schedule"] == schedule


# R7: stale


@pytest.mark.parametrize(
    ("lines", "day", "stale_days"),
    [
        ("entry 1.1.1 partly 01.01.2020", "2020-07-02", None),
        ("entry 1.1.1 partly 01.01.2020", "2020-07-03", 184),
        ("entry 1.1.1 partly 01.01.2021", "2021-07-03", None),
        ("entry 1.1.1 partly 01.01.2021", "2021-07-04", 184),
        ("entry 1.1.1 completed 01.01.2020", "2020-12-31", None),
        ("entry 1.1.1 postponed 01.01.2020", "2020-12-31", None),
        ("entry 1.1.1 partly 01.01.2020\nmilestone 1.1.1/1\nentry 1.1.1/1 partly 02.01.2020", "2020-07-03", None),
        ("entry 1.1.1 partly 01.01.2020\nmilestone 1.1.1/1\nentry 1.1.1/1 partly 02.01.2020", "2020-07-04", 184),
        ("", "2020-07-02", None),
        ("", "2020-07-03", 184),
    ],
)
def test_an_open_measure_is_stale_after_more_than_183_days(
    road: Road, lines: str, day: str, stale_days: int | None
) -> None:
    made = county_of(f"measure 1.1.1\n{lines}")
    assert road.measure(made, day)["stale_days"] == stale_days
    assert road.at(made, day)["stale"]["n"] == (0 if stale_days is None else 1)


def test_a_measure_that_always_existed_and_has_no_entry_is_not_stale(road: Road) -> None:
    made = county_of("measure 1.1.1 agreement=-")
    assert road.measure(made, "2020-12-31", code=None)["stale_days"] is None
    assert road.at(made, "2020-12-31")["stale"] == {"n": 0, "of": 1}
