"""From one agreement to the next (R13), as pages show it, files hold it and the command line prints it."""

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from audit_core.agreement import MeasureKey
from audit_core.standing import ALL, Standing
from audit_core.succession import Fate, Succession, successions
from audit_core.tables.csv_text import Sheet
from audit_core.terms import OUTCOME_LABEL, OUTCOMES, REPLACED, TAKEN_OVER
from audit_core.wording import succession as wording
from audit_core.wording.numbers import day
from audit_core.wording.words import label


@dataclass(frozen=True, slots=True)
class FateLine:
    """A measure in a list: its title, the lines below it, the codes of the statuses beside it, and what it opens."""

    title: str
    below: tuple[str, ...]
    statuses: tuple[str, ...]
    measure: MeasureKey


@dataclass(frozen=True, slots=True)
class FateList:
    """The measures that came to one outcome."""

    outcome: str
    heading: str
    lines: tuple[FateLine, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """An agreement and the next one: a row of the table (a count for each of OUTCOMES), and the lists below it."""

    name: str
    finding: str
    counts: tuple[int, ...]
    of: int
    new: str
    lists: tuple[FateList, ...]


@dataclass(frozen=True, slots=True)
class Successions:
    """Every pair of a view, the oldest first, with the heads of the table and both as files to save.

    `note` says where the Übergangstabelle of the year (R11) counts otherwise, "" where it does not.
    """

    remark: str
    header: tuple[str, ...]
    pairs: tuple[Pair, ...]
    counted: Sheet
    measures: Sheet
    note: str = ""


def succession_table(
    whole: Standing, agreement: str = ALL, responsible: str | None = None, field: str | None = None
) -> Successions:
    """What became of every agreement of a view as of a Stichtag (R13)."""
    found = successions(whole, agreement, responsible, field)
    header = (wording.WHICH, *(OUTCOME_LABEL[code] for code in OUTCOMES), wording.SUM)
    return Successions(
        wording.as_of(whole.as_of), header, tuple(_pair(one) for one in found), _counted(header, found),
        _measures(found), _counted_elsewhere(whole, agreement, found),
    )  # fmt: skip


def _counted_elsewhere(whole: Standing, agreement: str, found: tuple[Succession, ...]) -> str:
    """R11 takes every measure over whose successor came to exist in the year, in the view of all agreements (R0)."""
    if agreement != ALL:
        return ""
    before = date(whole.as_of.year - 1, 12, 31)
    replaced = {fate.measure.key.measure for one in found for fate in one.with_outcome(REPLACED) if fate.successors}
    n = sum(not whole.known.taken_over(key, before) for key in replaced)
    return wording.counted_elsewhere(n) if n else ""


def succession_documents(whole: Standing, agreement: str = ALL) -> list[dict[str, Any]]:
    """`successions` of `balance --json`: every pair of a view with its counts and the outcome of each measure."""
    return [
        {
            "from": one.old.code,
            "to": one.next.code,
            "as_of": one.as_of.isoformat(),
            "counts": dict(one.counts),
            "of": one.of,
            "new": asdict(one.new),
            "measures": [
                {
                    "number": fate.measure.key.number,
                    "outcome": fate.outcome,
                    "successors": [
                        {"agreement": later.key.agreement, "number": later.key.number} for later in fate.successors
                    ],
                }
                for fate in one.fates
            ],
        }
        for one in successions(whole, agreement)
    ]


def _pair(one: Succession) -> Pair:
    lists = ((code, one.with_outcome(code)) for code in wording.LIST_ORDER)
    return Pair(
        wording.pair(one.old.code, one.next.code), wording.finding(one.old.code, one.counts, one.of),
        tuple(one.counts[code] for code in OUTCOMES), one.of, wording.new(one.next.code, one.new),
        tuple(
            FateList(code, wording.list_title(code, len(fates)), tuple(_line(one, fate) for fate in fates))
            for code, fates in lists
            if fates
        ),
    )  # fmt: skip


def _line(one: Succession, fate: Fate) -> FateLine:
    """What was taken over shows the status its successors have now; all else its own."""
    own, key = fate.measure.item, fate.measure.key
    goes_on = tuple(
        wording.successor(fate.outcome, later.key.agreement, one.next.code, later.key.number, later.title)
        for later in fate.successors
    )
    title = wording.measure(key.number, fate.measure.title)
    if fate.outcome == TAKEN_OVER:
        statuses = tuple(later.item.status for later in fate.successors)
        return FateLine(title, (*goes_on, wording.before(label(own.status))), statuses, key.measure)
    below = (*goes_on, wording.stated(own.stated_on, fate.measure.responsible))
    return FateLine(title, below, (own.status,), key.measure)


def _counted(header: tuple[str, ...], found: tuple[Succession, ...]) -> Sheet:
    return Sheet(
        (*header, "neu in der nächsten", "Maßnahmen der nächsten"),
        tuple(
            (
                wording.pair(one.old.code, one.next.code), *(one.counts[code] for code in OUTCOMES), one.of,
                one.new.n, one.new.of,
            )
            for one in found
        ),
    )  # fmt: skip


def _measures(found: tuple[Succession, ...]) -> Sheet:
    """One row per measure; several successors stand in one cell."""
    return Sheet(
        ("von", "zu", "Stichtag", "Nr.", "Maßnahme", "Verbleib", "Status", "Stand", "Nachfolger"),
        tuple(
            (
                one.old.code, one.next.code, day(one.as_of), fate.measure.key.number, fate.measure.title,
                OUTCOME_LABEL[fate.outcome], label(fate.measure.item.status), fate.measure.item.stated_on,
                " | ".join(wording.named(*later.key.measure, later.title) for later in fate.successors),
            )
            for one in found
            for fate in one.fates
        ),
    )  # fmt: skip
