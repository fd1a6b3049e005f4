"""Commands about workshops: workshops, minutes, draft."""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from audit_core import store
from audit_core.agreement import County, default_as_of
from audit_core.commands import call
from audit_core.commands.documenting import NOT_WRITTEN
from audit_core.commands.making import NOT_WRITABLE
from audit_core.commands.views import chosen_agreement
from audit_core.documents import draft as draft_files
from audit_core.documents import minutes as minutes_files
from audit_core.errors import AuditError
from audit_core.standing import ALL, History, history
from audit_core.store import Note, Workshop
from audit_core.wording import listing
from audit_core.workshop import taking
from audit_core.workshop.draft import draft_of
from audit_core.workshop.draft_counts import gap_lines
from audit_core.workshop.minutes import minutes_of
from audit_core.workshop.minutes_document import minutes_document
from audit_core.workshop.minutes_values import record_of
from audit_core.workshop.said import words_of

_LARGEST = 2**63 - 1
"""What a database can hold as a number."""


def workshops(options: argparse.Namespace) -> int:
    """`workshops`: all evenings, the newest first, with how far the decisions were at the end of each."""
    with call.database() as engine:
        evenings = store.workshops(engine)
        notes = {code: store.notes(engine, code) for code in {row.agreement for row in evenings}}
        county = store.load(engine) if evenings else County("")
    known = history(county)
    return call.answer(options, [_row(known, row, notes[row.agreement]) for row in evenings], listing.workshops)


def minutes(options: argparse.Namespace) -> int:
    """`minutes ID`: the minutes of an evening as a file, as JSON, or both."""
    if options.output is None and not options.json:
        raise AuditError("Bitte mit -o die Datei angeben, zum Beispiel -o protokoll.pdf, oder --json.")
    if options.id > _LARGEST:
        raise AuditError(f"Einen Workshop mit der Nummer {options.id} gibt es nicht.")
    with call.database() as engine:
        evening = taking.workshop(engine, options.id)
        notes, county = store.notes(engine, evening.agreement), store.load(engine)
    known = history(county)
    if options.output is not None:
        made = minutes_files.made(minutes_of(known, evening, notes), _ending(options.output))
        _write(options.output, made, NOT_WRITTEN.format(file=options.output))
    if not options.json:
        return call.DONE
    found = _row(known, evening, notes) | minutes_document(record_of(known, evening, notes))
    return call.answer(options, found, listing.workshop)


def draft(options: argparse.Namespace) -> int:
    """`draft`: the draft of the next agreement as exchange files; what it lacks goes to stderr."""
    county = call.county()
    with call.database() as engine:
        evenings = store.workshops(engine)
        code = _agreement(options, county, evenings)
        notes = store.notes(engine, code)
    newest = next((row for row in evenings if row.agreement == code), None)
    agreements = county.plan_known_by(None).agreements
    as_of = newest.as_of if newest else default_as_of(agreements, call.now().date())
    found = draft_of(history(county), code, as_of, words_of(notes))
    for name, data in draft_files.files(found).items():
        _write(options.output / name, data, NOT_WRITABLE.format(folder=options.output))
    call.tell(*gap_lines(found))
    return call.DONE


def _agreement(options: argparse.Namespace, county: County, evenings: Sequence[Workshop]) -> str:
    """The agreement asked for, else that of the newest evening, else the one in force."""
    asked = options.agreement or options.code
    if options.code and options.agreement not in (None, options.code):
        raise AuditError("Bitte das Kürzel der Zielvereinbarung nur einmal angeben.")
    if asked is None and evenings:
        return evenings[0].agreement
    agreements = county.plan_known_by(None).agreements
    code = chosen_agreement(county, asked, default_as_of(agreements, call.now().date()))
    if code == ALL:
        raise AuditError("Ein Entwurf folgt auf eine Zielvereinbarung. Bitte mit --agreement ihr Kürzel angeben.")
    return code


def _row(known: History, evening: Workshop, notes: Sequence[Note]) -> dict[str, Any]:
    """An evening; `decided` of its `open` measures are decided about by its end, null where its agreement is gone."""
    decided = of = None
    if evening.agreement in known.agreements:
        found = record_of(known, evening, notes)
        decided, of = len(found.decided), len(found.decided) + len(found.undecided)
    return {
        "id": evening.id, "kind": evening.kind, "agreement": evening.agreement, "as_of": evening.as_of.isoformat(),
        "title": evening.title, "recorded_at": evening.recorded_at.isoformat(), "recorded_by": evening.recorded_by,
        "decided": decided, "open": of,
    }  # fmt: skip


def _ending(path: Path) -> str:
    if path.name.startswith(".") and not path.suffix:
        raise AuditError(f"‚{path.name}‘ ist nur eine Endung. Bitte der Datei einen Namen geben.")
    return path.suffix.removeprefix(".").casefold()


def _write(path: Path, data: bytes, trouble: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    except OSError as error:
        raise AuditError(trouble) from error
