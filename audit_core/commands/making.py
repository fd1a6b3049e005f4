"""Commands that make something: the database, an invented county, the lists of README."""

import argparse

from audit_core import docs, sample
from audit_core.commands import call
from audit_core.errors import AuditError
from audit_core.upload import apply


def init(options: argparse.Namespace) -> int:
    """`init`: create the tables and load a folder of exchange files."""
    with call.database() as engine:
        warnings = apply.load_folder(engine, options.data, call.now())
    call.tell(*(f"Hinweis: {warning.sentence()}" for warning in warnings))
    return call.DONE


def make_sample(options: argparse.Namespace) -> int:
    """`sample`: write an invented county."""
    if options.measures < 1 or not 1 <= options.years <= 60:
        raise AuditError("Ein erfundener Landkreis braucht mindestens eine Maßnahme und 1 bis 60 Jahre.")
    try:
        sample.write(options.output, options.measures, options.years, options.seed, options.until or call.now().date())
    except OSError as error:
        sentence = f"In den Ordner ‚{options.output}‘ lässt sich nicht schreiben. Bitte Ort und Rechte prüfen."
        raise AuditError(sentence) from error
    return call.DONE


def write_docs(options: argparse.Namespace) -> int:
    """`docs`: write or check the lists of README."""
    if not options.check:
        docs.write(options.described)
        return call.DONE
    problems = docs.check(options.described)
    call.tell(*problems)
    return call.DATA_ERROR if problems else call.DONE
