"""Tiny counties for the examples of the rules, and how their outcome is said: computed, so it cannot disagree."""

from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal

from audit_core.agreement import Agreement, County, FieldOfAction, ItemKey, Measure, MeasureKey, Milestone, ReportEntry
from audit_core.dates import BERLIN, OfficeDate, end_of_day, parse
from audit_core.standing import ItemState, MeasureState, Standing, counted, history, standing
from audit_core.terms import SCHEDULE, STATUS
from audit_core.wording.numbers import day
from audit_core.wording.schedule import with_days

CODE = "ZV"
NEXT_CODE = "ZV2"


@dataclass(frozen=True, slots=True)
class Outcome:
    """One line of an example: the case, what the program says of it, the status (a code) it is drawn with if any."""

    case: str
    result: str
    status: str = ""


@dataclass(frozen=True, slots=True)
class Example:
    """What is given, and what comes of it."""

    given: str
    outcomes: tuple[Outcome, ...]

    @property
    def text(self) -> str:
        """The whole example as words."""
        return " ".join((self.given, *(f"{outcome.case}: {outcome.result}." for outcome in self.outcomes)))


def office(text: str | None) -> OfficeDate | None:
    """A date as an office writes it, or none."""
    return parse(text) if text else None


def measure(
    number: str,
    *,
    due: str | None = None,
    begin: str | None = None,
    included: str | None = None,
    permanent: bool = False,
    agreement: str = CODE,
    predecessor: MeasureKey | None = None,
    responsible: str = "Jugendamt",
) -> Measure:
    """A measure of the first Handlungsfeld."""
    return Measure(
        agreement, number, "1", f"Maßnahme {number}", responsible=responsible, begin=office(begin), due=office(due),
        permanent=permanent, included=office(included), predecessor=predecessor,
    )  # fmt: skip


def milestone(
    number: str, milestone: str, *, due: str | None = None, weight: str = "1", responsible: str | None = None
) -> Milestone:
    """A milestone of a measure."""
    return Milestone(
        CODE, number, milestone, f"Meilenstein {milestone}", due=office(due), weight=Decimal(weight),
        responsible=responsible,
    )  # fmt: skip


def entry(
    number: str,
    stated: str,
    status: str,
    *,
    milestone: str | None = None,
    recorded: str | None = None,
    progress: int | None = None,
    new_due: str | None = None,
    agreement: str = CODE,
) -> ReportEntry:
    """A Meldung with a Stand and the code of a status, recorded on the day of its Stand unless told."""
    when = parse(stated)
    return ReportEntry(
        ItemKey(agreement, number, milestone), when.last, when, status,
        datetime.combine(parse(recorded or stated).last, time(12), tzinfo=BERLIN),
        progress=None if progress is None else Decimal(progress), new_due=office(new_due),
    )  # fmt: skip


def county(*rows: Measure | Milestone | ReportEntry, two: bool = False) -> County:
    """A county of one Handlungsfeld and one Zielvereinbarung from 2020 on; with `two` another follows it in 2021."""
    agreements = [Agreement(CODE, "", parse("01.01.2020"))]
    if two:
        agreements.append(Agreement(NEXT_CODE, "", parse("01.01.2021")))
    log = [row for row in rows if isinstance(row, ReportEntry)]
    return County(
        "Musterkreis", invented=True, fields_of_action=(FieldOfAction("1", "Familie und Beruf"),),
        agreements=tuple(agreements),
        measures=tuple(row for row in rows if isinstance(row, Measure)),
        milestones=tuple(row for row in rows if isinstance(row, Milestone)),
        log=tuple(row._replace(sequence=place) for place, row in enumerate(log, 1)),
    )  # fmt: skip


def on(plan: County, when: str, known_by: str | None = None) -> Standing:
    """A county as of a day, as known on a day."""
    moment = end_of_day(parse(known_by).last) if known_by else None
    return standing(history(plan, moment), parse(when).last)


def measures_on(plan: County, when: str, known_by: str | None = None) -> tuple[MeasureState, ...]:
    """The measures counted as of a day."""
    return counted(on(plan, when, known_by))


def first_on(plan: County, when: str, known_by: str | None = None) -> MeasureState:
    """The first measure as of a day."""
    return measures_on(plan, when, known_by)[0]


def last_day(when: OfficeDate | None) -> date:
    """The day a Frist means; the examples have one."""
    assert when is not None
    return when.last


def status_of(state: MeasureState) -> tuple[str, str]:
    """The word of a status and its code, as the end of an outcome."""
    code = state.item.status
    origin = " (aus den Meilensteinen)" if state.item.status_from == "milestones" else ""
    return STATUS[code].label + origin, code


def schedule_of(item: ItemState) -> str:
    """The Terminlage with its symbol and its days."""
    if item.schedule is None:
        return "keine Terminlage"
    row = SCHEDULE[item.schedule]
    return f"{row.symbol} {with_days(item) or row.label}"


def as_of(when: str) -> str:
    """A Stichtag as the case of an outcome."""
    return f"am {day(parse(when).last)}"
