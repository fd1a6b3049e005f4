"""Findings of a Stichtag as German sentences: how far, what is overdue, who is late, and the letter to an office."""

from collections.abc import Iterable, Sequence
from datetime import date

from audit_core.agreement import ItemKey
from audit_core.overdue import DueItem
from audit_core.standing import DUE_SOON_DAYS, Completion, MeasureState
from audit_core.terms import ALL_AGREEMENTS, ALL_OFFICES, NO_OFFICE
from audit_core.wording.numbers import count, day, n_of, number, times

ONE_LINE = 75
NO_MEASURE = "Es gibt noch keine Maßnahme."
NOTHING_OVERDUE = "Nichts ist überfällig."
NO_CHANGE = "Kein Status hat sich seitdem geändert. Für eine längere Zeit ändern Sie oben den Vergleichstag."
NO_COMING = "Keine Frist steht noch aus."
NO_COMING_YEAR = "In den nächsten 12 Monaten läuft keine Frist ab."
Clause = tuple[str, bool | None]
"""The words of a clause, and whether its verb is a plural one (None: no verb to share)."""


def finding(done: Completion, total: int, reported: bool, measures: int, milestones: int, office: str | None) -> str:
    """The headline of a Stichtag: how far, then how many measures and milestones are overdue.

    `total` are all measures of the view, `reported` whether any has a Meldung, `office` the one whose view it is.

    >>> finding(Completion(11, 29, 0, 0), 29, True, 0, 11, None)
    '11 von 29 Maßnahmen sind umgesetzt, 11 Meilensteine überfällig.'
    """
    if not total:
        return _of_office(NO_MEASURE, office)
    if not reported:
        silent = "Zur einzigen Maßnahme" if total == 1 else f"Zu {number(total)} Maßnahmen"
        first: Clause = (f"{silent} gibt es noch keine Meldung", None)
    else:
        first = _completed(done)
    return _of_office(_joined(first, measures, milestones), office)


def _completed(done: Completion) -> Clause:
    if not done.of:
        if not done.permanent:
            return "Keine Maßnahme ist mehr im Plan", None
        return permanent_tasks(done).removesuffix("."), done.permanent_running != 1
    if done.of == 1:
        return f"Die einzige Maßnahme ist {'' if done.n else 'nicht '}umgesetzt", False
    if done.n == done.of:
        return f"Alle {number(done.of)} Maßnahmen sind umgesetzt", True
    if not done.n:
        return f"Noch keine von {number(done.of)} Maßnahmen ist umgesetzt", False
    if done.n == 1:
        return f"Eine von {number(done.of)} Maßnahmen ist umgesetzt", False
    return f"{n_of(done.n, done.of)} Maßnahmen sind umgesetzt", True


def _joined(first: Clause, measures: int, milestones: int) -> str:
    """Both clauses in one line: the second verb is left out after the same one, then words give way."""
    words, plural = first
    whole = measures + milestones
    if not whole:
        return f"{words}, nichts ist überfällig."
    verb = "ist " if whole == 1 else "" if plural and words.endswith("sind umgesetzt") else "sind "
    bare = words.replace(" sind umgesetzt", " umgesetzt")
    passed = "eine Frist" if whole == 1 else f"{number(whole)} Fristen"
    tries = (
        f"{words}, {late(measures, milestones)} {verb}überfällig.",
        f"{bare}, {late(measures, milestones)} {verb}überfällig.",
        f"{words}, {passed} {verb}überschritten.",
    )
    return next((sentence for sentence in tries if len(sentence) <= ONE_LINE), tries[-1])


def late(measures: int, milestones: int) -> str:
    """Measures and milestones as a subject; a single one alone is written as a word.

    >>> late(2, 11), late(0, 1), late(1, 1)
    ('2 Maßnahmen und 11 Meilensteine', 'ein Meilenstein', '1 Maßnahme und 1 Meilenstein')
    """
    if measures + milestones == 1:
        return "eine Maßnahme" if measures else "ein Meilenstein"
    parts = [count(measures, "Maßnahme", "Maßnahmen")] if measures else []
    if milestones:
        parts.append(count(milestones, "Meilenstein", "Meilensteine"))
    return " und ".join(parts)


def permanent_tasks(done: Completion) -> str:
    """The permanent tasks beside a completion (R8); empty without any.

    >>> permanent_tasks(Completion(0, 0, 3, 4)), permanent_tasks(Completion(0, 0, 1, 1))
    ('3 von 4 Daueraufgaben laufen.', '1 von 1 Daueraufgabe läuft.')
    """
    if not done.permanent:
        return ""
    noun = "Daueraufgabe" if done.permanent == 1 else "Daueraufgaben"
    verb = "läuft" if 1 in (done.permanent_running, done.permanent) else "laufen"
    return f"{n_of(done.permanent_running, done.permanent)} {noun} {verb}."


def heading(measures: int) -> str:
    """The heading of the status bars."""
    if measures == 1:
        return "Stand der einzigen Maßnahme"
    return f"Stand der {count(measures, 'Maßnahme', 'Maßnahmen')} je Handlungsfeld"


def no_measure_help(as_of: date, planned: int) -> str:
    """What to do when a view has no measure; `planned` are the measures the plan has at all."""
    if planned:
        return (
            f"Am {day(as_of)} gibt es in dieser Auswahl noch keine Maßnahme. "
            "Wählen Sie oben einen späteren Stichtag, eine andere Zielvereinbarung oder alle Stellen."
        )
    return (
        "Der Plan ist noch leer. Laden Sie Handlungsfelder, Zielvereinbarungen und Maßnahmen "
        "unter „Meldungen“ hoch; was in den Dateien steht, sagt die Hilfe."
    )


def office_without_measure(office: str, as_of: date, one_agreement: bool) -> tuple[str, str]:
    """Headline and help where other offices have measures and this one has none; no article before its name.

    >>> office_without_measure("Kreistag", date(2021, 12, 31), True)[0]
    'Kreistag: keine Maßnahme in dieser Zielvereinbarung.'
    """
    if one_agreement:
        return (
            f"{office}: keine Maßnahme in dieser Zielvereinbarung.",
            f"Am {day(as_of)} ist diese Stelle in der gewählten Zielvereinbarung für keine Maßnahme zuständig. "
            f"Wählen Sie oben {ALL_OFFICES} oder {ALL_AGREEMENTS}.",
        )
    return (
        f"{office}: noch keine Maßnahme.",
        f"Am {day(as_of)} ist diese Stelle für keine Maßnahme zuständig. "
        f"Wählen Sie oben {ALL_OFFICES} oder einen späteren Stichtag.",
    )


def who_is_late(office: str | None, share: int, measures: int, milestones: int, soon: int, view: str | None) -> str:
    """The headline of the offices: who has how much of what is overdue; no article before a name, none can be known.

    `office` has the most overdue items, `share` of `measures` and `milestones`; `soon` Fristen run out; `view` is the
    office whose view it is.

    >>> who_is_late("Jugend- und Sozialamt", 5, 0, 11, 7, None)
    'Jugend- und Sozialamt: 5 von 11 überfälligen Meilensteinen.'
    """
    whole = measures + milestones
    if not whole:
        return _of_office(f"Nichts ist überfällig{'; ' if soon else ', '}{_running_out(soon)}.", view)
    if view is not None:
        return _of_office(f"{_capital(late(measures, milestones))} {'ist' if whole == 1 else 'sind'} überfällig.", view)
    name = _capital(office or NO_OFFICE)
    if whole == 1:
        return f"{name}: {'die einzige überfällige Maßnahme' if measures else 'der einzige überfällige Meilenstein'}."
    nouns = " und ".join(word for word, n in (("Maßnahmen", measures), ("Meilensteine", milestones)) if n)
    if share == whole:
        return f"{name}: alle {number(whole)} überfälligen {nouns}."
    return f"{name}: {number(share)} von {number(whole)} überfälligen {nouns.replace('Meilensteine', 'Meilensteinen')}."


def _running_out(soon: int) -> str:
    within = f"in {DUE_SOON_DAYS} Tagen ab"
    if not soon:
        return f"keine Frist läuft {within}"
    return f"eine Frist läuft {within}" if soon == 1 else f"{number(soon)} Fristen laufen {within}"


def counts(overdue: int, soon: int, stale: int, about: str = "ohne Meldung") -> str:
    """The counts of an office in one line.

    >>> counts(5, 3, 4)
    '5 überfällig · 3 bald fällig · 4 ohne Meldung'
    """
    return f"{number(overdue)} überfällig · {number(soon)} bald fällig · {number(stale)} {about}"


def in_days(due: date, as_of: date) -> str:
    """How far a coming Frist is.

    >>> in_days(date(2022, 1, 15), date(2021, 12, 31)), in_days(date(2022, 1, 1), date(2021, 12, 31))
    ('in 15 Tagen', 'morgen')
    """
    left = (due - as_of).days
    if left < 2:
        return "morgen" if left else "heute"
    return f"in {number(left)} Tagen"


def since_days(n: int) -> str:
    """For how long something lasts, in the dative.

    >>> since_days(1), since_days(275)
    ('seit 1 Tag', 'seit 275 Tagen')
    """
    return f"seit {number(n)} {'Tag' if n == 1 else 'Tagen'}"


def numbered(text: str, item: ItemKey) -> str:
    """A remark with the number of its measure: milestones of many measures have the same title.

    >>> numbered("Kreistag", ItemKey("ZV", "1.2.1", "3"))
    'Kreistag · Nr. 1.2.1'
    """
    return f"{text} · Nr. {item.number}"


def shifted(due: date, first_due: date, shifts: int) -> str:
    """A Frist with what happened to it.

    >>> shifted(date(2021, 3, 31), date(2018, 12, 31), 2)
    'Frist 31.03.2021 · 2-mal verschoben, zuerst 31.12.2018'
    """
    moved = f" · {times(shifts)} verschoben, zuerst {day(first_due)}" if shifts else ""
    return f"Frist {day(due)}{moved}"


def item_name(item: ItemKey, title: str) -> str:
    """An item with its number, as letters and lists of work name it.

    >>> item_name(ItemKey("ZV", "1.2.1", "3"), "Bericht")
    '1.2.1, Meilenstein 3: Bericht'
    """
    return f"{item.number}{f', Meilenstein {item.milestone}' if item.milestone is not None else ''}: {title}"


def letter(
    office: str | None,
    as_of: date,
    overdue: Sequence[DueItem],
    soon: Sequence[DueItem],
    silent: Iterable[MeasureState],
) -> str:
    """What to write to an office: its items in sentences, to be copied into an e-mail."""
    parts = [
        f"An: {_capital(office or NO_OFFICE)}\nBetreff: Stand Ihrer Maßnahmen und Meilensteine am {day(as_of)}",
        f"Guten Tag,\n\nzum Stichtag {day(as_of)} bitten wir Sie um den aktuellen Stand der folgenden Punkte.",
        _paragraph("Überfällig", [f"{item_name(i.item, i.title)}. {_late_sentence(i)}" for i in overdue]),
        _paragraph("Bald fällig", [f"{item_name(i.item, i.title)}. Die Frist endet am {day(i.due)}." for i in soon]),
        _paragraph("Ohne aktuelle Meldung", [f"{item_name(m.key, m.title)}. {_silent_sentence(m)}" for m in silent]),
        "Bitte nennen Sie zu jedem Punkt den Status und, wo eine Frist nicht zu halten ist, eine neue mit Grund.",
        "Mit freundlichen Grüßen",
    ]
    return "\n\n".join(part for part in parts if part)


def _late_sentence(item: DueItem) -> str:
    moved = f" Sie wurde {times(item.shifts)} verschoben, zuerst galt der {day(item.first_due)}." if item.shifts else ""
    return f"Die Frist {day(item.due)} ist {since_days(item.days)} überschritten.{moved}"


def _silent_sentence(measure: MeasureState) -> str:
    if measure.last_report is None:
        return "Dazu liegt noch keine Meldung vor."
    return f"Die letzte Meldung nennt den Stand vom {day(measure.last_report)}."


def _paragraph(title: str, lines: Sequence[str]) -> str:
    return f"{title} ({number(len(lines))}):\n" + "\n".join(f"- {line}" for line in lines) if lines else ""


def load(coming: int, beyond: int, last: str) -> str:
    """The remark beside the Fristen per month; `beyond` lie after the last day shown; empty without any.

    >>> load(23, 4, "dem 31.12.2022"), load(1, 0, "dem 31.12.2022")
    ('23 noch nicht fällige Fristen, davon 4 nach dem 31.12.2022', '1 noch nicht fällige Frist')
    """
    if not coming:
        return ""
    later = f", davon {number(beyond)} nach {last}" if beyond else ""
    return f"{count(coming, 'noch nicht fällige Frist', 'noch nicht fällige Fristen')}{later}"


def _of_office(sentence: str, office: str | None) -> str:
    return sentence if office is None else f"{office}: {sentence[0].lower()}{sentence[1:]}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
