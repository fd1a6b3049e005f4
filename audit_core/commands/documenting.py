"""Commands that make documents, and freeze reports: documents, document, freeze, reports."""

import argparse
from pathlib import Path

from audit_core import store
from audit_core.agreement import County
from audit_core.commands import call, views
from audit_core.documents import frozen, registry
from audit_core.errors import AuditError
from audit_core.standing import history
from audit_core.tables.asked import Asked
from audit_core.wording import listing
from audit_core.wording.annual_report import cover

NOT_WRITTEN = "Die Datei ‚{file}‘ lässt sich nicht schreiben. Bitte Ort und Rechte prüfen."


def documents(options: argparse.Namespace) -> int:
    """`documents`: what can be made, in which formats, for what."""
    rows = [{"name": one.name, "format": one.format, "purpose": one.what_for} for one in registry.DOCUMENTS]
    return call.answer(options, rows, listing.documents)


def document(options: argparse.Namespace) -> int:
    """`document NAME`: write one document of a year; the format is the ending of the file."""
    if options.output.name.startswith(".") and not options.output.suffix:
        raise AuditError(f"‚{options.output.name}‘ ist nur eine Endung. Bitte der Datei einen Namen geben.")
    wanted = registry.document(options.name, options.output.suffix.removeprefix("."))
    county = call.county()
    _write(options.output, wanted.make(_asked(options, county)))
    return call.DONE


def freeze(options: argparse.Namespace) -> int:
    """`freeze`: keep the report of a year as it is known now (R14)."""
    county = call.county()
    asked = _asked(options, county)
    with call.database() as engine:
        title = call.storable(options.title) or cover.title(asked.until)
        row = frozen.freeze(engine, asked.agreement, asked.until, title, call.storable(options.by), call.now())
    return call.answer(options, _report(row), listing.frozen_report)


def reports(options: argparse.Namespace) -> int:
    """`reports`: all frozen reports, or one of them made again into a folder."""
    with call.database() as engine:
        if options.id is None:
            return call.answer(options, [_report(row) for row in store.frozen_reports(engine)], listing.frozen_reports)
        row = frozen.frozen_report(engine, options.id)
        checked = frozen.made_again(store.load(engine), row)
    if options.output is not None:
        for format, data in checked.files.items():
            _write(options.output / f"jahresbericht_{row.id}.{format}", data)
    found = _report(row) | {"same": checked.same, "same_program": checked.same_program}
    return call.answer(options, found, listing.frozen_report)


def _asked(options: argparse.Namespace, county: County) -> Asked:
    """The view that a document is about; a year that has not begun is refused."""
    until = views.last_day(options.year, options.until)
    if until > call.now().date():
        raise AuditError(f"Der {until:%d.%m.%Y} liegt in der Zukunft. Bitte ein Jahr wählen, das begonnen hat.")
    agreement = views.chosen_agreement(county, options.agreement, until)
    office = views.chosen_office(county, getattr(options, "responsible", None))
    known_by = getattr(options, "known_by", None)
    return Asked(history(county, known_by[0] if known_by else None), until, agreement, office)


def _report(row: store.FrozenReport) -> dict[str, object]:
    return {
        "id": row.id, "agreement": row.agreement, "as_of": row.as_of.isoformat(),
        "known_by": row.known_by.isoformat(), "title": row.title, "recorded_at": row.recorded_at.isoformat(),
        "recorded_by": row.recorded_by, "program_version": row.program_version, "pdf_sha256": row.pdf_sha256,
        "docx_sha256": row.docx_sha256,
    }  # fmt: skip


def _write(file: Path, data: bytes) -> None:
    """Write a file; the folder it lies in is made."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    except OSError as error:
        raise AuditError(NOT_WRITTEN.format(file=file)) from error

