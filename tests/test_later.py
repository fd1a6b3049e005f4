"""What a Stichtag leaves out, worked out by hand: winning Meldungen of a later day in the view (R2)."""

from dataclasses import replace
from datetime import date

from counties import county_of

from audit_core.agreement import ItemKey, ReportEntry
from audit_core.dates import end_of_day, parse
from audit_core.standing import History, history
from audit_core.tables.later import LaterEntries, later_entries

PLAN = """
agreement ZV1 begin=01.06.2015
agreement ZV2 begin=01.01.2020 end=31.12.2022
measure   1.1 agreement=ZV1 responsible=Jugendamt
measure   1.1 agreement=ZV2 responsible=Jugendamt
milestone 1.1/1 agreement=ZV2 responsible=Kreistag
measure   1.2 agreement=ZV2 responsible=Kreistag
"""
END = date(2022, 12, 31)


def known() -> History:
    """
    agreement | item  | Stand      | revoked
    ZV2       | 1.1   | 31.12.2022 |           on the Stichtag: counts as seen
    ZV2       | 1.1   | 01.01.2023 |
    ZV2       | 1.1   | 01.01.2023 |           a correction of the one before
    ZV2       | 1.1/1 | 04.01.2023 |
    ZV2       | 1.2   | 02.01.2023 | yes
    ZV1       | 1.1   | 03.01.2023 |
    """
    moment = end_of_day(date(2023, 2, 1))
    rows = (
        ("ZV2", None, "1.1", "31.12.2022", None), ("ZV2", None, "1.1", "01.01.2023", None),
        ("ZV2", None, "1.1", "01.01.2023", None), ("ZV2", "1", "1.1", "04.01.2023", None),
        ("ZV2", None, "1.2", "02.01.2023", moment), ("ZV1", None, "1.1", "03.01.2023", None),
    )  # fmt: skip
    log = tuple(
        ReportEntry(ItemKey(code, nr, part), parse(day).last, parse(day), "completed", moment, revoked_at=gone)
        for code, part, nr, day, gone in rows
    )
    return history(replace(county_of(PLAN), log=log))


def test_later_meldungen_are_counted_once_for_each_key_and_not_when_revoked() -> None:
    assert later_entries(known(), END) == LaterEntries(3, date(2023, 1, 4))
    assert later_entries(known(), date(2023, 1, 3)) == LaterEntries(1, date(2023, 1, 4))
    assert later_entries(known(), date(2023, 1, 4)) == LaterEntries(0, None)


def test_only_those_of_the_chosen_agreement_are_left_out() -> None:
    assert later_entries(known(), END, "ZV1") == LaterEntries(1, date(2023, 1, 3))
    assert later_entries(known(), END, "ZV2") == LaterEntries(2, date(2023, 1, 4))


def test_only_those_of_measures_that_concern_the_chosen_office_are_left_out() -> None:
    """The Kreistag has 1.2, whose Meldung was taken back, and a milestone in 1.1 of ZV2; none in ZV1."""
    assert later_entries(known(), END, "ZV2", "Kreistag") == LaterEntries(2, date(2023, 1, 4))
    assert later_entries(known(), END, "all", "Kreistag") == LaterEntries(2, date(2023, 1, 4))
    assert later_entries(known(), END, "ZV1", "Kreistag") == LaterEntries(0, None)
    assert later_entries(known(), END, "all", "Jugendamt") == LaterEntries(3, date(2023, 1, 4))
