"""A slide of a workshop as a value, its rows, and all slides of a view together."""

from dataclasses import dataclass
from datetime import date

from audit_core.agreement import MeasureKey
from audit_core.tables.blocks import Table
from audit_core.tables.deck_parts import Chart
from audit_core.tables.lines import Figure

SITUATION, FIELD, ACHIEVED, MISSED, OVERDUE, YEARS, TRANSITIONS, MEASURE = (
    "situation", "field", "achieved", "missed", "overdue", "years", "transitions", "measure",
)  # fmt: skip
NEWS, NEW_MEASURE, DRAFT, DRAFT_FIELD = "news", "new_measure", "draft", "draft_field"


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a slide: its title, what stands small below and beside it, its status; `measure` can be decided.

    `number` stands quietly before the title, `overdue` says how late it is ("" unless it is), `decision` is what the
    workshop decided (terms.DECISION), `subject` whom a form is about when the row is chosen.
    """

    title: str
    below: str = ""
    right: str = ""
    status: str = ""
    overdue: str = ""
    measure: MeasureKey | None = None
    subject: str = ""
    decision: str = ""
    number: str = ""


@dataclass(frozen=True, slots=True)
class Slide:
    """A slide. `word` names it in the address and stays the same while others come and go; `kind` says how it is set.

    `above` is the small line over the title, `lead` the large figure with its words, `counts` the status bar,
    `lines` sentences, `facts` what a measure is known by, `subject` whom the form of the slide is about (a word of
    `subjects`), `field_of_action` the number of the Handlungsfeld it is about.
    """

    word: str
    kind: str
    title: str
    above: str = ""
    lead: tuple[str, str] = ("", "")
    figures: tuple[Figure, ...] = ()
    counts: tuple[tuple[str, int], ...] = ()
    rows: tuple[Row, ...] = ()
    chart: Chart | None = None
    table: Table | None = None
    tints: tuple[tuple[str, str], ...] = ()
    facts: tuple[tuple[str, str], ...] = ()
    lines: tuple[str, ...] = ()
    status: str = ""
    overdue: str = ""
    subject: str = ""
    field_of_action: str = ""
    decision: str = ""


@dataclass(frozen=True, slots=True)
class Stage:
    """All slides of a view, with what stands on each of them: the Stichtag, and of an invented county that it is.

    `agreement_name` is the Zielvereinbarung in words, `before` the day the year's changes are counted from.
    """

    slides: tuple[Slide, ...]
    county: str
    agreement: str
    as_of: date
    warning: str
    agreement_name: str = ""
    before: date | None = None

    def place(self, word: str) -> int:
        """Where a slide is, by its word or by its number from 1; the first one where there is none such."""
        words = [slide.word for slide in self.slides]
        if word in words:
            return words.index(word)
        return min(max(int(word), 1), len(words)) - 1 if word.isdecimal() and len(word) < 6 else 0
