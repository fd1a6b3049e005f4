"""The minutes of a workshop in German: what was decided, what is new, and what is still to be settled."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from audit_core.terms import DECISION, END, WORKSHOP_KINDS
from audit_core.wording.annual_report.counting import listed
from audit_core.wording.draft import AGREEMENT_NAMES
from audit_core.wording.numbers import NOTHING, count, day, moment, n_of, number
from audit_core.wording.workshop import FIELD_NAMES, NEW_MILESTONE, NEXT_AGREEMENT

RESULT, DECISIONS, NEWS, UNDECIDED, VERSIONS, STRUCK = (
    "Ergebnis", "Ergebnisse zu den Maßnahmen", "Neu vorgeschlagen",
    "Noch nicht entschieden", "Was zwei verschieden aufgeschrieben haben", "Wieder gestrichen",
)  # fmt: skip
KIND, WHEN, UNTIL, WRITERS, AS_OF, AGREEMENT = (
    "Art", "Begonnen", "Letzter Eintrag", "Mitgeschrieben", "Bilanz zum Stichtag", "Zielvereinbarung",
)  # fmt: skip
NOTHING_SAID = "An diesem Termin wurde nichts aufgeschrieben."
NOTHING_DECIDED = "An diesem Termin wurde über keine Maßnahme entschieden."
VERSIONS_LEAD = "Zwei Personen haben gleichzeitig geschrieben. Beide Fassungen stehen hier, bis eine gewählt ist."
UNDECIDED_LEAD = "Diese Maßnahmen waren am Stichtag offen; ein Ergebnis ist nicht festgehalten."
OVERVIEW, OVERVIEW_NOTE = (
    "Ergebnisse je Handlungsfeld",
    "Stand beim letzten Eintrag dieses Termins, andere Termine bis dahin eingeschlossen. Offen: am Stichtag offen und "
    "noch nicht entschieden.",
)
TWO_VERSIONS = "zwei Fassungen, siehe unten"
"""What stands in place of a text that two wrote at once."""
NOBODY = "ohne Angabe"
"""The name of a writer who gave none."""
WORDING, LACKS = "Neuer Wortlaut", "Noch zu klären"
_PARTICIPLE = {code: row.done.removeprefix("wird ") for code, row in DECISION.items()}
_MILESTONE_DONE = {code: row.done for code, row in DECISION.items()} | {END: "entfällt"}


def title(of: str) -> str:
    """The title of the minutes of an evening.

    >>> title("Strategieworkshop im Herbst")
    'Protokoll: Strategieworkshop im Herbst'
    """
    return f"Protokoll: {of}"


def kind(code: str) -> str:
    """What kind of workshop it was."""
    return WORKSHOP_KINDS.get(code, code)


def footer(county: str, name: str, code: str) -> str:
    """The line at the foot of every page."""
    return f"{county} · {title(name)} · {code}"


def result(decided: int, of: int, counts: Sequence[tuple[str, int]]) -> str:
    """The result in one sentence; `counts` are codes of decisions with how often each was taken.

    >>> result(31, 38, [("continue", 20), ("change", 5), ("replace", 4), ("end", 2)])
    '31 von 38 offenen Maßnahmen sind entschieden: 20 fortgeführt, 5 geändert, 4 ersetzt, 2 beendet.'
    >>> result(0, 3, []), result(1, 1, [("end", 1)])
    ('Über keine der 3 offenen Maßnahmen ist entschieden.', '1 von 1 offenen Maßnahme ist entschieden: 1 beendet.')
    """
    if not of:
        return "Am Stichtag war keine Maßnahme offen."
    if not decided:
        return "Über die eine offene Maßnahme ist nicht entschieden." if of == 1 else (
            f"Über keine der {number(of)} offenen Maßnahmen ist entschieden."
        )  # fmt: skip
    noun = "offenen Maßnahme" if of == 1 else "offenen Maßnahmen"
    return f"{n_of(decided, of)} {noun} {'ist' if decided == 1 else 'sind'} entschieden: {_taken(counts)}."


def beside(counts: Sequence[tuple[str, int]]) -> str:
    """The decisions about measures that were not open.

    >>> beside([("continue", 1)])
    'Dazu kommt 1 Ergebnis zu einer Maßnahme, die am Stichtag nicht offen war: 1 fortgeführt.'
    """
    n = sum(times for _, times in counts)
    what = (
        "einer Maßnahme, die am Stichtag nicht offen war" if n == 1 else "Maßnahmen, die am Stichtag nicht offen waren"
    )
    return f"Dazu {'kommt' if n == 1 else 'kommen'} {count(n, 'Ergebnis', 'Ergebnisse')} zu {what}: {_taken(counts)}."


def elsewhere(n: int, decided: int) -> str:
    """How many of the decisions were taken in another evening.

    >>> elsewhere(12, 31), elsewhere(1, 31)
    ('Davon wurden 12 an anderen Terminen entschieden.', 'Davon wurde 1 an einem anderen Termin entschieden.')
    >>> elsewhere(31, 31), elsewhere(1, 1)
    ('Alle wurden an anderen Terminen entschieden.', 'Sie wurde an einem anderen Termin entschieden.')
    """
    if n == 1:
        return f"{'Sie wurde' if decided == 1 else 'Davon wurde 1'} an einem anderen Termin entschieden."
    return f"{'Alle wurden' if n == decided else f'Davon wurden {number(n)}'} an anderen Terminen entschieden."


def news(goals: int, measures: int, milestones: int) -> str:
    """How much was added.

    >>> news(1, 2, 0)
    'Neu vorgeschlagen: 1 Ziel und 2 Maßnahmen.'
    """
    parts = [
        count(n, one, many)
        for n, one, many in (
            (goals, "Ziel", "Ziele"), (measures, "Maßnahme", "Maßnahmen"), (milestones, "Meilenstein", "Meilensteine"),
        )
        if n
    ]  # fmt: skip
    return f"{NEWS}: {listed(parts)}."


def open_points(versions: int, gaps: int) -> str:
    """How much is still to be settled.

    >>> open_points(1, 3)
    'Zu klären sind 1 Stelle mit zwei Fassungen und fehlende Angaben bei 3 Punkten.'
    """
    parts = []
    if versions:
        parts.append(f"{count(versions, 'Stelle', 'Stellen')} mit zwei Fassungen")
    if gaps:
        parts.append(f"fehlende Angaben bei {count(gaps, 'Punkt', 'Punkten')}")
    return f"Zu klären sind {listed(parts)}."


def decision(name: str, code: str) -> str:
    """What was decided about a measure.

    >>> decision("1.1.2 Familienpass", "continue")
    '1.1.2 Familienpass: wird fortgeführt'
    """
    return f"{name}: {DECISION[code].done}"


def with_versions(what: str) -> str:
    """Something that was decided in two ways at once: the newest one counts until one is chosen.

    >>> with_versions("1.1.2 Familienpass: wird beendet")
    '1.1.2 Familienpass: wird beendet (zwei Fassungen, siehe unten)'
    """
    return f"{what} ({TWO_VERSIONS})"


def persons(names: Iterable[str]) -> tuple[str, ...]:
    """Each person once, as they were spelled first.

    >>> persons(["Frau Müller", "frau  müller", "", "Jugendamt; Frau Müller"])
    ('Frau Müller', 'Jugendamt')
    """
    found: dict[str, str] = {}
    for name in (" ".join(one.split()) for given in names for one in given.split(";")):
        if name:
            found.setdefault(name.casefold(), name)
    return tuple(found.values())


def labelled(what: str, text: str) -> str:
    """A line with what it says."""
    return f"{what}: {text}"


def instead(text: str, before: str) -> str:
    """Something new beside what it was.

    >>> instead("Jugendamt", "Sozialamt"), instead("Jugendamt", "Jugendamt"), instead("Jugendamt", "")
    ('Jugendamt, bisher Sozialamt', 'Jugendamt', 'Jugendamt')
    """
    return f"{text}, bisher {before}" if before and before != text and text != TWO_VERSIONS else text


def no_date(text: str) -> str:
    """A Frist in the room's words that is no date."""
    return f"„{text}“ (kein Datum)"


def lacks(gaps: Iterable[str]) -> str:
    """What is missing."""
    return labelled(LACKS, "; ".join(gaps))


def milestone(name: str, code: str, changes: Iterable[str]) -> str:
    """What was said about a milestone.

    >>> milestone("2 Konzept", "end", []), milestone("2 Konzept", "", ["neue Frist 2027"])
    ('Meilenstein 2 Konzept: entfällt', 'Meilenstein 2 Konzept: neue Frist 2027')
    """
    return f"Meilenstein {name}: {', '.join([*([_MILESTONE_DONE[code]] if code else []), *changes])}"


def milestone_change(what: str, text: str) -> str:
    """One thing that changes about a milestone.

    >>> milestone_change("Frist", "2027")
    'Frist 2027'
    """
    return f"{what} {text}"


def added_milestone(name: str, office: str, due: str) -> str:
    """A new milestone of a measure.

    >>> added_milestone("Konzept", "Jugendamt", "06.2027")
    'Neuer Meilenstein: Konzept (zuständig: Jugendamt, Frist: 06.2027)'
    """
    said = [f"{what}: {text}" for what, text in (("zuständig", office), ("Frist", due)) if text]
    return f"{NEW_MILESTONE}: {name or NOTHING}" + (f" ({', '.join(said)})" if said else "")


def taken_down(by: str, at: datetime) -> str:
    """Who took something down and when.

    >>> taken_down("Koordination", datetime.fromisoformat("2025-11-20T18:05Z"))
    'Festgehalten von Koordination am 20.11.2025, 19:05 Uhr'
    >>> taken_down("ohne Angabe", datetime.fromisoformat("2025-11-20T18:05Z"))
    'Festgehalten ohne Angabe, von wem, am 20.11.2025, 19:05 Uhr'
    """
    return f"Festgehalten {_from([by])} am {moment(at)}"


def taken_down_by(writers: Sequence[str], last: datetime) -> str:
    """Who took something down where these were several, and when the last of it.

    >>> taken_down_by(["Koordination", "Jugendamt"], datetime.fromisoformat("2025-11-20T18:05Z"))
    'Festgehalten von Koordination und Jugendamt, zuletzt am 20.11.2025, 19:05 Uhr'
    >>> taken_down_by(["ohne Angabe", "Jugendamt"], datetime.fromisoformat("2025-11-20T18:05Z"))
    'Festgehalten von Jugendamt und einer Person ohne Namen, zuletzt am 20.11.2025, 19:05 Uhr'
    """
    return f"Festgehalten {_from(writers)}, zuletzt am {moment(last)}"


def _from(writers: Sequence[str]) -> str:
    """From whom, also where somebody gave no name."""
    named = [name for name in writers if name != NOBODY]
    if not named:
        return "ohne Angabe, von wem,"
    return f"von {listed([*named, *(['einer Person ohne Namen'] if len(named) < len(writers) else [])])}"


def completed(by: str, at: datetime) -> str:
    """Who wrote about it last where that was somebody else, or later.

    >>> completed("Jugendamt", datetime.fromisoformat("2025-11-20T18:05Z"))
    'zuletzt ergänzt von Jugendamt am 20.11.2025, 19:05 Uhr'
    """
    return f"zuletzt ergänzt {_from([by])} am {moment(at)}"


def version(text: str, by: str, at: datetime) -> str:
    """One of two versions.

    >>> version("2027", "Koordination", datetime.fromisoformat("2025-11-20T18:05Z"))
    '„2027“ (Koordination, 20.11.2025, 19:05 Uhr)'
    """
    return f"„{text}“ ({by}, {moment(at)})" if text else f"nichts ({by}, {moment(at)})"


def field_of(name: str, field: str) -> str:
    """A field of something that was spoken of.

    >>> field_of("1.1.2 Familienpass", "due")
    '1.1.2 Familienpass, Frist'
    """
    return f"{name}, {(AGREEMENT_NAMES if name == NEXT_AGREEMENT else FIELD_NAMES)[field]}"


def said_and_used(said: str, used: str) -> str:
    """What was said of the next agreement, and what stands in the draft where that is something else.

    >>> said_and_used("bald", "01.01.2026"), said_and_used("ZV3", "ZV3")
    ('bald (im Entwurf: 01.01.2026)', 'ZV3')
    """
    return said if said == used else f"{said} (im Entwurf: {used})"


def of_agreement(code: str, begin: date, end: date | None) -> str:
    """The agreement that is balanced.

    >>> of_agreement("ZV2", date(2020, 1, 1), date(2022, 12, 31))
    'ZV2, 01.01.2020 bis 31.12.2022'
    """
    return f"{code}, {day(begin)} bis {day(end)}" if end else f"{code}, ab {day(begin)}"


def _taken(counts: Sequence[tuple[str, int]]) -> str:
    return ", ".join(f"{number(times)} {_PARTICIPLE[code]}" for code, times in counts if times)
