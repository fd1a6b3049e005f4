"""Whatever happens to a file on its way: reading it gives a sheet or a German sentence, never a traceback.

Nor do the figures, computed as they would be if its good rows were taken in.
"""

import json
import os
from datetime import date

import pytest
from hypothesis import given, settings
from mutations import mutated_files
from uploading import NOW, PLAN, Desk

from audit_core import store
from audit_core.tables import status_document
from audit_core.upload.check import Clock
from audit_core.upload.parse import recognise
from audit_core.upload.preview import county_after, preview_of

EXAMPLES = int(os.environ.get("AUDIT_TORTURE", "500"))
STICHTAGE = (date(2020, 6, 30), date(2021, 12, 31))
GERMAN = ("Die ", "Das ", "Ein", "Keine ", "Der ", "‚", "Auch ", "Gelesen ")


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    measures = PLAN["massnahmen"] + "1.1.1;ZV;1;Anträge;;2021\n1.10;ZV;1;Bad;;\n"
    milestones = PLAN["meilensteine"] + "1.1.1;1;Prüfung;2020\n2.1;3;Schluss;\n"
    return Desk(tmp_path_factory.mktemp("desk"), massnahmen=measures, meilensteine=milestones)


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
    known = store.load(desk.engine)
    seen = preview_of(sheet, known, Clock(NOW))
    assert seen.errors or seen.rows
    assert len(seen.appended) <= len(seen.rows) == len(seen.sheet.rows)
    for problem in (*seen.errors, *seen.warnings):
        assert problem.sentence().endswith((".", "?", "!"))
    after = county_after(known, seen.appended, NOW)
    for day in STICHTAGE:
        json.dumps(status_document(after, day), allow_nan=False)
    assert (desk.revision, desk.log_size) == ("1.0", 2)
