"""What every command needs: how a call is read and answered, the clock, the database."""

import argparse
import io
import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from typing import Any, NoReturn

from audit_core import store
from audit_core.agreement import County
from audit_core.dates import BERLIN, DateError, end_of_day, parse, set_now
from audit_core.errors import AuditError
from audit_core.wording import usage_words

DEFAULT_URL = "sqlite:///data/audit.db"
DONE, DATA_ERROR, WRONG_USE = 0, 1, 2


class Usage(argparse.HelpFormatter):
    """The help's headings in German."""

    def add_usage(self, usage: Any, arguments: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, arguments, groups, "Aufruf: " if prefix is None else prefix)

    def start_section(self, heading: str | None) -> None:
        super().start_section(usage_words.HEADINGS.get(heading or "", heading))


class Parser(argparse.ArgumentParser):
    """A parser whose own sentences are German."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options, formatter_class=Usage, add_help=False)
        self.add_argument("-h", "--help", action="help", help="zeigt diese Hilfe")

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        self.exit(WRONG_USE, usage_words.german(message) + "\n")


def day(text: str) -> date:
    """A date of R3 as an argument: its last day."""
    try:
        return parse(text).last
    except DateError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def moment(text: str) -> tuple[datetime, str]:
    """A Kenntnisstand and how it is repeated: a date means the end of that day in Europe/Berlin (R2)."""
    try:
        named = parse(text)
    except DateError:
        named = None
    if named is not None and ":" not in text:
        return end_of_day(named.last), named.last.isoformat()
    try:
        at = datetime.fromisoformat(text)
    except ValueError as error:
        sentence = f"‚{text}‘ ist kein Kenntnisstand wie 2021-12-31 oder 2021-12-31T14:05."
        raise argparse.ArgumentTypeError(sentence) from error
    at = at if at.tzinfo else at.replace(tzinfo=BERLIN)
    return at, at.isoformat()


def now() -> datetime:
    """The one reading of the clock here; AUDIT_TODAY fixes the day for tests and pictures."""
    fixed = os.environ.get("AUDIT_TODAY")
    return set_now(fixed) if fixed else datetime.now(BERLIN)


def url() -> str:
    """Where the database is."""
    return os.environ.get("AUDIT_DATABASE_URL", DEFAULT_URL)


@contextmanager
def database() -> Iterator[store.Engine]:
    """The database for one command."""
    engine = store.open_engine(url())
    try:
        yield engine
    finally:
        engine.dispose()  # the last one out moves SQLite's side file into the database file


def county() -> County:
    """All that is stored; a database without a plan is refused."""
    with database() as engine:
        if not store.has_plan(engine):
            raise AuditError("Die Datenbank enthält noch keinen Plan. Zuerst laden: python -m audit_core init")
        return store.load(engine)


def tell(*lines: object) -> None:
    """Say something to the person, on stderr."""
    for line in lines:
        print(line, file=sys.stderr)


def answer(options: argparse.Namespace, document: Any, as_text: Callable[[Any], str]) -> int:
    """Print a document as JSON or as text; signs that the output cannot show are escaped."""
    text = json.dumps(document, ensure_ascii=False, indent=2) if options.json else as_text(document)
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")
    if options.json and not _can_be_printed(text):
        text = json.dumps(document, indent=2)
    print(text, flush=True)
    return DONE


def _can_be_printed(text: str) -> bool:
    try:
        text.encode(sys.stdout.encoding or "utf-8")
    except UnicodeEncodeError:
        return False
    return True


def storable(text: str) -> str:
    """A text of the system with a � for each byte that is no sign: file names may hold any bytes, the database not.

    >>> storable("Jugendamt"), storable("Gr\\udcf6\\udcdfe")
    ('Jugendamt', 'Gr��e')
    """
    return text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
