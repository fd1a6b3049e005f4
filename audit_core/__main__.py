"""The command line (DESIGN §8): `--json` prints a stable contract on stdout, messages go to stderr."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from audit_core import store
from audit_core.commands import call, documenting, making, uploading, views, workshops
from audit_core.errors import UNUSABLE_DATABASE, AuditError
from audit_core.upload import folder
from audit_core.upload.undo import UndoRefusedError

DEFAULT_DATA = Path("data/kyffhaeuserkreis")
BY = "Kommandozeile"
_Run = Callable[[argparse.Namespace], int]


def main(arguments: Sequence[str] | None = None) -> int:
    """Carry out one command; returns the exit code: 0 done, 1 the data has errors, 2 wrong use."""
    options = _parser().parse_args(arguments)
    command: _Run = options.command
    try:
        return command(options)
    except BrokenPipeError:  # somebody reads only the first lines (`| head`)
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return call.DONE
    except folder.BadDataError as error:
        call.tell(error, *(problem.sentence() for problem in error.problems[folder.SHOWN_PROBLEMS :]))
        return call.DATA_ERROR
    except UndoRefusedError as error:
        call.tell(error)
        return call.DATA_ERROR
    except AuditError as error:
        call.tell(error)
        return call.WRONG_USE
    except (store.DatabaseError, OSError) as error:
        call.tell(UNUSABLE_DATABASE, error)
        return call.WRONG_USE


def _parser() -> argparse.ArgumentParser:
    parser = call.Parser(prog="python -m audit_core", description="Auditmonitor auf der Kommandozeile")
    commands = parser.add_subparsers(required=True, metavar="BEFEHL")
    described: dict[str, str] = {}

    def add(name: str, text: str, run: Callable[[argparse.Namespace], int]) -> argparse.ArgumentParser:
        command = commands.add_parser(name, help=text, description=text)
        command.set_defaults(command=run)
        described[name] = text
        return command

    def add_view(command: argparse.ArgumentParser) -> None:
        command.add_argument("--as-of", type=call.day, metavar="D", help="Stichtag")
        command.add_argument("--known-by", type=call.moment, metavar="T", help="Kenntnisstand: was bis da erfasst war")
        command.add_argument("--responsible", metavar="STELLE", help="nur die Maßnahmen einer Stelle")

    init = add("init", "legt die Datenbank an und lädt einen Ordner mit Austauschdateien", making.init)
    init.add_argument("--data", type=Path, default=DEFAULT_DATA, metavar="ORDNER")
    status = add("status", "der Stand an einem Stichtag", views.status)
    overdue = add("overdue", "was überfällig ist", views.overdue)
    balance = add("balance", "die Bilanz eines Jahres", views.balance)
    balance.add_argument("--year", type=int, required=True, metavar="JAHR")
    balance.add_argument("--until", type=call.day, metavar="D", help="letzter verglichener Tag des Jahres")
    compare = add("compare", "zwei Stichtage im Vergleich", views.compare)
    compare.add_argument("first", type=call.day, metavar="D1")
    compare.add_argument("second", type=call.day, metavar="D2")
    compare.add_argument("--known-by", type=call.moment, metavar="T", help="Kenntnisstand von D2 (sonst alles)")
    compare.add_argument("--known-by-before", type=call.moment, metavar="T", help="Kenntnisstand von D1 (sonst von D2)")
    compare.add_argument("--responsible", metavar="STELLE", help="nur die Maßnahmen einer Stelle")
    audit = add("audit", "Ereignisse und Beschlüsse des Audits", views.audit)
    for command in (status, overdue):
        add_view(command)
    for command in (status, overdue, balance, compare):
        command.add_argument("--agreement", metavar="KÜRZEL", help="Kürzel einer Zielvereinbarung oder all")
    for command in (status, overdue, balance, compare, audit):
        command.add_argument("--json", action="store_true", help="ein JSON-Dokument ausgeben")
    _add_uploads(add)
    _add_documents(add)
    _add_workshops(add)
    invented = add("sample", "schreibt einen erfundenen Landkreis", making.make_sample)
    invented.add_argument("--measures", type=int, default=45, metavar="N")
    invented.add_argument("--years", type=int, default=8, metavar="JAHRE")
    invented.add_argument("--seed", type=int, default=7, metavar="S")
    invented.add_argument("--until", type=call.day, default=None, metavar="D")
    invented.add_argument("-o", "--output", type=Path, required=True, metavar="ORDNER")
    written = add("docs", "schreibt die Listen in README.md neu; --check prüft sie und die Hilfe", making.write_docs)
    written.add_argument("--check", action="store_true")
    written.set_defaults(described=described)
    return parser


def _add_uploads(add: Callable[[str, str, _Run], argparse.ArgumentParser]) -> None:
    """The commands that take files in, and back out."""
    check = add("check", "prüft eine Datei, ohne etwas zu ändern", uploading.check)
    upload = add("upload", "übernimmt eine Datei", uploading.upload)
    for command in (check, upload):
        command.add_argument("file", type=Path, metavar="DATEI")
    upload.add_argument("--good-rows", action="store_true", help="auch wenn Zeilen abgelehnt werden: die guten")
    upload.add_argument("--dry-run", action="store_true", help="nur zeigen, was geschähe")
    undo = add("undo", "nimmt eine Übernahme zurück", uploading.undo)
    undo.add_argument("id", type=int, metavar="NR")
    for command in (upload, undo):
        command.add_argument("--by", default=BY, metavar="STELLE", help="wer es tut")
    exported = add("export", "schreibt alle Daten als Austauschdateien", making.export)
    exported.add_argument("-o", "--output", type=Path, required=True, metavar="ORDNER")
    listed = add("uploads", "alle Übernahmen, die neueste zuerst", uploading.uploads)
    for command in (check, upload, undo, listed):
        command.add_argument("--json", action="store_true", help="ein JSON-Dokument ausgeben")


def _add_documents(add: Callable[[str, str, _Run], argparse.ArgumentParser]) -> None:
    """The commands that make documents, and freeze reports."""
    listed = add("documents", "alle Dokumente mit Format und Zweck", documenting.documents)
    made = add("document", "schreibt ein Dokument über ein Jahr", documenting.document)
    made.add_argument("name", metavar="NAME", help="Name eines Dokuments (siehe documents)")
    made.add_argument("-o", "--output", type=Path, required=True, metavar="DATEI", help="ihre Endung ist das Format")
    made.add_argument("--known-by", type=call.moment, metavar="T", help="Kenntnisstand: was bis da erfasst war")
    made.add_argument("--responsible", metavar="STELLE", help="nur die Maßnahmen und Fristen einer Stelle")
    frozen = add("freeze", "schreibt den Jahresbericht eines Jahres fest", documenting.freeze)
    frozen.add_argument("--title", default="", metavar="TITEL")
    frozen.add_argument("--by", default=BY, metavar="STELLE", help="wer es tut")
    for command in (made, frozen):
        command.add_argument("--year", type=int, required=True, metavar="JAHR")
        command.add_argument("--until", type=call.day, metavar="D", help="letzter verglichener Tag des Jahres")
        command.add_argument("--agreement", metavar="KÜRZEL", help="Kürzel einer Zielvereinbarung oder all")
    reports = add("reports", "alle festgeschriebenen Berichte, oder einer noch einmal erzeugt", documenting.reports)
    reports.add_argument("id", type=int, nargs="?", metavar="NR", help="dieser, geprüft gegen die Prüfsummen")
    reports.add_argument("-o", "--output", type=Path, metavar="ORDNER", help="wohin seine Dateien kommen")
    for command in (listed, frozen, reports):
        command.add_argument("--json", action="store_true", help="ein JSON-Dokument ausgeben")


def _add_workshops(add: Callable[[str, str, _Run], argparse.ArgumentParser]) -> None:
    """The commands about what was decided in workshops."""
    listed = add("workshops", "alle Workshops, der neueste zuerst", workshops.workshops)
    minutes = add("minutes", "schreibt das Protokoll eines Workshops", workshops.minutes)
    minutes.add_argument("id", type=int, metavar="NR")
    minutes.add_argument("-o", "--output", type=Path, metavar="DATEI", help="mit der Endung .pdf oder .docx")
    for command in (listed, minutes):
        command.add_argument("--json", action="store_true", help="ein JSON-Dokument ausgeben")
    drafted = add("draft", "schreibt den Entwurf der nächsten Zielvereinbarung als Austauschdateien", workshops.draft)
    drafted.add_argument("code", nargs="?", metavar="KÜRZEL", help="dasselbe wie --agreement")
    drafted.add_argument("--agreement", metavar="KÜRZEL", help="worauf er folgt (sonst die des neuesten Workshops)")
    drafted.add_argument("-o", "--output", type=Path, required=True, metavar="ORDNER")


if __name__ == "__main__":
    sys.exit(main())
