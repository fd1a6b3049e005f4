"""Taking down what a browser sends: each note once, nothing cut, and after a failure nothing half."""

import sqlite3
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from counties import agreement, county, measure
from sqlalchemy import event

from audit_core import store
from audit_core.errors import AuditError
from audit_core.store import Workshop
from audit_core.upload.apply import NotWrittenError
from audit_core.wording import workshop_forms as wording
from audit_core.workshop import taking
from audit_core.workshop.said import words_of

NOW = datetime(2026, 7, 16, 18, 0, tzinfo=UTC)
COUNTY = county((measure("1.1", title="Beratung"),), agreements=(agreement("ZV", "2020", "2022"),))
EVENING = Workshop(1, "strategy", "ZV", date(2021, 12, 31), "Strategieworkshop", NOW, "Koordination")


@pytest.fixture
def engine(tmp_path: Path) -> store.Engine:
    """A database with one evening in it."""
    engine = store.open_engine(f"sqlite:///{tmp_path / 'audit.db'}")
    taking.begin(engine, COUNTY, "strategy", "ZV", date(2021, 12, 31), "", "Koordination", NOW)
    return engine


def sent(word: str = "w1", **other: Any) -> dict[str, Any]:
    """What a browser sends of one version: a Grund of measure 1.1, unless told."""
    one = {"word": word, "subject": "measure:ZV/1.1", "field": "reason", "text": "Kein Geld"}
    return {**one, "parents": [], "by": "Amt"} | other


def refused(**other: Any) -> dict[str, str]:
    reading = taking.reading([sent(**other)], EVENING, NOW)
    assert reading.notes == ()
    return dict(reading.refused)


def in_database(engine: store.Engine) -> list[tuple[str, str]]:
    return [(note.word, note.text) for note in store.notes(engine, "ZV")]


def test_an_evening_is_begun_with_its_kind_its_stichtag_and_who_writes(engine: store.Engine) -> None:
    (one,) = store.workshops(engine)
    assert (one.id, one.kind, one.agreement, one.as_of) == (1, "strategy", "ZV", date(2021, 12, 31))
    assert (one.title, one.recorded_by, one.recorded_at) == ("Strategieworkshop", "Koordination", NOW)


@pytest.mark.parametrize(("code", "by", "said"), [
    ("ZV9", "Amt", "Ein Workshop gehört zu einer Zielvereinbarung."),
    ("all", "Amt", "Ein Workshop gehört zu einer Zielvereinbarung."),
    ("ZV", "  ", "Bitte angeben, wer mitschreibt"),
])  # fmt: skip
def test_an_evening_without_an_agreement_or_a_writer_is_none(
    engine: store.Engine, code: str, by: str, said: str
) -> None:
    with pytest.raises(AuditError, match=said):
        taking.begin(engine, COUNTY, "strategy", code, date(2021, 12, 31), "", by, NOW)
    assert len(store.workshops(engine)) == 1


def test_an_evening_that_does_not_exist_is_told(engine: store.Engine) -> None:
    assert taking.workshop(engine, 1).title == "Strategieworkshop"
    with pytest.raises(AuditError, match="Einen Workshop mit der Nummer 7 gibt es nicht"):
        taking.workshop(engine, 7)


def test_what_is_sent_is_stored_as_it_was_sent(engine: store.Engine) -> None:
    assert taking.take(engine, taking.notes_from([sent(parents=["w0"], text=" Kein\nGeld ")], EVENING, NOW)) == 1
    (note,) = store.notes(engine, "ZV")
    assert (note.word, note.subject, note.field, note.text) == ("w1", "measure:ZV/1.1", "reason", " Kein\nGeld ")
    assert (note.parents, note.recorded_by, note.recorded_at, note.workshop) == (("w0",), "Amt", NOW, 1)


def test_what_is_sent_twice_is_stored_once(engine: store.Engine) -> None:
    notes = taking.notes_from([sent("w1"), sent("w2", text="Keine Zeit", parents=["w1"])], EVENING, NOW)
    assert [taking.take(engine, notes[:1]), taking.take(engine, notes), taking.take(engine, notes)] == [1, 1, 0]
    assert in_database(engine) == [("w1", "Kein Geld"), ("w2", "Keine Zeit")]
    assert words_of(store.notes(engine, "ZV")).text("measure:ZV/1.1", "reason") == "Keine Zeit"


def test_a_word_that_says_something_else_already_is_told_apart_and_changes_nothing(engine: store.Engine) -> None:
    taking.take(engine, taking.notes_from([sent("w1")], EVENING, NOW))
    later = taking.notes_from([sent("w1", text="Keine Zeit"), sent("w2", text="Kein Plan")], EVENING, NOW)
    taking.take(engine, later)
    assert in_database(engine) == [("w1", "Kein Geld"), ("w2", "Kein Plan")]
    told = taking.receipt(later, store.notes(engine, "ZV"))
    assert (told.received, told.taken) == (("w2",), ("w1",))


def test_only_what_stands_in_the_database_is_confirmed(engine: store.Engine) -> None:
    notes = taking.notes_from([sent("w1"), sent("w2", text="Keine Zeit")], EVENING, NOW)
    taking.take(engine, notes[:1])
    told = taking.receipt(notes, store.notes(engine, "ZV"))
    assert (told.received, told.taken) == (("w1",), ())


@pytest.mark.parametrize(("other", "said"), [
    ({"subject": "Wetter"}, wording.NOT_UNDERSTOOD),
    ({"subject": f"new:{'x' * 200}"}, wording.NOT_UNDERSTOOD),
    ({"subject": "goal:\ud800"}, wording.NOT_UNDERSTOOD),
    ({"subject": 7}, wording.NOT_UNDERSTOOD),
    ({"field": "budget"}, wording.NOT_UNDERSTOOD),
    ({"subject": "agreement", "field": "decision"}, wording.NOT_UNDERSTOOD),
    ({"text": None}, wording.NOT_UNDERSTOOD),
    ({"field": "decision", "text": "F"}, wording.NOT_UNDERSTOOD),
    ({"field": "decision", "text": "Fortführen"}, wording.NOT_UNDERSTOOD),
    ({"field": "left", "text": "nein"}, wording.NOT_UNDERSTOOD),
    ({"parents": "w0"}, wording.NOT_UNDERSTOOD),
    ({"text": "x" * 5_001}, wording.TOO_LONG),
    ({"subject": "measure:ZV2/1.1"}, wording.NOT_OF_THIS_EVENING),
    ({"subject": "measure:/1.1"}, wording.NOT_OF_THIS_EVENING),
])  # fmt: skip
def test_what_cannot_be_kept_as_it_is_is_refused_with_a_sentence(other: dict[str, Any], said: str) -> None:
    assert refused(**other) == {"w1": said}


@pytest.mark.parametrize(("field", "text"), [
    ("decision", "continue"), ("decision", "change"), ("decision", "replace"), ("decision", "end"), ("decision", ""),
    ("left", "ja"), ("left", ""),
])  # fmt: skip
def test_a_choice_is_one_of_those_that_there_are_or_none(field: str, text: str) -> None:
    (note,) = taking.notes_from([sent(field=field, text=text)], EVENING, NOW)
    assert (note.field, note.text) == (field, text)


def test_the_longest_text_is_kept_as_a_whole() -> None:
    (note,) = taking.notes_from([sent(text="x" * 5_000)], EVENING, NOW)
    assert note.text == "x" * 5_000


@pytest.mark.parametrize("raw", [None, "w1", {"word": "w1"}, [None, "w1", [], {}, {"word": ""}, {"word": "x" * 65}]])
def test_what_has_no_word_to_answer_to_is_left_out(raw: object) -> None:
    assert taking.reading(raw, EVENING, NOW) == taking.Reading((), {})


def test_a_bad_note_keeps_no_good_one_out() -> None:
    reading = taking.reading([sent("w1", field="budget"), sent("w2"), 3, sent("w3", text="")], EVENING, NOW)
    assert [note.word for note in reading.notes] == ["w2", "w3"]
    assert reading.refused == {"w1": wording.NOT_UNDERSTOOD}


def test_signs_no_database_keeps_become_ones_it_does(engine: store.Engine) -> None:
    taking.take(engine, taking.notes_from([sent(text="a\x00b\ud800c", by="A\x00mt\n West")], EVENING, NOW))
    (note,) = store.notes(engine, "ZV")
    assert (note.text, note.recorded_by) == ("ab?c", "Amt West")


def test_who_says_no_name_is_not_taken_for_the_one_who_began() -> None:
    (one,) = taking.notes_from([sent(by=" ")], EVENING, NOW)
    assert one.recorded_by == "ohne Angabe"
    (other,) = taking.notes_from([sent(by="x" * 300)], EVENING, NOW)
    assert other.recorded_by == "x" * 120


def test_a_note_never_stands_on_itself() -> None:
    (note,) = taking.notes_from([sent(parents=["w0", "w1", 5])], EVENING, NOW)
    assert note.parents == ("w0",)


def test_a_failed_write_stores_nothing_and_the_same_notes_arrive_later(engine: store.Engine, tmp_path: Path) -> None:
    notes = taking.notes_from([sent("w1"), sent("w2", text="Keine Zeit"), sent("w3", text="Kein Plan")], EVENING, NOW)
    with sqlite3.connect(tmp_path / "audit.db") as connection:
        connection.execute(
            "CREATE TRIGGER full BEFORE INSERT ON workshop_notes WHEN new.word = 'w3' "
            "BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END"
        )
    with pytest.raises(NotWrittenError) as failed:
        taking.take(engine, notes)
    assert in_database(engine) == []
    assert str(failed.value) == (
        "Auf dem Datenträger der Datenbank ist kein Platz mehr. Bitte Platz schaffen lassen. "
        "Nichts Aufgeschriebenes geht verloren; bitte gleich noch einmal versuchen."
    )
    with sqlite3.connect(tmp_path / "audit.db") as connection:
        connection.execute("DROP TRIGGER full")
    assert taking.take(engine, notes) == 3
    assert in_database(engine) == [("w1", "Kein Geld"), ("w2", "Keine Zeit"), ("w3", "Kein Plan")]


@pytest.mark.parametrize(("cause", "said"), [
    ("attempt to write a readonly database", "Die Datenbank ist schreibgeschützt."),
    ("database is locked", "Die Datenbank ist gerade beschäftigt."),
    ("no such table", "Die Datenbank nimmt gerade nichts an. Der Grund steht im Protokoll des Servers."),
])  # fmt: skip
def test_a_failed_write_is_told_with_its_cause_and_that_nothing_is_lost(cause: str, said: str) -> None:
    assert wording.cause(OSError(cause)).startswith(said)
    told = wording.not_taken(OSError(cause))
    assert told.startswith(said) and told.endswith("Nichts Aufgeschriebenes geht verloren; bitte gleich noch einmal "
                                                   "versuchen.")  # fmt: skip


def test_an_evening_that_could_not_be_begun_is_told_as_that(engine: store.Engine, tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "audit.db") as connection:
        connection.execute(
            "CREATE TRIGGER full BEFORE INSERT ON workshops BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END"
        )
    with pytest.raises(NotWrittenError) as failed:
        taking.begin(engine, COUNTY, "strategy", "ZV", date(2021, 12, 31), "", "Koordination", NOW)
    assert str(failed.value) == (
        "Der Workshop wurde nicht begonnen. "
        "Auf dem Datenträger der Datenbank ist kein Platz mehr. Bitte Platz schaffen lassen."
    )
    assert len(store.workshops(engine)) == 1


def test_saving_makes_no_tables_for_they_are_there_once_an_evening_is(engine: store.Engine) -> None:
    ran: list[str] = []
    event.listen(engine, "before_cursor_execute", lambda _c, _u, statement, *_: ran.append(statement.split()[0]))
    assert taking.take(engine, taking.notes_from([sent()], EVENING, NOW)) == 1
    assert ran == ["BEGIN", "SELECT", "INSERT"]


def test_nothing_sent_writes_nothing(tmp_path: Path) -> None:
    engine = store.open_engine(f"sqlite:///{tmp_path / 'leer.db'}")
    assert taking.take(engine, ()) == 0
    assert not (tmp_path / "leer.db").exists()
