"""The workbook of a year as values: its sheets and their lists, all from the figures that pages show (R15)."""

from functools import cache, partial

from audit_core.standing import standing
from audit_core.tables import workbook_lists as lists
from audit_core.tables import workbook_years as figures
from audit_core.tables.asked import Asked
from audit_core.tables.overview import overview
from audit_core.tables.situation import situation
from audit_core.tables.workbook_columns import BookSheet, ListTable, YearBook
from audit_core.tables.years import grid, years
from audit_core.wording import subject
from audit_core.wording import workbook as wording
from audit_core.wording.years import lists_head


def year_book(asked: Asked) -> YearBook:
    """The workbook of a year."""
    at = cache(partial(standing, asked.known))
    after, before = at(asked.until), at(asked.before)
    seen = overview(after, before, asked.agreement, asked.responsible)
    now, then = seen.situation, situation(before, asked.agreement, asked.responsible)
    found = years(asked.known, asked.agreement, asked.responsible, None, asked.until, asked.until, at)
    past = [row for row in found.rows if row.day <= asked.until]
    entries = lists.log(asked, now)
    as_of, title = wording.as_of(asked.until), asked.title or subject.of_year("Arbeitsmappe", asked.until)
    county = asked.known.county
    sheets = (
        BookSheet(
            "Übersicht", title, seen.finding,
            (figures.figures(seen, then), figures.fields(now, then), figures.field_statuses(now)), _facts(asked),
        ),
        BookSheet("Maßnahmen", "Maßnahmen", as_of, (lists.measures(asked, now),), fixed=3,
                  printed=lists.PRINTED),
        BookSheet("Meilensteine", "Meilensteine", as_of, (lists.milestones(asked, now),), fixed=4,
                  printed=lists.PRINTED),
        BookSheet(
            "Meldungen", "Meldungen", wording.entries_until(len(entries.rows), asked.until), (entries,), fixed=3,
            printed=lists.PRINTED,
        ),
        BookSheet("Überfällig", "Überfällig", as_of, (lists.overdue(now),)),
        BookSheet(
            "Jahresbilanz", subject.of_year("Jahresbilanz", asked.until), as_of,
            (figures.transitions(grid(found.balance), found), figures.year_counts(past), figures.kept_in_time(past)),
        ),
        BookSheet("Veränderungen", lists_head(asked.until), as_of, (figures.happenings(found),)),
    )  # fmt: skip
    return YearBook(
        title, subject.invented(county.name) if county.invented else "",
        " · ".join(filter(None, (county.name, title, as_of))), sheets,
    )  # fmt: skip


def measure_table(asked: Asked) -> ListTable:
    """The measures alone."""
    return lists.measures(asked, situation(standing(asked.known, asked.until), asked.agreement, asked.responsible))


def _facts(asked: Asked) -> tuple[tuple[str, str], ...]:
    return wording.facts(
        asked.known.county.name, asked.agreement_name, asked.responsible, asked.until, asked.before,
        subject.knowledge(asked.known_by, asked.frozen),
    )  # fmt: skip
