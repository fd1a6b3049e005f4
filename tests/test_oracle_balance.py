"""R11, R12 and the comparison by tables computed by hand: the balance of a year, and two Stichtage."""

import pytest
from counties import county_of
from oracle_roads import IMPLEMENTATIONS, Road

pytestmark = pytest.mark.parametrize("road", IMPLEMENTATIONS, ids=[road.name for road in IMPLEMENTATIONS])


# R11: balance

YEARS = """
agreement Z1 begin=01.01.2019 end=31.12.2020
agreement Z2 begin=01.01.2021
measure 1.1.1 agreement=Z1
measure 1.1.2 agreement=Z1
measure 1.1.3 agreement=Z1
measure 1.1.4 agreement=Z1
measure 1.1.1 agreement=Z2 predecessor=Z1/1.1.1
measure 1.1.2 agreement=Z2
entry 1.1.1 in_progress 31.12.2019 agreement=Z1
entry 1.1.1 partly      31.12.2020 agreement=Z1
entry 1.1.2 preparing   31.12.2019 agreement=Z1
entry 1.1.2 completed   01.01.2021 agreement=Z1
entry 1.1.3 cancelled   30.06.2019 agreement=Z1
entry 1.1.1 in_progress 31.12.2021 agreement=Z2
"""


@pytest.mark.parametrize(
    ("year", "until", "view", "moves"),
    [
        (2019, None, "all", ["new → in_progress", "new → preparing", "new → cancelled", "new → no_report"]),
        (
            *(2020, None, "all"),
            ["in_progress → partly", "preparing → preparing", "cancelled → cancelled", "no_report → no_report"],
        ),
        (
            *(2021, None, "all"),
            ["partly → taken_over", "preparing → completed", "cancelled → cancelled", "no_report → no_report"]
            + ["new → in_progress", "new → no_report"],
        ),
        (2021, None, "Z2", ["new → in_progress", "new → no_report"]),
        (
            *(2021, None, "Z1"),
            ["partly → partly", "preparing → completed", "cancelled → cancelled", "no_report → no_report"],
        ),
        (
            *(2022, None, "all"),
            ["completed → completed", "cancelled → cancelled", "in_progress → in_progress"],
        ),
    ],
)
def test_a_balance_counts_every_measure_once(
    road: Road, year: int, until: str | None, view: str, moves: list[str]
) -> None:
    expected = dict.fromkeys(moves, 1)
    if year == 2022:
        expected["no_report → no_report"] = 2
    assert road.moves(county_of(YEARS), year, until, view) == expected


def test_totals_of_a_balance_leave_out_new_and_taken_over(road: Road) -> None:
    document = road.year(county_of(YEARS), 2021)
    assert (document["from"], document["to"]) == ("2020-12-31", "2021-12-31")
    assert document["totals_from"] == {"partly": 1, "preparing": 1, "cancelled": 1, "no_report": 1}
    assert document["totals_to"] == {"completed": 1, "cancelled": 1, "no_report": 2, "in_progress": 1}


def test_a_running_year_is_compared_up_to_the_stichtag(road: Road) -> None:
    made = county_of("measure 1.1.1\nentry 1.1.1 partly 30.06.2020\nentry 1.1.1 completed 01.07.2020")
    document = road.year(made, 2020, "2020-06-30")
    assert (document["from"], document["to"]) == ("2019-12-31", "2020-06-30")
    assert document["totals_to"] == {"partly": 1}


# R12: on time

ON_TIME, LATE, OPEN, NOT_COUNTED = (
    {"on_time": 1, "late": 0, "open": 0},
    {"on_time": 0, "late": 1, "open": 0},
    {"on_time": 0, "late": 0, "open": 1},
    {"on_time": 0, "late": 0, "open": 0},
)


@pytest.mark.parametrize(
    ("due", "log", "counted"),
    [
        ("30.06.2021", "1.1.1/1 completed 30.06.2021", ON_TIME),
        ("30.06.2021", "1.1.1/1 completed 01.07.2021", LATE),
        ("30.06.2021", "1.1.1/1 completed 01.01.2022", OPEN),
        ("30.06.2021", "1.1.1/1 completed 31.12.2021", LATE),
        ("30.06.2021", "1.1.1/1 completed 2021", ON_TIME),
        ("30.06.2021", "1.1.1/1 completed 12.2021", LATE),
        ("30.06.2021", "1.1.1/1 completed 01.02.2020", ON_TIME),
        ("31.12.2020", "1.1.1/1 completed 30.06.2021", NOT_COUNTED),
        ("01.01.2021", "1.1.1/1 partly 30.06.2021", OPEN),
        ("31.12.2021", "1.1.1/1 postponed 30.06.2021", OPEN),
        ("01.01.2022", "1.1.1/1 completed 30.06.2021", NOT_COUNTED),
        ("30.06.2021", "1.1.1/1 cancelled 30.09.2021", NOT_COUNTED),
        ("30.06.2021", "1.1.1 replaced 30.09.2021", NOT_COUNTED),
        ("30.06.2021", "1.1.1/1 partly 31.12.2020 new_due=2022", NOT_COUNTED),
        ("30.06.2021", "1.1.1/1 partly 01.01.2021 new_due=2022", OPEN),
        ("30.06.2020", "1.1.1/1 partly 31.12.2020 new_due=31.03.2021", OPEN),
        ("30.06.2020", "1.1.1/1 partly 01.01.2021 new_due=31.03.2021", NOT_COUNTED),
    ],
)
def test_a_milestone_is_on_time_by_its_frist_at_the_start_of_the_year(
    road: Road, due: str, log: str, counted: dict[str, int]
) -> None:
    made = county_of(f"measure 1.1.1\nmilestone 1.1.1/1 due={due}\nentry {log}")
    assert road.year(made, 2021)["on_time"] == counted


@pytest.mark.parametrize(
    ("log", "counted"),
    [
        ("1.1.1/1 partly 01.03.2021 new_due=2021", OPEN),
        ("1.1.1/1 partly 02.03.2021 new_due=2022", OPEN),
        ("1.1.1/1 partly 01.03.2021 new_due=2022", NOT_COUNTED),
    ],
)
def test_a_milestone_new_in_the_year_is_judged_by_its_frist_on_its_first_day(
    road: Road, log: str, counted: dict[str, int]
) -> None:
    made = county_of(f"measure 1.1.1 included=01.03.2021\nmilestone 1.1.1/1 due=30.09.2021\nentry {log}")
    assert road.year(made, 2021)["on_time"] == counted


# Two Stichtage

CHANGED = """
measure 1.1.1 due=30.06.2020
measure 1.1.2 included=01.07.2020 due=31.08.2020
milestone 1.1.1/1 due=31.12.2020
entry 1.1.1   in_progress 30.06.2020 progress=20
entry 1.1.1   preparing   30.09.2020 progress=30 new_due=31.10.2020
entry 1.1.1/1 preparing   30.09.2020
entry 1.1.1/1 completed   30.11.2020
"""


def test_a_comparison_names_what_became_different(road: Road) -> None:
    # 1.1.1 without entries of its milestone has its own 20 %, then 0 of 1 milestones.
    assert road.changes(county_of(CHANGED), "2020-06-30", "2020-09-30") == [
        ("1.1.1", "due", "2020-06-30", "2020-10-31", None),
        ("1.1.1", "progress", 0.2, 0.0, None),
        ("1.1.1", "status", "in_progress", "preparing", "back"),
        ("1.1.1/1", "status", "no_report", "preparing", "other"),
        ("1.1.2", "new", None, "no_report", None),
        ("1.1.2", "overdue", 0, 30, None),
    ]


def test_a_comparison_names_what_became_overdue_or_stopped_being_so(road: Road) -> None:
    made = county_of("measure 1.1.1 due=30.06.2020\nentry 1.1.1 completed 31.07.2020")
    assert road.changes(made, "2020-06-30", "2020-07-01") == [("1.1.1", "overdue", 0, 1, None)]
    assert road.changes(made, "2020-07-01", "2020-07-30") == []
    assert road.changes(made, "2020-07-30", "2020-07-31") == [
        ("1.1.1", "overdue", 30, 0, None),
        ("1.1.1", "progress", None, 1.0, None),
        ("1.1.1", "status", "no_report", "completed", "other"),
    ]


@pytest.mark.parametrize(
    ("old", "new", "direction"),
    [
        ("not_started", "preparing", "forward"),
        ("preparing", "in_progress", "forward"),
        ("in_progress", "partly", "forward"),
        ("partly", "ongoing", "forward"),
        ("completed", "partly", "back"),
        ("completed", "ongoing", "other"),
        ("in_progress", "postponed", "other"),
        ("postponed", "completed", "other"),
        ("in_progress", "cancelled", "other"),
        ("replaced", "in_progress", "other"),
    ],
)
def test_a_change_of_status_is_forward_back_or_other(road: Road, old: str, new: str, direction: str) -> None:
    made = county_of(f"measure 1.1.1\nentry 1.1.1 {old} 30.06.2020\nentry 1.1.1 {new} 31.12.2020")
    changes = [row for row in road.changes(made, "2020-06-30", "2020-12-31") if row[1] == "status"]
    assert changes == [("1.1.1", "status", old, new, direction)]


def test_a_measure_taken_over_says_so_in_the_view_of_all_and_its_successor_is_new(road: Road) -> None:
    changes = road.changes(county_of(YEARS), "2020-12-31", "2021-01-01")
    assert ("1.1.1", "status", "partly", "taken_over", "other") in changes
    assert ("1.1.1", "new", None, "no_report", None) in changes
    assert len(changes) == 5


@pytest.mark.parametrize(
    ("log", "changes"),
    [
        ("partly 30.06.2020 recorded=2020-06-30T23:59", []),
        ("partly 30.06.2020 recorded=2020-07-01T00:00", [("1.1.1", "corrected", "no_report", "partly", None)]),
        ("partly 01.07.2020 recorded=2020-08-01", []),
        ("partly 30.06.2020 revoked=2020-06-30T23:59", []),
        ("partly 30.06.2020 revoked=2020-07-01T00:00", [("1.1.1", "corrected", "partly", "no_report", None)]),
        (
            "partly 30.06.2020 recorded=2020-07-01 revoked=2020-07-02",
            [("1.1.1", "corrected", "no_report", "no_report", None)],
        ),
        (
            "preparing 30.06.2020\nentry 1.1.1 partly 30.06.2020 recorded=2020-07-03",
            [("1.1.1", "corrected", "preparing", "partly", None)],
        ),
    ],
)
def test_corrected_is_what_was_recorded_or_revoked_after_the_first_stichtag_about_a_day_up_to_it(
    road: Road, log: str, changes: list[tuple[object, ...]]
) -> None:
    made = county_of(f"measure 1.1.1\nentry 1.1.1 {log}")
    assert [row for row in road.changes(made, "2020-06-30", "2020-12-31") if row[1] == "corrected"] == changes


def test_a_correction_is_told_against_the_plan_as_it_was_known(road: Road) -> None:
    made = county_of("""
        measure 1.1.1
        measure 1.1.1 due=2021 recorded=2020-09-01
        measure 1.1.2 recorded=2020-09-01
        entry 1.1.1 partly 30.06.2020 recorded=2020-07-01
        entry 1.1.2 partly 30.06.2020 recorded=2020-09-01
    """)
    assert [row for row in road.changes(made, "2020-06-30", "2020-12-31") if row[1] == "corrected"] == [
        ("1.1.1", "corrected", "no_report", "partly", None),
        ("1.1.2", "corrected", None, "partly", None),
    ]


def test_a_correction_that_takes_a_measure_back_out_of_the_plan_is_told(road: Road) -> None:
    made = county_of("""
        measure 1.1.1 included=2022
        entry 1.1.1 partly 30.06.2020 revoked=2020-07-01
    """)
    assert road.changes(made, "2020-06-30", "2020-12-31") == [("1.1.1", "corrected", "partly", None, None)]
