"""The examples of the rules about sets of items (R8–R13, R15), computed from counties of `small_county`."""

from datetime import date

from audit_core.agreement import County
from audit_core.balance import balance, on_time
from audit_core.docs.small_county import (
    CODE,
    NEXT_CODE,
    Example,
    Outcome,
    county,
    entry,
    last_day,
    measure,
    measures_on,
    milestone,
    on,
)
from audit_core.overdue import overdue_items
from audit_core.standing import completion, counted, expected, progress
from audit_core.succession import successions
from audit_core.tables.situation import situation
from audit_core.terms import DIRECTION_LABEL, OUTCOME_LABEL, OUTCOMES, TAKEN_OVER, TRANSITION_LABEL
from audit_core.wording.numbers import count, day, n_of, number, percent
from audit_core.wording.situation import permanent_tasks
from audit_core.wording.succession import SUM


def completed() -> Example:
    """R8: n of N, permanent tasks beside it."""
    plan = county(
        *(measure(f"1.{n}", permanent=n == 5) for n in range(1, 6)),
        entry("1.1", "30.06.2020", "completed"), entry("1.2", "30.06.2020", "ongoing"),
        entry("1.3", "30.06.2020", "in_progress"), entry("1.4", "30.06.2020", "cancelled"),
        entry("1.5", "30.06.2020", "in_progress"),
    )  # fmt: skip
    done = completion(measures_on(plan, "31.12.2020"))
    return Example(
        f"{len(plan.measures)} Maßnahmen: umgesetzt, Daueraufgabe geworden, in Umsetzung, entfallen, "
        "und eine im Plan als Daueraufgabe geführte, die läuft.",
        (Outcome("umgesetzt", n_of(done.n, done.of)), Outcome("daneben", permanent_tasks(done).removesuffix("."))),
    )


def _two_measures() -> County:
    """A measure with three milestones, the heaviest of them reached, and one that names a percentage."""
    return county(
        measure("1.1"), milestone("1.1", "1"), milestone("1.1", "2"), milestone("1.1", "3", weight="2"),
        entry("1.1", "30.06.2020", "completed", milestone="3"),
        measure("1.2"), entry("1.2", "30.06.2020", "in_progress", progress=30),
    )  # fmt: skip


def progress_made() -> Example:
    """R9: by milestones, by a percentage, and of a Handlungsfeld."""
    plan = _two_measures()
    seen = measures_on(plan, "31.12.2020")
    first, second = seen
    weights = ", ".join(number(float(row.weight)) for row in plan.milestones)
    named = plan.log[1].progress
    assert named is not None
    return Example(
        f"Maßnahme A hat {len(plan.milestones)} Meilensteine mit den Gewichten {weights}, der letzte ist erreicht; "
        f"Maßnahme B meldet {percent(float(named) / 100)}.",
        (
            Outcome("Maßnahme A", percent(first.progress)),
            Outcome("Maßnahme B", percent(second.progress)),
            Outcome("Handlungsfeld", percent(progress(seen))),
        ),
    )


def progress_expected() -> Example:
    """R10: linear, by milestones, and of a Handlungsfeld."""
    plan = county(
        measure("1.1", begin="01.01.2020", due="31.12.2020"),
        measure("1.2"), milestone("1.2", "1", due="31.03.2020"), *(
            milestone("1.2", str(n), due="31.12.2020") for n in (2, 3, 4)
        ),
    )  # fmt: skip
    when = "30.05.2020"
    seen = measures_on(plan, when)
    first, second = seen
    begin, due = plan.measures[0].begin, plan.measures[0].due
    assert begin is not None
    return Example(
        f"Maßnahme A läuft vom {day(begin.first)} bis zum {day(last_day(due))}; von Maßnahme B ist "
        f"einer von {len(plan.milestones)} Meilensteinen fällig. Stichtag {when}.",
        (
            Outcome("Maßnahme A", f"erwartet {percent(first.expected)}"),
            Outcome("Maßnahme B", f"erwartet {percent(second.expected)}"),
            Outcome("Handlungsfeld", f"erwartet {percent(expected(seen)[0])}"),
        ),
    )


def one_number() -> Example:
    """R15: the same count by three ways."""
    plan = county(
        measure("1.1", due="30.06.2020"), milestone("1.1", "1", due="31.03.2020", responsible="Kreistag"),
        measure("1.2", due="31.12.2020"),
    )  # fmt: skip
    seen = on(plan, "31.07.2020")
    now = situation(seen)
    listed = overdue_items(counted(seen))
    return Example(
        "Am 31.07.2020 sind eine Maßnahme des Jugendamts und ein Meilenstein des Kreistags überfällig.",
        (
            Outcome("Überblick, gezählt", number(now.overdue.measures + now.overdue.milestones)),
            Outcome("Zeilen der Liste", number(len(listed))),
            Outcome("Summe der Stellen", number(sum(office.overdue for office in now.offices))),
        ),
    )


def year() -> Example:
    """R11: a year by direction."""
    plan = county(
        *(measure(f"1.{n}") for n in range(1, 6)),
        *(entry(f"1.{n}", "31.10.2020", "in_progress") for n in range(1, 5)),
        entry("1.1", "31.10.2021", "completed"), entry("1.2", "31.10.2021", "partly"),
        entry("1.3", "31.10.2021", "preparing"), entry("1.5", "31.10.2021", "in_progress"),
    )  # fmt: skip
    found = balance(on(plan, "31.12.2020"), on(plan, "31.12.2021"))
    return Example(
        f"{len(plan.measures)} Maßnahmen, Jahr 2021: vier waren in Umsetzung, eine ohne Meldung. Dann: umgesetzt, "
        "teilweise umgesetzt, in Vorbereitung, unverändert; die fünfte in Umsetzung.",
        (
            *(Outcome(DIRECTION_LABEL[way], number(found_of)) for way, found_of in found.by_direction().items()),
            Outcome("Summe", number(sum(found.totals_to.values()))),
        ),
    )


def in_time() -> Example:
    """R12: in time, later, open."""
    plan = county(
        measure("1.1"),
        *(milestone("1.1", str(n), due="30.09.2020") for n in (1, 2, 3)),
        entry("1.1", "31.08.2020", "completed", milestone="1"),
        entry("1.1", "31.10.2020", "completed", milestone="2"),
    )
    seen = on(plan, "31.12.2020")
    rate = on_time(seen.known, counted(seen), date(2019, 12, 31), 2020)
    done = [row for row in plan.log if row.status == "completed"]
    return Example(
        f"{len(plan.milestones)} Meilensteine mit Frist {day(last_day(plan.milestones[0].due))}: umgesetzt mit Stand "
        f"{day(done[0].stated_on)} und {day(done[1].stated_on)}, der dritte nicht.",
        (
            Outcome("fristgerecht", n_of(rate.on_time, rate.of)),
            Outcome("verspätet", number(rate.late)),
            Outcome("offen", number(rate.open)),
        ),
    )


def successor() -> Example:
    """R13: a measure that another one carries on."""
    plan = county(
        measure("1.1"), measure("1.2"), measure("1.3"), entry("1.1", "30.06.2020", "completed"),
        entry("1.2", "30.06.2020", "in_progress"), entry("1.3", "30.06.2020", "in_progress"),
        measure("1.1", agreement=NEXT_CODE, predecessor=(CODE, "1.2")), measure("1.2", agreement=NEXT_CODE),
        two=True,
    )  # fmt: skip
    before, after = on(plan, "31.12.2020"), on(plan, "31.12.2021")
    found = balance(before, after)
    gone = sum(found_of for (_, to), found_of in found.transitions.items() if to == TAKEN_OVER)
    return Example(
        f"Die erste Zielvereinbarung hat {len(counted(before, CODE))} Maßnahmen; die zweite gilt ab "
        f"{day(plan.agreements[1].begin.first)} und hat {len(counted(after, NEXT_CODE))}, "
        "eine davon führt eine frühere fort.",
        (
            Outcome("alle, 31.12.2020", count(len(counted(before)), "Maßnahme", "Maßnahmen")),
            Outcome("alle, 31.12.2021", count(len(counted(after)), "Maßnahme", "Maßnahmen")),
            Outcome("nur die erste, 31.12.2021", count(len(counted(after, CODE)), "Maßnahme", "Maßnahmen")),
            Outcome(f"Jahresbilanz 2021, „{TRANSITION_LABEL[TAKEN_OVER]}“", number(gone)),
        ),
    )


def outcomes() -> Example:
    """R13: what became of every measure of an agreement."""
    plan = county(
        *(measure(f"1.{n}") for n in range(1, 6)), entry("1.1", "30.06.2020", "completed"),
        entry("1.2", "30.06.2020", "completed"), entry("1.3", "30.06.2020", "replaced"),
        entry("1.4", "30.06.2020", "cancelled"), entry("1.5", "30.06.2020", "in_progress"),
        measure("1.1", agreement=NEXT_CODE, predecessor=(CODE, "1.2")),
        measure("1.2", agreement=NEXT_CODE, predecessor=(CODE, "1.3")),
        two=True,
    )  # fmt: skip
    (found,) = successions(on(plan, "31.12.2021"))
    return Example(
        f"Von {found.of} Maßnahmen der ersten Zielvereinbarung sind zwei umgesetzt, eine ist ersetzt, eine entfallen, "
        "eine in Umsetzung; die zweite führt eine der umgesetzten und die ersetzte fort.",
        (
            *(Outcome(OUTCOME_LABEL[code], number(found.counts[code])) for code in OUTCOMES),
            Outcome(SUM, number(found.of)),
        ),
    )
