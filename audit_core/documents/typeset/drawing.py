"""Where the parts of a picture lie, in millimetres: bars, labels that fit, and labels that keep apart."""

from collections.abc import Callable, Sequence

from audit_core import terms
from audit_core.tables.blocks import FieldBars, YearColumns
from audit_core.wording.numbers import percent

WIDTH = 166.0
"""Of a picture: the text width of the page."""
BARS, GUTTER = 103.0, 7.0
DIGIT = 2.1
"""Width of a digit of a label, with what stands around it."""
HEIGHT, LABELS, WIDEST_COLUMN, GAP = 78.0, 44.0, 13.0, 4.6
LOWEST_LABEL = 3.6
"""Height of a segment that can hold its number."""

Value = object


def fields_drawn(block: FieldBars, text: Callable[[str], Value]) -> dict[str, Value]:
    """The rows of a picture of Handlungsfelder: segments in millimetres with labels that fit, progress in percent."""
    most = max((sum(n for _, n in field.counts) for field in block.fields), default=0) or 1
    rows = []
    for field in block.fields:
        rows.append(
            {
                "number": text(field.number), "title": text(field.title), "completed": text(field.completed),
                "segments": [_segment(code, n, BARS * n / most) for code, n in field.counts],
                "progress": field.progress, "percent": percent(field.progress), "expected": field.expected,
                "expected_text": text(field.expected_text),
            }
        )  # fmt: skip
    return {"rows": rows, "bars": BARS, "gutter": GUTTER, "width": WIDTH}


def _segment(code: str, n: int, width: float) -> dict[str, Value]:
    label = str(n) if len(str(n)) * DIGIT < width else ""
    return {"code": code, "size": width, "label": label}


def columns_drawn(block: YearColumns, text: Callable[[str], Value]) -> dict[str, Value]:
    """The columns from the bottom up: heights, labels of two and more, and names beside the last column."""
    most = max((sum(n for _, n in year.counts) for year in block.years), default=0) or 1
    most_pitch = (WIDTH - LABELS) / max(1, len(block.years))
    wide = min(WIDEST_COLUMN, 0.72 * most_pitch)
    pitch = min(most_pitch, wide / 0.6)
    unit = HEIGHT / most
    years = [
        {
            "year": str(year.year), "done": text(_parted(year.done)), "height": unit * sum(n for _, n in year.counts),
            "segments": [
                {"code": code, "size": n * unit, "label": str(n) if n > 1 and n * unit >= LOWEST_LABEL else ""}
                for code, n in year.counts if n
            ],
        }
        for year in block.years
    ]  # fmt: skip
    return {
        "years": years, "height": HEIGHT, "pitch": pitch, "wide": wide, "width": WIDTH,
        "labels": _last_labels(block, unit),
    }  # fmt: skip


def _parted(done: str) -> str:
    """`n von N` in two lines at most: it breaks before „von“."""
    return done.replace(" von ", " von\u00a0")


def _last_labels(block: YearColumns, unit: float) -> list[dict[str, Value]]:
    """Names and numbers beside the last column: where they point to and where they stand, from the bottom."""
    counts = [(code, n) for code, n in block.years[-1].counts if n] if block.years else []
    middles, bottom = [], 0.0
    for _, n in counts:
        middles.append(bottom + n * unit / 2)
        bottom += n * unit
    places = apart(middles, GAP)
    return [
        {"label": terms.STATUS[code].label, "count": str(n), "at": at, "stands": stands}
        for (code, n), at, stands in zip(counts, middles, places, strict=True)
    ]


def apart(wished: Sequence[float], gap: float) -> list[float]:
    """Places from the bottom up near the wished ones, never closer than `gap`, each heap around its own middle.

    >>> apart([10.0, 11.0, 40.0], 4.0)
    [8.5, 12.5, 40.0]
    """
    heaps: list[list[float]] = []
    for place in wished:
        heaps.append([place])
        while len(heaps) > 1 and _middle(heaps[-1]) - _middle(heaps[-2]) < gap * (len(heaps[-1]) + len(heaps[-2])) / 2:
            last = heaps.pop()
            heaps[-1] += last
    found: list[float] = []
    for heap in heaps:
        lowest = max(_middle(heap) - gap * (len(heap) - 1) / 2, found[-1] + gap if found else 0.0)
        found += [lowest + gap * index for index in range(len(heap))]
    return found


def _middle(heap: Sequence[float]) -> float:
    return sum(heap) / len(heap)
