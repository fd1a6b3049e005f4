"""What a Jahresbilanz says in words: the headline, what charts show, and the small print."""

from collections.abc import Mapping, Sequence
from datetime import date

from audit_core.agreement import ItemKey
from audit_core.balance import Balance, OnTime
from audit_core.standing import Completion
from audit_core.terms import BACK, DIRECTION_COLOUR, DIRECTION_LABEL, FORWARD, OTHER, SHOWN_ORDER, STATUS, UNCHANGED
from audit_core.wording.numbers import NO_BREAK, count, day, n_of, number, percent, share

LIST_TITLE = {
    "completed": "Umgesetzt",
    "ongoing": "Daueraufgabe geworden",
    "begun": "Begonnen",
    "moved": "Frist verschoben",
    "overdue": "Überfällig geworden",
    "back": "Zurückgefallen",
    "postponed": "Zurückgestellt",
    "left": "Entfallen oder ersetzt",
    "taken_over": "Übernommen",
    "new": "Neu im Jahr",
}
NOT_IN_PLAN = "nicht im Plan"
FROM_TO = "von / nach"
"""The head of the first column of a transition table."""


def running(last: date) -> bool:
    """Whether a year is compared up to a day before its end (R11)."""
    return (last.month, last.day) != (12, 31)


def headline(found: Balance, measures: int) -> str:
    """The finding of a year; `measures` is how many the view counts at its end.

    A running year says up to which day it is compared.
    """
    year, until = found.year, f" bis {found.day_to:%d.%m.}" if running(found.day_to) else ""
    if not measures and not sum(found.transitions.values()):
        return f"{year} gab es{until} hier keine Maßnahmen."
    done = found.became("completed")
    if done == 0:
        happened = f"wurde{until} keine Maßnahme umgesetzt"
    elif done == 1:
        happened = f"wurde{until} eine Maßnahme umgesetzt"
    else:
        happened = f"wurden{until} {number(done)} Maßnahmen umgesetzt"
    return f"{year} {happened}; {_in_time(found.on_time, bool(until))}."


def _in_time(found: OnTime, still: bool) -> str:
    so_far = "bisher " if still else ""
    if found.of == 0:
        return "kein Meilenstein ist fällig" if still else "kein Meilenstein war fällig"
    if found.of == 1:
        return f"der eine fällige Meilenstein kam {so_far}{'' if found.on_time else 'nicht '}fristgerecht"
    if found.on_time == found.of:
        return f"alle {number(found.of)} Meilensteine kamen fristgerecht"
    if found.on_time <= 1:
        return f"{'einer' if found.on_time else 'keiner'} von {number(found.of)} Meilensteinen kam {so_far}fristgerecht"
    return f"{n_of(found.on_time, found.of)} Meilensteinen kamen {so_far}fristgerecht"


def nothing_counted(later: bool, filtered: bool, year: int) -> str:
    """The empty state: why there is nothing, and what to do next; `later` means a later year has measures."""
    if later:
        return f"Ende {year} gab es in dieser Auswahl noch keine Maßnahme. Bitte ein späteres Jahr wählen."
    if filtered:
        return (
            "Zu dieser Auswahl gehört keine Maßnahme. "
            "Bitte ein anderes Handlungsfeld oder alle Zielvereinbarungen wählen."
        )
    return "Der Plan enthält noch keine Maßnahme. Sobald Maßnahmen erfasst sind, steht hier der Vergleich der Jahre."


def chart_head(last: date) -> str:
    """The heading over the columns per year."""
    if not running(last):
        return "Maßnahmen je Status am 31.12."
    return f"Maßnahmen je Status am 31.12., {last.year} am {last:%d.%m.}"


def table_head(year: int) -> str:
    """The heading over the transition table."""
    return f"Wohin die Maßnahmen {year} gingen"


def table_remark(found: Balance) -> str:
    """What rows and columns of the transition table are."""
    return f"Zeilen {day(found.day_from)}, Spalten {day(found.day_to)}"


def sums_label(last: date) -> str:
    """The row of sums under the transition table."""
    return f"Summe {day(last)}"


def end(last: date) -> str:
    """An end of the year as the head of a column."""
    return day(last)


def directions(found: Balance) -> list[tuple[str, str]]:
    """The legend of the transition table: colour and word with its count, „sonstige“ only where there are some."""
    counts = found.by_direction()
    shown = [code for code in (FORWARD, UNCHANGED, BACK, OTHER) if counts[code] or code != OTHER]
    return [(DIRECTION_COLOUR[code], direction_label(code, counts[code])) for code in shown]


def not_begun(year: int) -> str:
    """The headline of a year to come."""
    return f"Das Jahr {year} hat noch nicht begonnen."


NOT_BEGUN_HELP = "Sobald das Jahr läuft, steht hier, was sich darin ändert. Bis dahin ist hier nichts zu tun."
EARLIER = "In früheren Jahren auch:"
SCROLL_HINT = "Die Tabelle lässt sich seitlich verschieben."


def save_label(what: str) -> str:
    """The link that saves a table: each says which, so that a list of links tells them apart."""
    return f"{what} als CSV"


def chosen_years(first: int, last: int, hidden: int, newest: int | None = None) -> str:
    """Says that not every year is shown, and that later ones can be chosen; empty if every one is shown."""
    sentences = []
    if hidden:
        missing = count(hidden, "weiteres Jahr fehlt", "weitere Jahre fehlen")
        sentences.append(f"Gezeigt sind die Jahre {first} bis {last}; {missing}.")
    if newest is not None:
        sentences.append(f"Gemeldet ist bis {newest}; das Jahr lässt sich oben wählen.")
    return " ".join(sentences)


def narrowed(responsible: str | None) -> str:
    """Says that only one office's measures are counted; empty if all are."""
    return f"Gezählt sind nur Maßnahmen, an denen diese Stelle beteiligt ist: {responsible}." if responsible else ""


def on_time_label(found: OnTime) -> str:
    """The label of a column: „64 % · 9 von 14“; a year without a Frist says so."""
    if not found.of:
        return "keine Frist"
    return f"{percent(share(found.on_time, found.of))} · {n_of(found.on_time, found.of)}"


def status_alt(days: Sequence[date], counts: Sequence[Mapping[str, int]], done: Sequence[Completion]) -> str:
    """What the columns per year show, for those who do not see them."""
    last = counts[-1]
    parts = ", ".join(f"{STATUS[code].label} {number(last[code])}" for code in SHOWN_ORDER if last.get(code))
    grown = f", am {day(days[0])} waren es {n_of(done[0].n, done[0].of)}" if len(days) > 1 else ""
    now = f"Status am {day(days[-1])}: {parts or 'keine Maßnahme'}."
    return (
        f"Säulen je Jahr von {days[0].year} bis {days[-1].year}: Am {day(days[-1])} "
        f"sind {n_of(done[-1].n, done[-1].of)} Maßnahmen umgesetzt{grown}. {now}"
    )


def on_time_alt(days: Sequence[date], found: Sequence[OnTime]) -> str:
    """What the columns of Meilensteine in time show."""
    parts = [
        f"{last.year} {n_of(one.on_time, one.of)}" if one.of else f"{last.year} keine Frist"
        for last, one in zip(days, found, strict=True)
    ]
    return f"Säulen: Meilensteine mit Frist im Jahr, fristgerecht erreicht: {'; '.join(parts)}."


def direction_label(code: str, n: int) -> str:
    """A word of the legend with its count."""
    return f"{DIRECTION_LABEL[code]}{NO_BREAK}{number(n)}"


def lists_head(last: date) -> str:
    """The heading over the lists."""
    return f"Was {last.year}{f' bis {last:%d.%m.}' if running(last) else ''} geschah"


def item_title(item: ItemKey, title: str) -> str:
    """An item of a list with its number."""
    number_ = f"{item.number} M{item.milestone}" if item.milestone else item.number
    return f"{number_} {title}"


def item_before(what: str, before: str) -> str:
    """What stands below the new value: what was before; what is overdue has its Frist, what is new had nothing."""
    if what == "overdue":
        return before
    if before == NOT_IN_PLAN:
        return "" if what == "new" else "neu im Plan"
    return f"bisher {before}"


def list_title(what: str, n: int) -> str:
    """The heading of a list of what happened, with its length."""
    return f"{LIST_TITLE[what]} ({number(n)})"


def nothing_happened(last: date) -> str:
    """No list has an entry."""
    return f"{last.year} hat sich{f' bis {last:%d.%m.}' if running(last) else ''} an keiner Maßnahme etwas geändert."


def more(n: int) -> str:
    """How many rows a shortened list leaves out."""
    return count(n, "weiterer Eintrag in der CSV-Datei", "weitere Einträge in der CSV-Datei")
