"""The years of a Jahresbilanz worked out by hand: counts, transition table, lists, and R15 (R8, R11, R12)."""

from dataclasses import replace
from datetime import date

from counties import county, county_of
from hypothesis import given, settings
from hypothesis import strategies as st
from years_by_hand import COUNTY, TODAY, of

from audit_core import terms
from audit_core.agreement import ItemKey, ReportEntry
from audit_core.balance import balance
from audit_core.dates import end_of_day, parse
from audit_core.standing import ALL, Completion, completion, counted, history, standing, statuses
from audit_core.tables import balance_document
from audit_core.tables import year_sheets as sheets
from audit_core.tables.years import Years, grid, span, years


def happened(found: Years) -> dict[str, list[str]]:
    """The lists as short texts: `Nr./Meilenstein bisher > neu`."""
    return {
        one.what: [
            f"{item.item.number}{f'/{item.item.milestone}' if item.item.milestone else ''} "
            f"{sheets.old_text(item)} > {sheets.new_text(item)}"
            for item in one.items
        ]
        for one in found.lists
    }


# Every year


def test_every_year_since_the_first_beginn_has_its_counts_on_31_12() -> None:
    found = of(COUNTY, "2020-12-31")
    assert [row.day for row in found.rows] == [date(year, 12, 31) for year in (2019, 2020, 2021, 2022)]
    assert [dict(row.statuses) for row in found.rows] == [
        {"in_progress": 1, "preparing": 1, "ongoing": 1, "no_report": 1},
        {"completed": 1, "in_progress": 1, "ongoing": 1, "no_report": 1},
        {"completed": 2, "preparing": 1, "ongoing": 1, "no_report": 1},
        {"completed": 2, "cancelled": 1, "ongoing": 1, "no_report": 1},
    ]
    assert [row.measures for row in found.rows] == [4, 4, 5, 5]


def test_completion_and_time_kept_stand_for_every_year() -> None:
    found = of(COUNTY, "2020-12-31")
    assert [(row.completion.n, row.completion.of) for row in found.rows] == [(0, 3), (1, 3), (2, 4), (2, 3)]
    assert [(row.on_time.on_time, row.on_time.late, row.on_time.open) for row in found.rows] == [
        (0, 0, 0), (1, 1, 0), (0, 0, 0), (0, 0, 0),
    ]  # fmt: skip


def test_the_view_of_one_agreement_begins_with_it() -> None:
    found = of(COUNTY, "2022-12-31", agreement="Z2")
    assert [row.year for row in found.rows] == [2021, 2022]
    assert [row.measures for row in found.rows] == [2, 2]
    assert found.filtered


def test_a_handlungsfeld_counts_only_its_measures() -> None:
    found = of(COUNTY, "2020-12-31", field="2")
    assert [row.measures for row in found.rows] == [2, 2, 3, 3]
    assert [row.number for row in found.fields] == ["2"]
    assert found.balance.on_time.of == 0


def test_without_an_agreement_the_years_begin_with_the_first_thing_known() -> None:
    made = county(county_of("measure 1.1.1 agreement=- begin=2018").measures, agreements=())
    found = of(made, "2020-12-31", today=date(2020, 12, 31))
    assert [row.year for row in found.rows] == [2018, 2019, 2020]


def test_an_agreement_without_an_ende_runs_up_to_today() -> None:
    found = of("agreement ZV begin=01.01.2024\nmeasure 1.1.1", "2025-12-31")
    assert [row.day for row in found.rows] == [date(2024, 12, 31), date(2025, 12, 31), TODAY]
    assert of("agreement ZV begin=01.01.2024\nmeasure 1.1.1", "2026-03-31").rows[-1].day == date(2026, 3, 31)


def test_at_most_twelve_years_are_shown_and_the_chosen_one_is_among_them() -> None:
    made = "agreement ZV begin=01.01.2001 end=31.12.2020\nmeasure 1.1.1"
    newest = of(made, "2020-12-31")
    assert (newest.rows[0].year, len(newest.rows), newest.hidden) == (2009, 12, 8)
    early = of(made, "2003-12-31")
    assert ([row.year for row in early.rows][::11], early.hidden) == ([2003, 2014], 8)
    assert early.chosen.year == 2003


def test_only_a_reported_year_that_no_picture_reaches_is_offered() -> None:
    long = "agreement ZV begin=01.01.2001 end=31.12.2020\nmeasure 1.1.1"
    assert of(long, "2001-12-31").newest is None
    later = f"{long}\nentry 1.1.1 completed 30.06.2025"
    assert of(later, "2020-12-31").newest == 2025
    assert of(later, "2025-12-31").newest is None


def test_a_year_begins_with_its_first_day() -> None:
    plan = "agreement ZV begin=01.01.2027 end=31.12.2028\nmeasure 1.1.1"
    assert not of(plan, "2027-12-31", today=date(2026, 12, 31)).has_begun
    assert of(plan, "2027-01-01", today=date(2027, 1, 1)).has_begun


def test_the_years_to_choose_from_reach_to_the_newest_one_reported() -> None:
    """The agreement ends in 2020; 2023 was reported; a Meldung of a day to come counts as today."""
    plan = "agreement ZV begin=01.06.2019 end=31.12.2020\nmeasure 1.1.1\nentry 1.1.1 in_progress 31.12.2023"
    known = history(county_of(plan))
    assert span(known, TODAY) == range(2019, 2024)
    assert span(known, TODAY, "ZV", 2020) == range(2019, 2021)
    assert span(known, TODAY, "ZV", 2023) == range(2019, 2024)
    assert span(known, TODAY, "ZV", 2018) == range(2018, 2021)
    assert span(history(county_of(f"{plan}\nentry 1.1.1 completed 31.12.2031")), TODAY) == range(2019, 2027)


def test_a_meldung_taken_back_offers_no_year() -> None:
    entry = ReportEntry(
        ItemKey("ZV", "1.1.1"), date(2023, 12, 31), parse("31.12.2023"), "completed", end_of_day(date(2024, 1, 31)),
        revoked_at=end_of_day(date(2024, 2, 29)),
    )  # fmt: skip
    made = replace(county_of("agreement ZV begin=01.06.2019 end=31.12.2020\nmeasure 1.1.1"), log=(entry,))
    assert span(history(made), TODAY) == range(2019, 2021)


def test_without_an_agreement_the_years_to_choose_from_begin_as_the_picture_does() -> None:
    plan = "measure 1.1.1 agreement=- begin=2018\nentry 1.1.1 in_progress 2020 agreement=-"
    made = replace(county_of(plan), agreements=())
    today = date(2020, 12, 31)
    assert span(history(made), today) == range(2018, 2021)
    assert [row.year for row in of(made, "2020-12-31", today=today).rows] == [2018, 2019, 2020]
    assert span(history(county(agreements=())), today) == range(2020, 2021)


# One year


def test_the_transition_table_has_a_row_of_new_ones_and_sums() -> None:
    found = grid(of(COUNTY, "2021-12-31").balance)
    assert found.columns[-1] == "übernommen"
    moved = {
        (row, column): cell
        for row, cells, _ in found.lines
        for column, cell in zip(found.columns, cells, strict=True)
        if cell[0]
    }
    assert moved == {
        ("umgesetzt", "umgesetzt"): (1, terms.UNCHANGED),
        ("Daueraufgabe", "Daueraufgabe"): (1, terms.UNCHANGED),
        ("in Umsetzung", "in Vorbereitung"): (1, terms.BACK),
        ("keine Meldung", "übernommen"): (1, terms.OTHER),
        ("neu im Jahr", "umgesetzt"): (1, terms.OTHER),
        ("neu im Jahr", "keine Meldung"): (1, terms.OTHER),
    }
    assert [total for _, _, total in found.lines] == [1, 1, 0, 1, 0, 0, 1, 0, 0, 0, 2]
    assert found.sums == (2, 1, 0, 0, 1, 0, 1, 0, 0, 0, 1)
    assert found.total == 6


def test_a_year_without_a_successor_has_no_column_for_those_taken_over() -> None:
    assert grid(of(COUNTY, "2020-12-31").balance).columns == tuple(terms.STATUS[c].label for c in terms.SHOWN_ORDER)


def test_what_happened_stands_in_lists() -> None:
    assert happened(of(COUNTY, "2020-12-31")) == {
        "completed": ["1.1.1 in Umsetzung > umgesetzt"],
        "begun": ["1.1.2 in Vorbereitung > in Umsetzung"],
    }
    assert happened(of(COUNTY, "2021-12-31")) == {
        "completed": ["2.1.4 nicht im Plan > umgesetzt"],
        "back": ["1.1.2 in Umsetzung > in Vorbereitung"],
        "taken_over": ["2.1.2 keine Meldung > übernommen"],
        "new": ["2.1.3 nicht im Plan > keine Meldung", "2.1.4 nicht im Plan > umgesetzt"],
    }
    assert happened(of(COUNTY, "2022-12-31")) == {"left": ["1.1.2 in Vorbereitung > entfallen"]}


def test_moved_fristen_and_what_became_overdue_are_listed_with_their_milestones() -> None:
    found = of(
        """
        agreement ZV begin=01.01.2020 end=31.12.2021
        measure   1.1.1
        measure   1.1.2 due=01.12.2020
        milestone 1.1.1/1 due=30.06.2020
        entry     1.1.1/1 in_progress 31.03.2020 new_due=30.11.2020
        entry     1.1.2 in_progress 31.03.2020
        entry     1.1.1 in_progress 31.12.2019
        entry     1.1.2 postponed 31.03.2021
        """,
        "2020-12-31",
    )
    assert happened(found) == {
        "begun": ["1.1.2 nicht im Plan > in Umsetzung"],
        "overdue": ["1.1.1/1 Frist 30.11.2020 > 31 Tage überfällig", "1.1.2 Frist 01.12.2020 > 30 Tage überfällig"],
        "moved": ["1.1.1/1 30.06.2020 > 30.11.2020"],
        "new": ["1.1.2 nicht im Plan > in Umsetzung"],
    }
    later = of("measure 1.1.2\nentry 1.1.2 in_progress 31.03.2020\nentry 1.1.2 postponed 31.03.2021", "2021-12-31")
    assert happened(later) == {"postponed": ["1.1.2 in Umsetzung > zurückgestellt"]}


def test_a_frist_set_for_the_first_time_is_not_moved() -> None:
    found = of(
        "agreement ZV begin=01.01.2019\nmeasure 1.1.1\nentry 1.1.1 preparing 31.03.2020 new_due=30.11.2021",
        "2020-12-31",
    )
    assert "moved" not in happened(found)


def test_every_handlungsfeld_stands_with_both_ends_of_the_year() -> None:
    found = of(COUNTY, "2020-12-31")
    assert [(row.number, row.before, row.after) for row in found.fields] == [
        ("1", Completion(0, 2, 0, 0), Completion(1, 2, 0, 0)),
        ("2", Completion(0, 1, 1, 1), Completion(0, 1, 1, 1)),
    ]
    assert sheets.field_sheet(found).rows == (
        ("1", "Handlungsfeld 1", 0, 2, 1, 2, 1),
        ("2", "Handlungsfeld 2", 0, 1, 0, 1, 0),
    )


STATUS_CODES = [status.code for status in terms.STATUSES]


@st.composite
def small_counties(draw: st.DrawFn) -> str:
    lines = ["agreement Z1 begin=01.01.2019 end=31.12.2020", "agreement Z2 begin=01.01.2021"]
    for place in range(1, draw(st.integers(1, 5)) + 1):
        code = draw(st.sampled_from(["Z1", "Z2", "-"]))
        field = draw(st.integers(1, 2))
        lines.append(f"measure {field}.1.{place} agreement={code} due=30.06.{draw(st.integers(2019, 2022))}")
        lines.append(f"milestone {field}.1.{place}/1 agreement={code} due=31.03.{draw(st.integers(2019, 2022))}")
        for year in draw(st.lists(st.integers(2018, 2022), max_size=3, unique=True)):
            for part in ("", "/1"):
                status = draw(st.sampled_from(STATUS_CODES))
                lines.append(f"entry {field}.1.{place}{part} {status} 15.05.{year} agreement={code}")
    return "\n".join(lines)


@settings(max_examples=60, deadline=None)
@given(small_counties(), st.integers(2019, 2022), st.sampled_from([ALL, "Z1", "Z2"]))
def test_every_number_is_the_one_of_the_command_line_and_of_the_stichtag(text: str, year: int, agreement: str) -> None:
    made = county_of(text)
    end = date(year, 12, 31)
    found = years(history(made), agreement, None, None, end, TODAY)
    said = balance_document(made, year, None, agreement)
    assert {(t["from"], t["to"]): t["count"] for t in said["transitions"]} == dict(found.balance.transitions)
    assert said["totals_to"] == dict(found.chosen.statuses)
    assert said["on_time"]["on_time"] == found.chosen.on_time.on_time
    for row in found.rows:
        known = history(made)
        measures = counted(standing(known, row.day), agreement)
        assert row.statuses == statuses(measures)
        assert row.completion == completion(measures)
        again = balance(standing(known, date(row.year - 1, 12, 31)), standing(known, row.day), agreement)
        assert again.on_time == row.on_time
    whole = grid(found.balance)
    assert sum(whole.sums) == whole.total == sum(total for _, _, total in whole.lines)
    lists = {one.what: len(one.items) for one in found.lists}
    assert lists.get("completed", 0) == found.balance.became("completed")
    assert lists.get("back", 0) == found.balance.by_direction()[terms.BACK]
