"""A deck as bytes without a clock, in German throughout."""

from pptx.opc.oxml import serialize_part_xml
from pptx.opc.packuri import CONTENT_TYPES_URI, PACKAGE_URI
from pptx.opc.serialized import _ContentTypesItem
from pptx.presentation import Presentation

from audit_core.documents.archive import zipped

_ENGLISH, _GERMAN = b'lang="en-US"', b'lang="de-DE"'


def packed(made: Presentation) -> bytes:
    """The bytes of a deck: the same deck, the same bytes. Written here, since the library puts the clock into them."""
    package = made.part.package
    parts = tuple(package.iter_parts())
    files = {
        CONTENT_TYPES_URI.membername: serialize_part_xml(_ContentTypesItem.xml_for(parts)),
        PACKAGE_URI.rels_uri.membername: package._rels.xml,
    }
    for part in parts:
        name = part.partname
        files[name.membername] = part.blob.replace(_ENGLISH, _GERMAN) if name.ext == "xml" else part.blob
        if part.rels:
            files[name.rels_uri.membername] = part.rels.xml
    return zipped(files)
