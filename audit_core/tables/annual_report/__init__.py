"""The Jahresbericht as blocks: what was reached in a year, what was not and why, and every measure in the annex."""

from collections.abc import Iterator

from audit_core.tables.annual_report.annex import definitions, measures, sources
from audit_core.tables.annual_report.figures import figures
from audit_core.tables.annual_report.goals import balance, goals
from audit_core.tables.annual_report.missed import moved, not_reached
from audit_core.tables.annual_report.offices import offices, permanent_tasks
from audit_core.tables.annual_report.organisation import organisation
from audit_core.tables.annual_report.outlook import outlook
from audit_core.tables.annual_report.references import References
from audit_core.tables.annual_report.result import result
from audit_core.tables.annual_report.successes import successes
from audit_core.tables.annual_report.view import View, view
from audit_core.tables.asked import Asked
from audit_core.tables.blocks import Block, Report
from audit_core.wording.annual_report import cover
from audit_core.wording.numbers import day
from audit_core.wording.subject import agreement_name, invented, knowledge

__all__ = ["annual_report"]


def annual_report(asked: Asked) -> Report:
    """The Jahresbericht of a year; the same request gives the same blocks (R14)."""
    seen = view(asked)
    county = asked.known.county
    name = county.name or cover.NAMELESS
    subject = asked.agreement_name
    return Report(
        title=asked.title or cover.title(asked.until),
        subtitle=subject if asked.responsible is None else f"{subject} · {asked.responsible}",
        county=name,
        facts=tuple((what, text) for what, text in _facts(seen) if text),
        blocks=tuple(_blocks(seen)),
        footer=cover.footer(name, asked.until, subject),
        warning=invented(name) if county.invented else "",
        as_of=asked.until,
        known_by=asked.known_by,
    )


def _facts(seen: View) -> Iterator[tuple[str, str]]:
    chosen, asked = seen.agreement, seen.asked
    if chosen is not None:
        yield "Laufzeit", cover.period(chosen.begin.first, seen.agreement_end)
        yield "Verfahren", chosen.procedure
        yield "Vorlage", chosen.paper
    else:
        begun = [row for row in asked.known.county.agreements if row.begin.first <= asked.until]
        yield "Darunter", cover.agreements([agreement_name(row.code, row.title) for row in begun])
    yield "Zuständigkeit", asked.responsible or ""
    yield "Stichtag", day(asked.until)
    yield "Verglichen mit", day(asked.before)
    yield "Kenntnisstand", knowledge(asked.known_by, asked.frozen)
    yield "Zu den Daten", asked.known.county.note


def _blocks(seen: View) -> Iterator[Block]:
    references = References()
    yield from result(seen)
    yield from organisation(seen, references)
    yield from successes(seen)
    yield from not_reached(seen)
    yield from moved(seen)
    yield from offices(seen)
    yield from permanent_tasks(seen)
    yield from balance(seen)
    yield from goals(seen)
    yield from figures(seen, references)
    yield from outlook(seen)
    yield from measures(seen, references)
    yield from definitions(seen)
    yield from sources(references)
