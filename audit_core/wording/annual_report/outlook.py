"""What comes next, in sentences."""

from datetime import date

from audit_core.standing import DUE_SOON_DAYS
from audit_core.wording.annual_report.counting import DUE, both, capital, figure, some, verb
from audit_core.wording.numbers import day

TITLE, CAPTION = "Ausblick", "Fristen der nächsten zwölf Monate"


def coming(measures: int, milestones: int, soon: int, beyond: int, last: date) -> str:
    """How many Fristen run out up to a day, how many of them soon, and how many lie beyond.

    >>> coming(0, 2, 1, 3, date(2022, 12, 31))
    'Bis zum 31.12.2022 laufen zwei Fristen ab (bei zwei Meilensteinen), davon eine innerhalb von 30 Tagen. Drei \
weitere Fristen liegen später.'
    >>> coming(0, 0, 0, 0, date(2022, 12, 31))
    'Bis zum 31.12.2022 läuft keine Frist ab.'
    """
    n = measures + milestones
    sentence = f"Bis zum {day(last)} {verb(n, 'läuft', 'laufen')} {some(n, DUE)} ab"
    if n:
        sentence += f" (bei {both(measures, milestones, 'dative')})"
    if soon:
        many = figure(soon) if soon > 1 else "eine"
        which = f"davon {many}" if soon < n else "und zwar" if n == 1 else "beide" if n == 2 else "alle"
        sentence += f", {which} innerhalb von {DUE_SOON_DAYS} Tagen"
    later = f"{figure(beyond)} weitere Fristen liegen" if beyond > 1 else "eine weitere Frist liegt" if beyond else ""
    return f"{sentence}.{f' {capital(later)} später.' if later else ''}"
