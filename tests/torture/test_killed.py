"""An upload that is killed at any moment leaves the whole of it or none, and the next start works."""

import multiprocessing
import os
import signal
import time
from datetime import timedelta
from pathlib import Path

from sqlalchemy import text
from uploading import HEAD, NOW, Desk

from audit_core import store
from audit_core.upload import apply
from audit_core.upload.preview import Preview

TIMES = int(os.environ.get("AUDIT_KILLS", "10"))
ROWS = 600
FORK = multiprocessing.get_context("fork")


def written(url: str, preview: Preview) -> None:
    """What the killed process does: a database connection of its own, then the upload."""
    apply.apply(store.open_engine(url), preview, "Jugendamt", NOW)


def run(desk: Desk, preview: Preview, patience: float | None) -> float:
    """Starts an upload, kills it after a while if it is not done (None: never); gives how long it ran."""
    process = FORK.Process(target=written, args=(desk.url, preview))
    begin = time.monotonic()
    process.start()
    process.join(patience)
    if process.is_alive() and process.pid:
        os.kill(process.pid, signal.SIGKILL)
    process.join()
    return time.monotonic() - begin


def test_killed_upload_is_there_as_a_whole_or_not_at_all(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    first, days = NOW.date() - timedelta(days=ROWS), range(ROWS)
    rows = [f"1.2;;{first + timedelta(days=day):%d.%m.%Y};offen;;;{'lang ' * 200};;;" for day in days]
    before = desk.log_size
    whole = run(desk, desk.preview(HEAD, *rows), None)
    assert desk.log_size == before + ROWS
    desk.undo(2)
    for turn in range(TIMES):
        preview = desk.preview(HEAD, *rows)
        desk.engine.dispose()
        before, uploads = desk.log_size, len(store.uploads(desk.engine))
        desk.engine.dispose()
        last = turn == TIMES - 1
        run(desk, preview, None if last else whole * 1.2 * turn / TIMES)
        came = desk.log_size - before
        newer = store.uploads(desk.engine)[: len(store.uploads(desk.engine)) - uploads]
        assert (came, [one.rows for one in newer]) in ((0, []), (ROWS, [ROWS]))
        with desk.engine.connect() as connection:
            assert connection.execute(text("PRAGMA integrity_check")).scalar() == "ok"
        for one in newer:
            desk.undo(one.id)
    assert desk.status("1.1", "2020-12-31") == "in_progress"
