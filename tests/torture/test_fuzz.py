"""Whatever happens to a file on its way: reading it gives a sheet or a German sentence, never a traceback."""

import os

from hypothesis import given, settings
from mutations import mutated_files

from audit_core.upload.parse import recognise

EXAMPLES = int(os.environ.get("AUDIT_TORTURE", "500"))
GERMAN = ("Die ", "Das ", "Ein", "Keine ", "Der ", "‚", "Auch ", "Gelesen ")


# The gate sees the same files every time, the torture new ones.
@settings(max_examples=EXAMPLES, deadline=None, derandomize="AUDIT_TORTURE" not in os.environ, database=None)
@given(mutated_files())
def test_a_mutated_file_is_read_or_refused_in_german(file: tuple[str, bytes]) -> None:
    name, data = file
    sheet = recognise(data, name)
    assert sheet.recognised or (len(sheet.errors) == 1 and sheet.rows == ())
    assert [line for line, _ in sheet.grid] == [row.line for row in sheet.rows]
    for problem in (*sheet.errors, *sheet.warnings):
        assert problem.message.startswith(GERMAN) and problem.message.endswith(".")
