"""The result of the year in a page: sentences, four figures, the picture and a row per Handlungsfeld."""

from collections.abc import Iterator

from audit_core.standing import MilestoneCount, stale
from audit_core.tables.annual_report.view import View
from audit_core.tables.blocks import Block, Column, FieldBars, Figures, Heading, Marked, Paragraph, Table
from audit_core.tables.situation import FieldRow
from audit_core.terms import BACK, FORWARD, STATUS
from audit_core.wording.annual_report import happenings
from audit_core.wording.annual_report import result as wording
from audit_core.wording.annual_report.counting import permanent_tasks, up_to
from audit_core.wording.fields import field_name
from audit_core.wording.numbers import NOTHING, day, n_of, number, percent


def result(view: View) -> Iterator[Block]:
    """Das Ergebnis in Kürze."""
    yield Heading(2, wording.TITLE)
    if not view.now.measures:
        yield Paragraph(wording.nothing_yet(view.until), "lead")
        return
    finding = _finding(view)
    yield Paragraph(finding, "lead")
    for sentences in (_course(view), _open(view)):
        yield Paragraph(" ".join(filter(None, sentences)))
    yield Figures(view.seen.figures)
    if note := _note(view):
        yield Paragraph(note, "note")
    names = [(field_name(bar.number, bar.title), bar.completed) for bar in view.seen.fields if bar.counts]
    yield FieldBars(
        wording.PICTURE, wording.fields_alt(names, finding), view.seen.key, view.seen.fields,
        wording.PICTURE_NOTE,
    )  # fmt: skip
    yield _table(view)


def _course(view: View) -> Iterator[str]:
    """How far, against the year before and against what was expected."""
    now, then = view.now, view.then
    moves = view.balance.by_direction()
    yield up_to(view.until)
    yield wording.before(then.completion, len(then.measures), then.as_of)
    yield happenings.completed(view.balance.became("completed"), view.until)
    yield wording.directions(
        moves[FORWARD], moves[BACK], sum(n for code, n in view.balance.totals_from.items() if _placed(code)),
        then.as_of, view.balance.became("completed"),
        sum(n for (old, new), n in view.balance.transitions.items() if new == "completed" and not _placed(old)),
    )  # fmt: skip
    yield permanent_tasks(now.completion) if now.completion.of else ""
    yield _behind(view)


def _finding(view: View) -> str:
    now, late = view.now, view.now.overdue
    reported = any(m.last_report is not None for m in now.measures)
    return wording.finding(
        now.completion, len(now.measures), reported, late.measures, late.milestones, view.asked.responsible
    )


def _note(view: View) -> str:
    """What the four figures count as open; an office's own milestones stand there without a whole."""
    milestones, office = view.now.milestones, view.asked.responsible
    whole = MilestoneCount(milestones.n, milestones.of, milestones.of - milestones.n) if office else milestones
    permanent = stale([m for m in view.now.measures if m.measure.permanent], office)
    return wording.figures_note(whole, permanent.of)


def _placed(code: str) -> bool:
    """Whether a status, or what stands for one, has a place in the row of R11."""
    return code in STATUS and STATUS[code].rank is not None


def _open(view: View) -> Iterator[str]:
    """What is late or silent."""
    now, then = view.now, view.then
    late, was = now.overdue, then.overdue
    first = now.overdue_items[0] if now.overdue_items else None
    longest = (view.name(first.item, first.title), first) if first else None
    yield happenings.on_time(view.balance.on_time, view.until, *view.early_and_ahead)
    yield wording.overdue(late.measures, late.milestones, (was.measures, was.milestones), then.as_of, longest)
    yield wording.silent(now.stale)


def _behind(view: View) -> str:
    """Progress against expected as both are shown, in whole percent."""
    counted = [row for row in view.now.fields if row.completion.of]
    both = [
        (field_name(row.number, row.title), row.progress, row.expected)
        for row in counted
        if row.progress is not None and row.expected is not None
    ]
    less = [field for field in both if round(100 * field[1]) < round(100 * field[2])]
    return wording.behind(less, len(both), len(counted) - len(both))


def _table(view: View) -> Table:
    now, then = view.now, {row.number: row for row in view.then.fields}
    shown = [row for row in now.fields if row.statuses or view.asked.responsible is None]
    rows = [(_name(row), *_cells(row, then.get(row.number))) for row in shown]
    late = now.overdue
    total = (
        Marked(wording.TOTAL, strong=True),
        *(
            Marked(text, strong=True)
            for text in (
                _done(now.completion.n, now.completion.of), _done(view.then.completion.n, view.then.completion.of),
                "", "", number(late.measures), number(late.milestones),
            )
        ),
    )  # fmt: skip
    columns = (
        Column("Handlungsfeld", 3.4), Column(f"umgesetzt {day(now.as_of)}", 1.5, right=True),
        Column(f"umgesetzt {day(view.then.as_of)}", 1.5, right=True), Column("Fortschritt", 1.3, right=True),
        Column("erwartet", 1.5, right=True), Column("Maßnahmen überfällig", 1.4, right=True),
        Column("Meilensteine überfällig", 1.5, right=True),
    )  # fmt: skip
    partly = any(row.expected is not None and row.expected_of < row.completion.of for row in shown)
    note = f"{wording.TABLE_NOTE}{f' {wording.PARTLY_NOTE}' if partly else ''}"
    return Table(wording.TABLE, columns, (*rows, total), total=True, note=note)


def _name(row: FieldRow) -> str:
    return f"{row.number} {row.title}".strip()


def _cells(row: FieldRow, then: FieldRow | None) -> tuple[str, ...]:
    done = row.completion
    partly = row.expected is not None and row.expected_of < done.of
    expected = f"{percent(row.expected)}{f' aus {n_of(row.expected_of, done.of)}' if partly else ''}"
    return (
        _done(done.n, done.of),
        _done(then.completion.n, then.completion.of) if then else NOTHING,
        percent(row.progress),
        expected,
        number(row.overdue.measures),
        number(row.overdue.milestones),
    )


def _done(n: int, of: int) -> str:
    return n_of(n, of) if of else NOTHING
