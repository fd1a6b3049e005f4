"""The command line (DESIGN §8): `--json` prints a stable contract on stdout, messages go to stderr."""

import argparse
import json
import os
import sys
from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any, NoReturn

from audit_core import docs, sample, store, tables
from audit_core.agreement import County, default_as_of, in_force
from audit_core.balance import year_end
from audit_core.dates import BERLIN, DateError, end_of_day, parse, set_now
from audit_core.errors import UNUSABLE_DATABASE, AuditError
from audit_core.standing import ALL
from audit_core.upload import apply
from audit_core.wording import listing, usage_words

DEFAULT_URL = "sqlite:///data/audit.db"
DEFAULT_DATA = Path("data/kyffhaeuserkreis")
DONE, DATA_ERROR, WRONG_USE = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Carry out one command; returns the exit code: 0 done, 1 the data has errors, 2 wrong use."""
    options = _parser().parse_args(arguments)
    command: Callable[[argparse.Namespace], int] = options.command
    try:
        return command(options)
    except BrokenPipeError:  # somebody reads only the first lines (`| head`)
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except apply.BadDataError as error:
        _tell(error, *(problem.sentence() for problem in error.problems[apply.SHOWN_PROBLEMS :]))
        return DATA_ERROR
    except AuditError as error:
        _tell(error)
        return WRONG_USE
    except (store.DatabaseError, OSError) as error:
        _tell(UNUSABLE_DATABASE, error)
        return WRONG_USE


class _Usage(argparse.HelpFormatter):
    """The help's headings in German."""

    def add_usage(self, usage: Any, arguments: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, arguments, groups, "Aufruf: " if prefix is None else prefix)

    def start_section(self, heading: str | None) -> None:
        super().start_section(usage_words.HEADINGS.get(heading or "", heading))


class _Parser(argparse.ArgumentParser):
    """A parser whose own sentences are German."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options, formatter_class=_Usage, add_help=False)
        self.add_argument("-h", "--help", action="help", help="zeigt diese Hilfe")

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        self.exit(WRONG_USE, usage_words.german(message) + "\n")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="python -m audit_core", description="Auditmonitor auf der Kommandozeile")
    commands = parser.add_subparsers(required=True, metavar="BEFEHL")
    described: dict[str, str] = {}

    def add(name: str, text: str, run: Callable[[argparse.Namespace], int]) -> argparse.ArgumentParser:
        command = commands.add_parser(name, help=text, description=text)
        command.set_defaults(command=run)
        described[name] = text
        return command

    def add_view(command: argparse.ArgumentParser) -> None:
        command.add_argument("--as-of", type=_day, metavar="D", help="Stichtag")
        command.add_argument("--known-by", type=_moment, metavar="T", help="Kenntnisstand: was bis dahin erfasst war")
        command.add_argument("--responsible", metavar="STELLE", help="nur die Maßnahmen einer Stelle")

    init = add("init", "legt die Datenbank an und lädt einen Ordner mit Austauschdateien", _init)
    init.add_argument("--data", type=Path, default=DEFAULT_DATA, metavar="ORDNER")
    status = add("status", "der Stand an einem Stichtag", _status)
    overdue = add("overdue", "was überfällig ist", _overdue)
    balance = add("balance", "die Bilanz eines Jahres", _balance)
    balance.add_argument("--year", type=int, required=True, metavar="JAHR")
    balance.add_argument("--until", type=_day, metavar="D", help="letzter verglichener Tag des Jahres")
    compare = add("compare", "zwei Stichtage im Vergleich", _compare)
    compare.add_argument("first", type=_day, metavar="D1")
    compare.add_argument("second", type=_day, metavar="D2")
    compare.add_argument("--known-by", type=_moment, metavar="T", help="Kenntnisstand von D2 (sonst alles Bekannte)")
    compare.add_argument("--known-by-before", type=_moment, metavar="T", help="Kenntnisstand von D1 (sonst der von D2)")
    compare.add_argument("--responsible", metavar="STELLE", help="nur die Maßnahmen einer Stelle")
    audit = add("audit", "Ereignisse und Beschlüsse des Audits", _audit)
    for command in (status, overdue):
        add_view(command)
    for command in (status, overdue, balance, compare):
        command.add_argument("--agreement", metavar="KÜRZEL", help="Kürzel einer Zielvereinbarung oder all")
    for command in (status, overdue, balance, compare, audit):
        command.add_argument("--json", action="store_true", help="ein JSON-Dokument ausgeben")
    invented = add("sample", "schreibt einen erfundenen Landkreis", _sample)
    invented.add_argument("--measures", type=int, default=45, metavar="N")
    invented.add_argument("--years", type=int, default=8, metavar="JAHRE")
    invented.add_argument("--seed", type=int, default=7, metavar="S")
    invented.add_argument("--until", type=_day, default=None, metavar="D")
    invented.add_argument("-o", "--output", type=Path, required=True, metavar="ORDNER")
    written = add("docs", "schreibt die Listen in README.md neu; --check prüft sie und die Hilfe", _docs)
    written.add_argument("--check", action="store_true")
    written.set_defaults(described=described)
    return parser


def _day(text: str) -> date:
    try:
        return parse(text).last
    except DateError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def _moment(text: str) -> tuple[datetime, str]:
    """A Kenntnisstand and how it is repeated: a date means the end of that day in Europe/Berlin (R2)."""
    try:
        day = parse(text)
    except DateError:
        day = None
    if day is not None and ":" not in text:
        return end_of_day(day.last), day.last.isoformat()
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        sentence = f"‚{text}‘ ist kein Kenntnisstand wie 2021-12-31 oder 2021-12-31T14:05."
        raise argparse.ArgumentTypeError(sentence) from error
    moment = moment if moment.tzinfo else moment.replace(tzinfo=BERLIN)
    return moment, moment.isoformat()


def _now() -> datetime:
    """The one reading of the clock here; AUDIT_TODAY fixes the day for tests and pictures."""
    fixed = os.environ.get("AUDIT_TODAY")
    return set_now(fixed) if fixed else datetime.now(BERLIN)


def _url() -> str:
    return os.environ.get("AUDIT_DATABASE_URL", DEFAULT_URL)


def _county() -> County:
    engine = store.open_engine(_url())
    try:
        if not store.has_plan(engine):
            raise AuditError("Die Datenbank enthält noch keinen Plan. Zuerst laden: python -m audit_core init")
        return store.load(engine)
    finally:
        engine.dispose()


def _agreement(county: County, code: str | None, as_of: date) -> str:
    """The agreement asked for, else the one in force on the Stichtag (DESIGN §8)."""
    agreements = county.plan_known_by(None).agreements
    if code is None:
        chosen = in_force(agreements, as_of)
        return chosen.code if chosen else ALL
    if code != ALL and code not in {a.code for a in agreements}:
        raise AuditError(
            f"Die Zielvereinbarung ‚{code}‘ gibt es nicht. Möglich sind: {', '.join(a.code for a in agreements)}, all."
        )
    return code


def _init(options: argparse.Namespace) -> int:
    engine = store.open_engine(_url())
    try:
        warnings = apply.load_folder(engine, options.data, _now())
    finally:
        engine.dispose()  # the last one out moves SQLite's side file into the database file
    _tell(*(f"Hinweis: {warning.sentence()}" for warning in warnings))
    return DONE


def _view(options: argparse.Namespace) -> tuple[County, date, datetime | None, str, str | None]:
    county = _county()
    plan = county.plan_known_by(None)
    as_of = options.as_of or default_as_of(plan.agreements, _now().date())
    agreement = _agreement(county, options.agreement, as_of)
    return county, as_of, _known(options.known_by), agreement, _office(county, options.responsible)


def _known(given: tuple[datetime, str] | None) -> datetime | None:
    return given[0] if given else None


def _office(county: County, name: str | None) -> str | None:
    """The office asked for, which must answer for something."""
    plan = county.plan_known_by(None)
    offices = {m.responsible for m in plan.measures} | {m.responsible for m in plan.milestones}
    if name is not None and name not in offices:
        raise AuditError(f"Die Stelle ‚{name}‘ ist für keine Maßnahme zuständig.")
    return name


def _status(options: argparse.Namespace) -> int:
    document = tables.status_document(*_view(options))
    document["known_by"] = options.known_by[1] if options.known_by else None
    return _answer(options, document, listing.status)


def _overdue(options: argparse.Namespace) -> int:
    return _answer(options, tables.overdue_document(*_view(options)), listing.overdue)


def _balance(options: argparse.Namespace) -> int:
    if not 1900 <= options.year <= 2199:
        raise AuditError(f"{options.year} ist kein Jahr zwischen 1900 und 2199.")
    if options.until and options.until.year != options.year:
        raise AuditError(f"Der {options.until:%d.%m.%Y} liegt nicht im Jahr {options.year}.")
    county = _county()
    until = year_end(options.year, _now().date(), options.until)
    agreement = _agreement(county, options.agreement or ALL, until)
    return _answer(options, tables.balance_document(county, options.year, until, agreement), listing.balance)


def _compare(options: argparse.Namespace) -> int:
    if options.first > options.second:
        raise AuditError("Der erste Stichtag liegt nach dem zweiten. Bitte die beiden Tage tauschen.")
    county = _county()
    known_by, before = _known(options.known_by), _known(options.known_by_before)
    if known_by is not None and before is not None and before > known_by:
        raise AuditError("Der erste Kenntnisstand liegt nach dem zweiten. Bitte die beiden tauschen.")
    document = tables.compare_document(
        county, options.first, options.second, _agreement(county, options.agreement or ALL, options.second),
        known_by, before or known_by, _office(county, options.responsible),
    )  # fmt: skip
    return _answer(options, document, listing.compare)


def _audit(options: argparse.Namespace) -> int:
    return _answer(options, tables.audit_document(_county()), listing.audit)


def _sample(options: argparse.Namespace) -> int:
    if options.measures < 1 or not 1 <= options.years <= 60:
        raise AuditError("Ein erfundener Landkreis braucht mindestens eine Maßnahme und 1 bis 60 Jahre.")
    try:
        sample.write(options.output, options.measures, options.years, options.seed, options.until or _now().date())
    except OSError as error:
        sentence = f"In den Ordner ‚{options.output}‘ lässt sich nicht schreiben. Bitte Ort und Rechte prüfen."
        raise AuditError(sentence) from error
    return DONE


def _docs(options: argparse.Namespace) -> int:
    if not options.check:
        docs.write(options.described)
        return DONE
    problems = docs.check(options.described)
    _tell(*problems)
    return DATA_ERROR if problems else DONE


def _tell(*lines: object) -> None:
    for line in lines:
        print(line, file=sys.stderr)


def _answer(options: argparse.Namespace, document: Any, as_text: Callable[[Any], str]) -> int:
    print(json.dumps(document, ensure_ascii=False, indent=2) if options.json else as_text(document), flush=True)
    return DONE


if __name__ == "__main__":
    sys.exit(main())
