"""Whatever happens to a file on its way: reading it gives a sheet or a German sentence, never a traceback."""

import os

import pytest
from hypothesis import given, settings
from mutations import mutated_files
from uploading import NOW, Desk

from audit_core import store
from audit_core.upload.check import Clock
from audit_core.upload.parse import recognise
from audit_core.upload.preview import preview_of

EXAMPLES = int(os.environ.get("AUDIT_TORTURE", "500"))
GERMAN = ("Die ", "Das ", "Ein", "Keine ", "Der ", "‚", "Auch ", "Gelesen ")


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return Desk(tmp_path_factory.mktemp("desk"))


# The gate sees the same files every time, the torture new ones.
@settings(max_examples=EXAMPLES, deadline=None, derandomize="AUDIT_TORTURE" not in os.environ, database=None)
@given(file=mutated_files())
def test_a_mutated_file_is_checked_and_previewed_without_a_traceback_and_writes_nothing(
    desk: Desk, file: tuple[str, bytes]
) -> None:
    name, data = file
    sheet = recognise(data, name)
    assert sheet.recognised or (len(sheet.errors) == 1 and sheet.rows == ())
    assert [line for line, _ in sheet.grid] == [row.line for row in sheet.rows]
    for problem in (*sheet.errors, *sheet.warnings):
        assert problem.message.startswith(GERMAN) and problem.message.endswith(".")
    seen = preview_of(sheet, store.load(desk.engine), Clock(NOW))
    assert seen.errors or seen.rows
    assert len(seen.appended) <= len(seen.rows) == len(seen.sheet.rows)
    for problem in (*seen.errors, *seen.warnings):
        assert problem.sentence().endswith((".", "?", "!"))
    assert (desk.revision, desk.log_size) == ("1.0", 2)
