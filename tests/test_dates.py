"""Dates of the office (R3)."""

from datetime import date

import pytest

from audit_core.dates import DateError, end_of_day, parse, stand


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("31.12.2020", "2020-12-31", "2020-12-31"), ("1.3.21", "2021-03-01", "2021-03-01"),
        ("1.3.69", "2069-03-01", "2069-03-01"), ("1.3.70", "1970-03-01", "1970-03-01"),
        ("29.02.2020", "2020-02-29", "2020-02-29"), ("12.2020", "2020-12-01", "2020-12-31"),
        ("02.2020", "2020-02-01", "2020-02-29"), ("02.2021", "2021-02-01", "2021-02-28"),
        ("03/2021", "2021-03-01", "2021-03-31"), ("2020", "2020-01-01", "2020-12-31"),
        ("1900", "1900-01-01", "1900-12-31"), ("2199", "2199-01-01", "2199-12-31"),
        ("I. Halbjahr 2023", "2023-01-01", "2023-06-30"), ("2. Halbjahr 2023", "2023-07-01", "2023-12-31"),
        ("II. Hj. 2023", "2023-07-01", "2023-12-31"), ("2. Quartal 2026", "2026-04-01", "2026-06-30"),
        ("IV. Quartal 2026", "2026-10-01", "2026-12-31"), ("Q4/2026", "2026-10-01", "2026-12-31"),
        ("Q1 2024", "2024-01-01", "2024-03-31"), ("Anfang 2022", "2022-01-01", "2022-04-30"),
        ("Mitte 2022", "2022-05-01", "2022-08-31"), ("Ende 2022", "2022-09-01", "2022-12-31"),
        ("ende 2022", "2022-09-01", "2022-12-31"), ("44196", "2020-12-31", "2020-12-31"),
        ("20000", "1954-10-03", "1954-10-03"), ("80000", "2119-01-11", "2119-01-11"),
        ("2020-12-31", "2020-12-31", "2020-12-31"), ("2020-12-31 00:00:00", "2020-12-31", "2020-12-31"),
        ("2020-02", "2020-02-01", "2020-02-29"),
        ("31. Dezember 2020", "2020-12-31", "2020-12-31"),
        ("1. Mai 2021", "2021-05-01", "2021-05-01"), ("H1/2020", "2020-01-01", "2020-06-30"),
        ("März 2021", "2021-03-01", "2021-03-31"),
        ("Dez. 2020", "2020-12-01", "2020-12-31"), ("\u00a031.12.2020 ", "2020-12-31", "2020-12-31"),
    ],
)  # fmt: skip
def test_office_date_means_first_and_last_day(text: str, first: str, last: str) -> None:
    found = parse(text)
    assert (found.first.isoformat(), found.last.isoformat()) == (first, last)


def test_wording_of_an_office_date_is_kept() -> None:
    assert parse("  I.  Halbjahr 2023 ").text == "I. Halbjahr 2023"


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("31.02.2021", "der Februar 2021 hat 28 Tage"), ("29.02.2021", "der Februar 2021 hat 28 Tage"),
        ("31.06.2022", "der Juni 2022 hat 30 Tage"), ("0.1.2020", "der Januar 2020 hat 31 Tage"),
        ("32.13.2021", "ein Jahr hat 12 Monate"), ("13.2021", "ein Jahr hat 12 Monate"),
        ("00/2021", "ein Jahr hat 12 Monate"), ("1.1.1899", "liegt nicht zwischen 1900 und 2199"),
        ("2200", "ist kein Datum"), ("19999", "ist kein Datum"), ("80001", "ist kein Datum"),
        ("5. Quartal 2026", "ist kein Datum"), ("III. Halbjahr 2020", "ist kein Datum"), ("bald", "ist kein Datum"),
        ("", "ist kein Datum"), ("Q5/2026", "ist kein Datum"),
        ("31. April 2021", "der April 2021 hat 30 Tage"), ("31. Dez", "ist kein Datum"),
    ],
)  # fmt: skip
def test_impossible_date_says_why(text: str, part: str) -> None:
    with pytest.raises(DateError, match=part):
        parse(text)


@pytest.mark.parametrize(
    ("text", "recorded", "means"),
    [
        ("2026", "2026-11-22", "2026-11-22"), ("2026", "2027-01-01", "2026-12-31"),
        ("2026", "2026-01-01", "2026-01-01"),
        ("2026", "2026-12-31", "2026-12-31"), ("11.2026", "2026-11-01", "2026-11-01"),
        ("30.06.2026", "2026-07-04", "2026-06-30"), ("2026", "2025-12-31", "2026-12-31"),
    ],
)  # fmt: skip
def test_stand_whose_period_contains_the_day_of_recording_means_that_day(text: str, recorded: str, means: str) -> None:
    assert stand(text, date.fromisoformat(recorded))[1].isoformat() == means


def test_a_kenntnisstand_that_is_a_date_is_the_end_of_that_day_in_berlin() -> None:
    assert end_of_day(date(2021, 7, 1)).isoformat() == "2021-07-01T23:59:59.999999+02:00"
    assert end_of_day(date(2021, 12, 1)).isoformat() == "2021-12-01T23:59:59.999999+01:00"


def test_number_that_a_spreadsheet_made_of_a_day_is_shown_as_that_day() -> None:
    assert [parse(text).text for text in ("44196", "44196,5", "2020")] == ["31.12.2020", "31.12.2020", "2020"]
