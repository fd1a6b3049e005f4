"""What a workbook is about: its year, its agreement, and what was known (R2, R14)."""

from datetime import date

from counties import county, entry, measure, moment
from test_workbook import asked, small

from audit_core.documents import workbook
from audit_core.standing import history
from audit_core.tables.asked import Asked
from audit_core.tables.workbook import year_book


def test_workbook_of_a_running_year_says_so_and_names_its_agreement_by_its_title() -> None:
    book = year_book(asked(small(), "2021-06-30", "ZV"))
    assert book.title == "Arbeitsmappe 2021 (bis 30.06.)"
    assert [sheet.title for sheet in book.sheets[5:]] == [
        "Jahresbilanz 2021 (bis 30.06.)", "Was 2021 bis 30.06. geschah",
    ]  # fmt: skip
    assert book.table("jahresbilanz").title == "Vom 31.12.2020 (Zeilen) zum 30.06.2021 (Spalten)"
    assert dict(book.sheets[0].facts)["Zielvereinbarung"] == "Vereinbarung ZV"


def test_workbook_is_a_draft_unless_it_is_frozen() -> None:
    known, day = history(small(), moment("2022-02-01")), date(2021, 12, 31)
    facts = [dict(year_book(Asked(known, day, frozen=frozen)).sheets[0].facts) for frozen in (True, False)]
    assert [one["Kenntnisstand"] for one in facts] == [
        "01.02.2022, 12:00 Uhr, festgeschrieben", "01.02.2022, 12:00 Uhr (Entwurf, nicht festgeschrieben)",
    ]  # fmt: skip
    now = dict(year_book(asked(small())).sheets[0].facts)
    assert now["Kenntnisstand"] == "alles bisher Erfasste, noch nicht festgeschrieben (Entwurf)"


def test_log_is_what_was_known_and_keeps_what_was_taken_back_later() -> None:
    rows = county(
        [measure("1.1")],
        log=[
            entry("1.1", "in_progress", "31.01.2021", recorded="2021-02-01", revoked="2021-06-01"),
            entry("1.1", "completed", "28.02.2021", recorded="2021-05-01"),
            entry("1.1", "partly", "28.02.2021", recorded="2021-06-02"),
        ],
    )
    then = Asked(history(rows, moment("2021-05-15")), date(2021, 12, 31))
    stands = [row[4] for row in year_book(then).table("meldungen").rows]
    assert stands == ["in Umsetzung", "umgesetzt"]
    now = year_book(Asked(history(rows), date(2021, 12, 31))).table("meldungen").rows
    assert [row[4] for row in now] == ["umgesetzt", "teilweise umgesetzt"]


def test_same_request_gives_the_same_bytes_whatever_was_recorded_later() -> None:
    rows = small()
    later = county(
        rows.measures, rows.milestones, [*rows.log, entry("2.1", "completed", "31.12.2021", recorded="2022-03-01")]
    )
    known_by = moment("2022-01-15")
    first = Asked(history(rows, known_by), date(2021, 12, 31))
    again = Asked(history(later, known_by), date(2021, 12, 31))
    assert workbook.workbook(first) == workbook.workbook(again)
    assert workbook.csv_archive(first) == workbook.csv_archive(again)
