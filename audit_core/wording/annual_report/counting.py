"""Counts in sentences: numbers up to twelve as words, nouns in the right number and case, verbs that agree."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from audit_core.dates import OfficeDate
from audit_core.standing import Completion
from audit_core.wording.numbers import day, number
from audit_core.wording.years import running

Case = Literal["nominative", "dative", "accusative"]
WORDS = (
    "null", "eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf",
)  # fmt: skip
_ENDINGS = {
    "f": {"nominative": "e", "dative": "er", "accusative": "e"},
    "m": {"nominative": "", "dative": "em", "accusative": "en"},
    "n": {"nominative": "", "dative": "em", "accusative": ""},
}


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun with its plural, its gender (f, m, n) and its plural in the dative."""

    one: str
    many: str
    gender: str
    dative: str


MEASURE = Noun("Maßnahme", "Maßnahmen", "f", "Maßnahmen")
OPEN_MEASURE = Noun("offene Maßnahme", "offene Maßnahmen", "f", "offenen Maßnahmen")
THEN_MEASURE = Noun("damalige Maßnahme", "damaligen Maßnahmen", "f", "damaligen Maßnahmen")
MILESTONE = Noun("Meilenstein", "Meilensteine", "m", "Meilensteinen")
DUE = Noun("Frist", "Fristen", "f", "Fristen")
OFFICE = Noun("Stelle", "Stellen", "f", "Stellen")
EVENT = Noun("Ereignis", "Ereignisse", "n", "Ereignissen")
CONSULTATION = Noun("Beratung", "Beratungen", "f", "Beratungen")
RESOLUTION = Noun("Vorlage", "Vorlagen", "f", "Vorlagen")
SITTING = Noun("Sitzung", "Sitzungen", "f", "Sitzungen")
PERMANENT = Noun("Daueraufgabe", "Daueraufgaben", "f", "Daueraufgaben")
FIELD = Noun("Handlungsfeld", "Handlungsfelder", "n", "Handlungsfeldern")


def figure(n: int) -> str:
    """A number above one in a sentence.

    >>> figure(2), figure(12), figure(1300)
    ('zwei', 'zwölf', '1.300')
    """
    return WORDS[n] if 1 < n < len(WORDS) else number(n)


def some(n: int, noun: Noun, case: Case = "nominative") -> str:
    """A counted noun.

    >>> some(0, MEASURE), some(1, MILESTONE, "accusative"), some(2, MILESTONE, "dative"), some(13, MEASURE)
    ('keine Maßnahme', 'einen Meilenstein', 'zwei Meilensteinen', '13 Maßnahmen')
    """
    if n > 1:
        return f"{figure(n)} {noun.dative if case == 'dative' else noun.many}"
    word = noun.one if not noun.one.startswith("offene ") or case != "dative" else noun.one.replace("offene", "offenen")
    return f"{'ein' if n else 'kein'}{_ENDINGS[noun.gender][case]} {word}"


def every(n: int, noun: Noun, case: Case = "nominative") -> str:
    """All of more than one: of two both.

    >>> every(2, MEASURE), every(2, FIELD, "dative"), every(3, MILESTONE), every(13, FIELD, "dative")
    ('beide Maßnahmen', 'beiden Handlungsfeldern', 'alle drei Meilensteine', 'allen 13 Handlungsfeldern')
    """
    if case == "dative":
        return f"{'beiden' if n == 2 else f'allen {figure(n)}'} {noun.dative}"
    return f"{'beide' if n == 2 else f'alle {figure(n)}'} {noun.many}"


def verb(n: int, one: str, many: str) -> str:
    """The verb that agrees with a counted noun: none and one take the singular.

    >>> verb(0, "ist", "sind"), verb(2, "ist", "sind")
    ('ist', 'sind')
    """
    return many if n > 1 else one


def both(measures: int, milestones: int, case: Case = "nominative") -> str:
    """Measures and milestones together; what there is none of is left out, and neither reads „nichts“.

    >>> both(1, 3), both(0, 2, "dative"), both(0, 0)
    ('eine Maßnahme und drei Meilensteine', 'zwei Meilensteinen', 'nichts')
    """
    parts = [some(n, noun, case) for n, noun in ((measures, MEASURE), (milestones, MILESTONE)) if n]
    return " und ".join(parts) or "nichts"


def capital(text: str) -> str:
    """A sentence begins with a capital.

    >>> capital("eine Maßnahme ist umgesetzt.")
    'Eine Maßnahme ist umgesetzt.'
    """
    return text[:1].upper() + text[1:]


def listed(words: Sequence[str], parted: str = "") -> str:
    """Words with commas and „und“ before the last, or with another sign between all of them.

    >>> listed(["1", "2", "3"]), listed(["1"]), listed(["Bildung, Betreuung", "Wohnen"], "; ")
    ('1, 2 und 3', '1', 'Bildung, Betreuung; Wohnen')
    """
    if parted or len(words) < 2:
        return parted.join(words)
    return f"{', '.join(words[:-1])} und {words[-1]}"


def in_year(last: date) -> str:
    """The year as the beginning of a sentence; up to which day, its section says once (`up_to`).

    >>> in_year(date(2021, 12, 31)), in_year(date(2021, 6, 30))
    ('Im Jahr 2021', 'Im Jahr 2021')
    """
    return f"Im Jahr {last.year}"


def up_to(last: date) -> str:
    """Up to which day a year is counted that is not counted to its end; empty for a whole one.

    >>> up_to(date(2021, 6, 30)), up_to(date(2021, 12, 31))
    ('Gezählt ist das Jahr 2021 bis zum 30.06.2021.', '')
    """
    return f"Gezählt ist das Jahr {last.year} bis zum {day(last)}." if running(last) else ""


def happened(n: int, noun: Noun, last: date, participle: str) -> str:
    """That so many items became something in the year.

    >>> happened(0, MEASURE, date(2021, 12, 31), "umgesetzt"), happened(2, MILESTONE, date(2021, 6, 30), "erreicht")
    ('Im Jahr 2021 wurde keine Maßnahme umgesetzt.', 'Im Jahr 2021 wurden zwei Meilensteine erreicht.')
    """
    return f"{in_year(last)} {verb(n, 'wurde', 'wurden')} {some(n, noun)} {participle}."


def written(when: OfficeDate) -> str:
    """A date of an office: a day as 31.12.2020 however it was typed, a period in the office's words (R3).

    >>> from audit_core.dates import parse
    >>> written(parse("26.5.24")), written(parse("2020-12-31")), written(parse("I. Halbjahr 2023"))
    ('26.05.2024', '31.12.2020', 'I. Halbjahr 2023')
    """
    return day(when.last) if when.first == when.last else when.text


def part_of(n: int, noun: Noun, of: int) -> str:
    """n von N as a subject, each number up to twelve as a word.

    >>> part_of(1, MEASURE, 4), part_of(0, MILESTONE, 20), part_of(9, MILESTONE, 14)
    ('eine von vier Maßnahmen', 'keiner von 20 Meilensteinen', 'neun von 14 Meilensteinen')
    """
    if n > 1:
        return f"{figure(n)} von {figure(of)} {noun.dative}"
    ending = {"f": "e", "m": "er", "n": "es"}[noun.gender]
    return f"{'ein' if n else 'kein'}{ending} von {figure(of)} {noun.dative}"


def permanent_tasks(done: Completion) -> str:
    """How many permanent tasks run, as a sentence of the report; empty without any (R8).

    >>> permanent_tasks(Completion(0, 0, 1, 1)), permanent_tasks(Completion(0, 0, 2, 3))
    ('Die einzige Daueraufgabe läuft.', 'Zwei von drei Daueraufgaben laufen.')
    """
    n, of = done.permanent_running, done.permanent
    if not of:
        return ""
    if of == 1:
        return f"Die einzige Daueraufgabe läuft{'' if n else ' nicht'}."
    if n == of:
        return f"{capital(every(of, PERMANENT))} laufen."
    return f"{capital(part_of(n, PERMANENT, of))} {verb(n, 'läuft', 'laufen')}."
