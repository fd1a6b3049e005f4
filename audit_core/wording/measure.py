"""One measure in German sentences: its finding, its status line, what contradicts itself, what is missing."""

from collections.abc import Sequence
from datetime import date

from audit_core import terms
from audit_core.agreement import ItemKey, Measure, MeasureKey
from audit_core.dates import OfficeDate
from audit_core.standing import ItemState, MeasureState, MilestoneState
from audit_core.wording.numbers import count, day, days, n_of, number, percent, times
from audit_core.wording.situation import in_days, since_days
from audit_core.wording.words import label

MEASURE_ITSELF = "Maßnahme"
NOTES_NAMED = 3
TABLE_NOTE = "Weitere Spalten stehen rechts: Tabelle seitlich verschieben."
NOTHING_DATED = (
    "Für diese Maßnahme sind weder Meilensteine noch eine Frist geplant; eine Meldung mit neuer Frist trägt sie nach."
)
NO_ENTRY = "Zu dieser Maßnahme gibt es bis zum Stichtag keine Meldung."


def finding(measure: MeasureState, as_of: date) -> str:
    """The headline of an opened measure: its title, its status, its Terminlage."""
    place = _finding_of(measure.item, as_of)
    return f"{measure.title}: {label(measure.item.status)}{f', {place}' if place else ''}."


def _finding_of(item: ItemState, as_of: date) -> str:
    match item.schedule:
        case "overdue":
            return f"{since_days(item.days_overdue)} überfällig"
        case "done_late":
            return f"{days(item.days_late)} nach der Frist"
        case "done" if item.status == "completed" and item.fulfilment is not None and item.fulfilment.due_before:
            return "in der Frist"
        case "due_soon":
            assert item.due is not None
            return f"Frist {in_days(item.due, as_of)}"
        case "on_plan":
            return f"Frist am {day(item.due)}"
        case "no_due":
            return "ohne Frist"
    return ""


def not_yet(title: str, as_of: date) -> str:
    """The headline of a measure that does not exist yet on the Stichtag (R0)."""
    return f"{title}: am {day(as_of)} noch nicht im Plan."


def begins(measure_begins: date) -> str:
    """When such a measure begins to exist, and what to do."""
    return f"Diese Maßnahme besteht erst ab dem {day(measure_begins)}. Wählen Sie einen Stichtag ab diesem Tag."


def to_as_of(when: date) -> str:
    """The button that sets the Stichtag."""
    return f"Stichtag auf {day(when)} setzen"


def reached(n: int, of: int) -> str:
    """How many of the milestones that have not left are fulfilled; empty without any.

    >>> reached(3, 5), reached(1, 1), reached(0, 0)
    ('3 von 5 Meilensteinen erreicht', 'der einzige Meilenstein ist erreicht', '')
    """
    if not of:
        return ""
    if of == 1:
        return f"der einzige Meilenstein ist {'' if n else 'nicht '}erreicht"
    return f"{n_of(n, of)} Meilensteinen erreicht"


def overdue_milestones(n: int) -> str:
    """How many milestones are overdue; empty without any.

    >>> overdue_milestones(2), overdue_milestones(1), overdue_milestones(0)
    ('2 Meilensteine überfällig', '1 Meilenstein überfällig', '')
    """
    return f"{count(n, 'Meilenstein', 'Meilensteine')} überfällig" if n else ""


def due(item: ItemState) -> str:
    """The Frist in force with what happened to it; empty without a Frist.

    „Frist 02.06.2020, einmal verschoben, zuerst 30.04.2020“
    """
    if item.due is None:
        return ""
    moved = f", {times(item.shifts)} verschoben, zuerst {day(item.first_due)}" if item.shifts else ""
    return f"Frist {day(item.due)}{moved}"


def progress(measure: MeasureState) -> str:
    """Progress of an open measure with what was to be expected (R9, R10); empty where there is neither."""
    done, expected = measure.progress, measure.expected
    if not terms.is_open(measure.item.status) or (done is None and expected is None):
        return ""
    ahead = "" if expected is None else f", erwartet {percent(expected)}"
    return f"Fortschritt {percent(done)}{ahead}"


def since_when(measure: MeasureState) -> str:
    """For how long nothing was reported, if that is too long (R7)."""
    return "" if measure.stale_days is None else f"{since_days(measure.stale_days)} keine Meldung"


def where_from(measure: MeasureState) -> str:
    """Where the status of a measure comes from, if not from a Meldung of its own (R2)."""
    return "Status aus den Meilensteinen" if measure.item.status_from == "milestones" else ""


def contradictions(measure: MeasureState) -> tuple[str, ...]:
    """What Meldungen of the measure and of its milestones say against each other (R2); a permanent task goes on."""
    staying = [m for m in measure.milestones if not terms.has_left(m.item.status)]
    waiting = [m for m in staying if terms.is_open(m.item.status)]
    status = measure.item.status
    if measure.item.status_from != "own" or not staying:
        return ()
    if not waiting and terms.is_open(status):
        all_of_them = "Der einzige Meilenstein ist" if len(staying) == 1 else f"Alle {len(staying)} Meilensteine sind"
        return (f"{all_of_them} erreicht, die Maßnahme selbst ist als „{label(status)}“ gemeldet{_stated(measure)}.",)
    if waiting and terms.is_fulfilled(status) and not measure.measure.permanent:
        verb = "ist" if len(waiting) == 1 else "sind"
        still_open = count(len(waiting), "Meilenstein", "Meilensteine")
        return (
            f"Die Maßnahme ist als „{label(status)}“ gemeldet{_stated(measure)}, "
            f"{still_open} {verb} noch offen: {_listed([m.milestone.milestone for m in waiting])}.",
        )
    return ()


def _stated(measure: MeasureState) -> str:
    return f" (Stand {measure.item.entry.stated.text})" if measure.item.entry is not None else ""


def gaps(measure: MeasureState, shifts_without_reason: Sequence[tuple[ItemKey, OfficeDate]]) -> tuple[str, ...]:
    """What the Meldungen leave out: a Grund that the status in force needs, a Grund of a new Frist."""
    items: tuple[MeasureState | MilestoneState, ...] = (measure, *measure.milestones)
    silent = [
        f"{about(item.key)} („{label(item.item.status)}“)"
        for item in items
        if item.item.entry is not None and terms.STATUS[item.item.status].needs_reason and not item.item.entry.reason
    ]
    moved = [f"{about(key)} (Stand {stated.text})" for key, stated in shifts_without_reason]
    found = (f"Zum Status fehlt der Grund: {_listed(silent)}.", f"Zur neuen Frist fehlt der Grund: {_listed(moved)}.")
    return tuple(sentence for sentence, named in zip(found, (silent, moved), strict=True) if named)


def _listed(names: Sequence[str]) -> str:
    more = len(names) - NOTES_NAMED
    return ", ".join(names[:NOTES_NAMED]) + (f" und {number(more)} weitere" if more > 0 else "")


def about(item: ItemKey) -> str:
    """What a Meldung is about.

    >>> about(ItemKey("ZV", "1.1")), about(ItemKey("ZV", "1.1", "3"))
    ('Maßnahme', 'Meilenstein 3')
    """
    return MEASURE_ITSELF if item.milestone is None else f"Meilenstein {item.milestone}"


def period(measure: Measure) -> str:
    """From when to when, in the office's wording."""
    first = measure.begin.text if measure.begin else ""
    last = measure.due.text if measure.due else ""
    if first and last:
        return f"{first} bis {last}" if first != last else first
    return f"ab {first}" if first else f"bis {last}" if last else ""


def later(n: int) -> str:
    """How many Meldungen of a measure the Stichtag leaves out.

    >>> later(1), later(2)
    ('1 spätere Meldung', '2 spätere Meldungen')
    """
    return count(n, "spätere Meldung", "spätere Meldungen")


def all_entries(n: int) -> str:
    """The button that shows the whole Verlauf."""
    return f"alle {number(n)} Meldungen"


def votes(yes: int | None, no: int | None, abstained: int | None, biased: int | None) -> str:
    """Votes that are stated.

    >>> votes(29, 0, 5, None)
    'Ja 29, Nein 0, Enthaltung 5'
    """
    cast = (("Ja", yes), ("Nein", no), ("Enthaltung", abstained), ("Befangen", biased))
    return ", ".join(f"{word} {number(n)}" for word, n in cast if n is not None)


def neighbour(key: MeasureKey) -> str:
    """A measure by its number, on a button."""
    return f"Nr. {key[1]}"
