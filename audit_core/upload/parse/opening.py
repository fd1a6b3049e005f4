"""Have a workbook read in a process of its own, with a limit of time and memory: what it breaks is not this program."""

import io
import marshal
import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import python_calamine

from audit_core.upload.parse import apart
from audit_core.upload.parse.bounds import BROKEN, PROTECTED
from audit_core.upload.parse.sheet import UnreadableError

SECONDS = 30
OpenedSheet = tuple[int, str, bool, list[list[str]]]
_READER = str(Path(apart.__file__).resolve())
_LIBRARY = str(Path(python_calamine.__file__).resolve().parents[1])


def opened(data: bytes, wanted: Iterable[int]) -> list[OpenedSheet]:
    """(Place, name, hidden, records) of the wanted sheets of a workbook; raises UnreadableError where it does not open.

    The reader starts without the site's own set-up, which takes longer than most workbooks.
    """
    command = [sys.executable, "-S", "-s", "-P", _READER, *map(str, wanted)]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    environment["PYTHONPATH"] = _LIBRARY
    try:
        done = subprocess.run(
            command, input=data, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=SECONDS, check=False,
            env=environment,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        raise UnreadableError(BROKEN) from None
    if done.returncode == apart.PROTECTED:
        raise UnreadableError(PROTECTED)
    if done.returncode != 0:
        raise UnreadableError(BROKEN)
    sheets: list[OpenedSheet] = []
    answer = io.BytesIO(done.stdout)
    while (sheet := marshal.load(answer)) is not None:
        sheets.append(sheet)
    return sheets
