"""The audit in German sentences: how long the agreement holds, how it was decided, what comes next, who says what."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from audit_core.agreement import Agreement, Consultation
from audit_core.standing import Completion
from audit_core.wording.numbers import NO_BREAK, count, day, days, n_of, number

ONE_LINE = 75
NO_AGREEMENT = "Es ist noch keine Zielvereinbarung erfasst."
NO_AGREEMENT_HELP = (
    "Zielvereinbarungen, Ereignisse und Beschlüsse kommen aus den Dateien zielvereinbarungen, ereignisse und "
    "beschluesse."
)
NO_EVENT = "Bis zum Stichtag ist kein Ereignis des Audits erfasst. Es käme aus der Datei ereignisse."
NO_OWN = "Zum Beschluss dieser Zielvereinbarung ist bis zum Stichtag keine Beratung erfasst."
NO_OTHER = "Bis zum Stichtag ist kein weiterer Beschluss erfasst. Er käme aus der Datei beschluesse."
NO_MEASURE = "Am Stichtag gibt es in dieser Auswahl noch keine Maßnahme. Wählen Sie oben einen späteren Stichtag."
CANCELLED = "Sitzung abgesagt"
VOTES = (("Ja", "Ja"), ("Nein", "Nein"), ("Enth.", "Enthaltung"), ("Bef.", "Befangen"))
VALIDITY_UNKNOWN = "Gültigkeit nicht genannt"
DATE, KIND, EVENT, CONFLICT, REMARK, SOURCE = "Datum", "Art", "Ereignis", "Widerspruch zu", "Bemerkung", "Quelle"


class Follows(NamedTuple):
    """The agreement that follows another: its first day, and its last one (None: no end is known)."""

    begin: date
    end: date | None


def months_between(first: date, last: date) -> tuple[int, bool]:
    """Whole months from one day to a later one, and whether days are left over.

    >>> months_between(date(2022, 5, 31), date(2022, 12, 31)), months_between(date(2022, 5, 10), date(2022, 6, 9))
    ((7, False), (0, True))
    """
    after_first, after_last = first + timedelta(days=1), last + timedelta(days=1)
    months = 12 * (after_last.year - after_first.year) + after_last.month - after_first.month
    if after_last.day < after_first.day:
        return months - 1, True
    return months, after_last.day > after_first.day


def length(first: date, last: date, dative: bool = False) -> str:
    """How long it is between two days: days up to a month, months up to two years, then years.

    >>> length(date(2022, 5, 20), date(2022, 12, 31)), length(date(2022, 12, 31), date(2026, 3, 1), dative=True)
    ('gut 7 Monate', 'gut 3 Jahren')
    """
    months, more = months_between(first, last)
    if months < 1:
        text = days((last - first).days)
        return text.replace("Tage", "Tagen") if dative else text
    if months < 24:
        some = count(months, "Monat", "Monaten" if dative else "Monate")
    else:
        some = count(months // 12, "Jahr", "Jahren" if dative else "Jahre")
        more = more or months % 12 > 0
    return f"gut {some}" if more else some


def finding(
    chosen: Agreement | None, end: date | None, as_of: date, decided: Consultation | None, consulted: bool,
    follows: Follows | None, everything: bool = False,
) -> str:  # fmt: skip
    """The headline: how long the agreement holds and how it was decided, or what came after it.

    `end` is its last day, `decided` the consultation that decided it by the Stichtag, `consulted` whether any took
    place, `follows` the next agreement, begun or not; `everything`: all agreements are shown.
    """
    if chosen is None:
        return NO_AGREEMENT
    if end is not None and end < as_of:
        return _shortest(*_ended(end, as_of, follows, everything))
    begin = chosen.begin.first
    if begin > as_of:
        lasting = f"Die Zielvereinbarung beginnt in {length(as_of, begin, dative=True)}"
    elif end is None:
        lasting = "Die Zielvereinbarung gilt, ein Ende ist nicht erfasst"
    elif end == as_of:
        lasting = "Am Stichtag endet die Zielvereinbarung"
    else:
        lasting = f"Die Zielvereinbarung gilt noch {length(as_of, end)}"
    return _shortest(*(f"{lasting}, {clause}." for clause in _decided(decided, consulted)), f"{lasting}.")


def _ended(end: date, as_of: date, follows: Follows | None, everything: bool) -> tuple[str, ...]:
    past = f"Die Zielvereinbarung lief am {day(end)} aus"
    if follows is not None:
        if follows.begin > as_of:
            who = "Keine Zielvereinbarung gilt" if everything else past
            return (f"{who}, die nächste beginnt am {day(follows.begin)}.",)
        if follows.begin == end + timedelta(days=1) and (follows.end is None or follows.end >= as_of):
            return (f"{past}, seitdem gilt die nächste.",)
        return (f"{past}, die nächste begann am {day(follows.begin)}.",)
    if everything:
        return (f"Keine Zielvereinbarung gilt, die letzte lief am {day(end)} aus.",)
    return (f"{past}, eine neue ist nicht erfasst.",)


def _decided(decided: Consultation | None, consulted: bool) -> tuple[str, ...]:
    if decided is None:
        if consulted:
            return "der Beschluss steht noch aus", "noch ohne Beschluss"
        return "ein Beschluss ist nicht erfasst", "ohne erfassten Beschluss"
    if decided.yes is None or decided.no is None:
        return (f"beschlossen am {decided.day.text}",)
    votes = ratio(decided.yes, decided.no)
    return f"beschlossen mit {votes} Stimmen", f"beschlossen mit {votes}"


def _shortest(*tries: str) -> str:
    return next((sentence for sentence in tries if len(sentence) <= ONE_LINE), tries[-1])


def ratio(yes: int, no: int) -> str:
    """Votes for and against.

    >>> ratio(29, 0).replace(NO_BREAK, " ")
    '29 : 0'
    """
    return f"{number(yes)}{NO_BREAK}:{NO_BREAK}{number(no)}"


def end_below(end: date | None, wording: str, as_of: date, begin: date) -> str:
    """What stands below the end of an agreement: how far away it is, and how its end was written if it was no day."""
    if end is None:
        return "kein Ende erfasst"
    if not wording:
        return _until_next(end, as_of, begin)
    if begin > as_of:
        away = f"gilt ab {day(begin)}"
    elif end == as_of:
        away = "endet am Stichtag"
    elif end < as_of:
        away = f"seit {length(end, as_of, dative=True)} abgelaufen"
    else:
        away = f"gilt noch {length(as_of, end)}"
    return away if wording == day(end) else f"{away}, Angabe: {wording}"


def _until_next(end: date, as_of: date, begin: date) -> str:
    """The same where no end is recorded, so that the agreement holds until the next one begins (R0)."""
    if begin > as_of:
        return f"gilt ab {day(begin)}, bis die nächste beginnt"
    if end == as_of:
        return "endet am Stichtag, dann gilt die nächste"
    if end < as_of:
        return f"seit {length(end, as_of, dative=True)} von der nächsten abgelöst"
    return f"gilt noch {length(as_of, end)}, bis die nächste beginnt"


def years_list(years: Iterable[int]) -> str:
    """Years as text, three and more in a row as a span.

    >>> years_list([2015, 2016, 2017, 2018, 2020]), years_list([2020, 2021])
    ('2015 bis 2018 und 2020', '2020 und 2021')
    """
    spans: list[list[int]] = []
    for year in sorted(years):
        if spans and year == spans[-1][-1] + 1:
            spans[-1].append(year)
        else:
            spans.append([year])
    parts: list[str] = []
    for run in spans:
        parts += [f"{run[0]} bis {run[-1]}"] if len(run) > 2 else [str(year) for year in run]
    return " und ".join(filter(None, [", ".join(parts[:-1]), *parts[-1:]]))


def report_below(due: bool, missing: Sequence[int]) -> str:
    """What stands below the next yearly report: that it is due, and which earlier ones are not recorded."""
    words = ["steht an" if due else "nach Ablauf des Jahres"]
    if missing:
        words.append(f"nicht erfasst: {years_list(missing)}")
    return "; ".join(words)


def all_reported(missing: Sequence[int]) -> str:
    """What stands below the next yearly report when the agreement has no further one."""
    return f"nicht erfasst: {years_list(missing)}" if missing else "alle Jahresberichte sind erfasst"


def note(undated: int, several: bool) -> str:
    """The line below the time line: how to read it."""
    parts = ["Raute: Zertifikat", "Balken: nur Monat oder Jahr bekannt"]
    if several:
        parts.append("Zahl: mehrere")
    if undated:
        parts.append(f"{number(undated)} ohne Datum")
    return " · ".join(parts)


def left_out(events: int, consultations: int) -> str:
    """What lies after the Stichtag and is left out; empty if nothing does."""
    parts = [count(events, "Ereignis", "Ereignisse")] if events else []
    if consultations:
        parts.append(count(consultations, "Beratung", "Beratungen"))
    if not parts:
        return ""
    verb = "ist" if events + consultations == 1 else "sind"
    return f"{' und '.join(parts)} nach dem Stichtag {verb} nicht gezeigt."


def resolutions_remark(papers: int, consultations: int) -> str:
    """How many resolutions and consultations there are.

    >>> resolutions_remark(1, 5)
    '1 Beschluss, 5 Beratungen'
    """
    return f"{count(papers, 'Beschluss', 'Beschlüsse')}, {count(consultations, 'Beratung', 'Beratungen')}"


def branch_remark(measures: int, done: Completion) -> str:
    """Beside a Handlungsfeld of the tree: its measures and how many are done.

    >>> branch_remark(5, Completion(2, 4, 1, 1))
    '5 Maßnahmen · 2 von 4 umgesetzt · 1 von 1 Daueraufgabe läuft'
    """
    parts = [count(measures, "Maßnahme", "Maßnahmen")]
    if done.of:
        parts.append(f"{n_of(done.n, done.of)} umgesetzt")
    if done.permanent:
        running = "Daueraufgabe läuft" if done.permanent == 1 else "Daueraufgaben laufen"
        parts.append(f"{n_of(done.permanent_running, done.permanent)} {running}")
    return " · ".join(parts)


def goal_remark(measures: int, done: Completion) -> str:
    """Beside a goal: how many of its measures are done."""
    return f"{n_of(done.n, done.of)} umgesetzt" if done.of else count(measures, "Maßnahme", "Maßnahmen")


def lines_alt(first: int, last: int, lanes: Iterable[tuple[str, Sequence[str]]]) -> str:
    """What the time line shows, for those who do not see it."""
    parts = [f"{kind}: {', '.join(texts)}" for kind, texts in lanes]
    whole = f"{first} bis {last}" if last > first else str(first)
    return f"Zeitleiste {whole}, eine Zeile je Art. {'; '.join(parts) or 'Kein Ereignis mit Datum'}."
