"""Commands that make something: the database, an invented county, the lists of README."""

import argparse

from audit_core import docs, sample
from audit_core.columns import FILES
from audit_core.commands import call
from audit_core.documents import exchange
from audit_core.errors import AuditError
from audit_core.upload import apply

NOT_WRITABLE = "In den Ordner ‚{folder}‘ lässt sich nicht schreiben. Bitte Ort und Rechte prüfen."

NOT_STORABLE = (
    "Der Name des Ordners ‚{name}‘ enthält Zeichen, die sich nicht speichern lassen. Bitte den Ordner umbenennen."
)


def init(options: argparse.Namespace) -> int:
    """`init`: create the tables and load a folder of exchange files."""
    name = options.data.resolve().name
    if call.storable(name) != name:
        raise AuditError(NOT_STORABLE.format(name=call.storable(name)))
    with call.database() as engine:
        warnings = apply.load_folder(engine, options.data, call.now())
    call.tell(*(f"Hinweis: {warning.sentence()}" for warning in warnings))
    return call.DONE


def export(options: argparse.Namespace) -> int:
    """`export`: write the exchange files that `init` and `upload` read; those of an earlier export go."""
    written = exchange.files(call.county())
    try:
        options.output.mkdir(parents=True, exist_ok=True)
        for file in FILES:
            (options.output / f"{file.name}.csv").unlink(missing_ok=True)
        for name, data in written.items():
            (options.output / name).write_bytes(data)
    except OSError as error:
        raise AuditError(NOT_WRITABLE.format(folder=options.output)) from error
    return call.DONE


def make_sample(options: argparse.Namespace) -> int:
    """`sample`: write an invented county."""
    if options.measures < 1 or not 1 <= options.years <= 60:
        raise AuditError("Ein erfundener Landkreis braucht mindestens eine Maßnahme und 1 bis 60 Jahre.")
    try:
        sample.write(options.output, options.measures, options.years, options.seed, options.until or call.now().date())
    except OSError as error:
        raise AuditError(NOT_WRITABLE.format(folder=options.output)) from error
    return call.DONE


def write_docs(options: argparse.Namespace) -> int:
    """`docs`: write or check the lists of README."""
    if not options.check:
        docs.write(options.described)
        return call.DONE
    problems = docs.check(options.described)
    call.tell(*problems)
    return call.DATA_ERROR if problems else call.DONE
