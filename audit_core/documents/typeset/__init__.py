"""Documents set by Typst: an accessible PDF (PDF/UA-1), its pages as pictures, and single pictures for other files."""

from audit_core.tables.blocks import Picture, Report


def pdf(report: Report) -> bytes:
    """The report as PDF/UA-1 and PDF/A-2a; the same report gives the same bytes."""
    raise NotImplementedError(report.title)


def pages(report: Report, most: int, width: int) -> tuple[bytes, ...]:
    """The first `most` pages as PNG, each `width` pixels wide: what the PDF shows."""
    raise NotImplementedError(report.title)


def picture(block: Picture, width: int) -> bytes:
    """One picture of a report as PNG, `width` pixels wide, for documents that Typst does not set."""
    raise NotImplementedError(block.caption)
