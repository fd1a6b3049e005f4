"""How far the tables of an ODS file reach: rows and cells that are there once and repeated many times are counted."""

import re
from collections.abc import Iterable

from audit_core.upload.parse.extent import FAILED, MAX_FAILED, Extent

_TOKEN = re.compile(
    rb"<(/?)table:(table-row|table-cell|covered-table-cell|table)(?=[\s/>])([^>]*)>(?:\s*<text:p>([^<]*)</text:p>)?"
)
_REPEATED = re.compile(rb"number-(?:rows|columns)-repeated=[\"'](\d{1,9})[\"']")


class _Count:
    """What is counted in one table."""

    def __init__(self) -> None:
        self.rows = self.columns = self.line = self.place = 0
        self.failed: dict[tuple[int, int], str] = {}
        self._repeated = 1
        self._filled = False

    def begin_row(self, attributes: bytes) -> None:
        self._repeated, self._filled, self.place = _times(attributes), False, 0

    def end_row(self) -> None:
        self.line += self._repeated
        if self._filled:
            self.rows = self.line
        self._repeated, self._filled = 0, False

    def cell(self, attributes: bytes, text: bytes) -> None:
        if b"value-type" in attributes or text:
            self._filled = True
            if b'calcext:value-type="error"' in attributes and len(self.failed) < MAX_FAILED:
                shown = text.decode("utf-8", "replace")
                self.failed[self.line + 1, self.place] = FAILED.get(shown, shown)
            self.columns = max(self.columns, self.place + _times(attributes))
        self.place += _times(attributes)

    @property
    def extent(self) -> Extent:
        return Extent(self.rows, self.columns, self.failed)


def ods_extents(pieces: Iterable[bytes]) -> tuple[Extent, ...]:
    """The extent of each table in its order, from the pieces of content.xml."""
    counts: list[_Count] = []
    for piece in pieces:
        for closing, tag, attributes, text in _TOKEN.findall(piece):
            if tag == b"table" and not closing:
                counts.append(_Count())
            elif not counts:
                continue
            elif tag == b"table-row":
                if closing:
                    counts[-1].end_row()
                else:
                    counts[-1].begin_row(attributes)
                    if attributes.endswith(b"/"):
                        counts[-1].end_row()
            elif tag != b"table" and not closing:
                counts[-1].cell(attributes, text)
    return tuple(count.extent for count in counts)


def _times(attributes: bytes) -> int:
    found = _REPEATED.search(attributes) if b"repeated" in attributes else None
    return int(found[1]) if found else 1
