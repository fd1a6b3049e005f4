"""On random counties the program says of every pair of agreements what a naive loop says (R13), and the sums agree."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any

import counties
import oracle_succession as oracle
from counties import days, known_moments, stichtage
from hypothesis import given, settings
from hypothesis import strategies as st

from audit_core import dates
from audit_core.agreement import County
from audit_core.standing import counted, history, standing
from audit_core.tables.succession import succession_documents

random_counties = settings(max_examples=150, derandomize=True, deadline=None, database=None)
views = st.sampled_from(("all", "all", "Z1", "Z2", "Z3"))


@st.composite
def linked(draw: st.DrawFn) -> County:
    """A random county whose Vorgänger point anywhere in the plan, and whose agreements may begin on one day."""
    made = draw(counties.counties())
    keys = [row.key.measure for row in made.measures]
    pointing = st.one_of(st.none(), st.sampled_from(keys)) if keys else st.none()
    measures = tuple(replace(row, predecessor=draw(pointing)) for row in made.measures)
    starts = st.one_of(st.none(), days)
    agreements = tuple(
        row if (begin := draw(starts)) is None else replace(row, begin=dates.parse(f"{begin:%d.%m.%Y}"))
        for row in made.agreements
    )
    return replace(made, measures=measures, agreements=agreements)


def ordered(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Pairs, measures and successors in one order, so that only what they say is compared."""
    for row in rows:
        row["measures"] = sorted(
            ({**one, "successors": sorted(one["successors"], key=str)} for one in row["measures"]), key=str
        )
    return sorted(rows, key=str)


@random_counties
@given(linked(), stichtage, known_moments, views)
def test_every_pair_is_what_a_naive_loop_says(
    county: County, as_of: date, known_by: datetime | None, view: str
) -> None:
    found = succession_documents(standing(history(county, known_by), as_of), view)
    assert ordered(found) == ordered(oracle.successions(county, as_of, known_by, view))


@random_counties
@given(linked(), stichtage, known_moments)
def test_the_outcomes_of_a_pair_sum_to_the_count_of_its_old_agreement(
    county: County, as_of: date, known_by: datetime | None
) -> None:
    whole = standing(history(county, known_by), as_of)
    for row in succession_documents(whole):
        assert sum(row["counts"].values()) == row["of"] == len(row["measures"]) == len(counted(whole, row["from"]))
        assert 0 <= row["new"]["n"] <= row["new"]["of"] == len(counted(whole, row["to"]))
