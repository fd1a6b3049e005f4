"""Frozen reports as lists show them, and what was corrected since: one Stichtag, known then and known now (R14)."""

from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from audit_core import columns
from audit_core.agreement import MeasureKey
from audit_core.standing import standing
from audit_core.store import FrozenReport
from audit_core.tables.annual_report import annual_report
from audit_core.tables.asked import Asked
from audit_core.tables.changes import ChangeRow, comparison
from audit_core.tables.csv_text import Sheet
from audit_core.tables.frozen_plan import PlanChange, plan_changes
from audit_core.wording import change_words as words
from audit_core.wording import changes as kinds
from audit_core.wording import documents as wording
from audit_core.wording.changes import Tally
from audit_core.wording.numbers import NOTHING, day, moment
from audit_core.wording.subject import agreement_name

HEADER = ("Was", "Art", "Nr.", "Meilenstein", "Bezeichnung", "damals", "jetzt", "Zielvereinbarung")
FOLLOWS = (kinds.ROW_KIND[kinds.OVERDUE], kinds.ROW_KIND[kinds.ENDED])
"""What follows from a correction and is none of its own: told after them, and not counted."""
DUE_KINDS = (kinds.ROW_KIND[kinds.DUE], kinds.ROW_KIND[kinds.FIRST_DUE])


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
    """One correction: what about which item, how it was known then and how it is known now.

    `kind` is what a row is about in a word (Maßnahme, Kennzahl …), `subject` tells it from others; only of measures and
    milestones there is a `measure` to open.
    """

    what: str
    kind: str
    number: str | None
    milestone: str | None
    title: str
    old: str
    new: str
    agreement: str | None
    measure: MeasureKey | None
    subject: Hashable

    @property
    def below(self) -> str:
        """What it is about, below its title."""
        return wording.correction_below(self.kind, self.number or "", self.what)


@dataclass(frozen=True, slots=True)
class Corrected:
    """All corrections since a report was frozen; `tally` counts each measure and milestone once,
    without those that only follow (`FOLLOWS`), `others` all that is neither.

    `differs`: the report would say something else today.
    """

    rows: tuple[CorrectedRow, ...]
    tally: Tally
    others: int
    differs: bool

    @property
    def text(self) -> str:
        """How much was corrected; "" for nothing."""
        return wording.corrected(self.tally, self.others)

    @property
    def sheet(self) -> Sheet:
        """The list as a table to save."""
        return Sheet(HEADER, tuple(
            (row.what, row.kind, row.number, row.milestone, row.title, row.old, row.new, row.agreement)
            for row in self.rows
        ))  # fmt: skip


def frozen_line(report: FrozenReport, agreements: Mapping[str, str]) -> FrozenLine:
    """A frozen report as a row of the list; `agreements` are their titles by Kürzel."""
    by = f"von {report.recorded_by}" if report.recorded_by else ""
    return FrozenLine(
        report.id, report.title,
        f"{agreement_title(report.agreement, agreements)} · Stichtag {day(report.as_of)} · "
        f"Kenntnisstand {moment(report.known_by)}",
        by, f"Programm {report.program_version}",
    )  # fmt: skip


def frozen_facts(report: FrozenReport, agreements: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """What is stored of a frozen report, word by word."""
    return (
        ("Zielvereinbarung", agreement_title(report.agreement, agreements)), ("Stichtag", day(report.as_of)),
        ("Kenntnisstand", moment(report.known_by)), ("Festgeschrieben am", moment(report.recorded_at)),
        ("Festgeschrieben von", report.recorded_by or NOTHING), ("Programmversion", report.program_version),
    )  # fmt: skip


def agreement_title(code: str, agreements: Mapping[str, str]) -> str:
    """How an agreement is called; one that was taken back keeps its Kürzel."""
    return agreement_name(code, agreements.get(code, ""))


def corrected(then: Asked, now: Asked) -> Corrected:
    """What is known of the Stichtag of a frozen report `now` and was not, or not so, when it was frozen.

    Both ask for the same; only what is known differs. An item whose status, Frist or progress changed stands with
    those; one of which only the wording of a Meldung changed stands as „nachgetragen oder zurückgenommen“.
    """
    found = comparison(standing(then.known, then.until), standing(now.known, now.until), then.agreement)
    listed = [row for part in found.parts for row in part.rows]
    told = {row.change.item for row in listed if row.kind != kinds.CORRECTED}
    changed = [_row(row) for row in listed if row.kind != kinds.CORRECTED or row.change.item not in told]
    rows = (*changed, *_plan_rows(then, now, changed))
    items = {row.subject: row for row in rows if row.what in FOLLOWS}
    items = {row.subject: row for row in rows if row.what not in FOLLOWS} or items
    milestones = sum(row.milestone is not None for row in items.values())
    others = sum(row.measure is None for row in items.values())
    return Corrected(
        tuple(sorted(rows, key=lambda row: row.what in FOLLOWS)), Tally(len(items) - milestones - others, milestones),
        others, _differs(then, now),
    )  # fmt: skip


def _differs(then: Asked, now: Asked) -> bool:
    """Whether the report says something else but its Kenntnisstand."""
    known = replace(now.known, known_by=then.known_by)
    return annual_report(then) != annual_report(replace(now, known=known))


def _row(row: ChangeRow) -> CorrectedRow:
    change = row.change
    same = change.what == kinds.CORRECTED and change.old == change.new
    old = words.old_text(change.what, change.old)
    return CorrectedRow(
        kinds.ROW_KIND[row.kind], wording.MILESTONE if change.item.milestone else wording.MEASURE, change.item.number,
        change.item.milestone, change.title, old,
        f"{old}, Angaben geändert" if same else words.new_text(change.what, change.new),
        change.item.agreement, change.item.measure, change.item,
    )  # fmt: skip


def _plan_rows(then: Asked, now: Asked, told: Sequence[CorrectedRow]) -> Iterator[CorrectedRow]:
    """What the plan says differently; what is new, gone or has another Frist may be told already."""
    items = {row.subject for row in told}
    dues = {row.subject for row in told if row.what in DUE_KINDS}
    for change in plan_changes(then, now):
        is_due = change.column is not None and change.column.attribute == "due"
        if change.item in (items if change.column is None else dues if is_due else ()):
            continue
        yield _plan_row(change)


def _plan_row(change: PlanChange) -> CorrectedRow:
    item, row = change.item, change.row
    kind = wording.KIND_OF[change.file.name]
    if item is not None:
        return CorrectedRow(
            change.what, kind, item.number, item.milestone, change.name, change.old, change.new, item.agreement,
            item.measure, item,
        )  # fmt: skip
    number = row.number if change.file is columns.HANDLUNGSFELDER else None
    code = row.code if change.file is columns.ZIELVEREINBARUNGEN else None
    title = change.name or (agreement_name(code) if code else kind)
    return CorrectedRow(
        change.what, kind, number, None, title, change.old, change.new, code, None, change.subject
    )  # fmt: skip
