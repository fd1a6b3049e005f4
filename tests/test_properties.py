"""On random counties three roads give one number: the program, a naive loop, and plain SQL."""

from collections import Counter
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import counties
import oracle
import oracle_shape as shape
import oracle_sql as sql
from counties import known_moments, offices, stichtage, views
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from oracle_items import World, exists_from, measures

from audit_core import tables
from audit_core.agreement import County, ItemKey

random_counties = settings(max_examples=150, derandomize=True, deadline=None, database=None)
made = counties.counties()


@random_counties
@given(made, stichtage, known_moments, views, offices)
def test_status_is_what_a_naive_loop_says(
    county: County, as_of: date, known_by: datetime | None, view: str, office: str | None
) -> None:
    expected = oracle.status(county, as_of, known_by, view, office)
    document = tables.status_document(county, as_of, known_by, view, office)
    assert shape.status(document) == shape.status(expected)


@random_counties
@given(made, stichtage, known_moments, views, offices)
def test_overdue_is_what_a_naive_loop_says(
    county: County, as_of: date, known_by: datetime | None, view: str, office: str | None
) -> None:
    expected = oracle.overdue(county, as_of, known_by, view, office)
    assert shape.overdue(tables.overdue_document(county, as_of, known_by, view, office)) == shape.overdue(expected)


@random_counties
@given(made, st.sampled_from((2020, 2021, 2022)), st.sampled_from((31, 184, 366)), views)
def test_balance_is_what_a_naive_loop_says(county: County, year: int, days: int, view: str) -> None:
    until = min(date(year - 1, 12, 31) + timedelta(days=days), date(year, 12, 31))
    expected = oracle.balance(county, year, until, view)
    assert shape.balance(tables.balance_document(county, year, until, view)) == shape.balance(expected)


@random_counties
@given(made, stichtage, stichtage, views)
def test_comparison_is_what_a_naive_loop_says(county: County, one: date, other: date, view: str) -> None:
    d1, d2 = sorted((one, other))
    expected = oracle.compare(county, d1, d2, view)
    assert shape.compare(tables.compare_document(county, d1, d2, view)) == shape.compare(expected)


@random_counties
@given(made, stichtage, known_moments, views, offices)
def test_states_and_overdue_items_are_what_plain_sql_says(
    county: County, as_of: date, known_by: datetime | None, view: str, office: str | None
) -> None:
    document = tables.status_document(county, as_of, known_by, view, None)
    late = tables.overdue_document(county, as_of, known_by, view, office)
    with sql.database(county) as connection:
        items = sql.ask(connection, sql.STATES, as_of, known_by, view)
        counts = sql.ask(connection, sql.STATUS_COUNTS, as_of, known_by, view)
        overdue = sql.ask(connection, sql.OVERDUE, as_of, known_by, view, office)
    assert {(m["agreement"], m["number"]): (m["status"], m["stated_on"], m["due"]) for m in document["measures"]} == {
        (row["agreement"] or None, row["number"]): (row["status"], row["stated_on"], row["in_force"])
        for row in items
        if not row["milestone"]
    }
    assert Counter(m["status"] for m in document["measures"]) == {row["status"]: row["n"] for row in counts}
    assert {item(row): fact(row) for row in late} == {item(row): fact(row) for row in overdue}


def item(row: dict[str, Any]) -> tuple[str | None, str, str | None]:
    return row["agreement"] or None, row["number"], row["milestone"] or None


def fact(row: dict[str, Any]) -> tuple[Any, ...]:
    return tuple(row[key] for key in ("title", "responsible", "due", "days", "status"))


@random_counties
@given(made, st.sampled_from((2020, 2021, 2022)), views)
def test_sums_of_a_balance_are_the_counts_of_its_two_stichtage(county: County, year: int, view: str) -> None:
    first, last = date(year - 1, 12, 31), date(year, 12, 31)
    document = tables.balance_document(county, year, last, view)
    rows: Counter[str] = Counter()
    columns: Counter[str] = Counter()
    for move in document["transitions"]:
        rows[move["from"]] += move["count"]
        columns[move["to"]] += move["count"]
    assert {code: n for code, n in rows.items() if code != "new"} == statuses_at(county, first, view)
    assert {code: n for code, n in columns.items() if code != "taken_over"} == statuses_at(county, last, view)
    assert shape.counts(document["totals_from"]) == statuses_at(county, first, view)
    assert shape.counts(document["totals_to"]) == statuses_at(county, last, view)


def statuses_at(county: County, day: date, view: str) -> dict[str, int]:
    return dict(Counter(row["status"] for row in tables.status_document(county, day, None, view, None)["measures"]))


@random_counties
@given(made, stichtage, views, st.data())
def test_a_new_entry_changes_no_stichtag_before_its_stand(
    county: County, as_of: date, view: str, data: st.DataObject
) -> None:
    plan = World(county, as_of)
    # Where nothing dates a measure, its first entry says since when it exists (R0): only the others are asked.
    dated = [row.key.measure for row in measures(plan) if exists_from(plan, row) is not None]
    items = [key for key in all_items(county) if key.measure in dated]
    assume(items)
    entry = data.draw(counties.entries(items))
    assume(entry.stated_on > as_of)
    assert everything(appended(county, entry), as_of, None, view) == everything(county, as_of, None, view)


@random_counties
@given(made, stichtage, st.sampled_from(("all", "Z1")), st.data())
def test_a_new_entry_changes_nothing_known_before_it_was_recorded(
    county: County, as_of: date, view: str, data: st.DataObject
) -> None:
    items = all_items(county)
    assume(items)
    entry = data.draw(counties.entries(items))
    known_by = entry.recorded_at - timedelta(seconds=1)
    assert everything(appended(county, entry), as_of, known_by, view) == everything(county, as_of, known_by, view)


@random_counties
@given(made, stichtage, views)
def test_a_revoked_entry_is_as_if_it_had_never_been(county: County, as_of: date, view: str) -> None:
    clean = replace(county, log=tuple(entry for entry in county.log if entry.revoked_at is None))
    assert everything(county, as_of, None, view) == everything(clean, as_of, None, view)


def all_items(county: County) -> list[ItemKey]:
    return [*(row.key for row in county.measures), *(row.key for row in county.milestones)]


def appended(county: County, entry: Any) -> County:
    return replace(county, log=(*county.log, entry._replace(sequence=len(county.log) + 1)))


def everything(county: County, as_of: date, known_by: datetime | None, view: str) -> tuple[Any, Any]:
    status = tables.status_document(county, as_of, known_by, view, None)
    return status, tables.overdue_document(county, as_of, known_by, view, None)
