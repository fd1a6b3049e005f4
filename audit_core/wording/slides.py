"""What the slides of a workshop say beside their figures."""

from datetime import date

from audit_core.wording.numbers import NOTHING, count, day, days, n_of, number

ABOVE_SITUATION, ABOVE_MISSED = "Wo wir stehen", "Zurückgestellt, ersetzt, entfallen oder überfällig"
ACHIEVED, MISSED = "Was erreicht ist", "Was nicht erreicht ist und warum"
NO_LEAD = (NOTHING, "keine Maßnahme")
NO_MEASURE = (
    "Am Stichtag gibt es in dieser Auswahl keine Maßnahme. "
    "Zielvereinbarung und Stichtag lassen sich auf der Seite Workshop wählen."
)
NO_MEASURE_IN_FIELD = "In diesem Handlungsfeld gibt es am Stichtag keine Maßnahme."
NOTHING_ACHIEVED = "Bis zum Stichtag ist keine Maßnahme umgesetzt."
NOTHING_MISSED = "Nichts ist zurückgestellt, ersetzt, entfallen oder überfällig."
NO_REASON, NO_TEXT, NO_DUE = "kein Grund gemeldet", "kein Sachstand gemeldet", "ohne Frist"
KEYS = "Tasten: ← und → oder Bild ↑ und Bild ↓ zum Blättern, Pos1 und Ende, F11 für Vollbild"
MILESTONES, LEFT_OUT = "Meilensteine", "Nicht in dieser Datei"


def part(above: str, page: int, pages: int) -> str:
    """The small line over the title, with which of several slides it is.

    >>> part("Wo wir stehen", 1, 1), part("Wo wir stehen", 2, 3)
    ('Wo wir stehen', 'Wo wir stehen · Teil 2 von 3')
    """
    return f"{above} · Teil {n_of(page, pages)}" if pages > 1 else above


def field_above(number_: str, theme: str) -> str:
    """The small line over a Handlungsfeld.

    >>> field_above("5", "Gut leben in jedem Ort"), field_above("5", "")
    ('Handlungsfeld 5 · Gut leben in jedem Ort', 'Handlungsfeld 5')
    """
    return f"Handlungsfeld {number_}{f' · {theme}' if theme else ''}"


def measure_above(field: str, title: str, number_: str) -> str:
    """The small line over a measure.

    >>> measure_above("5", "Wohnen", "5.1.2")
    'Maßnahme 5.1.2 · Handlungsfeld 5, Wohnen'
    """
    return f"Maßnahme {number_} · Handlungsfeld {', '.join(filter(None, (field, title)))}"


def above_achieved(before: date) -> str:
    """Over what is achieved: that the newest comes first."""
    return f"Das Neueste zuerst, Änderungen seit dem {day(before)}"


def since(when: date) -> str:
    """Since when something is fulfilled."""
    return f"seit {day(when)}"


def was(label: str, before: date) -> str:
    """What a measure was on the day it is compared with; "" is one that did not exist then."""
    return f"am {day(before)} {label}" if label else f"neu seit {day(before)}"


def days_overdue(text: str) -> str:
    """How late something is; the symbol stands before it.

    >>> days_overdue("92 Tage")
    '92 Tage überfällig'
    """
    return f"{text} überfällig"


def milestone_of(number_: str, title: str) -> str:
    """Which milestone of which measure a row is about.

    >>> milestone_of("3", "Bürgerbus")
    'Meilenstein 3 zu: Bürgerbus'
    """
    return f"Meilenstein {number_} zu: {title}"


def why(of: str, office: str, reason: str) -> str:
    """What was not reached, who answers for it, and why.

    >>> why("", "Landrat", "Vergabe aufgehoben"), why("Meilenstein 3 zu: Bürgerbus", "Landrat", "")
    ('Landrat · Grund: Vergabe aufgehoben', 'Meilenstein 3 zu: Bürgerbus · Landrat · kein Grund gemeldet')
    """
    return " · ".join(filter(None, (of, office, f"Grund: {' '.join(reason.split())}" if reason else NO_REASON)))


def overdue_lead(measures: int, milestones: int) -> tuple[str, str]:
    """The large figure of what is overdue, and what it is made of.

    >>> overdue_lead(2, 11), overdue_lead(0, 1)
    (('13', 'überfällig: 2 Maßnahmen und 11 Meilensteine'), ('1', 'Meilenstein überfällig'))
    """
    if measures and milestones:
        parts = f"{count(measures, 'Maßnahme', 'Maßnahmen')} und {count(milestones, 'Meilenstein', 'Meilensteine')}"
        return number(measures + milestones), f"überfällig: {parts}"
    noun = count(measures, "Maßnahme", "Maßnahmen") if measures else count(milestones, "Meilenstein", "Meilensteine")
    return number(measures + milestones), f"{noun.partition(' ')[2]} überfällig"


def longest(n: int) -> str:
    """The longest delay of an office."""
    return f"bis zu {'einem Tag' if n == 1 else days(n) + 'n'}"


def told(text: str, stated: str = "") -> str:
    """What was reported, with its Stand.

    >>> told("Antrag liegt vor.", "31.12.2021"), told("Antrag  liegt\\nvor")
    ('Stand 31.12.2021: Antrag liegt vor.', 'Antrag liegt vor')
    """
    return f"{f'Stand {stated}: ' if stated else ''}{' '.join(text.split())}"


def earlier(labels: list[str]) -> str:
    """The statuses that only columns of earlier years have."""
    return f"In früheren Jahren auch: {', '.join(labels)}." if labels else ""


def change(text: str, before: date) -> str:
    """How a figure changed.

    >>> change("+2", date(2020, 12, 31)), change("±0", date(2020, 12, 31))
    ('+2 seit 31.12.2020', 'unverändert seit 31.12.2020')
    """
    return f"{'unverändert' if text == '±0' else text} seit {day(before)}"


def more_elsewhere(n: int) -> str:
    """What the slides of a long list leave out, and where it stands; "" for nothing.

    >>> more_elsewhere(1), more_elsewhere(0)
    ('Und 1 weiterer Eintrag: Alle stehen im Jahresbericht.', '')
    """
    return f"Und {count(n, 'weiterer Eintrag', 'weitere Einträge')}: Alle stehen im Jahresbericht." if n else ""


def more_milestones(n: int) -> str:
    """What a slide leaves out of the milestones of a measure.

    >>> more_milestones(1), more_milestones(3)
    ('und 1 weiterer Meilenstein', 'und 3 weitere Meilensteine')
    """
    return f"und {count(n, 'weiterer Meilenstein', 'weitere Meilensteine')}"


def left_out(measures: int, others: int) -> str:
    """What is said where not all slides fit into one file.

    >>> left_out(1, 0)
    'Damit die Datei klein bleibt, fehlt darin die Folie von 1 offenen Maßnahme. Auf der Leinwand sind alle zu sehen.'
    """
    of = count(measures, "offenen Maßnahme", "offenen Maßnahmen")
    parts = [f"die {'Folie' if measures == 1 else 'Folien'} von {of}"]
    if others:
        parts.append(count(others, "Folie von Handlungsfeldern", "Folien von Handlungsfeldern"))
    verb = "fehlt" if measures == 1 and not others else "fehlen"
    said = " und ".join(parts if measures else parts[1:])
    return f"Damit die Datei klein bleibt, {verb} darin {said}. Auf der Leinwand sind alle zu sehen."
