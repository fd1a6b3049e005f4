"""The draft of the next agreement as values, and the words of the room as they can stand in a plan."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime

from audit_core import dates
from audit_core.agreement import Agreement, ItemKey, Measure, Milestone, ReportEntry
from audit_core.dates import OfficeDate
from audit_core.standing import History
from audit_core.workshop import decisions
from audit_core.workshop.said import Words

_LINE_ENDS = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_SPACES = re.compile("[\u00a0\u2007\u202f\t]")
_IN_NO_FILE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\u200b\ufeff\ud800-\udfff\ufffe\uffff]")
_NOTHING = frozenset({"", "-", "–", "—"})
"""What an exchange file reads as nothing."""


@dataclass(frozen=True, slots=True)
class DraftMeasure:
    """A measure of the draft with its milestones; `subject` is where it comes from (a word of `subjects`).

    `decision` is a code of `terms.DECISION`, "" of a new measure. `gaps` says in German what it still lacks. `old` is
    the measure it continues, replaces or was (of one that ends `measure` is the old one itself). `closing` is what has
    to be reported of the old one. Without a Handlungsfeld or a Wortlaut it has no Nr. and stands in no file.
    """

    measure: Measure
    milestones: tuple[Milestone, ...]
    subject: str
    decision: str
    gaps: tuple[str, ...] = ()
    old: Measure | None = None
    reason: str = ""
    decided_by: str = ""
    decided_at: datetime | None = None
    milestone_subjects: tuple[str, ...] = ()
    """Where each of the milestones comes from."""
    closing: ReportEntry | None = None

    @property
    def is_complete(self) -> bool:
        """Whether it can stand in the files."""
        return bool(self.measure.number)


@dataclass(frozen=True, slots=True)
class Draft:
    """The draft: the agreement as it would be, its measures in their order, goals still without a measure.

    `undecided` are the open measures nobody has decided about, `gaps` what the draft as a whole lacks, `ended` the
    measures that do not go on. Measures without a Nr. stand last.
    """

    agreement: Agreement
    measures: tuple[DraftMeasure, ...]
    goals: tuple[tuple[str, str, str], ...]
    """(subject, number of the Handlungsfeld, title) of every new goal that no measure serves yet."""
    undecided: tuple[Measure, ...]
    gaps: tuple[str, ...] = ()
    ended: tuple[DraftMeasure, ...] = ()
    versions: tuple[str, ...] = ()
    """A sentence for each measure without a decision about which two wrote at once."""


@dataclass(frozen=True, slots=True)
class Basis:
    """What a draft is made from: the plan, the agreement that is balanced, what was said, and the one that follows."""

    known: History
    old: Agreement
    as_of: date
    words: Words
    following: Agreement

    def line(self, subject: str, field: str) -> str:
        """What was said, in one line."""
        return line(self.words.text(subject, field))

    def is_struck(self, subject: str) -> bool:
        """Whether something new was struck out again."""
        return decisions.is_struck(self.words, subject)

    def decision(self, subject: str) -> str:
        """The code of what was decided, "" where nothing was."""
        return decisions.decision(self.words, subject)


def text(said: str) -> str:
    """A text of the room as a file can hold it and gives it back; nothing where it has no sign to be seen.

    >>> text("  a\\x00b\\r\\nc "), text("-"), text("\\u200b "), text("=1+1")
    ('ab\\nc', '', '', '=1+1')
    """
    plain = _IN_NO_FILE.sub("", _SPACES.sub(" ", _LINE_ENDS.sub("\n", said))).strip()
    return plain if plain not in _NOTHING and _can_be_seen(plain) else ""


def line(said: str) -> str:
    """The same in one line.

    >>> line(" Bus\\n\\n und  Bahn ")
    'Bus und Bahn'
    """
    return " ".join(text(said).split())


def office_date(said: str) -> OfficeDate | None:
    """The date that was said (R3), None where it cannot be read."""
    try:
        return dates.parse(line(said))
    except dates.DateError:
        return None


def due_in_force(known: History, item: ItemKey, planned: OfficeDate | None, as_of: date) -> OfficeDate | None:
    """The Frist in force as it was worded (R4)."""
    moved = (p.entry.new_due for p in reversed(known.tracks[item].points) if p.entry.stated_on <= as_of)
    return next((due for due in moved if due is not None), planned)


def _can_be_seen(plain: str) -> bool:
    return any(unicodedata.category(sign)[0] not in "CZM" for sign in plain)
