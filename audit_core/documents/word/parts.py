"""The other parts of a DOCX: what it consists of, how they belong together, its properties, lists and margins."""

from collections.abc import Iterable

from audit_core.documents.seen import named
from audit_core.documents.word import styles
from audit_core.documents.word.markup import LANGUAGE, attribute, field, hexadecimal, paragraph, runs
from audit_core.tables.blocks import Report
from audit_core.terms import ACCENT

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_ROOT = (
    f'xmlns:w="{MAIN}" xmlns:r="{_OFFICE}/relationships" xmlns:wp="{_DRAWING}/wordprocessingDrawing" '
    f'xmlns:a="{_DRAWING}/main" xmlns:pic="{_DRAWING}/picture"'
)
PAGES_WORDS = ("Seite ", " von ")


def part(xml: str) -> bytes:
    """A part with its declaration."""
    return f"{_DECLARATION}{xml}".encode()


def document(body: str, header: bool) -> bytes:
    """The document itself: its body on A4."""
    reference = '<w:headerReference w:type="default" r:id="rIdHeader"/>' if header else ""
    return part(
        f"<w:document {_ROOT}><w:body>{body}<w:sectPr>{reference}"
        '<w:footerReference w:type="default" r:id="rIdFooter"/><w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="1304" w:right="1134" w:bottom="1247" w:left="1134" w:header="567" w:footer="567" '
        'w:gutter="0"/>'
        "</w:sectPr></w:body></w:document>"
    )


def header(warning: str) -> bytes:
    """What stands above every page."""
    return part(f"<w:hdr {_ROOT}>{paragraph(runs(warning, strong=True), styles.HEADER)}</w:hdr>")


def footer(text: str) -> bytes:
    """What stands below every page: whose it is, and its number."""
    page, of = PAGES_WORDS
    counted = runs("\t" + page) + field("PAGE", "1") + runs(of) + field("NUMPAGES", "1")
    return part(f"<w:ftr {_ROOT}>{paragraph(runs(text) + counted, styles.FOOTER)}</w:ftr>")


def settings() -> bytes:
    """How Word shows it: as a document of today's version, with German separators; opening it asks nothing."""
    return part(
        f'<w:settings xmlns:w="{MAIN}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="709"/>'
        '<w:autoHyphenation/><w:consecutiveHyphenLimit w:val="2"/><w:doNotHyphenateCaps/>'
        '<w:characterSpacingControl w:val="doNotCompress"/>'
        '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" '
        f'w:val="15"/></w:compat><w:themeFontLang w:val="{LANGUAGE}"/><w:decimalSymbol w:val=","/>'
        '<w:listSeparator w:val=";"/></w:settings>'
    )


def numbering() -> bytes:
    """The one list there is: points."""
    return part(
        f'<w:numbering xmlns:w="{MAIN}"><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="hybridMultilevel"/>'
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:pStyle w:val="ListBullet"/>'
        '<w:lvlText w:val="•"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="284" w:hanging="284"/></w:pPr><w:rPr>'
        f'<w:color w:val="{hexadecimal(ACCENT)}"/></w:rPr></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )


def core_properties(report: Report) -> bytes:
    """Title, county and day of the document; the Stichtag stands for every date, there is no clock (R14)."""
    when = f'<dcterms:{{}} xsi:type="dcterms:W3CDTF">{report.as_of.isoformat()}T00:00:00Z</dcterms:{{}}>'
    return part(
        f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{attribute(named(report.title))}</dc:title><dc:subject>{attribute(report.subtitle)}</dc:subject>"
        f"<dc:creator>{attribute(report.county)}</dc:creator>{when.format('created', 'created')}"
        f"{when.format('modified', 'modified')}<dc:language>{LANGUAGE}</dc:language></cp:coreProperties>"
    )


def app_properties() -> bytes:
    """The program that made it."""
    program = "<Application>Auditmonitor</Application>"
    return part(f'<Properties xmlns="{_OFFICE}/extended-properties">{program}</Properties>')


def content_types(has_header: bool) -> bytes:
    """What each part is."""
    of_parts = {
        "/word/document.xml": f"{_WORD}.document.main+xml",
        "/word/styles.xml": f"{_WORD}.styles+xml",
        "/word/settings.xml": f"{_WORD}.settings+xml",
        "/word/numbering.xml": f"{_WORD}.numbering+xml",
        "/word/footer.xml": f"{_WORD}.footer+xml",
        **({"/word/header.xml": f"{_WORD}.header+xml"} if has_header else {}),
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        "/docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    }
    overrides = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in of_parts.items())
    return part(
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>'
        f"{overrides}</Types>"
    )


def package_relations() -> bytes:
    """What the file as a whole has."""
    return _relations(
        (
            ("rIdDocument", f"{_OFFICE}/relationships/officeDocument", "word/document.xml"),
            ("rIdCore", f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
            ("rIdApp", f"{_OFFICE}/relationships/extended-properties", "docProps/app.xml"),
        )
    )


def document_relations(has_header: bool, pictures: Iterable[tuple[str, str]]) -> bytes:
    """What the document has; of pictures their id and name."""
    kinds = ["styles", "settings", "numbering", "footer", *(["header"] if has_header else [])]
    return _relations(
        [
            *((f"rId{kind.capitalize()}", f"{_OFFICE}/relationships/{kind}", f"{kind}.xml") for kind in kinds),
            *((relation, f"{_OFFICE}/relationships/image", name) for relation, name in pictures),
        ]
    )


def _relations(of: Iterable[tuple[str, str, str]]) -> bytes:
    each = "".join(f'<Relationship Id="{id}" Type="{kind}" Target="{target}"/>' for id, kind, target in of)
    return part(f'<Relationships xmlns="{_PACKAGE}/relationships">{each}</Relationships>')
