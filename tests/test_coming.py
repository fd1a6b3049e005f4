"""The Fristen of the twelve months after a Stichtag are the same on the page and in the report."""

from datetime import date

import pytest
from annual_report_lines import report, section, table
from counties import county_of

from audit_core.agreement import ItemKey
from audit_core.standing import ALL, history, standing
from audit_core.tables.coming import Coming, coming, year_ahead
from audit_core.tables.reasons import reason
from audit_core.tables.responsibilities import responsibilities

PLAN = """
    agreement ZV begin=01.01.2019
    measure 1.1 due=31.12.2021
    measure 1.2 due=01.01.2022
    measure 1.3 due=31.12.2022
    measure 1.4 due=01.01.2023
"""


def ahead(text: str, day: date) -> Coming:
    return coming(standing(history(county_of(text)), day).measures, day)


@pytest.mark.parametrize(
    ("as_of", "last"),
    [
        (date(2021, 12, 31), date(2022, 12, 31)), (date(2019, 12, 31), date(2020, 12, 31)),
        (date(2020, 2, 29), date(2021, 2, 28)), (date(2019, 2, 28), date(2020, 2, 28)),
        (date(2021, 6, 15), date(2022, 6, 15)),
    ],
)  # fmt: skip
def test_the_twelve_months_end_on_the_same_day_of_the_next_year(as_of: date, last: date) -> None:
    assert year_ahead(as_of) == last


def test_both_ends_of_the_twelve_months_belong_to_them() -> None:
    found = ahead(PLAN, date(2021, 12, 31))
    assert [item.item.number for item in found.items] == ["1.1", "1.2", "1.3"]
    assert [item.item.number for item in found.later] == ["1.4"]
    assert found.next is not None and found.next.due == date(2021, 12, 31)
    assert ahead("agreement ZV begin=01.01.2019", date(2021, 12, 31)).next is None


def test_the_next_one_can_lie_after_the_twelve_months() -> None:
    found = ahead("measure 1.4 due=01.01.2023", date(2021, 12, 31))
    assert (found.items, found.next) == ((), found.later[0])


def test_the_months_show_the_items_of_the_twelve_months_and_no_others() -> None:
    months = ahead(PLAN, date(2021, 12, 31)).months
    assert [(month.name, month.fristen) for month in months if month.fristen] == [
        ("Dezember 2021", 1), ("Januar 2022", 1), ("Dezember 2022", 1),
    ]  # fmt: skip
    assert len(months) == 13


def test_a_month_that_the_window_cuts_says_up_to_which_day() -> None:
    found = ahead("measure 1.1 due=15.06.2022\nmeasure 1.2 due=16.06.2022", date(2021, 6, 15))
    assert [(month.name, month.fristen) for month in found.months][::11] == [
        ("Juli 2021", 0), ("Juni 2022 (bis 15.06.)", 1),
    ]  # fmt: skip
    assert [item.item.number for item in found.later] == ["1.2"]
    assert [month.name for month in ahead(PLAN, date(2020, 2, 29)).months][-1] == "Februar 2021"


def test_page_and_report_count_the_same_fristen() -> None:
    made, day = county_of(PLAN), date(2021, 12, 31)
    page = responsibilities(standing(history(made), day), ALL)
    assert sum(month.fristen for month in page.months) == len(page.coming.items) == 3
    assert page.load == "4 noch nicht fällige Fristen, davon 1 nach dem 31.12.2022"
    found = report(made, day, ALL)
    assert section(found, "Ausblick")[0] == (
        "Bis zum 31.12.2022 laufen drei Fristen ab (bei drei Maßnahmen), davon zwei innerhalb von 30 Tagen. "
        "Eine weitere Frist liegt später."
    )
    assert len(table(found, "Fristen der nächsten zwölf Monate")) == 3


def test_a_leap_year_has_its_last_day_too() -> None:
    made = county_of("agreement ZV begin=01.01.2019\nmeasure 1.1 due=31.12.2020")
    assert section(report(made, date(2019, 12, 31)), "Ausblick")[0] == (
        "Bis zum 31.12.2020 läuft eine Frist ab (bei einer Maßnahme)."
    )


def test_the_grund_is_the_one_reported_newest_up_to_the_stichtag() -> None:
    known = history(
        county_of("""
        agreement ZV begin=01.01.2019
        measure 1.1
        entry 1.1 in_progress 2019 reason=Personal_fehlt
        entry 1.1 postponed 30.06.2020
        entry 1.1 postponed 30.06.2021 reason=Mittel_fehlen
    """)
    )
    key = ItemKey("ZV", "1.1")
    assert reason(known, key, date(2021, 12, 31)) == ("Mittel fehlen", "")
    assert reason(known, key, date(2020, 12, 31)) == ("Personal fehlt", "2019")
    assert reason(known, key, date(2020, 12, 31), of_status=True) == ("", "")
    assert reason(known, key, date(2018, 12, 31)) == ("", "")
