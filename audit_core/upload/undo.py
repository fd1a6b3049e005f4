"""Taking an upload back: what that changes, what stands against it, and the appended revocation."""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from audit_core import store
from audit_core.agreement import Consultation, County, ItemKey, KeyFigure, PlanRow, ReportEntry
from audit_core.errors import AuditError
from audit_core.standing import history
from audit_core.store import Upload
from audit_core.terms import NO_AGREEMENT
from audit_core.upload.apply import StalePreviewError, all_or_nothing, what_came_between
from audit_core.upload.changes import (
    CellChange,
    EntryKey,
    RowChange,
    RowKind,
    cell_changes,
    entries_in_force,
    item_name,
    names_of,
    plan_key,
    plan_rows,
    same_entry,
    same_plan_row,
    subject_of,
)
from audit_core.wording.numbers import moment

SHOWN_BLOCKERS = 8


class UndoRefusedError(AuditError):
    """Later entries hang on the upload; `blockers` names every one of them."""

    def __init__(self, upload: int, blockers: Sequence[str]) -> None:
        shown = "\n".join(f"– {blocker}" for blocker in blockers[:SHOWN_BLOCKERS])
        more = len(blockers) - SHOWN_BLOCKERS
        rest = f"\n… und {more} weitere." if more > 0 else ""
        super().__init__(
            f"Die Übernahme {upload} kann nicht zurückgenommen werden, weil Späteres an ihr hängt. "
            f"Bitte zuerst zurücknehmen:\n{shown}{rest}"
        )
        self.blockers = tuple(blockers)


@dataclass(frozen=True, slots=True)
class UndoPreview:
    """What taking an upload back would change; `rows` compare now with then, a CHANGED one comes back as it was.

    A row that vanishes is GONE. `after` is the county as it would be; `blockers` say what stands against
    it.
    """

    upload: Upload
    revision: str
    rows: tuple[RowChange, ...]
    blockers: tuple[str, ...]
    after: County


def preview_undo(engine: store.Engine, upload: int, now: datetime) -> UndoPreview:
    """What taking an upload back would do; raises AuditError where there is nothing to take back. Writes nothing."""
    found = next((one for one in store.uploads(engine) if one.id == upload), None) if store.was_used(engine) else None
    if found is None:
        raise AuditError(f"Eine Übernahme mit der Nummer {upload} gibt es nicht.")
    if found.revoked_at is not None:
        raise AuditError(f"Die Übernahme {upload} ist schon zurückgenommen.")
    county = store.load(engine)
    with engine.connect() as connection:
        after = store.load_inside(connection, without=(upload, now))
    rows = (*_entry_rows(county, after, upload), *_plan_rows(county, after))
    return UndoPreview(found, county.revision, rows, tuple(_blockers(county, after)), after)


def undo(engine: store.Engine, upload: int, by: str, now: datetime, revision: str | None = None) -> None:
    """Append the revocation of an upload; with `revision` only if the database is still as a preview saw it.

    Raises UndoRefusedError where later entries hang on it; then nothing is written.
    """
    if not store.was_used(engine):
        raise AuditError(f"Eine Übernahme mit der Nummer {upload} gibt es nicht.")
    with all_or_nothing(engine) as connection:
        if revision is not None and store.revision_inside(connection) != revision:
            raise StalePreviewError(what_came_between(connection, revision))
        blockers = _blockers(
            store.load_inside(connection), store.load_inside(connection, without=(upload, now))
        )
        if blockers:
            raise UndoRefusedError(upload, blockers)
        store.revoke_inside(connection, upload, by, now)


def _entry_rows(county: County, after: County, upload: int) -> Iterable[RowChange]:
    """The entries of the upload that are in force now, beside what takes their place."""
    now_known, then_known = history(county), history(after)
    now, then = entries_in_force(now_known), entries_in_force(then_known)
    names = names_of(now_known.county)
    gone: dict[EntryKey, ReportEntry] = {key: entry for key, entry in now.items() if entry.upload == upload}
    for key, entry in gone.items():
        back = then.get(key)
        if back is None:
            removed = tuple(CellChange(c.column, c.new, "") for c in cell_changes(None, entry))
            yield RowChange(0, RowKind.GONE, subject_of(entry, names), removed)
        elif not same_entry(entry, back):
            yield RowChange(0, RowKind.CHANGED, subject_of(entry, names), cell_changes(entry, back))


def _plan_rows(county: County, after: County) -> Iterable[RowChange]:
    """The rows of the plan that vanish or come back in an earlier version."""
    plan = county.plan_known_by(None)
    now, then = plan_rows(plan), plan_rows(after.plan_known_by(None))
    names = names_of(plan)
    for key, rows in now.items():
        back = then.get(key, ())
        for place, row in enumerate(rows):
            if place >= len(back):
                yield RowChange(0, RowKind.GONE, subject_of(row, names))
            elif not same_plan_row(row, back[place]):
                yield RowChange(0, RowKind.CHANGED, subject_of(row, names), cell_changes(row, back[place]))


def _blockers(county: County, after: County) -> list[str]:
    """What of other uploads would hang on nothing: entries and plan rows, in words."""
    plan, left = county.plan_known_by(None), after.plan_known_by(None)
    names = names_of(plan)
    kept = {plan_key(row) for rows in plan_rows(left).values() for row in rows}
    lost = {row.key for rows in (plan.measures, plan.milestones) for row in rows if plan_key(row) not in kept}
    found = [
        f"Meldung zu {item_name(entry.item, names)} (Stand {entry.stated.text}, Übernahme {entry.upload})"
        for entry in after.log
        if entry.revoked_at is None and entry.item in lost
    ]
    hanging = (*found, *_later_versions(county, after, names), *_left_hanging(plan, left, lost, names))
    return list(dict.fromkeys(hanging))


def _later_versions(county: County, after: County, names: dict[ItemKey, str]) -> Iterable[str]:
    """Newer versions of the rows that would be taken back: they were made on top of them."""
    for rows_now, rows_then in zip(_all_versions(county), _all_versions(after), strict=True):
        taken: set[Hashable] = set()
        for now, then in zip(rows_now, rows_then, strict=True):
            if now.revoked_at != then.revoked_at:
                taken.add(plan_key(now))
            elif now.revoked_at is None and plan_key(now) in taken:
                yield f"Spätere Fassung von {subject_of(now, names)} ({_recorded(now)})"


def _all_versions(county: County) -> tuple[Sequence[PlanRow], ...]:
    return (
        county.names, county.fields_of_action, county.agreements, county.measures, county.milestones,
        county.consultations, county.events, county.key_figures,
    )  # fmt: skip


def _recorded(row: PlanRow) -> str:
    at = row.recorded_at
    return f"erfasst am {moment(at)}" if at else "von Anfang an"


def _left_hanging(plan: County, left: County, lost: set[ItemKey], names: dict[ItemKey, str]) -> Iterable[str]:
    """Rows of the plan that is left which refer to what is not left."""
    codes = {row.code for row in plan.agreements} - {row.code for row in left.agreements}
    numbers = {row.number for row in plan.fields_of_action} - {row.number for row in left.fields_of_action}
    for measure in left.measures:
        if measure.agreement in codes:
            yield f"Maßnahme {item_name(measure.key, names)} in der Zielvereinbarung {measure.agreement}"
        elif measure.field_of_action in numbers:
            yield f"Maßnahme {item_name(measure.key, names)} im Handlungsfeld {measure.field_of_action}"
        elif measure.predecessor is not None and ItemKey(*measure.predecessor) in lost:
            code, number = measure.predecessor
            yield f"Maßnahme {item_name(measure.key, names)} mit dem Vorgänger {code or NO_AGREEMENT}/{number}"
    for milestone in left.milestones:
        if ItemKey(*milestone.key.measure) in lost:
            yield f"Meilenstein {item_name(milestone.key, names)}"
    about: tuple[Consultation | KeyFigure, ...] = (*left.consultations, *left.key_figures)
    for row in about:
        if any(ItemKey(*key) in lost for key in row.measures):
            yield subject_of(row, names)
    for figure in left.key_figures:
        if figure.field_of_action in numbers:
            yield f"{subject_of(figure, names)} im Handlungsfeld {figure.field_of_action}"
