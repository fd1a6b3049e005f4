"""Writing a preview: the whole of it or nothing, never on top of what came between, and a number to take it back by."""

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import event
from uploading import HEAD, LATER, NOW, Desk, answer

from audit_core import store
from audit_core.errors import AuditError
from audit_core.upload import apply
from audit_core.upload.folder import BadDataError
from audit_core.upload.parse import recognise

GOOD = "1.2;;30.06.2021;umgesetzt;;;;;;"
BAD = "9.9;;30.06.2021;umgesetzt;;;;;;"
ROOT = Path(__file__).parents[1]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_applied_preview_is_in_the_log_under_its_number_with_who_and_when(desk: Desk) -> None:
    assert desk.apply(HEAD, GOOD) == 2
    (newest, first) = store.uploads(desk.engine)
    assert (newest.id, newest.recorded_by, newest.recorded_at, newest.kind, newest.file_name, newest.rows) == (
        2, "Jugendamt", NOW, "meldungen", "meldungen.csv", 1,
    )  # fmt: skip
    assert (first.kind, first.rows) == ("init", 11)
    entry = store.load(desk.engine).log[-1]
    assert (entry.item.number, entry.status, entry.recorded_at, entry.upload) == ("1.2", "completed", NOW, 2)
    assert desk.status("1.2", "2021-06-30") == "completed"


def test_file_with_a_bad_row_writes_nothing_until_the_good_rows_are_asked_for(desk: Desk) -> None:
    with pytest.raises(BadDataError) as refused:
        desk.apply(HEAD, GOOD, BAD)
    assert [problem.line for problem in refused.value.problems] == [3]
    assert (desk.revision, desk.log_size) == ("1.0", 2)
    assert desk.apply(HEAD, GOOD, BAD, good_rows=True) == 2
    assert (desk.revision, desk.log_size) == ("2.0", 3)


def test_file_with_bad_rows_only_writes_nothing_even_for_its_good_rows(desk: Desk) -> None:
    with pytest.raises(BadDataError):
        desk.apply(HEAD, BAD, good_rows=True)
    assert desk.revision == "1.0"


def test_file_that_brings_nothing_new_is_refused_with_a_sentence(desk: Desk) -> None:
    with pytest.raises(AuditError, match="Die Datei bringt keine Änderung"):
        desk.apply(HEAD, "1.1;1;30.06.2020;umgesetzt;;;;;;")
    assert desk.revision == "1.0"


def test_preview_is_refused_when_another_upload_came_between_and_says_which(desk: Desk) -> None:
    seen = desk.preview(HEAD, GOOD)
    desk.apply(HEAD, "2.1;;30.06.2021;offen;;;;;;")
    with pytest.raises(apply.StalePreviewError) as refused:
        apply.apply(desk.engine, seen, "Sozialamt", LATER)
    assert str(refused.value) == (
        "Seit dieser Vorschau kam eine andere Übernahme dazu, zuletzt Nr. 2 von Jugendamt (01.07.2021, 09:00 Uhr). "
        "Nichts wurde geändert; bitte die Vorschau erneuern und noch einmal prüfen."
    )
    assert (desk.revision, desk.log_size) == ("2.0", 3)


def test_preview_is_refused_when_an_upload_was_taken_back_between(desk: Desk) -> None:
    number = desk.apply(HEAD, "2.1;;30.06.2021;offen;;;;;;")
    seen = desk.preview(HEAD, GOOD)
    desk.undo(number)
    with pytest.raises(apply.StalePreviewError, match="Seit dieser Vorschau wurde eine Übernahme zurückgenommen"):
        apply.apply(desk.engine, seen, "Sozialamt", LATER)
    assert desk.revision == "2.1"


def test_same_preview_applied_twice_is_taken_in_once(desk: Desk) -> None:
    seen = desk.preview(HEAD, GOOD)
    assert apply.apply(desk.engine, seen, "Sozialamt", NOW) == 2
    with pytest.raises(apply.StalePreviewError):
        apply.apply(desk.engine, seen, "Sozialamt", NOW)
    assert (desk.revision, desk.log_size) == ("2.0", 3)


def test_correction_replaces_the_whole_row_and_what_was_known_before_stays_known_before(desk: Desk) -> None:
    before = answer(desk, "2020-12-31", known_by=NOW)
    desk.apply(HEAD, "1.1;;30.06.2020;umgesetzt;;;;;;", at=LATER)
    assert desk.status("1.1", "2020-12-31") == "completed"
    assert desk.status("1.1", "2020-12-31", known_by=NOW) == "in_progress"
    assert answer(desk, "2020-12-31", known_by=NOW) == before


def test_changed_plan_keeps_its_versions(desk: Desk) -> None:
    number = desk.apply("Nr.;Zielvereinbarung;Handlungsfeld;Maßnahme", "1.2;ZV;1;Neu", name="massnahmen.csv")
    assert (number, store.uploads(desk.engine)[0].kind) == (2, "plan")
    assert (desk.title("1.2"), desk.title("1.2", known_by=NOW.replace(hour=8))) == ("Neu", "Bericht")


def test_new_measure_and_its_first_report_come_by_two_files(desk: Desk) -> None:
    assert desk.preview(HEAD, "3.1;;30.06.2021;offen;;;;;;").appended == ()
    desk.apply("Nr.;Zielvereinbarung;Handlungsfeld;Maßnahme", "3.1;ZV;2;Neu", name="massnahmen.csv")
    desk.apply(HEAD, "3.1;;30.06.2021;offen;;;;;;")
    assert desk.status("3.1", "2021-06-30") == "not_started"


def test_every_kind_of_exchange_file_can_start_an_empty_database(tmp_path: Path) -> None:
    folder = tmp_path / "desk"
    folder.mkdir()
    desk = Desk(folder)
    engine = store.open_engine(f"sqlite:///{tmp_path}/empty.db")
    assert not store.has_plan(engine)
    for name in ("landkreis", "handlungsfelder", "zielvereinbarungen", "massnahmen", "meilensteine", "meldungen"):
        data = (folder / "plan" / f"{name}.csv").read_bytes()
        done = apply.upload(engine, recognise(data, f"{name}.csv"), "Koordination", NOW)
        assert done.preview.errors == ()
    came, held = store.load(engine), store.load(desk.engine)
    assert store.has_plan(engine)
    assert (came.name, came.source) == ("Musterkreis", "Satzung")
    assert [row.title for row in came.measures] == [row.title for row in held.measures]
    assert [row.status for row in came.log] == [row.status for row in held.log]


def test_upload_at_once_tells_what_it_did_and_what_it_did_not(desk: Desk) -> None:
    data = "\n".join([HEAD, GOOD, BAD]).encode()
    sheet = recognise(data, "liste.csv")
    refused = apply.upload(desk.engine, sheet, "Sozialamt", NOW)
    assert (refused.upload, len(refused.preview.errors), desk.revision) == (None, 1, "1.0")
    tried = apply.upload(desk.engine, sheet, "Sozialamt", NOW, good_rows=True, dry_run=True)
    assert (tried.upload, desk.revision) == (None, "1.0")
    assert apply.upload(desk.engine, sheet, "Sozialamt", NOW, good_rows=True).upload == 2
    again = apply.upload(desk.engine, sheet, "Sozialamt", NOW, good_rows=True)
    assert (again.upload, desk.revision) == (None, "2.0")


def test_full_disk_is_told_and_leaves_the_log_as_it_was(desk: Desk) -> None:
    seen = desk.preview(HEAD, *(f"1.2;;{day:02d}.06.2021;offen;;;{'x' * 9000};;;" for day in range(1, 29)))

    @event.listens_for(desk.engine, "connect")
    def no_room(connection: sqlite3.Connection, _record: object) -> None:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count={pages + 5}")

    desk.engine.dispose()
    with pytest.raises(apply.NotWrittenError) as refused:
        apply.apply(desk.engine, seen, "Sozialamt", NOW)
    assert str(refused.value) == (
        "Nichts wurde übernommen. Auf dem Datenträger der Datenbank ist kein Platz mehr. "
        "Bitte Platz schaffen lassen und noch einmal übernehmen."
    )
    assert (desk.revision, desk.log_size) == ("1.0", 2)
    event.remove(desk.engine, "connect", no_room)
    desk.engine.dispose()
    assert apply.apply(desk.engine, seen, "Sozialamt", NOW) == 2


def test_file_that_may_not_grow_is_told_by_the_command_line_and_leaves_the_log_as_it_was(
    desk: Desk, tmp_path: Path
) -> None:
    rows = [f"1.2;;{day:02d}.06.2021;offen;;;{'x' * 30000};;;" for day in range(1, 29)]
    (tmp_path / "lang.csv").write_text("\n".join([HEAD, *rows]), encoding="utf-8")
    desk.engine.dispose()
    code = (
        "import resource, signal, sys; signal.signal(signal.SIGXFSZ, signal.SIG_IGN);"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000));"
        "from audit_core.__main__ import main; sys.exit(main(sys.argv[1:]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, "upload", str(tmp_path / "lang.csv")], cwd=ROOT, capture_output=True, text=True,
        env={**os.environ, "AUDIT_DATABASE_URL": desk.url, "AUDIT_TODAY": "2021-07-01"},
    )  # fmt: skip
    assert done.returncode == 2
    assert "Nichts wurde übernommen. Auf dem Datenträger der Datenbank ist kein Platz mehr." in done.stderr
    assert (desk.revision, desk.log_size) == ("1.0", 2)


def test_read_only_database_is_told_and_stays_as_it_was(desk: Desk, tmp_path: Path) -> None:
    seen = desk.preview(HEAD, GOOD)
    engine = store.open_engine(f"sqlite:///file:{tmp_path}/audit.db?mode=ro&uri=true")
    with pytest.raises(apply.NotWrittenError, match="Die Datenbank ist schreibgeschützt"):
        apply.apply(engine, seen, "Sozialamt", NOW)
    assert (desk.revision, desk.log_size) == ("1.0", 2)
