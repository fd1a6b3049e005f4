"""The audit as of a Stichtag: what comes next, its events on a time line, conflicting dates, and its resolutions."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from audit_core import dates
from audit_core.agreement import Agreement, County, Event, in_force, last_day
from audit_core.dates import DateError, OfficeDate
from audit_core.standing import ALL
from audit_core.tables.csv_text import Sheet
from audit_core.tables.resolutions import CALLED_OFF, Resolution, called_off, undone, up_to
from audit_core.terms import folded
from audit_core.wording import audit as wording
from audit_core.wording.numbers import NOTHING, day

CERTIFICATE = "zertifikat"
NO_REPORT = ("frist", "absage")  # Arten of events that only announce or cancel
_YEAR = r"(?:19|20|21)\d\d\b"
_REPORT = re.compile(
    rf"jahresbericht\w*\s+(?:für\s+)?(?:(?:das\s+jahr|die\s+jahre)\s+)?"
    rf"({_YEAR}(?:\s*(?:,|/|-|–|und|sowie|bis)\s*{_YEAR})*)",
    re.IGNORECASE,
)
_SPAN = re.compile(rf"({_YEAR})(?:\s*(?:-|–|bis)\s*({_YEAR}))?", re.IGNORECASE)
_HOLDS = re.compile(r"g[üu]ltig|geltungsdauer|laufzeit", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Next:
    """One of the figures of what comes next: label, value, a line below."""

    label: str
    value: str
    below: str


@dataclass(frozen=True, slots=True)
class Period:
    """The period of an agreement on the time line; `end` None: no end is known."""

    code: str
    title: str
    begin: date
    end: date | None
    chosen: bool


@dataclass(frozen=True, slots=True)
class Lane:
    """All dated events of one Art, in order."""

    kind: str
    events: tuple[tuple[OfficeDate, Event], ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """Events whose sources name different dates for the same thing; `other` is a date that no event stands for."""

    events: tuple[Event, ...]
    other: str


@dataclass(frozen=True, slots=True)
class Audit:
    """All that the page shows besides the tree. `own` is the resolution of the agreement, `others` the rest.

    `events` are all up to the Stichtag, dated ones first; what lies after it is only counted (`left_out`), `latest` is
    the last day of it.
    """

    as_of: date
    agreement: Agreement | None
    finding: str
    help: str
    next: tuple[Next, ...]
    periods: tuple[Period, ...]
    lanes: tuple[Lane, ...]
    events: tuple[Event, ...]
    undated: tuple[Event, ...]
    conflicts: tuple[Conflict, ...]
    own: Resolution | None
    others: tuple[Resolution, ...]
    left_out: str
    latest: date | None


def in_order(events: Iterable[Event]) -> list[Event]:
    """Events by date (of a period its last day), the undated ones last."""
    return sorted(events, key=lambda event: (event.day is None, event.day.last if event.day else date.min))


def audit(county: County, agreement: str, as_of: date) -> Audit:
    """The audit of a county (one version of every plan row) as of a Stichtag; `agreement` a Kürzel or "all"."""
    chosen = _chosen(county, agreement, as_of)
    end = last_day(chosen, county.agreements) if chosen else None
    found = up_to(county, as_of)
    own = next((row for row in found if chosen and chosen.paper and row.paper == chosen.paper), None)
    events = tuple(event for event in in_order(county.events) if event.day is None or event.day.last <= as_of)
    later = [event.day.last for event in county.events if event.day and event.day.last > as_of]
    later_sittings = [row.day.last for row in county.consultations if row.day.last > as_of]
    reported = _reports(found, events)
    return Audit(
        as_of=as_of,
        agreement=chosen,
        finding=wording.finding(
            chosen, end, as_of, own.decision if own else None, own is not None, _next(county, chosen), agreement == ALL
        ),
        help="" if chosen else wording.NO_AGREEMENT_HELP,
        next=(*_agreement_end(chosen, end, as_of), _certificate(events), *_yearly(chosen, end, as_of, reported)),
        periods=_periods(county, chosen, as_of),
        lanes=_lanes(events),
        events=events,
        undated=tuple(event for event in events if event.day is None),
        conflicts=_conflicts(events),
        own=own,
        others=tuple(row for row in found if row is not own),
        left_out=wording.left_out(len(later), len(later_sittings)),
        latest=max([*later, *later_sittings], default=None),
    )


def event_sheet(found: Audit) -> Sheet:
    """All events of the page with their remarks and sources, as a table."""
    header = (wording.DATE, wording.KIND, wording.EVENT, wording.CONFLICT, wording.REMARK, wording.SOURCE)
    return Sheet(
        header,
        tuple(
            (written(event), event.kind, event.text, event.conflicts_with, event.remark, event.source)
            for event in found.events
        ),
    )


def written(event: Event) -> str:
    """The date of an event as it was written; empty if it has none."""
    return event.day.text if event.day else ""


def _chosen(county: County, agreement: str, as_of: date) -> Agreement | None:
    if agreement == ALL:
        return in_force(county.agreements, as_of)
    return next((row for row in county.agreements if row.code == agreement), None)


def _next(county: County, chosen: Agreement | None) -> wording.Follows | None:
    """The agreement that follows the chosen one: of those that begin no earlier and end later, the first to begin."""
    end = last_day(chosen, county.agreements) if chosen else None
    if chosen is None or end is None:
        return None
    later = [
        wording.Follows(row.begin.first, until)
        for row in county.agreements
        if row.begin.first >= chosen.begin.first
        and ((until := last_day(row, county.agreements)) is None or until > end)
    ]
    return min(later, key=lambda one: one.begin, default=None)


def _agreement_end(chosen: Agreement | None, end: date | None, as_of: date) -> tuple[Next, ...]:
    if chosen is None:
        return ()
    below = wording.end_below(end, chosen.end.text if chosen.end else "", as_of, chosen.begin.first)
    return (Next("Zielvereinbarung bis", day(end), below),)


def _certificate(events: Sequence[Event]) -> Next:
    """The newest certificate; how long it holds is only said where the event itself says it."""
    dated = [event for event in events if event.day and folded(event.kind).startswith(CERTIFICATE)]
    if not dated:
        return Next("Letztes Zertifikat", NOTHING, "keines mit Datum erfasst")
    newest = dated[-1]
    below = next((text for text in (newest.remark, newest.text) if _HOLDS.search(text)), wording.VALIDITY_UNKNOWN)
    if newest.conflicts_with:
        below = f"oder {newest.conflicts_with}; {below}"
    return Next("Letztes Zertifikat", written(newest), below)


def _reports(found: Iterable[Resolution], events: Iterable[Event]) -> dict[int, str]:
    """The years whose Jahresbericht a resolution or an event names, with who had it when; not if it did not happen."""
    reported: dict[int, str] = {}
    for event in events:
        if folded(event.kind) not in NO_REPORT:
            who = f"{event.kind}, {event.day.text}" if event.day else event.kind
            reported |= dict.fromkeys(_named(event.text), who)
    for row in found:
        held = [one for one in row.consultations if not called_off(one) and not undone(one.result)]
        if held:
            reported |= dict.fromkeys(_named(row.subject), f"{held[-1].committee}, {held[-1].day.text}")
    return reported


def _named(text: str) -> list[int]:
    """The years that follow the word Jahresbericht, a span with all between; none if it was called off or put off."""
    if undone(text) or any(word in folded(text) for word in CALLED_OFF):
        return []
    spans = [span for years in _REPORT.findall(text) for span in _SPAN.findall(years)]
    return [year for first, last in spans for year in range(int(first), int(last or first) + 1)]


def _yearly(chosen: Agreement | None, end: date | None, as_of: date, reported: dict[int, str]) -> tuple[Next, ...]:
    """The last yearly report known and the next one: of the last complete year, as long as the agreement ran."""
    last = max(reported, default=None)
    known = Next("Letzter Jahresbericht", str(last), reported[last]) if last else None
    shown = known or Next("Letzter Jahresbericht", NOTHING, "keiner erfasst")
    if chosen is None:
        return (shown,)
    first_year = chosen.begin.first.year
    complete = as_of.year if (as_of.month, as_of.day) == (12, 31) else as_of.year - 1
    due = range(first_year, min(complete, end.year if end else complete) + 1)
    missing = [year for year in due if year not in reported]
    if due and due[-1] in missing:
        return shown, Next("Nächster Jahresbericht", str(due[-1]), wording.report_below(True, missing[:-1]))
    running = max(first_year, complete + 1)
    if end is not None and end.year < running:
        return shown, Next("Nächster Jahresbericht", NOTHING, wording.all_reported(missing))
    return shown, Next("Nächster Jahresbericht", str(running), wording.report_below(False, missing))


def _periods(county: County, chosen: Agreement | None, as_of: date) -> tuple[Period, ...]:
    """The agreements begun by the Stichtag, and the chosen one."""
    return tuple(
        Period(row.code, row.title, row.begin.first, last_day(row, county.agreements), row is chosen)
        for row in sorted(county.agreements, key=lambda row: row.begin.first)
        if row.begin.first <= as_of or row is chosen
    )


def _lanes(events: Iterable[Event]) -> tuple[Lane, ...]:
    """One lane per Art, in the order of their first event: they read as the course of the audit."""
    by_kind: dict[str, list[tuple[OfficeDate, Event]]] = {}
    for event in sorted((e for e in events if e.day), key=lambda e: e.day.first if e.day else date.min):
        if event.day:
            by_kind.setdefault(event.kind, []).append((event.day, event))
    return tuple(Lane(kind, tuple(rows)) for kind, rows in by_kind.items())


def _conflicts(events: Sequence[Event]) -> tuple[Conflict, ...]:
    """Events that name each other's date side by side, each pair once; one whose other date has no event alone."""
    found, paired = [], set[int]()
    for place, event in enumerate(events):
        if not event.conflicts_with or place in paired:
            continue
        partners = [p for p in range(place + 1, len(events)) if p not in paired and _name_each_other(event, events[p])]
        partner = min(partners, key=lambda p: events[p].kind != event.kind, default=None)
        if partner is None:
            found.append(Conflict((event,), event.conflicts_with))
        else:
            paired.add(partner)
            found.append(Conflict((event, events[partner]), ""))
    return tuple(found)


def _name_each_other(one: Event, other: Event) -> bool:
    return _means(one.conflicts_with, other.day) and _means(other.conflicts_with, one.day)


def _means(text: str, when: OfficeDate | None) -> bool:
    try:
        named = dates.parse(text) if text else None
    except DateError:
        return False
    return named is not None and when is not None and (named.first, named.last) == (when.first, when.last)
