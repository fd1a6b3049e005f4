"""What can go wrong for a user: one exception for the code, one value for bad data."""

from dataclasses import dataclass

# Without its address, which may hold a password.
UNUSABLE_DATABASE = (
    "Die Datenbank lässt sich nicht benutzen. "
    "Bitte Ort (AUDIT_DATABASE_URL), Rechte und freien Platz prüfen lassen; der Grund steht im Protokoll."
)


class AuditError(Exception):
    """A situation code cannot handle; its text is one German sentence that is shown as it is."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding in a file: where (line as Excel shows it, column), which value, what then."""

    line: int
    column: str
    value: str
    message: str
    file: str = ""

    def sentence(self) -> str:
        """The whole finding as a sentence.

        >>> Problem(7, "Status", "fertisch", "‚fertisch‘ ist kein Status.").sentence()
        'Zeile 7, Spalte Status: ‚fertisch‘ ist kein Status.'
        """
        where = f"Zeile {self.line}, Spalte {self.column}" if self.column else f"Zeile {self.line}"
        if not self.line:
            where = f"Spalte {self.column}" if self.column else ""
        if self.file:
            where = f"{self.file}, {where}" if where else self.file
        return f"{where}: {self.message}"
