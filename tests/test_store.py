"""The tables: what goes in comes out, nothing is ever changed."""

from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import IntegrityError

from audit_core import dates, store
from audit_core.agreement import (
    Agreement,
    Consultation,
    Event,
    FieldOfAction,
    ItemKey,
    KeyFigure,
    Measure,
    Milestone,
    ReportEntry,
)
from audit_core.errors import AuditError

MORNING = datetime(2021, 3, 1, 8, 0, tzinfo=UTC)
EVENING = datetime(2021, 3, 1, 18, 30, tzinfo=UTC)
MEASURE = Measure(
    "ZV2", "1.1.10", "1", "Bürgerbus", goal="Mobilität", description="mit\nUmbruch", responsible="Sozialamt",
    partners="Städte", begin=dates.parse("2020"), due=dates.parse("I. Halbjahr 2023"), permanent=True,
    weight=Decimal("1.5"), included=dates.parse("03.2020"), predecessor=("ZV1", "1.1"), criterion="Fahrten",
    target="100", programme="LSZ", budget_item="UA 1", assignment="Quelle", source="Vorlage | Bericht",
    recorded_at=MORNING,
)  # fmt: skip
PLAN: tuple[store.PlanRow, ...] = (
    store.CountyRow("Musterkreis", True, "erfunden", "keine"),
    FieldOfAction("1", "Steuerung", "Thema", "LSZ 1", "Quelle"),
    Agreement("ZV2", "Zweite", dates.parse("2020"), dates.parse("2022"), "Audit", "7/010", "Quelle"),
    MEASURE,
    Measure(None, "9", "1", "ohne alles"),
    Milestone("ZV2", "1.1.10", "4a", "Konzept", "Amt", dates.parse("Q4/2026"), Decimal("0.25"), "Quelle"),
    Consultation("7/010", "Betreff", "Kreistag", dates.parse("10.06.2020"), 29, 0, 5, None, "beschlossen",
                 (("ZV2", "1.1.10"), (None, "9")), "Quelle"),
    Event(None, "Workshop", "Ziele", "12.06.2015", "Datum fehlt", "Quelle"),
    KeyFigure("Einwohner", dates.parse("2019"), Decimal("11.4"), "1", "Tausend", ((None, "9"),), "Quelle"),
)  # fmt: skip
ENTRY = ReportEntry(
    ItemKey("ZV2", "1.1.10", "4a"), date(2020, 12, 31), dates.parse("2020"), "partly", MORNING,
    progress=Decimal("67.5"), new_due=dates.parse("12.2021"), text="läuft", reason="Corona", reported_by="Amt",
    source="Quelle",
)  # fmt: skip
SHORT = ReportEntry(ItemKey(None, "9"), date(2021, 2, 1), dates.parse("01.02.2021"), "completed", EVENING)
WORKSHOP = store.Workshop(0, "strategy", "ZV2", date(2021, 3, 1), "Workshop", EVENING, "Koordination")
NOTE = store.Note("a-1", 1, "measure:ZV2/1.1.10", "reason", "Corona", ("a-0",), "Koordination", EVENING)
REPORT = store.FrozenReport(
    0, "ZV2", date(2020, 12, 31), EVENING, "Jahresbericht 2020", EVENING, "Sozialamt", "0.1.0-12345678", "ab12", "cd34",
)  # fmt: skip
TABLES = (
    "uploads", "revocations", "log", "county", "fields_of_action", "agreements", "measures", "milestones",
    "consultations", "events", "key_figures", "reports", "workshops",
    "workshop_notes",
)  # fmt: skip


@pytest.fixture
def engine() -> Engine:
    engine = store.open_engine("sqlite://")
    store.create_tables(engine)
    return engine


def append(engine: Engine, plan: tuple[store.PlanRow, ...] = (), entries: tuple[ReportEntry, ...] = ()) -> int:
    with store.writing(engine) as connection:
        upload = store.record_upload(connection, MORNING, "Sozialamt", "meldungen", "liste.csv")
        rows = ((line, row, getattr(row, "recorded_at", None)) for line, row in enumerate(plan, 2))
        store.append_plan(connection, upload, rows)
        store.append_entries(connection, upload, enumerate(entries, 2))
    return upload


def test_every_plan_row_is_read_as_it_was_written(engine: Engine) -> None:
    append(engine, PLAN)
    county = store.load(engine)
    assert (county.name, county.invented, county.note) == ("Musterkreis", True, "erfunden")
    read = (
        *county.fields_of_action, *county.agreements, *county.measures, *county.milestones, *county.consultations,
        *county.events, *county.key_figures,
    )  # fmt: skip
    assert set(read) == set(PLAN[1:])
    assert len(read) == 8


def test_every_entry_is_read_as_it_was_written_with_its_upload_and_sequence(engine: Engine) -> None:
    append(engine, PLAN, (ENTRY, SHORT))
    assert store.load(engine).log == (
        ENTRY._replace(sequence=1, upload=1),
        SHORT._replace(sequence=2, upload=1),
    )


def test_log_is_read_in_the_order_of_recording(engine: Engine) -> None:
    append(engine, (), (SHORT, ENTRY))
    assert [entry.recorded_at for entry in store.load(engine).log] == [MORNING, EVENING]


def test_versions_of_a_plan_row_come_in_the_order_of_recording_what_was_always_known_first(engine: Engine) -> None:
    late = Measure("ZV2", "1", "1", "spät", recorded_at=EVENING)
    early = Measure("ZV2", "1", "1", "früh", recorded_at=MORNING)
    first = Measure("ZV2", "1", "1", "erste")
    append(engine, (late, early, first))
    assert [row.title for row in store.load(engine).measures] == ["erste", "früh", "spät"]


def test_moment_in_another_zone_is_the_same_moment_when_read(engine: Engine) -> None:
    berlin = datetime(2021, 3, 1, 0, 0, tzinfo=dates.BERLIN)
    append(engine, (), (ENTRY._replace(recorded_at=berlin),))
    assert store.load(engine).log[0].recorded_at == berlin
    with engine.connect() as connection:
        assert connection.execute(text("SELECT recorded_at FROM log")).scalar() == "2021-02-28T23:00:00+00:00"


def test_revision_changes_with_every_upload_and_every_revocation(engine: Engine) -> None:
    seen = [store.revision(engine)]
    upload = append(engine, (), (ENTRY,))
    seen.append(store.revision(engine))
    append(engine, (), (SHORT,))
    seen.append(store.revision(engine))
    store.revoke(engine, upload, "Sozialamt", EVENING)
    seen.append(store.revision(engine))
    assert seen == ["0.0", "1.0", "2.0", "2.1"]
    assert store.load(engine).revision == "2.1"


def test_revoked_entries_stay_in_the_log_and_say_when(engine: Engine) -> None:
    append(engine, (), (ENTRY,))
    upload = append(engine, (), (SHORT,))
    store.revoke(engine, upload, "Sozialamt", EVENING)
    assert [entry.revoked_at for entry in store.load(engine).log] == [None, EVENING]


def test_plan_of_a_revoked_upload_counts_only_for_what_was_known_before(engine: Engine) -> None:
    upload = append(engine, PLAN)
    assert store.has_plan(engine)
    store.revoke(engine, upload, "Sozialamt", EVENING)
    assert (store.has_plan(engine), store.was_used(engine)) == (False, True)
    county = store.load(engine)
    for known_by, count in ((None, 0), (EVENING, 0), (MORNING, 2)):
        plan = county.plan_known_by(known_by)
        assert (len(plan.measures), len(plan.consultations), len(plan.events), len(plan.key_figures)) == (
            count, count // 2, count // 2, count // 2,
        )  # fmt: skip
    assert county.name == ""


def test_uploads_are_listed_newest_first_with_who_took_them_back(engine: Engine) -> None:
    append(engine, (), (ENTRY,))
    append(engine, (), (SHORT,))
    store.revoke(engine, 1, "Leitung", EVENING)
    assert store.uploads(engine) == (
        store.Upload(2, MORNING, "Sozialamt", "meldungen", "liste.csv", rows=1),
        store.Upload(1, MORNING, "Sozialamt", "meldungen", "liste.csv", EVENING, "Leitung", 1),
    )


@pytest.mark.parametrize(
    ("upload", "message"), [(7, "Übernahme mit der Nummer 7 gibt es nicht"), (1, "schon zurückgenommen")]
)
def test_undo_of_what_is_not_there_or_is_undone_is_refused(engine: Engine, upload: int, message: str) -> None:
    append(engine, (), (ENTRY,))
    store.revoke(engine, 1, "Sozialamt", EVENING)
    with pytest.raises(AuditError, match=message):
        store.revoke(engine, upload, "Sozialamt", EVENING)
    assert store.revision(engine) == "1.1"


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize(
    ("statement", "word"),
    [
        ("UPDATE {} SET id = id + 100", "no UPDATE"),
        ("DELETE FROM {}", "no DELETE"),
        ("INSERT OR REPLACE INTO {0} SELECT * FROM {0}", "no REPLACE"),
    ],
)
def test_no_row_of_any_table_can_be_changed_by_plain_sql(engine: Engine, table: str, statement: str, word: str) -> None:
    upload = append(engine, PLAN, (ENTRY,))
    store.revoke(engine, upload, "Sozialamt", EVENING)
    with store.writing(engine) as connection:
        store.append_report(connection, REPORT)
        store.append_workshop(connection, WORKSHOP)
        store.append_notes(connection, (NOTE,))
    count = text(f"SELECT count(*) FROM {table}")
    with engine.connect() as connection:
        before = connection.execute(count).scalar()
    with pytest.raises(IntegrityError, match=word), engine.begin() as connection:
        connection.execute(text(statement.format(table)))
    with engine.connect() as connection:
        assert connection.execute(count).scalar() == before != 0


def test_the_table_list_of_these_tests_is_complete(engine: Engine) -> None:
    with engine.connect() as connection:
        names = connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'table'")).scalars().all()
    assert set(names) == set(TABLES)


def test_row_of_an_upload_that_does_not_exist_is_refused(engine: Engine) -> None:
    with pytest.raises(IntegrityError, match="FOREIGN KEY"), store.writing(engine) as connection:
        store.append_entries(connection, 99, [(2, ENTRY)])
    assert store.load(engine).log == ()


def test_exception_inside_a_transaction_leaves_nothing(engine: Engine) -> None:
    def broken() -> None:
        with store.writing(engine) as connection:
            upload = store.record_upload(connection, MORNING, "Sozialamt", "init", "ordner")
            store.append_entries(connection, upload, [(2, ENTRY)])
            raise KeyError

    with pytest.raises(KeyError):
        broken()
    assert (store.revision(engine), store.load(engine).log) == ("0.0", ())


def test_tables_can_be_created_twice_and_keep_their_rows(engine: Engine) -> None:
    append(engine, (), (ENTRY,))
    store.create_tables(engine)
    assert len(store.load(engine).log) == 1


def test_readers_of_a_file_see_the_state_before_an_unfinished_upload(tmp_path: Path) -> None:
    engine = store.open_engine(f"sqlite:///{tmp_path}/audit.db")
    store.create_tables(engine)
    with store.writing(engine) as connection:
        upload = store.record_upload(connection, MORNING, "Sozialamt", "meldungen", "liste.csv")
        store.append_entries(connection, upload, [(2, ENTRY)])
        assert store.load(engine).log == ()
    assert len(store.load(engine).log) == 1
    with engine.connect() as connection:
        settings = [
            connection.execute(text(f"PRAGMA {name}")).scalar()
            for name in ("journal_mode", "foreign_keys", "busy_timeout")
        ]
    assert settings == ["wal", 1, 10000]
    engine.dispose()


def test_database_that_is_named_by_an_address_instead_of_a_path_is_found(tmp_path: Path) -> None:
    file = tmp_path / "audit.db"
    engine = store.open_engine(f"sqlite:///{file}")
    store.create_tables(engine)
    append(engine, PLAN)
    engine.dispose()
    read_only = store.open_engine(f"sqlite:///file:{file}?mode=ro&uri=true")
    assert (store.has_plan(read_only), store.was_used(read_only)) == (True, True)
    assert len(store.load(read_only).measures) == 2
    read_only.dispose()
