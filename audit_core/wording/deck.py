"""What slides and their notes say: findings, what the numbers mean, and where they come from."""

from collections.abc import Mapping, Sequence
from datetime import date

from audit_core.standing import STALE_DAYS, Completion
from audit_core.terms import BACK, FORWARD, UNCHANGED
from audit_core.wording.numbers import NOTHING, count, day, n_of, number

DONE = (
    "„n von N umgesetzt“: n sind die Maßnahmen mit dem Status umgesetzt oder Daueraufgabe. N sind alle Maßnahmen ohne "
    "die Daueraufgaben des Plans und ohne Ersetztes und Entfallenes."
)
REACHED = "Meilensteine erreicht: von allen Meilensteinen, die nicht entfallen oder ersetzt sind, die erfüllten."
OVERDUE = (
    "Überfällig ist, was offen und nicht zurückgestellt ist und dessen geltende Frist vor dem Stichtag liegt. "
    "Die geltende Frist ist die zuletzt gemeldete; am Tag der Frist ist noch nichts überfällig."
)
STALE = (
    f"Ohne aktuelle Meldung: offene, nicht zurückgestellte Maßnahmen, zu denen seit mehr als {STALE_DAYS} Tagen "
    "nichts gemeldet ist."
)
STATUSES = (
    "Den Status melden die Stellen. „Keine Meldung“ ist ein eigener Zustand: Bis zum Stichtag ist nichts gemeldet."
)
PROGRESS = (
    "Fortschritt ist etwas anderes als „n von N“: bei einer Maßnahme das Gewicht der erfüllten Meilensteine an allen, "
    "ohne Meilensteine der zuletzt gemeldete Prozentwert; beim Handlungsfeld das gewichtete Mittel."
)
EXPECTED = "Erwartet: der Fortschritt, der nach den Fristen bis zum Stichtag zu erreichen war."
PERMANENT = (
    "Daueraufgaben des Plans zählen nicht in N. Sie laufen, wenn ihr Status in Umsetzung, teilweise umgesetzt, "
    "umgesetzt oder Daueraufgabe ist; überfällig werden sie nie."
)
YEARS = "Jede Säule zeigt alle Maßnahmen am letzten Tag des Jahres; darunter steht, wie viele von N umgesetzt sind."
ON_TIME = (
    "Fristgerecht: Meilensteine, deren Frist zu Beginn des Jahres (oder als sie dazukamen) in dieses Jahr fiel und die "
    "bis zu ihr erfüllt waren. Wurde die Frist danach verschoben, zählt hier weiter die frühere."
)
TRANSITIONS = (
    "Zeilen: der Status am Ende des Vorjahres, Spalten: der Status am Stichtag. Jede Maßnahme steht in genau einer "
    "Zelle; die Summen sind die Zahlen der Stichtage. Zeilen und Spalten ohne Maßnahme fehlen."
)
DIRECTIONS = (
    "Vorangekommen und zurückgefallen folgen der Reihe nicht begonnen, in Vorbereitung, in Umsetzung, teilweise "
    "umgesetzt, erfüllt. Was neu ist, ohne Meldung war oder ist, zurückgestellt, ersetzt, entfallen oder übernommen, "
    "ist sonstige."
)
REASONS = (
    "Nicht erreicht meint hier: am Stichtag zurückgestellt, ersetzt, entfallen oder überfällig. Der Grund ist der, der "
    "zuletzt gemeldet wurde; bei zurückgestellt, ersetzt und entfallen zählt nur, was zu diesem Status gemeldet ist."
)
COMING = "Gezählt sind offene Maßnahmen und Meilensteine mit ihrer geltenden Frist, ein Jahr vom Stichtag an."
SHORTENED = "Auf der Folie gekürzt, hier im Wortlaut:"
LONGEST_NAME = 45
NO_REASON = "kein Grund genannt"
ABOVE_OVERDUE, ABOVE_YEARS = "Was überfällig ist", "Jahr für Jahr"
ABOVE_TRANSITIONS, ABOVE_REASONS, ABOVE_COMING = (
    "Wohin die Maßnahmen {} gingen",
    "Was nicht erreicht ist",
    "Wie es weitergeht",
)
NOTHING_TO_SHOW = (
    "Am Stichtag gibt es in dieser Auswahl keine Maßnahme. Deshalb hat der Foliensatz keine weiteren Folien."
)
NOTHING_LATE = "Keine Maßnahme und kein Meilenstein hat am Stichtag eine überschrittene Frist."
NOTHING_COMING = "Nach dem Stichtag läuft für nichts Offenes mehr eine Frist ab."


def within(name: str, most: int) -> str:
    """A name in at most so many signs.

    >>> within("Musterkreis", 20), within("Musterkreis", 6)
    ('Musterkreis', 'Muste…')
    """
    return name if len(name) <= most else f"{name[: most - 1].rstrip()}…"


def above_year(year: int, before: date) -> str:
    """What stands over the year on one slide: since when its changes count."""
    return f"Das Jahr {year} auf einer Folie, Änderungen seit dem {day(before)}"


def source(view: str, as_of: date, before: date, known: str) -> str:
    """The last paragraph of each note: what the numbers are of, and what was `known` (`subject.known`)."""
    return f"Grundlage: {view}. Stichtag {day(as_of)}, verglichen mit {day(before)}. {known}."


def figure_sentence(name: str, value: str, share: str, change: str, before: date) -> str:
    """A figure as it is said.

    >>> figure_sentence("Maßnahmen umgesetzt", "6 von 17", "35,3 %", "+2", date(2020, 12, 31))
    'Maßnahmen umgesetzt: 6 von 17 (35,3 %), +2 seit dem 31.12.2020.'
    """
    part = f" ({share})" if share else ""
    moved = "unverändert" if change == "±0" else change
    return f"{name}: {value}{part}, {moved} seit dem {day(before)}."


def counts(pairs: Sequence[tuple[str, int]]) -> str:
    """Counts in one line.

    >>> counts([("umgesetzt", 2), ("in Umsetzung", 1)])
    '2 umgesetzt, 1 in Umsetzung'
    """
    return ", ".join(f"{number(n)} {word}" for word, n in pairs)


def field_progress(done: Completion, progress: str, expected: str, permanent: str) -> str:
    """The line below the measures of a Handlungsfeld: its Fortschritt and its Daueraufgaben."""
    parts = [permanent]
    if done.of and progress != NOTHING:
        parts.insert(0, f"Fortschritt des Handlungsfelds {progress}{'' if NOTHING in expected else f', {expected}'}.")
    return " ".join(filter(None, parts))


def of_pages(page: int, pages: int) -> str:
    """Which of several slides of a Handlungsfeld it is; empty where it has only one.

    >>> of_pages(1, 2), of_pages(1, 1)
    ('Folie 1 von 2', '')
    """
    return f"Folie {n_of(page, pages)}" if pages > 1 else ""


def more(n: int, one: str, many: str, where: str = "siehe Notizen") -> str:
    """Says what a list leaves out; `one` bears its own ending; empty if nothing.

    >>> more(1, "weiterer Eintrag", "weitere Einträge"), more(0, "weitere Frist", "weitere Fristen")
    ('und 1 weiterer Eintrag (siehe Notizen)', '')
    """
    return f"und {number(n)} {one if n == 1 else many} ({where})" if n else ""


def moved(found: Mapping[str, int], year: int) -> str:
    """The finding of the transition table.

    >>> moved({"forward": 3, "back": 1, "unchanged": 20, "other": 2}, 2021)
    '2021 sind 3 Maßnahmen vorangekommen, eine ist zurückgefallen.'
    >>> moved({"unchanged": 1}, 2021)
    '2021 ist keine Maßnahme vorangekommen; der Status einer Maßnahme blieb, wie er war.'
    """
    forward, back = found.get(FORWARD, 0), found.get(BACK, 0)
    if not forward and not back:
        same = found.get(UNCHANGED, 0)
        stayed = "der Status einer Maßnahme blieb" if same == 1 else f"{number(same)} Maßnahmen blieben, wo sie waren"
        end = "" if same != 1 else ", wie er war"
        return f"{year} ist keine Maßnahme vorangekommen" + (f"; {stayed}{end}." if same else ".")
    if forward == 0:
        first = f"{year} ist keine Maßnahme vorangekommen"
    elif forward == 1:
        first = f"{year} ist eine Maßnahme vorangekommen"
    else:
        first = f"{year} sind {number(forward)} Maßnahmen vorangekommen"
    last = "keine ist" if not back else "eine ist" if back == 1 else f"{number(back)} sind"
    return f"{first}, {last} zurückgefallen."


def not_reached(measures: int, milestones: int, reasons: int) -> str:
    """The finding of what was not reached; `reasons`: to how many of them a Grund is named.

    >>> not_reached(5, 3, 4)
    'Nicht erreicht: 5 Maßnahmen und 3 Meilensteine, zu 4 davon ist ein Grund genannt.'
    >>> not_reached(0, 8, 0), not_reached(8, 0, 1)
    ('Nicht erreicht: 8 Meilensteine, zu keinem davon ist ein Grund genannt.', 'Nicht erreicht: 8 Maßnahmen, zu einer \
davon ist ein Grund genannt.')
    """
    parts = [count(measures, "Maßnahme", "Maßnahmen")] if measures else []
    if milestones:
        parts.append(count(milestones, "Meilenstein", "Meilensteine"))
    whole, ending = measures + milestones, "em" if milestones else "er"
    if reasons == whole:
        end = (
            "der Grund ist genannt" if whole == 1 else f"zu {'beiden' if whole == 2 else 'allen'} ist ein Grund genannt"
        )
    elif whole == 1:
        end = "ein Grund ist nicht genannt"
    else:
        many = number(reasons) if reasons > 1 else f"{'ein' if reasons else 'kein'}{ending}"
        end = f"zu {many} davon ist ein Grund genannt"
    return f"Nicht erreicht: {' und '.join(parts)}, {end}."


def next_dues(within: int, first: date | None, last: date) -> str:
    """The finding of what comes: the Fristen up to the last day of the twelve months, and the next of all.

    >>> next_dues(3, date(2022, 1, 15), date(2022, 12, 31))
    'Bis zum 31.12.2022 laufen 3 Fristen ab, die nächste am 15.01.2022.'
    """
    if first is None:
        return "Keine Frist steht noch aus."
    if not within:
        return f"Bis zum {day(last)} läuft keine Frist ab, die nächste am {day(first)}."
    if within == 1:
        return f"Bis zum {day(last)} läuft eine Frist ab, am {day(first)}."
    return f"Bis zum {day(last)} laufen {number(within)} Fristen ab, die nächste am {day(first)}."
