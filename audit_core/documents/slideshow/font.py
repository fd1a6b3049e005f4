"""The font of the file: Source Sans with the signs that its slides use, inside the file."""

import io
from base64 import b64encode
from functools import cache, lru_cache

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

from audit_core.documents.typeset.glyphs import FONTS, TEXT_FONTS

_WEIGHTS = {400: TEXT_FONTS[0], 600: TEXT_FONTS[1]}
NAME = "Auditmonitor Sans"
ALWAYS = frozenset("".join(map(chr, [*range(0x20, 0x7F), *range(0xA0, 0x180)])) + "–—…„“”‚‘’·−€•→←↑↓✓∞½▶▷○‖×▲△≠")
"""What a file holds whatever its slides say: then most files share one font."""


def faces(signs: frozenset[str]) -> str:
    """The `@font-face` rules for these signs; one that the font does not have is left to the reader's computer."""
    signs = ALWAYS | (signs & _known())
    return "".join(
        f'@font-face{{font-family:"{NAME}";font-weight:{weight};font-display:block;'
        f"src:url(data:font/woff;base64,{b64encode(_subset(file, signs)).decode()}) format('woff')}}"
        for weight, file in _WEIGHTS.items()
    )


@cache
def _known() -> frozenset[str]:
    """The signs that the font has."""
    with TTFont(FONTS / TEXT_FONTS[0], lazy=True) as font:
        return frozenset(map(chr, font.getBestCmap()))


@lru_cache(8)
def _subset(file: str, signs: frozenset[str]) -> bytes:
    options = Options()
    options.flavor, options.hinting, options.layout_features = "woff", False, ["kern", "mark", "mkmk", "ccmp", "locl"]
    options.notdef_outline, options.recalc_timestamp = True, False
    with TTFont(FONTS / file, recalcTimestamp=False) as font:
        chosen = Subsetter(options)
        chosen.populate(unicodes=sorted(map(ord, signs)))
        chosen.subset(font)
        font.flavor = "woff"
        made = io.BytesIO()
        font.save(made, reorderTables=True)
    return made.getvalue()
