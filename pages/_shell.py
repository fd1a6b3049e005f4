"""The one glue between pages and core: the database, the county of a revision, the clock, who is looking, the view."""

import gc
import logging
import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar

import streamlit as st

from audit_core import access, store
from audit_core.agreement import County
from audit_core.dates import BERLIN
from audit_core.errors import AuditError
from audit_core.standing import Standing, history, standing
from audit_core.upload import apply
from pages import _address, _parts
from pages._address import View as View

T = TypeVar("T")
P = ParamSpec("P")
LOG = logging.getLogger("auditmonitor")
ROOT = Path(__file__).resolve().parent.parent
FIRST_DATA = ROOT / "data" / "kyffhaeuserkreis"
_FIRST_START = threading.Lock()
_VIEW = "_view"
ERROR_SENTENCE = (
    "Diese Ansicht kann gerade nicht gezeigt werden. Der Fehler steht im Protokoll des Servers; "
    "bitte laden Sie die Seite neu oder wählen Sie eine andere."
)


def database_url() -> str:
    """Where the data is; one setting decides it."""
    return os.environ.get("AUDIT_DATABASE_URL", "sqlite:///data/audit.db")


@st.cache_resource(show_spinner="Der Plan wird geladen …")
def _engine(url: str) -> Any:
    if url.startswith("sqlite:///") and (file := url.removeprefix("sqlite:///")) not in ("", ":memory:"):
        Path(file).parent.mkdir(parents=True, exist_ok=True)
    engine = store.open_engine(url)
    with _FIRST_START:
        store.create_tables(engine)
        if not store.has_plan(engine):
            _load_first_data(engine)
    return engine


def _load_first_data(engine: Any) -> None:
    try:
        warnings = apply.load_folder(engine, FIRST_DATA, datetime.now(UTC))
    except AuditError:
        if not store.has_plan(engine):
            raise
        return  # another process was faster
    for warning in warnings:
        LOG.info("First start: %s", warning.sentence())


@st.cache_resource(show_spinner="Der Plan wird geladen …", max_entries=3)
def _county(url: str, revision: str) -> County:
    with _collector_at_rest():
        return store.load(_engine(url))


@contextmanager
def _collector_at_rest() -> Iterator[None]:
    """Holds the cycle collector while many frozen values are made: they hold no cycles, it would walk them all."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def viewer() -> access.Viewer:
    """Who is looking: somebody who has not signed in."""
    return access.EVERYBODY


def county() -> County:
    """All that is stored, of the newest revision; only for those who may read."""
    if not access.may(viewer(), access.READ):
        raise AuditError("Bitte melden Sie sich an, um den Plan zu sehen.")
    url = database_url()
    return _county(url, store.revision(_engine(url)))


def plan() -> County:
    """The county with the version of the plan that is in force now."""
    return cached(County.plan_known_by, None)


def today() -> date:
    """The clock, read here and nowhere else in the app; `AUDIT_TODAY` (ISO) holds it still for tests and pictures."""
    fixed = os.environ.get("AUDIT_TODAY")
    return date.fromisoformat(fixed) if fixed else datetime.now(BERLIN).date()


def cached(function: Callable[Concatenate[County, P], T], /, *args: P.args, **kwargs: P.kwargs) -> T:
    """`function(county, *args)`, computed once for a revision: for frozen values, by (revision, as_of, known_by, …)."""
    name = f"{function.__module__}.{function.__qualname__}"
    now = county()
    return _computed(name, database_url(), now.revision, args, kwargs, function, now)  # type: ignore[no-any-return]


@st.cache_resource(show_spinner=False, max_entries=256)
def _computed(
    name: str, url: str, revision: str, args: Any, kwargs: Any, _function: Callable[..., Any], _county: County
) -> Any:
    with _collector_at_rest():
        return _function(_county, *args, **kwargs)


def at(day: date) -> Standing:
    """Every measure as of a day, computed once for a revision and shared by all pages."""
    return cached(_standing_at, day)


def _standing_at(_: County, day: date) -> Standing:
    return standing(cached(history, None), day)


def open_address(all_by_default: bool) -> _address.Reading:
    """Reads the address for one run and keeps what it means for the page."""
    raw = {key: str(st.session_state.get(key) or "") for key in _address.KEYS}
    reading = _address.read(raw, plan(), today(), all_by_default)
    st.session_state[_VIEW] = reading.view
    return reading


def view() -> View:
    """What the page is asked to show: the filter row, understood."""
    chosen = st.session_state[_VIEW]
    assert isinstance(chosen, View)
    return chosen


def go(**words: str) -> None:
    """Callback: writes words into the address, for example `go(stichtag="2021-12-31", stelle="")`."""
    for key, word in words.items():
        if key not in _address.KEYS:
            raise ValueError(key)
        st.session_state[key] = word


def explain(error: Exception) -> bool:
    """What a user sees of an exception: one German sentence; the server's log gets the traceback. True: it is told."""
    LOG.error("A page failed", exc_info=error)
    st.html(_parts.alert([str(error) if isinstance(error, AuditError) else ERROR_SENTENCE]))
    return True
