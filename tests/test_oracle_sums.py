"""R8–R10 by tables computed by hand: completion, progress and expected progress."""

import pytest
from counties import county_of
from oracle_roads import IMPLEMENTATIONS, Road

pytestmark = pytest.mark.parametrize("road", IMPLEMENTATIONS, ids=[road.name for road in IMPLEMENTATIONS])


# R8: completion

PLAN = """
measure 1.1.1
measure 1.1.2
measure 1.1.3
measure 1.1.4
measure 1.2.1
measure 1.2.2 permanent=yes
measure 1.2.3 permanent=yes
measure 1.2.4 permanent=yes
measure 2.1.1 due=30.06.2020
entry 1.1.1 completed 30.06.2020
entry 1.1.2 ongoing 30.06.2020
entry 1.1.3 cancelled 30.06.2020
entry 1.1.4 replaced 30.06.2020
entry 1.2.2 in_progress 30.06.2020
entry 1.2.3 preparing 30.06.2020
entry 1.2.4 cancelled 30.06.2020
"""


def test_completion_leaves_out_what_left_and_permanent_tasks(road: Road) -> None:
    # Nine measures: two left (1.1.3, 1.1.4), three permanent of which one left; N = 1.1.1, 1.1.2, 1.2.1, 2.1.1.
    document = road.at(county_of(PLAN), "2020-06-30")
    assert document["completion"] == {"n": 2, "of": 4, "permanent_running": 1, "permanent": 2}
    assert document["stale"] == {"n": 0, "of": 4}
    assert [row["completion"] for row in document["fields_of_action"]] == [
        {"n": 2, "of": 3, "permanent_running": 1, "permanent": 2},
        {"n": 0, "of": 1, "permanent_running": 0, "permanent": 0},
    ]
    assert document["fields_of_action"][0]["statuses"] == {
        "completed": 1,
        "ongoing": 1,
        "cancelled": 2,
        "replaced": 1,
        "no_report": 1,
        "in_progress": 1,
        "preparing": 1,
    }


def test_completion_before_the_stand_knows_nothing_of_it(road: Road) -> None:
    document = road.at(county_of(PLAN), "2020-06-29")
    assert document["completion"] == {"n": 0, "of": 6, "permanent_running": 0, "permanent": 3}


def test_milestones_count_without_those_that_left_or_whose_measure_left(road: Road) -> None:
    made = county_of("""
        measure 1.1.1
        measure 1.1.2
        measure 1.1.3
        milestone 1.1.1/1
        milestone 1.1.1/2
        milestone 1.1.1/3
        milestone 1.1.2/1
        milestone 1.1.3/1
        entry 1.1.1/1 completed 31.01.2020
        entry 1.1.1/2 cancelled 31.01.2020
        entry 1.1.2   completed 31.01.2020
        entry 1.1.3   replaced  31.01.2020
    """)
    assert road.at(made, "2020-01-30")["milestones"] == {"n": 0, "of": 5, "open": 5}
    assert road.at(made, "2020-01-31")["milestones"] == {"n": 1, "of": 3, "open": 1}


# R9: progress


@pytest.mark.parametrize(
    ("lines", "progress"),
    [
        ("", None),
        ("entry 1.1.1 in_progress 31.01.2020", None),
        ("entry 1.1.1 in_progress 31.01.2020 progress=40", 0.4),
        ("entry 1.1.1 in_progress 31.01.2020 progress=40\nentry 1.1.1 partly 28.02.2020", 0.4),
        ("entry 1.1.1 in_progress 31.01.2020 progress=40\nentry 1.1.1 in_progress 31.01.2020", None),
        ("entry 1.1.1 completed 31.01.2020 progress=40", 1.0),
        ("entry 1.1.1 cancelled 31.01.2020 progress=40", None),
        ("milestone 1.1.1/1\nmilestone 1.1.1/2 weight=3", 0.0),
        ("milestone 1.1.1/1\nmilestone 1.1.1/2 weight=3\nentry 1.1.1/1 completed 31.01.2020", 0.25),
        ("milestone 1.1.1/1\nmilestone 1.1.1/2 weight=3\nentry 1.1.1/2 ongoing 31.01.2020", 0.75),
        (
            "milestone 1.1.1/1\nmilestone 1.1.1/2 weight=3\nentry 1.1.1/2 cancelled 31.01.2020\n"
            "entry 1.1.1/1 partly 31.01.2020",
            0.0,
        ),
        ("milestone 1.1.1/1\nentry 1.1.1 partly 31.01.2020 progress=40", 0.4),
        ("milestone 1.1.1/1\nentry 1.1.1 partly 31.01.2020 progress=40\nentry 1.1.1/1 partly 31.01.2020", 0.0),
        ("milestone 1.1.1/1\nentry 1.1.1 partly 31.01.2020 progress=40\nentry 1.1.1/1 cancelled 31.01.2020", 0.4),
    ],
)
def test_progress_of_a_measure(road: Road, lines: str, progress: float | None) -> None:
    assert road.measure(county_of(f"measure 1.1.1\n{lines}"), "2020-12-31")["progress"] == progress


def test_progress_of_a_field_is_the_weighted_mean_over_n_and_a_missing_figure_is_0(road: Road) -> None:
    # (2 · 0.5 + 1 · 1 + 1 · 0) / 4 = 0.5; the permanent and the cancelled one are not of N.
    made = county_of("""
        measure 1.1.1 weight=2
        measure 1.1.2
        measure 1.1.3
        measure 1.1.4 permanent=yes
        measure 1.1.5 weight=10
        measure 2.1.1 permanent=yes
        entry 1.1.1 partly 31.01.2020 progress=50
        entry 1.1.2 completed 31.01.2020
        entry 1.1.4 ongoing 31.01.2020
        entry 1.1.5 cancelled 31.01.2020
    """)
    assert [row["progress"] for row in road.at(made, "2020-01-31")["fields_of_action"]] == [0.5, None]


# R10: expected progress


@pytest.mark.parametrize(
    ("lines", "day", "expected"),
    [
        ("measure 1.1.1 due=31.12.2021", "2020-01-01", 0.0),
        ("measure 1.1.1 due=31.12.2021", "2020-12-31", 0.5),  # 365 of 730 days
        ("measure 1.1.1 due=31.12.2021", "2021-12-31", 1.0),
        ("measure 1.1.1 due=31.12.2021", "2022-06-30", 1.0),
        ("measure 1.1.1 begin=01.03.2020 due=11.03.2020", "2020-03-01", 0.0),
        ("measure 1.1.1 begin=01.03.2020 due=11.03.2020", "2020-03-04", 0.3),
        ("measure 1.1.1 begin=01.03.2020 due=11.03.2020", "2020-03-11", 1.0),
        ("measure 1.1.1 begin=01.03.2020", "2020-03-11", None),
        ("measure 1.1.1 due=30.06.2020\nmilestone 1.1.1/1 due=31.03.2020\nmilestone 1.1.1/2", "2020-03-30", 0.0),
        ("measure 1.1.1 due=30.06.2020\nmilestone 1.1.1/1 due=31.03.2020\nmilestone 1.1.1/2", "2020-03-31", 0.5),
        ("measure 1.1.1 due=30.06.2020\nmilestone 1.1.1/1 due=31.03.2020\nmilestone 1.1.1/2", "2020-06-30", 1.0),
        ("measure 1.1.1\nmilestone 1.1.1/1 due=31.03.2020\nmilestone 1.1.1/2 weight=3", "2020-06-30", 0.25),
        ("measure 1.1.1\nmilestone 1.1.1/1", "2020-06-30", None),
        (
            "measure 1.1.1\nmilestone 1.1.1/1 due=31.03.2020\nentry 1.1.1/1 partly 01.02.2020 new_due=30.06.2020",
            "2020-03-31",
            0.0,
        ),
    ],
)
def test_expected_progress_of_a_measure(road: Road, lines: str, day: str, expected: float | None) -> None:
    assert road.measure(county_of(lines), day)["expected"] == expected


def test_expected_progress_needs_a_begin_where_there_is_no_agreement(road: Road) -> None:
    made = county_of("measure 1.1.1 agreement=- due=31.12.2020")
    assert road.measure(made, "2021-06-30", code=None)["expected"] is None


def test_expected_progress_of_a_field_is_the_mean_of_those_that_have_one(road: Road) -> None:
    # (1 · 1 + 3 · 0.3) / 4 = 0.475, from two of three measures.
    made = county_of("""
        measure 1.1.1 due=29.02.2020
        measure 1.1.2 begin=01.03.2020 due=11.03.2020 weight=3
        measure 1.1.3
        measure 1.1.4 due=29.02.2020 permanent=yes
    """)
    (field,) = road.at(made, "2020-03-04")["fields_of_action"]
    assert (field["expected"], field["expected_of"], field["completion"]["of"]) == (0.475, 2, 3)
