"""The slides of a workshop as HTML: one markup for the stage and for the file that needs no server."""

from audit_core.documents.slideshow.offline import MIME, offline

__all__ = ["MIME", "offline"]
