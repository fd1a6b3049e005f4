"""The minutes of a workshop as documents: PDF/UA to keep, DOCX to go on writing in."""

from collections.abc import Callable, Mapping

from audit_core.documents import typeset, word
from audit_core.documents.naming import file_word
from audit_core.documents.registry import PDF
from audit_core.errors import AuditError
from audit_core.store import Workshop
from audit_core.tables.blocks import Report

MIMES: Mapping[str, str] = {"pdf": PDF, "docx": word.MIME}
_MADE: Mapping[str, Callable[[Report], bytes]] = {"pdf": typeset.pdf, "docx": word.docx}


def made(report: Report, format: str) -> bytes:
    """The minutes in one format; the same report gives the same bytes. AuditError for a format there is not."""
    if format not in _MADE:
        raise AuditError(f"Ein Protokoll gibt es nicht als .{format}. Möglich: .pdf oder .docx.")
    return _MADE[format](report)


def file_name(evening: Workshop, format: str) -> str:
    """The name of its file, safe on every system."""
    return f"protokoll_{file_word(evening.agreement)}_nr{evening.id}.{format}"
