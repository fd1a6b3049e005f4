"""Documents set by Typst: an accessible PDF (PDF/UA-1), its pages as pictures, and single pictures for other files."""

from dataclasses import replace
from datetime import UTC, datetime, time

from audit_core.documents.typeset.compiler import Values, compiled, dots_per_inch, queried, with_any_text
from audit_core.documents.typeset.drawing import WIDTH
from audit_core.documents.typeset.values import beginning, picture_values, report_values
from audit_core.tables.blocks import Picture, Report

STANDARDS = ["ua-1", "a-2a"]
PAGE_WIDTH = 210.0


def pdf(report: Report) -> bytes:
    """The report as PDF/UA-1 and PDF/A-2a; the same report gives the same bytes."""
    day = datetime.combine(report.as_of, time(12), tzinfo=UTC)

    def made(values: Values) -> bytes:
        return compiled("report", values, format="pdf", pdf_standards=STANDARDS, timestamp=day)[0]

    return with_any_text(made, lambda plain: report_values(report, plain))


def pages(report: Report, most: int, width: int) -> tuple[bytes, ...]:
    """The first `most` pages as PNG, each `width` pixels wide: what the PDF shows.

    Only their beginning is drawn; the contents and the number of pages are those of the whole report.
    """

    def made(values: Values) -> tuple[bytes, ...]:
        laid = queried("report", values, "laid")
        first = report_values(replace(report, blocks=beginning(report.blocks, most)), plain="plain" in values)
        drawn = compiled(
            "report",
            {**first, "laid": laid, "contents": values["contents"]},
            format="png",
            ppi=dots_per_inch(width, PAGE_WIDTH),
        )
        return drawn[:most]

    return with_any_text(made, lambda plain: report_values(report, plain) | ({"plain": True} if plain else {}))


def picture(block: Picture, width: int) -> bytes:
    """One picture of a report as PNG, `width` pixels wide, for documents that Typst does not set."""

    def made(values: Values) -> bytes:
        return compiled("picture", values, format="png", ppi=dots_per_inch(width, WIDTH))[0]

    return with_any_text(made, lambda plain: picture_values(block, plain))
