"""How wide the columns of a table are: by their shares, but none narrower than its longest word."""

from collections.abc import Sequence
from math import ceil

from audit_core.documents.word.styles import TEXT_WIDTH
from audit_core.tables.blocks import Cell, Marked, Table

SIGN, STRONG_SIGN, SMALL_SIGN, FACT_SIGN, PADDING = 92, 100, 89, 102, 170
"""About how wide a sign of a table, its header, its small header and a Steckbrief is, and what a cell leaves free, in
twentieths of a point."""
PLAIN, SMALL, UPRIGHT = "", "small", "upright"
"""How the heads of a table stand: as usual, those of numbers smaller and with hyphens, or written upwards."""
_LONGEST_WORD, _USUAL_WORD = 27, 16
"""A longer word of a cell may be broken; up to the usual length a column has room for it, whatever it takes."""


_JOINTS = (
    "be·gonnen", "Dauer·auf·gabe", "ent·fallen", "er·setzt", "Mel·dung", "teil·weise", "um·ge·setzt", "Um·set·zung",
    "Vor·be·rei·tung", "zurück·ge·stellt",
)  # fmt: skip
_PARTED = {word.replace("·", ""): word for word in _JOINTS}


def parted(head: str) -> tuple[str, ...]:
    """A head in the parts between which a hyphen may stand: the words of the status have joints that are known here.

    >>> parted("in Vorbereitung"), parted("Summe")
    (('in Vor', 'be', 'rei', 'tung'), ('Summe',))
    """
    return tuple(" ".join(_PARTED.get(word, word) for word in head.split(" ")).split("·"))


def column_widths(block: Table) -> tuple[list[int], str]:
    """The widths of its columns, and how their heads must stand to have room: PLAIN, SMALL or UPRIGHT."""
    shares = [column.share for column in block.columns]
    heads = [_longest(column.head) * STRONG_SIGN + PADDING for column in block.columns]
    words = [
        max((_longest(_shown(row[place])) for row in block.rows), default=0) for place in range(len(block.columns))
    ]
    usual = [min(word, _USUAL_WORD) * SIGN + PADDING for word in words]
    how = PLAIN
    if len(heads) > 2 and sum(map(max, heads, usual)) > TEXT_WIDTH:
        small = [
            _longest_part(column.head) * SMALL_SIGN + PADDING if column.right else head
            for column, head in zip(block.columns, heads, strict=True)
        ]
        how = SMALL if sum(map(max, small, usual)) <= TEXT_WIDTH else UPRIGHT
        heads = small if how == SMALL else [heads[0], *[0] * (len(heads) - 1)]
    widths = _with_room(widths_by_share(shares), [*map(max, heads, usual)])
    return _with_room(widths, [max(head, word * SIGN + PADDING) for head, word in zip(heads, words, strict=True)]), how


def widths_by_share(shares: Sequence[float]) -> list[int]:
    """The widths of columns by their shares; together they are as wide as the text.

    >>> widths_by_share([3, 1]), sum(widths_by_share([1, 1, 1]))
    ([7229, 2409], 9638)
    """
    whole = sum(shares)
    widths = [int(TEXT_WIDTH * share / whole) for share in shares]
    return [widths[0] + TEXT_WIDTH - sum(widths), *widths[1:]]


def lines(row: Sequence[Cell], widths: Sequence[int]) -> int:
    """About how many lines a row has."""
    return max(
        sum(ceil((len(line) + 1) * SIGN / max(SIGN, width - PADDING)) for line in _shown(cell).split("\n"))
        for cell, width in zip(row, widths, strict=True)
    )


def _with_room(widths: list[int], wanted: Sequence[int]) -> list[int]:
    """Widths that give every column what it wants, out of what others have more than they want.

    >>> _with_room([7000, 1000, 1638], [2000, 2000, 1000])
    [6114, 2000, 1524]
    """
    missing = sum(max(0, want - width) for width, want in zip(widths, wanted, strict=True))
    spare = sum(max(0, width - want) for width, want in zip(widths, wanted, strict=True))
    if not missing or not spare:
        return widths
    given = min(1.0, missing / spare)
    taken = min(1.0, spare / missing)
    found = [
        int(width - (width - want) * given if width > want else width + (want - width) * taken)
        for width, want in zip(widths, wanted, strict=True)
    ]
    return [found[0] + TEXT_WIDTH - sum(found), *found[1:]]


def _longest_part(head: str) -> int:
    """How many signs the longest part of its words has, with its hyphen."""
    return _longest("- ".join(parted(head)))


def _longest(text: str) -> int:
    """How many signs its longest word has."""
    return min(_LONGEST_WORD, max(map(len, text.replace("-", "- ").replace("\n", " ").split(" ")), default=0))


def _shown(cell: Cell) -> str:
    """The text of a cell with room for the symbol before it."""
    if isinstance(cell, Marked):
        return f"xx{cell.text}" if cell.status else cell.text
    return cell
