"""Names of files that every system can keep."""

import re
import unicodedata

_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


def file_word(name: str) -> str:
    """A name of an office in small letters, digits and underscores.

    >>> file_word("Jugend- und Sozialamt"), file_word("Amt für Straßen/Café"), file_word("???")
    ('jugend_und_sozialamt', 'amt_fuer_strassen_cafe', 'stelle')
    """
    plain = unicodedata.normalize("NFKD", name.casefold().translate(_UMLAUTS)).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "_", plain).strip("_")[:60].strip("_") or "stelle"
