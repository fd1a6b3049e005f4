"""What was not reached and why, who is late, and the permanent tasks."""

from datetime import date

from audit_core.standing import DUE_SOON_DAYS, Completion
from audit_core.terms import NO_OFFICE
from audit_core.wording.annual_report.counting import (
    MEASURE,
    OFFICE,
    OPEN_MEASURE,
    both,
    capital,
    figure,
    in_year,
    permanent_tasks,
    some,
    verb,
)
from audit_core.wording.numbers import day, number
from audit_core.wording.situation import since_days

TITLE, OFFICES = "Was nicht erreicht wurde und warum", "Überfälliges nach Zuständigkeit"
PERMANENT_TASKS = "Daueraufgaben"
OVERDUE, POSTPONED, BACK, LEFT, NO_REPORT, STALE = (
    "Überfällig", "Zurückgestellt", "Zurückgefallen", "Ersetzt oder entfallen", "Ohne jede Meldung",
    "Ohne aktuelle Meldung",
)  # fmt: skip
NO_REASON = "Ein Grund ist nicht angegeben."
OFFICE_CAPTION = "Frist und Verzug"
OFFICES_CAPTION = "Überfälliges, bald Fälliges und fehlende Meldungen je Stelle"
OFFICES_NOTE = (
    "Gezählt sind Maßnahmen und Meilensteine, für die eine Stelle selbst zuständig ist. Bald fällig: Frist in 0 bis "
    f"{DUE_SOON_DAYS} Tagen. Ohne Meldung: Maßnahmen ohne aktuelle Meldung."
)
NO_PERMANENT = "Der Plan führt keine Daueraufgabe."
NO_PERMANENT_HERE = "In dieser Auswahl gibt es keine Daueraufgabe des Plans."
PERMANENT_CAPTION = "Daueraufgaben des Plans"


def reason(text: str, stated: str = "") -> str:
    """A Grund as a line; `stated` is the Stand of the Meldung that gives it where that is not the newest.

    >>> reason("Mittel fehlen"), reason("Mittel fehlen", "12.2020"), reason("")
    ('Grund: Mittel fehlen', 'Grund (Stand 12.2020): Mittel fehlen', 'Ein Grund ist nicht angegeben.')
    """
    return f"Grund{f' (Stand {stated})' if stated else ''}: {text}" if text else NO_REASON


def overdue(measures: int, milestones: int, when: date, without_reason: int) -> str:
    """How much is overdue, and for how much of it nobody gave a Grund."""
    n = measures + milestones
    if not n:
        return f"Am {day(when)} ist nichts überfällig."
    sentence = f"Am {day(when)} {verb(n, 'ist', 'sind')} {both(measures, milestones)} überfällig."
    if n == 1:
        return f"{sentence} {NO_REASON}" if without_reason else sentence
    if without_reason == n:
        return f"{sentence} In keinem Fall ist ein Grund angegeben."
    if without_reason:
        cases = f"{figure(without_reason)} Fällen" if without_reason > 1 else "einem Fall"
        return f"{sentence} In {cases} ist kein Grund angegeben."
    return f"{sentence} In jedem Fall ist ein Grund angegeben."


def postponed(n: int, when: date) -> str:
    """How many measures wait on purpose.

    >>> postponed(0, date(2021, 12, 31)), postponed(2, date(2021, 12, 31))
    ('Am 31.12.2021 ist keine Maßnahme zurückgestellt.', 'Am 31.12.2021 sind zwei Maßnahmen zurückgestellt.')
    """
    return f"Am {day(when)} {verb(n, 'ist', 'sind')} {some(n, MEASURE)} zurückgestellt."


def back(n: int, last: date) -> str:
    """How many measures fell back."""
    return f"{in_year(last)} {verb(n, 'ist', 'sind')} {some(n, MEASURE)} zurückgefallen."


def left(n: int, last: date) -> str:
    """How many measures left the plan."""
    return f"{in_year(last)} {verb(n, 'ist', 'sind')} {some(n, MEASURE)} entfallen oder durch anderes ersetzt worden."


def no_report(n: int, when: date) -> str:
    """How many measures have no Meldung at all.

    >>> no_report(1, date(2021, 12, 31))
    'Zu einer Maßnahme gibt es bis zum 31.12.2021 keine einzige Meldung.'
    """
    if not n:
        return f"Zu jeder Maßnahme gibt es bis zum {day(when)} mindestens eine Meldung."
    return f"Zu {some(n, MEASURE, 'dative')} gibt es bis zum {day(when)} keine einzige Meldung."


def stale(n: int, days: int) -> str:
    """How many open measures have only an old Meldung.

    >>> stale(1, 183)
    'Zu einer offenen Maßnahme ist die letzte Meldung älter als 183 Tage.'
    """
    if not n:
        return f"Keine offene Maßnahme hat eine letzte Meldung, die älter als {number(days)} Tage ist."
    return f"Zu {some(n, OPEN_MEASURE, 'dative')} ist die letzte Meldung älter als {number(days)} Tage."


def offices(late: int, unassigned: int, measures: int, milestones: int) -> str:
    """How many offices are late; `unassigned` of the overdue items are nobody's.

    >>> offices(0, 0, 0, 0), offices(1, 0, 0, 2)
    ('Keine Stelle ist mit etwas überfällig.', 'Zwei Meilensteine sind überfällig; zuständig ist eine Stelle.')
    >>> offices(3, 1, 1, 4)
    'Eine Maßnahme und vier Meilensteine sind überfällig; zuständig sind drei Stellen, für einen Fall ist keine \
genannt.'
    """
    n = measures + milestones
    if not n:
        return "Keine Stelle ist mit etwas überfällig."
    sentence = f"{capital(both(measures, milestones))} {verb(n, 'ist', 'sind')} überfällig"
    if unassigned == n:
        return f"{sentence}; eine zuständige Stelle ist nicht genannt."
    cases = f"{figure(unassigned)} Fälle" if unassigned > 1 else "einen Fall"
    nobody = f", für {cases} ist keine genannt" if unassigned else ""
    return f"{sentence}; zuständig {verb(late, 'ist', 'sind')} {some(late, OFFICE)}{nobody}."


def permanent(done: Completion, became: int, whole: bool) -> str:
    """How many permanent tasks run, and how many measures became one; `whole`: in the whole plan, not in a part."""
    first = permanent_tasks(done) or (NO_PERMANENT if whole else NO_PERMANENT_HERE)
    if not became:
        return first
    more = f"{capital(some(became, MEASURE))} {verb(became, 'ist', 'sind')} zur Daueraufgabe geworden"
    return f"{first} {more} und {verb(became, 'zählt', 'zählen')} als umgesetzt."


def last_said(text: str, stated: str) -> str:
    """What the last Meldung said, where it gives no Grund."""
    return f"Zuletzt gemeldet (Stand {stated}): {text}"


def since(n: int) -> str:
    """For how long something is overdue, beside the head „überfällig seit“.

    >>> since(1), since(275)
    ('1 Tag', '275 Tagen')
    """
    return f"{number(n)} {'Tag' if n == 1 else 'Tagen'}"


def overdue_item(name: str, days: int, due: str, office: str | None) -> str:
    """One overdue item of a measure: what, since when, whose.

    >>> overdue_item("Meilenstein 2: Konzept", 275, "Frist 31.03.2021", "Kreistag")
    'Meilenstein 2: Konzept, seit 275 Tagen überfällig (Frist 31.03.2021), zuständig: Kreistag.'
    """
    whose = f"zuständig: {office}" if office else NO_OFFICE
    return f"{name}, {since_days(days)} überfällig ({due.replace(' · ', ', ')}), {whose}."
