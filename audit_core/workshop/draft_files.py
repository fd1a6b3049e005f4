"""The draft as exchange files that can be uploaded one after the other, and what an upload would say of them."""

from dataclasses import replace
from datetime import datetime

from audit_core.agreement import County
from audit_core.columns import MASSNAHMEN, MEILENSTEINE, MELDUNGEN, RECORDED_AT, ZIELVEREINBARUNGEN, ExchangeFile
from audit_core.errors import Problem
from audit_core.tables.csv_text import Sheet
from audit_core.tables.exchange import exchange_sheet
from audit_core.upload.check import Clock
from audit_core.upload.check.index import plain_code
from audit_core.upload.parse import parse
from audit_core.upload.preview import Preview, county_after, preview_of
from audit_core.workshop.draft_values import Draft

FILES = (ZIELVEREINBARUNGEN, MASSNAHMEN, MEILENSTEINE, MELDUNGEN)
"""In the order in which they are uploaded; the Meldungen once the next agreement is resolved."""


def draft_sheets(draft: Draft) -> dict[ExchangeFile, Sheet]:
    """The files that have a row, in the order of their upload."""
    county = _as_county(draft)
    sheets = {file: _without_clock(exchange_sheet(county, file)) for file in FILES}
    return {file: sheet for file, sheet in sheets.items() if sheet.rows}


def previews(draft: Draft, county: County, now: datetime) -> tuple[Preview, ...]:
    """What the upload of each file would do, one after the other, to a county as it is stored; writes nothing."""
    found = []
    county = _concerned(draft, county)
    for file, sheet in draft_sheets(draft).items():
        preview = preview_of(parse(sheet.csv, file, f"{file.name}.csv"), county, Clock(now))
        found.append(preview)
        county = county_after(county, preview.appended, now)
    return tuple(found)


def problems(draft: Draft, county: County, now: datetime) -> tuple[Problem, ...]:
    """Everything an upload of the draft would complain about, errors first."""
    found = previews(draft, county, now)
    return (*(one for p in found for one in p.errors), *(one for p in found for one in p.warnings))


def _concerned(draft: Draft, county: County) -> County:
    """A county with only those Meldungen and milestones that can matter to the files; all others cost most of the time.

    The files have milestones of the next agreement only, and Meldungen only about what ends or is replaced.
    """
    code = plain_code(draft.agreement.code)
    closed = {row.closing.item.measure for row in (*draft.ended, *draft.measures) if row.closing is not None}
    return replace(
        county,
        milestones=tuple(
            row for row in county.milestones
            if row.key.measure in closed or plain_code(row.agreement or "") == code
        ),
        log=tuple(entry for entry in county.log if entry.item.measure in closed),
    )  # fmt: skip


def _as_county(draft: Draft) -> County:
    """The rows of the draft as a county that has nothing else."""
    ready = [row for row in draft.measures if row.is_complete]
    closing = [row.closing for row in (*draft.ended, *ready) if row.closing is not None]
    return County(
        "",
        agreements=(draft.agreement,),
        measures=tuple(row.measure for row in ready),
        milestones=tuple(milestone for row in ready for milestone in row.milestones),
        log=tuple(sorted(closing, key=lambda entry: entry.item.number)),
    )


def _without_clock(sheet: Sheet) -> Sheet:
    """A sheet without the column that says when something was recorded: an upload sets it."""
    place = sheet.header.index(RECORDED_AT.header)
    return replace(
        sheet,
        header=(*sheet.header[:place], *sheet.header[place + 1 :]),
        rows=tuple((*row[:place], *row[place + 1 :]) for row in sheet.rows),
    )
