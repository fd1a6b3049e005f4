"""Year's balance, goals and Kennzahlen in sentences, and how everything is counted."""

from datetime import date

from audit_core.standing import DUE_SOON_DAYS, STALE_DAYS, Completion
from audit_core.wording.annual_report.counting import (
    MEASURE,
    WORDS,
    capital,
    every,
    figure,
    listed,
    part_of,
    permanent_tasks,
    some,
    verb,
)
from audit_core.wording.numbers import day

BALANCE, GOALS, KEY_FIGURES = "Jahresbilanz", "Ziel für Ziel", "Kennzahlen"
ANNEX, DEFINITIONS, SOURCES = "Anhang A: Alle Maßnahmen", "Anhang B: So wird gezählt", "Anhang C: Quellen"
NO_GOAL, GOAL_TABLE = "Maßnahmen ohne Ziel", "Status, Fortschritt und Frist"
VALUES = "Zuletzt und davor"
STATUS_TABLE = "Die Status und wie sie zählen"
ASSIGNMENT = "Zuordnung"
NO_BALANCE = "Es gibt keine Maßnahme, deren Weg durch das Jahr zu zeigen wäre."
NO_MEASURE = "Dieser Bericht hat keine Maßnahme."
NO_KEY_FIGURE = "Bis zum Stichtag ist keine Kennzahl erfasst."
OF_COUNTY = "Landkreis insgesamt"
KEY_FIGURES_NOTE = "Mehrere Werte zu einem Tag: Die Quellen nennen Verschiedenes; keiner ist vorgezogen."
SHORT_GRID = "Zeilen und Spalten, in denen keine Maßnahme steht, sind weggelassen."
NO_DETAIL, IN_MILESTONES = "kein Sachstand gemeldet", "kein eigener Sachstand gemeldet, siehe Meilensteine"


def goal(done: Completion, measures: int, left: int) -> str:
    """How far the measures of a Ziel or a Handlungsfeld are; `left` of them have left the plan.

    >>> goal(Completion(1, 3, 0, 0), 3, 0), goal(Completion(0, 0, 1, 2), 2, 0), goal(Completion(2, 2, 0, 0), 3, 1)
    ('Eine von drei Maßnahmen ist umgesetzt.', 'Eine von zwei Daueraufgaben läuft.', 'Beide Maßnahmen sind umgesetzt. \
Eine weitere ist ersetzt oder entfallen.')
    """
    parts = [completed(done), permanent_tasks(done)]
    if left == measures:
        only = "Die einzige Maßnahme ist" if left == 1 else f"{capital(every(left, MEASURE))} sind"
        return f"{only} ersetzt oder entfallen."
    if left:
        more = "Eine weitere ist" if left == 1 else f"{capital(figure(left))} weitere sind"
        parts.append(f"{more} ersetzt oder entfallen.")
    return " ".join(filter(None, parts))


def completed(done: Completion) -> str:
    """n von N as a sentence; empty where nothing is counted."""
    if not done.of:
        return ""
    if done.of == 1:
        return f"Die einzige Maßnahme ist {'' if done.n else 'noch nicht '}umgesetzt."
    if done.n == done.of:
        return f"{capital(every(done.of, MEASURE))} sind umgesetzt."
    if done.n >= len(WORDS):
        return f"Von {some(done.of, MEASURE, 'dative')} sind {figure(done.n)} umgesetzt."
    still = "" if done.n else "noch "
    return capital(f"{still}{part_of(done.n, MEASURE, done.of)} {verb(done.n, 'ist', 'sind')} umgesetzt.")


def without_measure(names: list[str]) -> str:
    """The Handlungsfelder that have no measure.

    >>> without_measure(["Wohnen"]), without_measure(["Bildung, Kultur", "Wohnen"])
    ('Im Handlungsfeld „Wohnen“ gibt es keine Maßnahme.', 'In den Handlungsfeldern „Bildung, Kultur“ und „Wohnen“ gibt \
es keine Maßnahme.')
    """
    if not names:
        return ""
    where = "Im Handlungsfeld" if len(names) == 1 else "In den Handlungsfeldern"
    return f"{where} {listed([f'„{name}“' for name in names])} gibt es keine Maßnahme."


def field_heading(number_: str, title: str) -> str:
    """The heading of a Handlungsfeld.

    >>> field_heading("3", "Bildung"), field_heading("9", "")
    ('Handlungsfeld 3: Bildung', 'Handlungsfeld 9')
    """
    return f"Handlungsfeld {number_}{f': {title}' if title else ''}"


def balance_moves(forward: int, back: int, same: int, other: int) -> str:
    """Where the measures of a year went.

    >>> balance_moves(1, 2, 1, 0)
    'Eine Maßnahme ist vorangekommen, zwei sind zurückgefallen, eine ist unverändert geblieben.'
    """
    parts = [
        f"{words} {verb(n, 'ist', 'sind')} {became}"
        for words, n, became in (
            (some(forward, MEASURE), forward, "vorangekommen"),
            (_many(back), back, "zurückgefallen"),
            (_many(same), same, "unverändert geblieben"),
        )
    ]
    more = ""
    if other:
        kinds = "neu, ohne frühere Meldung, zurückgestellt, ersetzt, entfallen oder übernommen"
        more = f"; {_many(other)} {verb(other, 'gehört', 'gehören')} zu den sonstigen Fällen ({kinds})"
    return capital(f"{', '.join(parts)}{more}.")


def _many(n: int) -> str:
    return figure(n) if n > 1 else "eine" if n else "keine"


def milestones_of(number_: str) -> str:
    """The caption of a measure's milestones."""
    return f"Meilensteine zu {number_}"


def definitions(until: date, before: date, assigned: bool) -> tuple[tuple[str, str], ...]:
    """How this report counts, in one or two sentences each (R2–R13); `assigned`: a measure has a Zuordnung."""
    rows = (
        ("Stichtag", f"Gezeigt ist der Stand vom {day(until)}; was danach geschah, zählt hier nicht. Verglichen wird "
         f"mit dem {day(before)}."),
        ("Kenntnisstand", "Der Zeitpunkt, bis zu dem eine Angabe erfasst sein musste, um hier mitzuzählen."),
        ("Status", "Den Status melden die Stellen; es gilt die neueste Meldung bis zum Stichtag. Hat eine Maßnahme "
         "keine eigene Meldung, folgt ihr Status aus den Meilensteinen. „Keine Meldung“ ist ein eigener Zustand und "
         "zählt als offen."),
        ("n von N umgesetzt", "n: umgesetzte und zur Daueraufgabe gewordene Maßnahmen. N: alle Maßnahmen außer "
         "ersetzten, entfallenen und denen, die der Plan als Daueraufgabe führt; diese stehen daneben."),
        ("offen", "Welche Status als offen zählen, sagt die Tabelle unten. Auch eine Daueraufgabe des Plans kann offen "
         "sein; in N zählt sie nicht. Ein nicht erreichter Meilenstein zählt nur als offen, wenn seine Maßnahme offen "
         "ist."),
        ("Fortschritt", "Umgesetzt ist 100 %. Sonst zählt das Gewicht der erreichten Meilensteine, ohne Meilensteine "
         "der gemeldete Prozentwert. Für ein Handlungsfeld das gewichtete Mittel; ohne Angabe zählt 0."),
        ("erwartet", "Der Fortschritt, der nach den Fristen bis zum Stichtag zu erwarten war. Ohne Beginn oder Frist "
         "gibt es keine Erwartung."),
        ("Frist", "Es gilt die zuletzt gemeldete Frist. Die erste bleibt sichtbar, jede Verschiebung wird gezählt."),
        ("Terminlage", f"Berechnet aus Status, Frist und Stichtag. Überfällig: offen, obwohl die Frist vor dem "
         f"Stichtag liegt. Bald fällig: Frist in 0 bis {DUE_SOON_DAYS} Tagen. Zurückgestelltes und Daueraufgaben sind "
         "nie überfällig."),
        ("fristgerecht", "Meilensteine, deren Frist zu Beginn des Jahres (oder als sie dazukamen) in dieses Jahr fiel. "
         "Wurde die Frist danach verschoben, zählt hier weiter die frühere."),
        ("ohne aktuelle Meldung", "Offene, nicht zurückgestellte Maßnahmen, deren neueste Meldung mehr als "
         f"{STALE_DAYS} Tage vor dem Stichtag liegt."),
        ("Daueraufgabe", "Im Plan: eine Aufgabe ohne Abschluss; sie läuft oder läuft nicht. Als Status: etwas, das "
         "erreicht ist und weiterläuft."),
        ("Jahresbilanz", "Jede Maßnahme am Ende des Vorjahres gegen das Ende des Jahres. Vorangekommen oder "
         "zurückgefallen ist sie in der Reihe nicht begonnen, in Vorbereitung, in Umsetzung, teilweise umgesetzt, "
         "umgesetzt oder Daueraufgabe."),
        (ASSIGNMENT, "Woher es stammt, dass eine Maßnahme zu ihrem Ziel und ihrer Zielvereinbarung gehört: aus der "
         "genannten Quelle, aus eigener Zuordnung beim Erfassen oder, in einem erfundenen Landkreis, ausgedacht."),
    )  # fmt: skip
    return rows if assigned else tuple(row for row in rows if row[0] != ASSIGNMENT)
