"""Two Stichtage with a Kenntnisstand each: what counts as changed, and what as corrected."""

from dataclasses import replace
from datetime import date, datetime

import counties
import pytest
from counties import county_of, known_moments, moment, offices, stichtage, views
from hypothesis import given, settings

from audit_core.agreement import County
from audit_core.comparison import changes, differences
from audit_core.dates import end_of_day
from audit_core.standing import counted, history, own_items, standing

random_counties = settings(max_examples=60, derandomize=True, deadline=None, database=None)
LATE = """
measure 1.1.1
entry   1.1.1 preparing 2020-06-30 recorded=2020-06-30
entry   1.1.1 partly    2020-06-30 recorded=2020-08-01
entry   1.1.1 completed 2020-12-01 recorded=2021-02-01
"""


def known(day: str | None) -> datetime | None:
    return end_of_day(date.fromisoformat(day)) if day else None


def found(
    county: County, d1: str, d2: str, before: str | None, after: str | None, office: str | None = None
) -> list[tuple[object, ...]]:
    first = standing(history(county, known(before)), date.fromisoformat(d1))
    second = standing(history(county, known(after)), date.fromisoformat(d2))
    return [
        ("/".join(filter(None, (c.item.number, c.item.milestone))), c.what, c.old, c.new, c.direction)
        for c in changes(first, second, "all", office)
    ]


def test_each_day_is_seen_with_what_was_known_of_it() -> None:
    made = county_of(LATE)
    assert found(made, "2020-06-30", "2020-12-31", "2020-06-30", "2020-07-31") == []
    assert found(made, "2020-06-30", "2020-12-31", "2020-06-30", "2020-12-31") == [
        ("1.1.1", "status", "preparing", "partly", "forward"),
        ("1.1.1", "corrected", "preparing", "partly", None),
    ]
    assert found(made, "2020-06-30", "2020-12-31", "2020-06-30", "2021-02-01")[0] == (
        "1.1.1", "status", "preparing", "completed", "forward",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("2020-06-30", "2020-07-31", []),
        ("2020-06-30", "2020-08-01", [("1.1.1", "corrected", "preparing", "partly", None)]),
        ("2020-06-30", None, [("1.1.1", "corrected", "preparing", "partly", None)]),
        ("2020-08-01", None, []),
        (None, "2020-07-31", []),
        (None, "2020-08-01", [("1.1.1", "corrected", "preparing", "partly", None)]),
        (None, None, [("1.1.1", "corrected", "preparing", "partly", None)]),
    ],
)
def test_corrected_is_what_became_known_between_both_kenntnisstaende(
    before: str | None, after: str | None, expected: list[tuple[object, ...]]
) -> None:
    """Without a Kenntnisstand the earlier day was known at its own end."""
    rows = found(county_of(LATE), "2020-06-30", "2020-12-31", before, after)
    assert [row for row in rows if row[1] == "corrected"] == expected


def test_an_entry_taken_back_between_both_is_a_correction() -> None:
    made = county_of("""
measure 1.1.1
entry   1.1.1 preparing 2020-03-31 recorded=2020-03-31
entry   1.1.1 completed 2020-06-30 recorded=2020-06-30 revoked=2020-09-15
""")
    assert found(made, "2020-06-30", "2020-06-30", "2020-06-30", "2020-09-30") == [
        ("1.1.1", "status", "completed", "preparing", "back"),
        ("1.1.1", "progress", 1.0, None, None),
        ("1.1.1", "corrected", "completed", "preparing", None),
    ]
    assert found(made, "2020-06-30", "2020-06-30", "2020-06-30", "2020-09-14") == []


def test_a_measure_that_the_plan_got_later_is_new_to_the_later_knowledge() -> None:
    made = county_of("measure 1.1.1\nmeasure 1.1.2 recorded=2021-02-01")
    assert found(made, "2020-12-31", "2020-12-31", "2020-12-31", "2021-02-01") == [
        ("1.1.2", "new", None, "no_report", None)
    ]


def test_a_measure_that_the_other_knowledge_lacks_is_not_called_taken_over() -> None:
    made = county_of("measure 1.1.1 recorded=2021-02-01\nmeasure 1.1.2")
    assert found(made, "2020-06-30", "2020-12-31", None, "2020-12-31") == [
        ("1.1.1", "status", "no_report", None, "other")
    ]


HANDED_OVER = """
measure   1.1.1   responsible=Amt_A due=2020-09-30
milestone 1.1.1/1
entry     1.1.1   preparing   2020-06-30
measure   1.1.1   responsible=Amt_B due=2020-09-30 recorded=2020-11-01
entry     1.1.1   in_progress 2020-12-01
"""


def test_a_measure_that_an_office_gave_away_leaves_its_view_without_a_change() -> None:
    """The version of the plan that 1.1.1 belongs to Amt B is known from 01.11.2020 on."""
    made = county_of(HANDED_OVER)
    assert found(made, "2020-06-30", "2020-12-31", "2020-06-30", "2020-12-31", "Amt A") == []
    assert found(made, "2020-06-30", "2020-12-31", "2020-06-30", "2020-10-31", "Amt A") == [
        ("1.1.1", "overdue", 0, 92, None)
    ]
    assert found(made, "2020-06-30", "2020-12-31", "2020-06-30", "2020-12-31") == [
        ("1.1.1", "status", "preparing", "in_progress", "forward"), ("1.1.1", "overdue", 0, 92, None),
    ]  # fmt: skip


def test_a_measure_of_an_office_that_the_other_knowledge_lacks_has_no_status_in_it() -> None:
    made = county_of("measure 1.1.1 recorded=2021-02-01")
    assert found(made, "2020-06-30", "2020-12-31", None, "2020-12-31", "Amt A") == [
        ("1.1.1", "status", "no_report", None, "other")
    ]


def test_overdue_are_only_the_own_items_of_an_office() -> None:
    made = county_of("""
measure   1.1.1   responsible=Amt_A due=2020-09-30
milestone 1.1.1/1 responsible=Amt_B due=2020-09-30
""")
    assert found(made, "2020-06-30", "2020-12-31", None, None, "Amt B") == [("1.1.1/1", "overdue", 0, 92, None)]
    assert found(made, "2020-06-30", "2020-12-31", None, None, "Amt A") == [("1.1.1", "overdue", 0, 92, None)]
    assert len(found(made, "2020-06-30", "2020-12-31", None, None)) == 2


def as_known(county: County, known_by: datetime | None) -> County:
    """The county with nothing in it that was not known, so that no Kenntnisstand is needed."""
    if known_by is None:
        return county
    log = [
        row._replace(revoked_at=row.revoked_at if row.revoked_at and row.revoked_at <= known_by else None)
        for row in county.log
        if row.recorded_at <= known_by
    ]
    measures = [row for row in county.measures if row.recorded_at is None or row.recorded_at <= known_by]
    return replace(county, measures=tuple(measures), log=tuple(log))


@random_counties
@given(counties.counties(), stichtage, stichtage, known_moments, known_moments, views, offices)
def test_differences_are_those_of_two_counties_that_know_no_more(
    county: County, one: date, other: date, before: datetime | None, after: datetime | None, view: str,
    office: str | None,
) -> None:  # fmt: skip
    d1, d2 = sorted((one, other))
    found = changes(standing(history(county, before), d1), standing(history(county, after), d2), view, office)
    first, second = standing(history(as_known(county, before)), d1), standing(history(as_known(county, after)), d2)
    assert tuple(c for c in found if c.what != "corrected") == differences(first, second, view, office)


@random_counties
@given(counties.counties(), stichtage, stichtage, known_moments, known_moments, views)
def test_corrections_by_hand_on_random_counties(
    county: County, one: date, other: date, before: datetime | None, after: datetime | None, view: str
) -> None:
    d1, d2 = sorted((one, other))
    first, second = standing(history(county, before), d1), standing(history(county, after), d2)
    then, now = (standing(history(as_known(county, at)), d1) for at in (before or end_of_day(d1), after))
    learnt = set()
    for row in county.log:
        for at in (row.recorded_at, row.revoked_at):
            late = at is not None and at > (before or end_of_day(d1)) and (after is None or at <= after)
            if late and row.stated_on <= d1:
                learnt.add(row.item)
    old, new = ({i.key: i.item.status for _, i in own_items(side.measures)} for side in (then, now))
    shown = {i.key for side in (first, second, then) for _, i in own_items(counted(side, view))}
    expected = {key: (old.get(key), new.get(key)) for key in learnt & shown if key in old or key in new}
    rows = [c for c in changes(first, second, view) if c.what == "corrected"]
    assert {c.item: (c.old, c.new) for c in rows} == expected and len(rows) == len(expected)


@random_counties
@given(counties.counties(), stichtage, stichtage, views)
def test_a_kenntnisstand_after_everything_is_no_kenntnisstand(
    county: County, one: date, other: date, view: str
) -> None:
    d1, d2 = sorted((one, other))
    known_now, known_later = history(county), history(county, moment("2199-12-31"))
    before = standing(known_now, d1)
    assert changes(before, standing(known_now, d2), view) == changes(before, standing(known_later, d2), view)
