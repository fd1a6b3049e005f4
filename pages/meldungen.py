"""Meldungen: from an office's file or a form into the log, and back out of it."""

from pages import _form_parts, _prefilled_parts, _reports_parts, _upload_parts, _uploads_parts

part = _reports_parts.chosen()

if part == _reports_parts.UPLOAD:
    _upload_parts.show()
elif part == _reports_parts.FORM:
    _form_parts.show()
elif part == _reports_parts.PREFILLED:
    _prefilled_parts.show()
else:
    _uploads_parts.show()
