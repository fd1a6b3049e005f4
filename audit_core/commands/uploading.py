"""Commands that take files in, and back out: check, upload, undo, uploads."""

import argparse

from audit_core import store
from audit_core.commands import call
from audit_core.errors import AuditError
from audit_core.upload import answers, apply
from audit_core.upload import undo as taking_back
from audit_core.upload.parse import Sheet, recognise, refuse_size
from audit_core.wording import listing

_LARGEST = 2**63 - 1
"""What a database can hold as a number."""


def check(options: argparse.Namespace) -> int:
    """`check`: everything that is wrong with a file, and what it would do; writes nothing."""
    options.good_rows, options.dry_run, options.by = False, True, ""
    return upload(options)


def upload(options: argparse.Namespace) -> int:
    """`upload`: check a file and take it in at once."""
    sheet = _sheet(options)
    with call.database() as engine:
        done = apply.upload(
            engine, sheet, call.storable(options.by), call.now(), good_rows=options.good_rows, dry_run=options.dry_run
        )
    document = answers.upload_document(done.preview, done.upload)
    call.answer(options, document, listing.upload)
    would_write = options.good_rows and options.dry_run and done.preview.appended
    is_refused = done.preview.errors and done.upload is None and not would_write
    return call.DATA_ERROR if is_refused else call.DONE


def undo(options: argparse.Namespace) -> int:
    """`undo`: take an upload back."""
    if options.id > _LARGEST:
        raise AuditError(f"Eine Übernahme mit der Nummer {options.id} gibt es nicht.")
    with call.database() as engine:
        taking_back.undo(engine, options.id, call.storable(options.by), call.now())
    return call.answer(options, {"undone": options.id}, listing.undone)


def uploads(options: argparse.Namespace) -> int:
    """`uploads`: all of them, the ones taken back too."""
    with call.database() as engine:
        found = store.uploads(engine) if store.was_used(engine) else ()
    return call.answer(options, answers.uploads_document(found), listing.uploads)


def _sheet(options: argparse.Namespace) -> Sheet:
    try:
        refuse_size(options.file.stat().st_size)
        return recognise(options.file.read_bytes(), call.storable(options.file.name))
    except OSError as error:
        raise AuditError(f"Die Datei ‚{options.file}‘ lässt sich nicht lesen. Bitte Ort und Rechte prüfen.") from error
