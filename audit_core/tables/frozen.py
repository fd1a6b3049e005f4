"""Frozen reports as lists show them, and what was corrected since: one Stichtag, known then and known now (R14)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from audit_core.agreement import County, Measure, MeasureKey, Milestone, item_order
from audit_core.standing import ALL, Standing, counted, history, standing
from audit_core.store import FrozenReport
from audit_core.tables.changes import ChangeRow, comparison
from audit_core.tables.csv_text import Sheet
from audit_core.terms import ALL_AGREEMENTS
from audit_core.wording import change_words as words
from audit_core.wording import changes as kinds
from audit_core.wording import documents as wording
from audit_core.wording.changes import Tally
from audit_core.wording.numbers import NOTHING, day

HEADER = ("Was", "Nr.", "Meilenstein", "Bezeichnung", "damals", "jetzt", "Zielvereinbarung")
FOLLOWS = (kinds.ROW_KIND[kinds.OVERDUE], kinds.ROW_KIND[kinds.ENDED])
"""What follows from a correction and is none of its own: told after them, and not counted."""
PLAN_CHANGED = "im Plan geändert"
PLAN_FIELDS = (("title", "Bezeichnung"), ("responsible", "Zuständigkeit"), ("field_of_action", "Handlungsfeld"))


@dataclass(frozen=True, slots=True)
class FrozenLine:
    """A frozen report in words: what it is about on the left, who froze it with which program on the right."""

    number: int
    title: str
    below: str
    right: str
    right_below: str


@dataclass(frozen=True, slots=True)
class CorrectedRow:
    """One correction: what about which item, how it was known then and how it is known now."""

    what: str
    number: str
    milestone: str | None
    title: str
    old: str
    new: str
    agreement: str | None
    measure: MeasureKey

    @property
    def below(self) -> str:
        """What it is about, below its title."""
        whose = f"Meilenstein zu {self.number}" if self.milestone else f"Maßnahme {self.number}"
        return f"{whose}, {self.what}"


@dataclass(frozen=True, slots=True)
class Corrected:
    """All corrections since a report was frozen; `tally` counts each measure and milestone once,
    without those that only follow (`FOLLOWS`)."""

    rows: tuple[CorrectedRow, ...]
    tally: Tally

    @property
    def sheet(self) -> Sheet:
        """The list as a table to save."""
        return Sheet(HEADER, tuple(
            (row.what, row.number, row.milestone, row.title, row.old, row.new, row.agreement) for row in self.rows
        ))  # fmt: skip


def frozen_line(report: FrozenReport, agreements: Mapping[str, str]) -> FrozenLine:
    """A frozen report as a row of the list; `agreements` are their titles by Kürzel."""
    by = f"von {report.recorded_by}" if report.recorded_by else ""
    return FrozenLine(
        report.id, report.title,
        f"{agreement_title(report.agreement, agreements)} · Stichtag {day(report.as_of)} · "
        f"Kenntnisstand {wording.moment(report.known_by)}",
        by, f"Programm {report.program_version}",
    )  # fmt: skip


def frozen_facts(report: FrozenReport, agreements: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """What is stored of a frozen report, word by word."""
    return (
        ("Zielvereinbarung", agreement_title(report.agreement, agreements)), ("Stichtag", day(report.as_of)),
        ("Kenntnisstand", wording.moment(report.known_by)), ("Festgeschrieben am", wording.moment(report.recorded_at)),
        ("Festgeschrieben von", report.recorded_by or NOTHING), ("Programmversion", report.program_version),
    )  # fmt: skip


def agreement_title(code: str, agreements: Mapping[str, str]) -> str:
    """How an agreement is called; one that was taken back keeps its Kürzel."""
    return agreements.get(code, ALL_AGREEMENTS if code == ALL else code)


def corrected(county: County, report: FrozenReport) -> Corrected:
    """What is known of the Stichtag of a frozen report now and was not, or not so, when it was frozen.

    An item whose status, Frist or progress changed stands with those; one of which only the wording of a Meldung
    changed stands as „nachgetragen oder zurückgenommen“.
    """
    then = standing(history(county, report.known_by), report.as_of)
    now = standing(history(county, None), report.as_of)
    found = comparison(then, now, report.agreement)
    listed = [row for part in found.parts for row in part.rows]
    told = {row.change.item for row in listed if row.kind != kinds.CORRECTED}
    changed = [_row(row) for row in listed if row.kind != kinds.CORRECTED or row.change.item not in told]
    rows = (*changed, *_plan_rows(then, now, report.agreement))
    items = {_item(row) for row in rows if row.what not in FOLLOWS} or {_item(row) for row in rows}
    milestones = sum(milestone is not None for _, milestone in items)
    return Corrected(
        tuple(sorted(rows, key=lambda row: row.what in FOLLOWS)), Tally(len(items) - milestones, milestones)
    )


def _item(row: CorrectedRow) -> tuple[MeasureKey, str | None]:
    return row.measure, row.milestone


def _row(row: ChangeRow) -> CorrectedRow:
    change = row.change
    same = change.what == kinds.CORRECTED and change.old == change.new
    old = words.old_text(change.what, change.old)
    return CorrectedRow(
        kinds.ROW_KIND[row.kind], change.item.number, change.item.milestone, change.title, old,
        f"{old}, Angaben geändert" if same else words.new_text(change.what, change.new),
        change.item.agreement, change.item.measure,
    )  # fmt: skip


def _plan_rows(then: Standing, now: Standing, agreement: str) -> Iterator[CorrectedRow]:
    """What a later version of the plan says differently about what both know."""
    before = {row.key: row for row in _planned(then)}
    shown = {m.key.measure for m in counted(now, agreement)}
    for row in sorted(_planned(now), key=lambda row: item_order(row.key)):
        old = before.get(row.key)
        if old is None or row.key.measure not in shown:
            continue
        for name, label in PLAN_FIELDS:
            was, became = getattr(old, name, None), getattr(row, name, None)
            if was != became:
                yield CorrectedRow(
                    f"{PLAN_CHANGED}: {label}", row.number, row.key.milestone, row.title, was or NOTHING,
                    became or NOTHING, row.agreement, row.key.measure,
                )  # fmt: skip


def _planned(whole: Standing) -> Sequence[Measure | Milestone]:
    return (*whole.known.county.measures, *whole.known.county.milestones)
