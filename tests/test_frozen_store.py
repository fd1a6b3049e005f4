"""What is stored of a frozen report, and that nothing is recorded behind its Kenntnisstand any more (R14)."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine, text
from test_store import ENTRY, EVENING, MEASURE, MORNING, REPORT, SHORT

from audit_core import store

FIRST_MOMENT = EVENING + timedelta(microseconds=1)


@pytest.fixture
def engine() -> Engine:
    engine = store.open_engine("sqlite://")
    store.create_tables(engine)
    return engine


@pytest.fixture
def frozen(engine: Engine) -> Engine:
    """A database with one report whose Kenntnisstand is EVENING."""
    with store.writing(engine) as connection:
        assert store.append_report(connection, REPORT) == 1
    return engine


def test_a_frozen_report_is_read_as_it_was_written(frozen: Engine) -> None:
    (found,) = store.frozen_reports(frozen)
    assert found == store.FrozenReport(
        1, "ZV2", date(2020, 12, 31), EVENING, "Jahresbericht 2020", EVENING, "Sozialamt", "0.1.0-12345678", "ab12",
        "cd34",
    )  # fmt: skip
    assert (found.year, store.revision(frozen)) == (2020, "0.0")


def test_the_newest_report_is_listed_first(frozen: Engine) -> None:
    with store.writing(frozen) as connection:
        store.append_report(connection, REPORT)
    assert [report.id for report in store.frozen_reports(frozen)] == [2, 1]


def test_a_database_of_an_older_program_has_no_reports_and_is_not_changed_by_asking(tmp_path: Path) -> None:
    engine = store.open_engine(f"sqlite:///{tmp_path}/alt.db")
    assert store.frozen_reports(engine) == () and not (tmp_path / "alt.db").exists()
    store.create_tables(engine)
    with engine.begin() as connection:
        connection.execute(text("DROP TABLE reports"))
    assert store.frozen_reports(engine) == ()
    with store.writing(engine) as connection:
        assert store.record_upload(connection, MORNING, "Sozialamt", "meldungen", "liste.csv") == 1
    assert store.uploads(engine)[0].recorded_at == MORNING
    engine.dispose()


def test_entries_that_name_an_earlier_moment_count_from_after_the_report(frozen: Engine) -> None:
    with store.writing(frozen) as connection:
        upload = store.record_upload(connection, MORNING, "Sozialamt", "meldungen", "liste.csv")
        store.append_entries(connection, upload, [(2, ENTRY), (3, SHORT)])
    assert [entry.recorded_at for entry in store.load(frozen).log] == [FIRST_MOMENT, FIRST_MOMENT]
    assert store.uploads(frozen)[0].recorded_at == FIRST_MOMENT


def test_plan_rows_that_would_always_have_been_known_count_from_after_the_report(frozen: Engine) -> None:
    with store.writing(frozen) as connection:
        upload = store.record_upload(connection, MORNING, "Sozialamt", "plan", "plan.csv")
        store.append_plan(connection, upload, [(2, MEASURE, None), (3, MEASURE, MORNING)])
    assert [row.recorded_at for row in store.load(frozen).measures] == [FIRST_MOMENT, FIRST_MOMENT]
    assert store.load(frozen).plan_known_by(EVENING).measures == ()


def test_without_a_frozen_report_plan_rows_may_always_have_been_known(engine: Engine) -> None:
    with store.writing(engine) as connection:
        upload = store.record_upload(connection, MORNING, "Sozialamt", "plan", "plan.csv")
        store.append_plan(connection, upload, [(2, MEASURE, None), (3, MEASURE, MORNING)])
    assert [row.recorded_at for row in store.load(engine).measures] == [None, MORNING]


def test_an_upload_taken_back_while_the_clock_was_put_back_still_counts_for_the_report(engine: Engine) -> None:
    with store.writing(engine) as connection:
        upload = store.record_upload(connection, MORNING, "Sozialamt", "meldungen", "liste.csv")
        store.append_entries(connection, upload, [(2, ENTRY)])
        store.append_report(connection, REPORT)
    store.revoke(engine, upload, "Sozialamt", datetime(2021, 3, 1, 9, 0, tzinfo=UTC))
    assert store.load(engine).log[0].revoked_at == FIRST_MOMENT
