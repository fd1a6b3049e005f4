"""What a document is asked to be about."""

from dataclasses import dataclass
from datetime import date, datetime

from audit_core.standing import ALL, History


@dataclass(frozen=True, slots=True)
class Asked:
    """A year of an agreement, up to a day of it, of one office or of all, as known at the Kenntnisstand of `known`.

    Nothing else goes into a document, no clock least of all: the same request gives the same bytes (R14). `title` is
    the one a frozen report was given.
    """

    known: History
    until: date
    agreement: str = ALL
    responsible: str | None = None
    title: str = ""

    @property
    def year(self) -> int:
        return self.until.year

    @property
    def before(self) -> date:
        """The day the year is compared with: 31.12. of the year before (R11)."""
        return date(self.year - 1, 12, 31)

    @property
    def known_by(self) -> datetime | None:
        return self.known.known_by
