"""A report as DOCX: the same blocks as the PDF has, in Word's own styles, headings, tables and alternative texts."""

from audit_core.tables.blocks import Report

MIME = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def docx(report: Report) -> bytes:
    """The report as DOCX; the same report gives the same bytes."""
    raise NotImplementedError(report.title)
