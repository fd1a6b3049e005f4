"""The Jahresbericht as blocks: what was reached in a year, what was not and why, and every measure in the annex."""

from audit_core.standing import standing
from audit_core.tables.asked import Asked
from audit_core.tables.blocks import Block, Column, FieldBars, Figures, Heading, NewPage, Paragraph, Report, Table
from audit_core.tables.overview import overview
from audit_core.wording.numbers import day, n_of, percent


def annual_report(asked: Asked) -> Report:
    """The Jahresbericht of a year."""
    after, before = standing(asked.known, asked.until), standing(asked.known, asked.before)
    seen = overview(after, before, asked.agreement, asked.responsible)
    county = asked.known.county
    rows = tuple(
        (f"{row.number} {row.title}", n_of(row.completion.n, row.completion.of), percent(row.progress))
        for row in seen.situation.fields
    )
    blocks: tuple[Block, ...] = (
        Heading(2, "Das Ergebnis in Kürze"),
        Paragraph(seen.finding, "lead"),
        Figures(seen.figures),
        FieldBars("Stand der Maßnahmen je Handlungsfeld", seen.finding, seen.key, seen.fields),
        Table(
            "Umgesetzte Maßnahmen je Handlungsfeld",
            (Column("Handlungsfeld", 3), Column("umgesetzt", 1, right=True), Column("Fortschritt", 1, right=True)),
            rows,
        ),
        NewPage(),
        Heading(2, "Anhang: alle Maßnahmen"),
    )  # fmt: skip
    return Report(
        title=asked.title or f"Jahresbericht {asked.year}",
        subtitle="",
        county=county.name,
        facts=(("Stichtag", day(asked.until)),),
        blocks=blocks,
        footer=f"{county.name} · Jahresbericht {asked.year}",
        warning="",
        as_of=asked.until,
        known_by=asked.known_by,
    )
