"""Whether a text can be seen at all, and what stands where a heading would be empty."""

import unicodedata

NAMELESS = "ohne Bezeichnung"
_LETTERS_WITHOUT_A_LOOK = frozenset("\u115f\u1160\u2800\u3164\uffa0")
"""Fillers that Unicode counts among letters and symbols."""


def can_be_seen(text: str) -> bool:
    """Whether a text has a sign that is no control, no space and no mark alone.

    >>> can_be_seen("Jahresbericht"), can_be_seen("\\u200b\\u00ad "), can_be_seen("\\x01"), can_be_seen("")
    (True, False, False, False)
    """
    return any(unicodedata.category(sign)[0] not in "CZM" and sign not in _LETTERS_WITHOUT_A_LOOK for sign in text)


def named(text: str) -> str:
    """A heading, title or caption: itself, or a word where nothing of it can be seen."""
    return text if can_be_seen(text) else NAMELESS
