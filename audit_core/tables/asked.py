"""What a document is asked to be about."""

from dataclasses import dataclass
from datetime import date, datetime

from audit_core.standing import ALL, History
from audit_core.wording import subject


@dataclass(frozen=True, slots=True)
class Asked:
    """A year of an agreement, up to a day of it, of one office or of all, as known at the Kenntnisstand of `known`.

    Nothing else goes into a document, no clock least of all: the same request gives the same bytes (R14). `title` is
    the one a frozen report was given; `frozen`: it is one (everything else is a draft, whatever its Kenntnisstand).
    """

    known: History
    until: date
    agreement: str = ALL
    responsible: str | None = None
    title: str = ""
    frozen: bool = False

    @property
    def year(self) -> int:
        """The year of the document."""
        return self.until.year

    @property
    def before(self) -> date:
        """The day the year is compared with: 31.12. of the year before (R11)."""
        return date(self.year - 1, 12, 31)

    @property
    def known_by(self) -> datetime | None:
        """The Kenntnisstand; None for all that is recorded."""
        return self.known.known_by

    @property
    def agreement_name(self) -> str:
        """The Zielvereinbarung in words."""
        known = self.known.agreements.get(self.agreement)
        return subject.agreement_name(self.agreement, known.title if known else "")
