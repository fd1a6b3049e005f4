"""What several pages show of a Stichtag: figures, rows of lists, and the bar of a Handlungsfeld."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from audit_core import terms
from audit_core.agreement import MeasureKey, natural
from audit_core.comparison import Change
from audit_core.tables.situation import FieldRow, Situation
from audit_core.wording.numbers import NOTHING, n_of, number, percent, share, signed
from audit_core.wording.words import label

Tone = Literal["green", "red", "gray"]
Arrow = Literal["up", "down", "off"]


@dataclass(frozen=True, slots=True)
class Figure:
    """One of the four figures: `n von N`, what changed since the comparison Stichtag, and the share."""

    label: str
    value: str
    change: str
    arrow: Arrow
    tone: Tone
    share: str


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a list of Fristen: what, whose, on the right the days or the Frist."""

    title: str
    below: str
    right: str
    right_below: str = ""
    measure: MeasureKey | None = None


@dataclass(frozen=True, slots=True)
class ChangedLine:
    """One row of what changed: the measure, „bisher …“, and the status (a code) or word it has now."""

    title: str
    below: str
    code: str
    word: str
    measure: MeasureKey | None = None


@dataclass(frozen=True, slots=True)
class FieldBar:
    """A Handlungsfeld as it is drawn: name, counts per status in the order shown, and its two right-hand texts."""

    number: str
    title: str
    counts: tuple[tuple[str, int], ...]
    completed: str
    progress: float | None
    expected: float | None
    expected_text: str


def _percent(n: int, of: int) -> str:
    """One decimal where there can be one: „100 % der offenen“ fits a phone, „100,0 %“ does not."""
    return percent(share(n, of), 0 if n in (0, of) else 1)


def figure(name: str, n: int, of: int | None, before: int, whole: str = "", good: int = 1) -> Figure:
    """A figure of `n` of `of` (None: of no whole), which was `before`; `whole` are the words behind its share.

    `good` says which direction is green; a whole smaller than n (R5: milestones of permanent tasks) is left out."""
    change = n - before
    arrow: Arrow = "off" if not change else "up" if change > 0 else "down"
    tone: Tone = "gray" if not change else "green" if change * good > 0 else "red"
    if of is None or n > of:
        return Figure(name, number(n), signed(change), arrow, tone, "")
    value = n_of(n, of) if of else NOTHING
    return Figure(name, value, signed(change), arrow, tone, f"{_percent(n, of)}{whole}" if of else "")


def field_bar(row: FieldRow) -> FieldBar:
    """The bar of a Handlungsfeld with its texts."""
    counts = tuple((code, row.statuses[code]) for code in terms.SHOWN_ORDER if row.statuses.get(code))
    done = n_of(row.completion.n, row.completion.of) if row.completion.of else NOTHING
    return FieldBar(
        row.number, row.title, counts, done if counts else "keine Maßnahme", row.progress, row.expected, _expected(row)
    )


def _expected(row: FieldRow) -> str:
    """What was to be expected; with „aus n von N“ where some measures have no Frist (R10)."""
    if row.expected is None:
        return "erwartet –" if row.completion.of else ""
    part = f" aus {n_of(row.expected_of, row.completion.of)}" if row.expected_of < row.completion.of else ""
    return f"erwartet {percent(row.expected)}{part}"


def newest_first(found: Sequence[Change], now: Situation) -> list[Change]:
    """Changes of status by the newest Stand first, then what is new in the plan."""
    stated = {m.key: m.item.stated_on or date.min for m in now.measures}
    ordered = sorted(found, key=lambda c: natural(c.item.number))
    ordered.sort(key=lambda c: stated.get(c.item, date.min), reverse=True)
    return sorted(ordered, key=lambda c: c.what == "new")


def changed_line(change: Change) -> ChangedLine:
    """A changed status, or what is new in the plan, as a row."""
    code = str(change.new)
    before = "neu im Plan" if change.old is None else f"bisher {label(str(change.old))}"
    return ChangedLine(change.title, before, code, label(code), change.item.measure)
