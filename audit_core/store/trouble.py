"""Why a database could not be written, in words that say what then."""

from sqlalchemy.exc import SQLAlchemyError

_CAUSES = (
    (("disk is full", "disk i/o error", "no space left", "file too large"),
     "Auf dem Datenträger der Datenbank ist kein Platz mehr. Bitte Platz schaffen lassen und noch einmal übernehmen."),
    (("readonly", "read-only", "attempt to write"),
     "Die Datenbank ist schreibgeschützt. Bitte die Rechte prüfen lassen und noch einmal übernehmen."),
    (("locked", "busy"),
     "Die Datenbank ist gerade mit anderen Übernahmen beschäftigt. Bitte gleich noch einmal übernehmen."),
)  # fmt: skip


def cause_of(error: SQLAlchemyError | OSError) -> str:
    """The German sentence for what kept a transaction from being written; "" for what has no known cause."""
    told = str(error).casefold()
    return next((sentence for signs, sentence in _CAUSES if any(sign in told for sign in signs)), "")
