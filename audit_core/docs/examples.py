"""The examples of the rules about one item (R0–R7), computed by the program from counties of `small_county`."""


from audit_core.dates import parse, stand
from audit_core.docs.small_county import (
    Example,
    Outcome,
    as_of,
    county,
    entry,
    first_on,
    last_day,
    measure,
    measures_on,
    milestone,
    schedule_of,
    status_of,
)
from audit_core.wording.numbers import count, day, days, times


def exists() -> Example:
    """R0: what exists as of a day."""
    later = "01.03.2021"
    plan = county(measure("1.1"), measure("1.2", included=later))
    return Example(
        f"Eine Zielvereinbarung ab {day(plan.agreements[0].begin.first)} hat {len(plan.measures)} Maßnahmen; "
        f"eine davon ist aufgenommen am {later}.",
        tuple(
            Outcome(as_of(when), count(len(measures_on(plan, when)), "Maßnahme", "Maßnahmen"))
            for when in ("31.12.2019", "31.12.2020", "31.12.2021")
        ),
    )


def entered_and_derived() -> Example:
    """R1: the status is reported, the Terminlage derived."""
    plan = county(measure("1.1", due="30.06.2020"), entry("1.1", "31.05.2020", "in_progress"))
    seen = first_on(plan, "31.07.2020")
    word, code = status_of(seen)
    return Example(
        f"Gemeldet am {day(seen.item.stated_on)}, Frist {day(seen.item.due)}, Stichtag 31.07.2020.",
        (Outcome("Status, gemeldet", word, code), Outcome("Terminlage, berechnet", schedule_of(seen.item))),
    )


def newest() -> Example:
    """R2: the newest Meldung up to the Stichtag, as known at a Kenntnisstand."""
    plan = county(
        measure("1.1"),
        entry("1.1", "31.03.2020", "preparing"),
        entry("1.1", "30.09.2020", "completed", recorded="15.01.2021"),
    )
    first, second = plan.log
    cases = (("30.06.2020", None), ("31.12.2020", None), ("31.12.2020", "31.12.2020"))
    return Example(
        f"Zwei Meldungen: Stand {day(first.stated_on)} und Stand {day(second.stated_on)}, "
        f"die zweite erfasst am {day(second.recorded_at.date())}.",
        tuple(
            Outcome(
                as_of(when) + (f", Kenntnisstand {known_by}" if known_by else ""),
                *status_of(first_on(plan, when, known_by)),
            )
            for when, known_by in cases
        ),
    )


def from_milestones() -> Example:
    """R2: a status that follows from the milestones."""
    plan = county(
        measure("1.1"), milestone("1.1", "1"), milestone("1.1", "2"),
        entry("1.1", "31.03.2020", "completed", milestone="1"),
        entry("1.1", "30.09.2020", "completed", milestone="2"),
    )  # fmt: skip
    first, second = plan.log
    return Example(
        f"Nur die zwei Meilensteine haben Meldungen: der erste ist seit dem {day(first.stated_on)} umgesetzt, "
        f"der zweite seit dem {day(second.stated_on)}.",
        tuple(Outcome(as_of(when), *status_of(first_on(plan, when))) for when in ("30.06.2020", "31.12.2020")),
    )


def stated() -> Example:
    """R3: a Stand whose period is not over yet."""
    text = "2020"
    return Example(
        f"Eine Meldung nennt als Stand nur „{text}“. Läuft das Jahr noch, gilt der Tag, an dem sie erfasst wird.",
        tuple(
            Outcome(f"erfasst am {recorded}", f"Stand {day(stand(text, parse(recorded).last)[1])}")
            for recorded in ("15.08.2020", "15.02.2021")
        ),
    )


def due_in_force() -> Example:
    """R4: the Frist in force and the first one."""
    plan = county(
        measure("1.1", due="30.06.2020"),
        entry("1.1", "31.05.2020", "in_progress", new_due="30.09.2020"),
        entry("1.1", "31.08.2020", "in_progress", new_due="31.12.2020"),
    )
    before, after = (first_on(plan, when).item for when in ("31.03.2020", "31.10.2020"))
    assert after.due is not None and after.first_due is not None
    moved = f"{times(after.shifts)} um zusammen {days((after.due - after.first_due).days)} verschoben"
    return Example(
        f"Frist laut Plan {day(before.due)}; zwei Meldungen nennen je eine neue Frist.",
        (
            Outcome(as_of("31.03.2020"), f"Frist {day(before.due)}"),
            Outcome(as_of("31.10.2020"), f"Frist {day(after.due)}, {moved}, zuerst {day(after.first_due)}"),
        ),
    )


def overdue() -> Example:
    """R5: from the day after the Frist, never while postponed."""
    plan = county(
        measure("1.1", due="30.06.2020"),
        entry("1.1", "31.05.2020", "in_progress"),
        entry("1.1", "31.07.2020", "postponed"),
    )
    return Example(
        f"Frist {day(last_day(plan.measures[0].due))}, in Umsetzung; am {day(plan.log[1].stated_on)} zurückgestellt.",
        tuple(
            Outcome(as_of(when), schedule_of(first_on(plan, when).item))
            for when in ("30.06.2020", "01.07.2020", "30.07.2020", "31.07.2020")
        ),
    )


def schedule() -> Example:
    """R6: one measure through its Terminlagen."""
    plan = county(
        measure("1.1", due="30.06.2020"),
        entry("1.1", "31.01.2020", "in_progress"),
        entry("1.1", "15.07.2020", "completed"),
    )
    return Example(
        f"Frist {day(last_day(plan.measures[0].due))}, umgesetzt gemeldet mit Stand {day(plan.log[1].stated_on)}.",
        tuple(
            Outcome(as_of(when), schedule_of(first_on(plan, when).item))
            for when in ("30.05.2020", "31.05.2020", "14.07.2020", "15.07.2020")
        ),
    )


def stale() -> Example:
    """R7: the last day that is not stale, and the next."""
    plan = county(measure("1.1"), entry("1.1", "30.06.2020", "in_progress"))

    def said(when: str) -> str:
        silent = first_on(plan, when).stale_days
        return f"seit {count(silent, 'Tag', 'Tagen')} keine Meldung" if silent is not None else "aktuell"

    return Example(
        f"Die letzte Meldung hat den Stand {day(plan.log[0].stated_on)}; die Maßnahme ist offen.",
        tuple(Outcome(as_of(when), said(when)) for when in ("30.12.2020", "31.12.2020")),
    )
