"""What a Jahresbericht is made from: both Stichtage and the year between, each computed once (R15)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from audit_core.agreement import Agreement, ItemKey, MeasureKey, last_day
from audit_core.balance import Balance, due_in
from audit_core.overdue import DueItem
from audit_core.standing import ALL, History, MeasureState, MilestoneState, Standing, concerns, own_items, standing
from audit_core.standing.history import Point
from audit_core.tables.asked import Asked
from audit_core.tables.blocks import Heading, Paragraph
from audit_core.tables.overview import Overview, overview
from audit_core.tables.reasons import points, reason
from audit_core.tables.situation import Situation, situation
from audit_core.tables.years import Happening, Years, years
from audit_core.terms import is_fulfilled
from audit_core.wording.annual_report.counting import up_to, written
from audit_core.wording.numbers import day

AHEAD = frozenset({"due_soon", "on_plan"})
Item = MeasureState | MilestoneState


@dataclass(frozen=True)
class View:
    """The year of a report: `after` is its Stichtag, `before` the 31.12. it is compared with."""

    asked: Asked
    after: Standing
    before: Standing
    now: Situation
    then: Situation
    seen: Overview
    years: Years

    @property
    def known(self) -> History:
        return self.asked.known

    @property
    def until(self) -> date:
        return self.asked.until

    @property
    def balance(self) -> Balance:
        return self.years.balance

    @property
    def agreement(self) -> Agreement | None:
        """The agreement it is about; None for all, and where none has that Kürzel."""
        return self.known.agreements.get(self.asked.agreement)

    @property
    def agreement_end(self) -> date | None:
        """The last day of that agreement (R0)."""
        return last_day(self.agreement, self.known.county.agreements) if self.agreement else None

    @cached_property
    def items(self) -> dict[ItemKey, tuple[MeasureState, Item]]:
        """Every measure and milestone of the view with its measure."""
        return {item.key: (measure, item) for measure, item in own_items(self.now.measures)}

    @cached_property
    def fulfilled(self) -> tuple[tuple[MeasureState, MilestoneState], ...]:
        """The milestones reached in the year, by the day since when (R6)."""
        found = [
            (measure, milestone)
            for measure in self.now.measures
            for milestone in measure.milestones
            if is_fulfilled(milestone.item.status)
            and milestone.item.fulfilment is not None
            and milestone.item.fulfilment.since > self.asked.before
        ]
        return tuple(sorted(found, key=lambda pair: pair[1].item.fulfilment.since))  # type: ignore[union-attr]

    @cached_property
    def early_and_ahead(self) -> tuple[int, int]:
        """Of the milestones of R12: those reached before the year began, and those open whose Frist is still to come.

        The first are no part of `fulfilled`, the second are not overdue (their Terminlage, R6).
        """
        before = self.asked.before
        found = [one.item for one, _ in due_in(self.known, self.now.measures, before, self.until.year)]
        return (
            sum(item.fulfilment is not None and item.fulfilment.since <= before for item in found),
            sum(item.fulfilment is None and item.schedule in AHEAD for item in found),
        )

    @cached_property
    def taken_over(self) -> tuple[tuple[MeasureState, MeasureKey], ...]:
        """The measures that a successor took over in the year, with that successor (R11, R13)."""
        known = self.known
        return tuple(
            (measure, successor)
            for measure in self.after.measures
            if self.asked.agreement in (ALL, measure.measure.agreement)
            and (self.asked.responsible is None or concerns(measure, self.asked.responsible))
            and not known.taken_over(measure.key.measure, self.asked.before)
            and (successor := self.successor(measure.key.measure)) is not None
        )

    @cached_property
    def titles(self) -> dict[MeasureKey, str]:
        """The title of every measure of the plan."""
        return {measure.key.measure: measure.title for measure in self.known.county.measures}

    def planned(self, key: MeasureKey) -> str:
        """A measure of any agreement with its Kürzel and Nr."""
        return " ".join(filter(None, (*key, self.titles[key])))

    def successor(self, key: MeasureKey) -> MeasureKey | None:
        """The measure that continues one by the Stichtag (R13)."""
        found = (later for later in self.known.successors.get(key, ()) if self.known.exists(later, self.until))
        return next(found, None)

    def happened(self, what: str) -> tuple[Happening, ...]:
        """A list of what happened in the year (keys of wording.years.LIST_TITLE)."""
        return next((found.items for found in self.years.lists if found.what == what), ())

    def points(self, item: ItemKey) -> tuple[Point, ...]:
        """What was reported of an item up to the Stichtag, the newest first (R2)."""
        return points(self.known, item, self.until)

    def stated(self, measure: MeasureState, when: date | None = None) -> str:
        """The Stand of a measure or of its milestones in the office's words; of its status unless a day is given."""
        said_on = when or measure.item.stated_on
        keys = (measure.key, *(milestone.key for milestone in measure.milestones))
        entries = (point.entry for key in keys for point in self.points(key))
        return next((written(entry.stated) for entry in entries if entry.stated_on == said_on), day(said_on))

    def number(self, key: ItemKey | MeasureKey) -> str:
        """The Nr. of a measure, in a report on all agreements with the Kürzel of its own."""
        return self.named(key[:2], key[1])

    def named(self, key: MeasureKey, text: str) -> str:
        """A text that begins with a Nr., in a report on all agreements with the Kürzel before it."""
        return f"{key[0]} {text}" if self.asked.agreement == ALL and key[0] else text

    def name(self, item: ItemKey, title: str) -> str:
        """An item with its number."""
        if item.milestone is None:
            return f"{self.number(item)} {title}"
        return f"{self.number(item)}, Meilenstein {item.milestone}: {title}"

    @property
    def late_without_reason(self) -> tuple[DueItem, ...]:
        """What is overdue without any Grund."""
        return tuple(item for item in self.now.overdue_items if not self.reason(item.item)[0])

    def reason(self, item: ItemKey, *, of_status: bool = False) -> tuple[str, str]:
        """The newest Grund of an item and, where an older Meldung gives it, its Stand (`tables.reasons.reason`)."""
        return reason(self.known, item, self.until, of_status=of_status)

    def sums(self, items: Iterable[Happening | DueItem]) -> tuple[int, int]:
        """How many of them are measures and how many milestones."""
        found = [item.item.milestone is not None for item in items]
        return found.count(False), found.count(True)


def view(asked: Asked) -> View:
    """Everything a report needs, each state computed once."""
    after, before = standing(asked.known, asked.until), standing(asked.known, asked.before)
    kept = {asked.until: after, asked.before: before}
    return View(
        asked, after, before,
        situation(after, asked.agreement, asked.responsible), situation(before, asked.agreement, asked.responsible),
        overview(after, before, asked.agreement, asked.responsible),
        years(
            asked.known, asked.agreement, asked.responsible, None, asked.until, asked.until,
            lambda when: kept[when] if when in kept else standing(asked.known, when),
        ),
    )  # fmt: skip


def opening(heading: str, view: View) -> Iterator[Heading | Paragraph]:
    """The heading of a section on the year, and once in it up to which day a year not counted to its end goes."""
    yield Heading(2, heading)
    if words := up_to(view.until):
        yield Paragraph(words, "note")


def by_field(measures: Iterable[MeasureState]) -> dict[str, list[MeasureState]]:
    """Measures by the number of their Handlungsfeld."""
    found: dict[str, list[MeasureState]] = {}
    for measure in measures:
        found.setdefault(measure.measure.field_of_action, []).append(measure)
    return found


def by_goal(measures: Iterable[MeasureState]) -> dict[str, list[MeasureState]]:
    """Measures by their Ziel, in the order of their first one."""
    found: dict[str, list[MeasureState]] = {}
    for measure in measures:
        found.setdefault(measure.measure.goal, []).append(measure)
    return found
