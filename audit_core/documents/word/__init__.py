"""A report as DOCX: the same blocks as the PDF has, in Word's own styles, headings, tables and alternative texts.

Its XML is written as it is: python-docx needs seconds for the tables of a large county, and has nothing of its own for
descriptions of tables, contents or a language. Tests read what is written with python-docx and with the Open XML SDK.
"""

from audit_core.documents import typeset
from audit_core.documents.archive import zipped
from audit_core.documents.word import parts, styles
from audit_core.documents.word.body import body
from audit_core.tables.blocks import Report

MIME = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def docx(report: Report) -> bytes:
    """The report as DOCX; the same report gives the same bytes."""
    grown = body(report, typeset.picture)
    has_header = bool(report.warning)
    names = {relation: f"media/picture{number}.png" for number, relation in enumerate(grown.pictures, 1)}
    return zipped(
        {
            "[Content_Types].xml": parts.content_types(has_header),
            "_rels/.rels": parts.package_relations(),
            "docProps/core.xml": parts.core_properties(report),
            "docProps/app.xml": parts.app_properties(),
            "word/document.xml": parts.document(grown.xml, has_header),
            "word/_rels/document.xml.rels": parts.document_relations(has_header, names.items()),
            "word/styles.xml": styles.styles_xml(parts.MAIN),
            "word/settings.xml": parts.settings(),
            "word/numbering.xml": parts.numbering(),
            "word/footer.xml": parts.footer(report.footer),
            **({"word/header.xml": parts.header(report.warning)} if has_header else {}),
            **{f"word/{names[relation]}": data for relation, data in grown.pictures.items()},
        }
    )
