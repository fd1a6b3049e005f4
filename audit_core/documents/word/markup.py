"""The smallest parts of WordprocessingML: texts, runs and paragraphs as XML."""

import re
from collections.abc import Sequence
from functools import cache
from xml.sax.saxutils import escape

from audit_core.terms import SCHEDULE, STATUS

LANGUAGE = "de-DE"
SYMBOL_FONT = "Segoe UI Symbol"
"""Holds every symbol of terms.py on each Windows; without it Word may draw some of them as coloured emoji."""
_IN_NO_XML = re.compile("[\x00-\x08\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_LETTERS_FROM_RIGHT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
_FROM_RIGHT = f"[{_LETTERS_FROM_RIGHT}](?:[{_LETTERS_FROM_RIGHT} .,:;/()-]*[{_LETTERS_FROM_RIGHT}])?"
_IN_CALIBRI = "½×→∞–•?"
_SYMBOLS = "".join(
    sorted({*(row.symbol for row in STATUS.values()), *(row.symbol for row in SCHEDULE.values())} - {*_IN_CALIBRI})
)
_APART = re.compile(f"({_FROM_RIGHT}|[{_SYMBOLS}])")
_HEBREW = re.compile("[\u0590-\u05ff\ufb1d-\ufb4f]")
_PARTS = re.compile("([\n\t])")
_AS_ELEMENT = {"\n": "<w:br/>", "\t": "<w:tab/>"}
_QUOTES = {'"': "&quot;", "\n": "&#10;", "\t": "&#9;"}


def plain(text: str) -> str:
    """A text with what XML can hold, every end of a line as `\\n`; nothing that can be seen is left out.

    >>> plain("a\\x00b\\r\\nc\\x0bd")
    'ab\\nc\\nd'
    """
    return text if text.isprintable() else _IN_NO_XML.sub("", _LINE_ENDS.sub("\n", text))


def attribute(text: str) -> str:
    """A text as the value of an attribute.

    >>> attribute('Amt "A" & <B>')
    'Amt &quot;A&quot; &amp; &lt;B&gt;'
    """
    return escape(plain(text), _QUOTES)


def hexadecimal(colour: str) -> str:
    """A colour of terms.py as Word writes it.

    >>> hexadecimal(STATUS["completed"].colour)
    '04493D'
    """
    return colour.lstrip("#").upper()


def runs(text: str, strong: bool = False, colour: str = "", symbol: bool = False) -> str:
    """A text as runs; ends of lines are line breaks; what is written from the right, and symbols, are runs of their own.

    >>> runs("eins").count("<w:r>"), runs("eins\\nzwei").count("<w:br/>"), runs("Stelle \u05d0\u05d1 neu").count("<w:rtl/>")
    (1, 1, 1)
    """  # noqa: E501
    clean = plain(text)
    if not clean:
        return ""
    if symbol or clean.isascii():
        return f"<w:r>{_look(strong, colour, symbol, '')}{_content(clean)}</w:r>"
    return "".join(
        f"<w:r>{_look(strong, colour, *(_kind(part) if place % 2 else (False, '')))}{_content(part)}</w:r>"
        for place, part in enumerate(_APART.split(clean))
        if part
    )


def hyphenated(parts: Sequence[str]) -> str:
    """One word or more as runs that may be parted between the parts, where a hyphen then shows.

    >>> hyphenated(("Vor", "bereitung")).count("<w:softHyphen/>"), hyphenated(["Summe"]).count("<w:softHyphen/>")
    (1, 0)
    """
    return "<w:r><w:softHyphen/></w:r>".join(map(runs, parts))


def paragraph(content: str, style: str, *, break_before: bool = False, keep: bool = False, whole: bool = False) -> str:
    """A paragraph of a style; `keep`: on the page of what follows, `whole`: on one page."""
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{"<w:keepNext/>" if keep else ""}{"<w:keepLines/>" if whole else ""}'
        f"{'<w:pageBreakBefore/>' if break_before else ''}</w:pPr>{content}</w:p>"
    )


def field(code: str, shown: str) -> str:
    """A field that Word works out itself, such as the number of the page; `shown` until it does."""
    return f'<w:fldSimple w:instr=" {attribute(code)} ">{runs(shown)}</w:fldSimple>'


def _content(text: str) -> str:
    if "\n" not in text and "\t" not in text:
        return f'<w:t xml:space="preserve">{escape(text)}</w:t>'
    return "".join(
        _AS_ELEMENT.get(part) or f'<w:t xml:space="preserve">{escape(part)}</w:t>'
        for part in _PARTS.split(text)
        if part
    )


def _kind(text: str) -> tuple[bool, str]:
    """Whether a part that stands apart is a symbol, or in which language it is written from the right."""
    if text in _SYMBOLS:
        return True, ""
    return False, "he-IL" if _HEBREW.search(text) else "ar-SA"


@cache
def _look(strong: bool, colour: str, symbol: bool, from_right: str) -> str:
    """The properties of a run, in the order that the schema asks for."""
    fonts = "".join(f' w:{kind}="{SYMBOL_FONT}"' for kind in ("ascii", "eastAsia", "hAnsi", "cs"))
    parts = [
        f"<w:rFonts{fonts}/>" if symbol else "",
        "<w:b/><w:bCs/>" if strong else "",
        f'<w:color w:val="{hexadecimal(colour)}"/>' if colour else "",
        "<w:rtl/>" if from_right else "",
        f'<w:lang w:val="{LANGUAGE}" w:bidi="{from_right}"/>' if from_right else f'<w:lang w:val="{LANGUAGE}"/>',
    ]
    return f"<w:rPr>{''.join(parts)}</w:rPr>"
