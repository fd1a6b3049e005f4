"""What comes next: the Fristen of the twelve months after the Stichtag."""

from collections.abc import Iterator
from datetime import timedelta

from audit_core import terms
from audit_core.standing import DUE_SOON_DAYS
from audit_core.tables.annual_report.view import View
from audit_core.tables.blocks import Block, Column, Heading, Marked, Paragraph, Table
from audit_core.tables.coming import coming
from audit_core.wording.annual_report import outlook as wording
from audit_core.wording.numbers import day


def outlook(view: View) -> Iterator[Block]:
    """Ausblick."""
    ahead = coming(view.now.measures, view.until, view.asked.responsible)
    soon = [item for item in ahead.items if item.due <= view.until + timedelta(days=DUE_SOON_DAYS)]
    yield Heading(2, wording.TITLE)
    yield Paragraph(wording.coming(*view.sums(ahead.items), len(soon), len(ahead.later), ahead.last))
    if ahead.items:
        yield Table(
            wording.CAPTION,
            (Column("Frist", 1.4), Column("Maßnahme oder Meilenstein", 5), Column("Status", 2),
             Column("Zuständigkeit", 2.4)),
            tuple(
                (
                    day(item.due), view.name(item.item, item.title),
                    Marked(terms.STATUS[item.status].label, item.status), item.responsible or terms.NO_OFFICE,
                )
                for item in ahead.items
            ),
        )  # fmt: skip
