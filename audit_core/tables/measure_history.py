"""The Verlauf of a measure: every Meldung about it and its milestones, and which of them corrected which (R2)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from audit_core.agreement import County, ItemKey, MeasureKey, ReportEntry, item_order
from audit_core.dates import BERLIN, OfficeDate
from audit_core.wording.measure import about
from audit_core.wording.numbers import day, number
from audit_core.wording.sources import sources

Course = Mapping[MeasureKey, tuple["Told", ...]]
"""The Meldungen of every measure, the newest first."""


@dataclass(frozen=True, slots=True)
class Told:
    """A Meldung with what became of it: `corrected` or `revoked` is the day on which it stopped counting."""

    entry: ReportEntry
    corrected: date | None
    revoked: date | None

    @property
    def counts(self) -> bool:
        return self.corrected is None and self.revoked is None


@dataclass(frozen=True, slots=True)
class EntryLine:
    """One row of the Verlauf as it is read; `facts` are (name, words) pairs below the Sachstand."""

    stated: str
    recorded: str
    about: str
    status: str
    text: str
    facts: tuple[tuple[str, str], ...]
    reported_by: str
    links: tuple[tuple[str, str], ...]
    remark: str
    counts: bool


@dataclass(frozen=True, slots=True)
class Entries:
    """The Verlauf up to a Stichtag, the newest first; `later` Meldungen count only after it, the last on `last`.

    `without_reason` are the new Fristen that no Grund was given for.
    """

    lines: tuple[EntryLine, ...]
    later: int
    last: date | None
    without_reason: tuple[tuple[ItemKey, OfficeDate], ...]


def courses(county: County) -> Course:
    """The log by measure; `county` holds the whole log, revoked entries too."""
    by_key: dict[tuple[ItemKey, date], list[ReportEntry]] = defaultdict(list)
    for entry in county.log:
        by_key[(entry.item, entry.stated_on)].append(entry)
    found: dict[MeasureKey, list[Told]] = defaultdict(list)
    for (item, _), entries in by_key.items():
        found[item.measure].extend(_told(entries))
    return {measure: tuple(_newest_first(told)) for measure, told in found.items()}


def _told(entries: list[ReportEntry]) -> Iterable[Told]:
    """The entries of one key: each that counts is corrected by the next one recorded."""
    if len(entries) > 1:
        entries.sort(key=lambda entry: (entry.recorded_at, entry.sequence))
    next_one: ReportEntry | None = None
    for entry in reversed(entries):
        if entry.revoked_at is not None:
            yield Told(entry, None, entry.revoked_at.astimezone(BERLIN).date())
            continue
        yield Told(entry, next_one.recorded_at.astimezone(BERLIN).date() if next_one else None, None)
        next_one = entry


def _newest_first(told: Sequence[Told]) -> list[Told]:
    """By Stand, then by item; what corrects before what it corrects."""
    ordered = sorted(told, key=lambda one: item_order(one.entry.item))
    return sorted(ordered, key=lambda one: one.entry.stated_on, reverse=True)


def verlauf(told: Sequence[Told], as_of: date) -> Entries:
    """The Verlauf of a measure as of a Stichtag."""
    shown = [one for one in told if one.entry.stated_on <= as_of]
    after = [one.entry.stated_on for one in told if one.entry.stated_on > as_of and one.counts]
    silent = [
        (one.entry.item, one.entry.stated)
        for one in shown
        if one.counts and one.entry.new_due is not None and not one.entry.reason
    ]
    return Entries(tuple(map(_line, shown)), len(after), max(after, default=None), tuple(silent))


def _line(told: Told) -> EntryLine:
    entry = told.entry
    named = (
        ("Grund", entry.reason),
        ("Neue Frist", entry.new_due.text if entry.new_due else ""),
        ("Fortschritt", _percentage(entry)),
    )
    remark = f"zurückgenommen am {day(told.revoked)}" if told.revoked else ""
    if told.corrected:
        remark = f"korrigiert am {day(told.corrected)}"
    return EntryLine(
        entry.stated.text, day(entry.recorded_at.astimezone(BERLIN).date()), about(entry.item), entry.status,
        entry.text, tuple(pair for pair in named if pair[1]), entry.reported_by, sources(entry.source), remark,
        told.counts,
    )  # fmt: skip


def _percentage(entry: ReportEntry) -> str:
    if entry.progress is None:
        return ""
    digits = 0 if entry.progress == entry.progress.to_integral_value() else 1
    return f"{number(float(entry.progress), digits)}\u00a0%"
