"""Bytes → text: which of the encodings that offices still use makes German of them."""

import codecs
import re
from collections import Counter
from dataclasses import dataclass
from itertools import islice

from audit_core.upload.parse.bounds import SAVE_AS
from audit_core.upload.parse.sheet import UnreadableError

UTF8, UTF8_BOM, UTF16, WINDOWS = "UTF-8", "UTF-8 mit BOM", "UTF-16", "Windows-1252"
_EIGHT_BIT = (
    (WINDOWS, "cp1252"),
    ("ISO-8859-15", "iso8859-15"),
    ("Mac Roman", "mac_roman"),
    ("Codepage 850", "cp850"),
)
_PATCH = "auditmonitor-windows"
_LOOKED_AT = 2_000
"""How many places beyond ASCII the judgement is made from."""
_PLACE = re.compile(rb"[\x80-\xff]{1,40}")
_UMLAUTS = frozenset("äöüÄÖÜß")
_OFTEN = ("Üb", "üb")
"""What tells Ü in code page 850 from ö on a Mac, the one byte that both have."""
_OPENING, _CLOSING, _DASHES = frozenset("„‚»«‹›"), frozenset("“”‘’»«‹›"), frozenset("–—…")
_SIGNS = frozenset("€§°²³½¼·•\u00a0´×µ±")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_SPACES = ("\u00a0", "\u2007", "\u202f")
_INVISIBLE = ("\ufeff", "\u200b")
_NO_TEXT = f"Die Datei ist keine lesbare Textdatei. {SAVE_AS}"


@dataclass(frozen=True, slots=True)
class Text:
    """A decoded text, the name of its encoding for people, and whether single signs were of Windows-1252 instead."""

    text: str
    encoding: str
    patched: bool = False


def decoded(data: bytes) -> Text:
    """The text with plain spaces; raises UnreadableError where the bytes are no text."""
    found = _decoded(data)
    text = found.text
    if "\x00" in text:
        raise UnreadableError(f"Die Datei enthält NUL-Zeichen und ist keine lesbare Textdatei. {SAVE_AS}")
    start = text[:65_536]
    if len(_CONTROL.findall(start)) * 50 > len(start):
        raise UnreadableError(_NO_TEXT)
    if not text.strip():
        raise UnreadableError("Die Datei ist leer.")
    return Text(plain(text), found.encoding, found.patched)


def plain(text: str) -> str:
    """A text with ordinary spaces and without the invisible signs that copying leaves."""
    for space in _SPACES:
        if space in text:
            text = text.replace(space, " ")
    for sign in _INVISIBLE:
        if sign in text:
            text = text.replace(sign, "")
    return text


def _decoded(data: bytes) -> Text:
    if data.startswith(codecs.BOM_UTF8):
        try:
            return Text(data[3:].decode("utf-8"), UTF8_BOM)
        except UnicodeDecodeError:
            return Text(_patched(data[3:]), UTF8_BOM, True)
    utf16 = _utf16_of(data)
    if utf16:
        try:
            return Text(data.decode(utf16), UTF16)
        except UnicodeDecodeError:
            raise UnreadableError(_NO_TEXT) from None
    try:
        return Text(data.decode("utf-8"), UTF8)
    except UnicodeDecodeError:
        pass
    places = Counter(
        data[max(0, match.start() - 1) : match.end() + 1] for match in islice(_PLACE.finditer(data), _LOOKED_AT)
    )
    if _is_mostly_utf8(places):
        return Text(_patched(data), UTF8, True)
    name, codec = max(_EIGHT_BIT, key=lambda known: _score(places, known[1]))
    return Text(data.decode(codec, "replace"), name)


def _utf16_of(data: bytes) -> str:
    """The codec where a byte order mark says UTF-16, or where every other byte of the start is NUL."""
    if data[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        return "utf-16"
    start = data[:4096]
    even, odd = start[0::2].count(0), start[1::2].count(0)
    half = len(start) // 2
    if half >= 4 and odd > 0.6 * half and even < 0.1 * half:
        return "utf-16-le"
    if half >= 4 and even > 0.6 * half and odd < 0.1 * half:
        return "utf-16-be"
    return ""


def _is_mostly_utf8(places: Counter[bytes]) -> bool:
    """Whether nearly all places are whole letters of UTF-8: then the rest was pasted in by another program."""
    whole = 0
    for place, count in places.items():
        try:
            place.decode("utf-8")
        except UnicodeDecodeError:
            continue
        whole += count
    return whole * 10 > 9 * places.total()


def _patched(data: bytes) -> str:
    """UTF-8 with what is none read as Windows-1252."""
    return data.decode("utf-8", _PATCH)


def _windows(problem: UnicodeError) -> tuple[str, int]:
    if not isinstance(problem, UnicodeDecodeError):
        raise problem
    return problem.object[problem.start : problem.end].decode("cp1252", "replace"), problem.end


def _score(places: Counter[bytes], codec: str) -> float:
    """How German the places look when read with a codec; 0 is neither nor."""
    total = 0.0
    for place, count in places.items():
        text = place.decode(codec, "replace")
        total += count * sum(_worth(text, at) for at, sign in enumerate(text) if sign > "\x7f")
    return total


def _worth(text: str, at: int) -> float:
    """What one sign beyond ASCII says for its encoding, by the signs beside it."""
    sign, before, after = text[at], text[at - 1 : at], text[at + 1 : at + 2]
    if sign in _UMLAUTS:
        if not before.isalpha() and not after.isalpha():
            return 0.5
        if (sign.isupper() and before.islower()) or (sign in "äöü" and after.isupper()):
            return 1.0
        return 3.5 if f"{sign}{after}" in _OFTEN else 3.0
    if sign in _OPENING and not before.isalnum() and after and not after.isspace():
        return 2.0
    if sign in _CLOSING and before and not before.isspace() and not after.isalpha():
        return 2.0
    if sign == "’" or (sign in _DASHES and not (before.isalpha() and after.isalpha())):
        return 1.0
    if sign in _SIGNS:
        return 1.0
    if sign.isalpha() and (before.isalpha() or after.isalpha()) and sign not in "ªºŒœŸÿÐðÞþ":
        return -0.5
    return -6.0 if sign == "\ufffd" or not sign.isprintable() else -2.0


codecs.register_error(_PATCH, _windows)
