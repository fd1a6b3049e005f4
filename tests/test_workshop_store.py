"""The tables of the workshop: they only grow, ask nothing into being, and keep the agreements apart."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from audit_core import store
from audit_core.store import Note, Workshop

AT = datetime(2026, 7, 16, 18, 0, tzinfo=UTC)


def evening(agreement: str = "ZV2") -> Workshop:
    return Workshop(0, "strategy", agreement, date(2021, 12, 31), "Workshop", AT, "Koordination")


def note(word: str, workshop: int = 1, said: str = "Kein Geld", parents: tuple[str, ...] = ()) -> Note:
    return Note(word, workshop, "measure:ZV2/1.1", "reason", said, parents, "Amt", AT)


@pytest.fixture
def engine(tmp_path: Path) -> store.Engine:
    engine = store.open_engine(f"sqlite:///{tmp_path / 'audit.db'}")
    store.create_tables(engine)
    return engine


def write(engine: store.Engine, *rows: Note | Workshop) -> list[int]:
    """Every row in a transaction of its own; the number of an evening, how many notes were new."""
    done = []
    for row in rows:
        with store.writing(engine) as connection:
            if isinstance(row, Workshop):
                done.append(store.append_workshop(connection, row))
            else:
                done.append(store.append_notes(connection, [row]))
    return done


def test_asking_a_database_that_is_not_there_creates_none(tmp_path: Path) -> None:
    engine = store.open_engine(f"sqlite:///{tmp_path / 'none.db'}")
    assert (store.workshops(engine), store.notes(engine, "ZV2"), store.newest_note(engine)) == ((), (), 0)
    assert not (tmp_path / "none.db").exists()


def test_evenings_come_newest_first(engine: store.Engine) -> None:
    assert write(engine, evening(), evening("ZV1")) == [1, 2]
    assert [(one.id, one.agreement) for one in store.workshops(engine)] == [(2, "ZV1"), (1, "ZV2")]


def test_notes_come_in_the_order_of_recording_with_all_they_stand_on(engine: store.Engine) -> None:
    write(engine, evening(), note("b"), note("a", said="Keine Zeit", parents=("b", "x")))
    found = store.notes(engine, "ZV2")
    assert [(one.word, one.text, one.parents, one.sequence) for one in found] == [
        ("b", "Kein Geld", (), 1), ("a", "Keine Zeit", ("b", "x"), 2),
    ]  # fmt: skip
    assert store.newest_note(engine) == 2


def test_a_word_is_stored_once_and_stays_as_it_is(engine: store.Engine) -> None:
    assert write(engine, evening(), note("a"), note("a", said="anders")) == [1, 1, 0]
    with store.writing(engine) as connection:
        assert store.append_notes(connection, [note("a"), note("b"), note("b", said="zweimal")]) == 1
    assert [(one.word, one.text) for one in store.notes(engine, "ZV2")] == [("a", "Kein Geld"), ("b", "zweimal")]


def test_notes_of_another_agreement_are_not_among_them(engine: store.Engine) -> None:
    write(engine, evening("ZV1"), evening("ZV2"), note("a", 1), note("b", 2))
    assert [one.word for one in store.notes(engine, "ZV1")] == ["a"]
    assert [one.word for one in store.notes(engine, "ZV2")] == ["b"]


def test_a_note_of_no_evening_is_not_stored(engine: store.Engine) -> None:
    with pytest.raises(IntegrityError):
        write(engine, note("a", 9))
    assert store.newest_note(engine) == 0


@pytest.mark.parametrize("change", [
    "UPDATE workshop_notes SET text = ''", "DELETE FROM workshop_notes", "DELETE FROM workshops",
    "UPDATE workshops SET agreement = 'ZV1'",
])  # fmt: skip
def test_nothing_that_was_taken_down_can_be_changed(engine: store.Engine, change: str) -> None:
    write(engine, evening(), note("a"))
    with pytest.raises(IntegrityError), engine.begin() as connection:
        connection.execute(text(change))
    assert [(one.word, one.text) for one in store.notes(engine, "ZV2")] == [("a", "Kein Geld")]
