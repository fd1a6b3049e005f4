"""The slides of the Handlungsfelder: the finding of each, its statuses, and at most five measures a slide."""

from itertools import pairwise

from audit_core.standing import Completion
from audit_core.tables.blocks import Cell, Column, Marked, Table
from audit_core.tables.deck_charts import field_name, status_chart
from audit_core.tables.deck_parts import Slide
from audit_core.tables.deck_slides import MOST_IN_NOTES, Told
from audit_core.tables.fields import FieldPage, MeasureLine, Whole, field_page
from audit_core.tables.situation import FieldRow
from audit_core.terms import SCHEDULE, STATUS, is_open
from audit_core.wording import deck as wording
from audit_core.wording.numbers import n_of, percent

A_SLIDE, MOST_SLIDES = 5, 8
_COLUMNS = (
    Column("Maßnahme", 5.7), Column("Status", 2.4), Column("Terminlage", 2.7), Column("Fortschritt", 1.4, right=True),
)  # fmt: skip


def field_slides(view: Whole, told: Told) -> list[Slide]:
    """One slide or several for each Handlungsfeld that has a measure in the view."""
    found: list[Slide] = []
    for row in view.now.fields:
        if row.statuses:
            found += _slides(row, field_page(view, row.number), told)
    return found


def _slides(row: FieldRow, page: FieldPage, told: Told) -> list[Slide]:
    bar = page.bar
    if bar is None:
        return []
    lines = tuple(line for goal in page.goals for line in goal.measures)
    pages = _parted(lines)
    shown, left = pages[:MOST_SLIDES], sum(map(len, pages[MOST_SLIDES:]))
    progress = wording.field_progress(row.completion, *_progress(bar.progress, bar.expected_text), page.permanent)
    slides = []
    for number, part in enumerate(shown, 1):
        which = wording.of_pages(number, len(shown))
        last = number == len(shown)
        more = wording.more(left if last else 0, "weitere Maßnahme", "weitere Maßnahmen", "siehe Arbeitsmappe")
        slides.append(
            Slide(
                "field",
                f"{page.finding.removesuffix('.')} ({which})" if which else page.finding,
                _notes(row, page, part, told, more),
                f"Handlungsfeld {field_name(bar)}{f' · {which}' if which else ''}",
                lead=lead(row.completion, bar.completed),
                key=page.key,
                chart=status_chart("Maßnahmen nach Status", (bar,)),
                table=Table("Maßnahmen des Handlungsfelds", _COLUMNS, tuple(map(_row, part))),
                lines=tuple(filter(None, (progress, more))),
            )
        )
    return slides


def _parted(lines: tuple[MeasureLine, ...]) -> list[tuple[MeasureLine, ...]]:
    """The measures in as few parts as can be, each about as long as the others."""
    pages = -(-len(lines) // A_SLIDE) or 1
    ends = [-(-len(lines) * page // pages) for page in range(pages + 1)]
    return [lines[start:end] for start, end in pairwise(ends)]


def lead(done: Completion, completed: str) -> tuple[str, str]:
    """The large figure: how many are done; of Daueraufgaben alone, how many run."""
    if done.of:
        return completed, "Maßnahme umgesetzt" if done.of == 1 else "Maßnahmen umgesetzt"
    if done.permanent:
        noun = "Daueraufgabe läuft" if done.permanent == 1 else "Daueraufgaben laufen"
        return n_of(done.permanent_running, done.permanent), noun
    return "–", "keine Maßnahme mehr im Plan"


def _progress(progress: float | None, expected: str) -> tuple[str, str]:
    return percent(progress), expected


def _row(line: MeasureLine) -> tuple[Cell, ...]:
    schedule = line.schedule if line.schedule not in (None, "left") else ""
    whose = " · ".join(filter(None, (line.below, line.overdue_milestones)))
    return (
        Marked("\n".join(filter(None, (f"{line.number} {line.title}", whose))), strong=True),
        Marked("\n".join(filter(None, (STATUS[line.status].label, line.status_note))), status=line.status),
        Marked("\n".join(filter(None, (_schedule(line), line.schedule_below))), status=schedule or ""),
        Marked("\n".join(filter(None, (line.percent, _expected(line))))),
    )


def _schedule(line: MeasureLine) -> str:
    """The word of a Terminlage as all documents have it, of what is overdue with its days."""
    word = SCHEDULE[line.schedule or "left"].label
    return f"{word}, {line.schedule_text}" if line.schedule == "overdue" else word


def _expected(line: MeasureLine) -> str:
    """What was to be expected of an open measure that has a Fortschritt: of another one it says nothing."""
    return line.expected_text if is_open(line.status) and line.progress is not None else ""


def _notes(row: FieldRow, page: FieldPage, part: tuple[MeasureLine, ...], told: Told, more: str) -> tuple[str, ...]:
    said = [wording.figure_sentence(one.label, one.value, one.share, one.change, told.before) for one in page.figures]
    each = [_spoken(line) for line in part]
    counts = wording.counts([(STATUS[code].label, n) for code, n in page.key])
    return (
        " ".join(filter(None, (page.finding, f"Nach Status: {counts}.", page.permanent))), *said, *each[:MOST_IN_NOTES],
        more, wording.DONE, wording.PROGRESS, wording.EXPECTED, wording.OVERDUE,
        wording.PERMANENT if row.completion.permanent else "", told.source,
    )  # fmt: skip


def _spoken(line: MeasureLine) -> str:
    """A measure as a sentence of the notes."""
    parts = [
        STATUS[line.status].label + (f" ({line.status_note})" if line.status_note else ""),
        ", ".join(filter(None, (_schedule(line) if line.schedule not in (None, "left") else "", line.schedule_below))),
        line.overdue_milestones,
        f"Fortschritt {line.percent}{f', {_expected(line)}' if _expected(line) else ''}",
    ]
    return f"{line.number} {line.title} ({line.below}): {'; '.join(filter(None, parts))}."
