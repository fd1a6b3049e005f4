"""The one glue between pages and core: the database, the county of a revision, the clock, who is looking, the view."""

import logging
import os
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from audit_core import access, store
from audit_core.agreement import County, collector_at_rest
from audit_core.dates import BERLIN, set_now
from audit_core.errors import UNUSABLE_DATABASE, AuditError
from audit_core.standing import History, Standing, history, standing
from audit_core.tables.later import LaterEntries, later_entries
from audit_core.upload import apply
from pages import _address, _parts, _reports_parts
from pages._address import View as View

T = TypeVar("T")
P = ParamSpec("P")
LOG = logging.getLogger("auditmonitor")
ROOT = Path(__file__).resolve().parent.parent
FIRST_DATA = ROOT / "data" / "kyffhaeuserkreis"
_FIRST_START = threading.Lock()
_VIEW, _COUNTY, _KNOWN, _PAGE, _LEFT = "_view", "_county", "_known", "_page", "_left"
ERROR_SENTENCE = (
    "Diese Ansicht kann gerade nicht gezeigt werden. Der Fehler steht im Protokoll des Servers; "
    "bitte laden Sie die Seite neu oder wählen Sie eine andere."
)


def database_url() -> str:
    """Where the data is; one setting decides it."""
    return os.environ.get("AUDIT_DATABASE_URL", "sqlite:///data/audit.db")


@st.cache_resource(show_spinner="Der Plan wird geladen …")
def _engine(url: str) -> Any:
    engine = store.open_engine(url)
    with _FIRST_START:
        if not store.was_used(engine):
            _load_first_data(engine)
    return engine


def engine() -> store.Engine:
    """The database, for what writes."""
    found: store.Engine = _engine(database_url())
    return found


def _load_first_data(engine: Any) -> None:
    """The first start: the county of the setting AUDIT_FIRST_DATA (a folder), else ours; set to nothing: none."""
    folder = os.environ.get("AUDIT_FIRST_DATA", str(FIRST_DATA))
    if not folder:
        store.create_tables(engine)
        return
    try:
        warnings = apply.load_folder(engine, Path(folder), now())
    except apply.AlreadyLoadedError:
        return  # another process was faster
    for warning in warnings:
        LOG.info("First start: %s", warning.sentence())


@st.cache_resource(show_spinner="Der Plan wird geladen …", max_entries=3)
def _county(url: str, revision: str) -> County:
    with collector_at_rest():
        return store.load(_engine(url))


def viewer() -> access.Viewer:
    """Who is looking: somebody who has not signed in."""
    return access.EVERYBODY


def county() -> County:
    """All that is stored, of the revision of this run, else of the newest; only for those who may read."""
    if not access.may(viewer(), access.READ):
        raise AuditError("Bitte melden Sie sich an, um den Plan zu sehen.")
    held: County | None = st.session_state.get(_COUNTY)
    if held is not None:
        return held
    url = database_url()
    return _county(url, store.revision(_engine(url)))


@contextmanager
def one_revision() -> Iterator[None]:
    """Holds the newest county for one run of a page, so that an upload in between cannot mix two of them."""
    _let_go()
    try:
        st.session_state[_COUNTY] = county()
        yield
    finally:
        _let_go()


def _let_go() -> None:
    for key in (_COUNTY, _KNOWN):
        st.session_state.pop(key, None)


def known() -> History:
    """The county put in order, with the version of the plan that is in force now; once for a revision."""
    held: History | None = st.session_state.get(_KNOWN)
    if held is None:
        held = cached(history, None)
        if _COUNTY in st.session_state:
            st.session_state[_KNOWN] = held
    return held


def now() -> datetime:
    """The clock, read here and nowhere else in the app; `AUDIT_TODAY` (ISO) holds it at the end of that day."""
    fixed = os.environ.get("AUDIT_TODAY")
    return set_now(fixed) if fixed else datetime.now(BERLIN)


def today() -> date:
    """The day of the clock in Berlin."""
    return now().date()


def cached(function: Callable[Concatenate[County, P], T], /, *args: P.args, **kwargs: P.kwargs) -> T:
    """`function(county, *args)`, computed once for a revision: for frozen values, by (revision, as_of, known_by, …)."""
    return bound(function, *args, **kwargs)()


def bound(function: Callable[Concatenate[County, P], T], /, *args: P.args, **kwargs: P.kwargs) -> Callable[[], T]:
    """The same for later, of the county of this run: for a download, which is made where no session is known."""
    name, url, held = f"{function.__module__}.{function.__qualname__}", database_url(), county()
    return lambda: _computed(name, url, held.revision, args, kwargs, function, held)


@st.cache_resource(show_spinner=False, max_entries=96)
def _computed(
    name: str, url: str, revision: str, args: Any, kwargs: Any, _function: Callable[..., Any], _county: County
) -> Any:
    with collector_at_rest():
        return _function(_county, *args, **kwargs)


def at(day: date, known_by: datetime | None = None) -> Standing:
    """Every measure as of a day, computed once for a revision and Kenntnisstand and shared by all pages."""
    return _standing(database_url(), county().revision, day, known_by)  # type: ignore[no-any-return]


@st.cache_resource(show_spinner=False, max_entries=32)
def _standing(url: str, revision: str, day: date, known_by: datetime | None) -> Any:
    """Kept apart from what is computed of them: these are the large ones."""
    with collector_at_rest():
        return standing(cached(history, known_by), day)


def offer() -> _address.Offer:
    """What the filter row offers."""
    return cached(_offer, today())


def _offer(_: County, day: date) -> _address.Offer:
    return _address.offer(known(), day)


def later(chosen: View) -> LaterEntries:
    """What the Stichtag of a view leaves out."""
    return cached(_later, chosen.as_of, chosen.agreement, chosen.responsible)


def _later(_: County, as_of: date, agreement: str, responsible: str | None) -> LaterEntries:
    return later_entries(known(), as_of, agreement, responsible)


def open_address(page: str) -> _address.Reading:
    """Reads the address of a page for one run and keeps what it means there."""
    raw = {key: str(st.session_state.get(key) or "") for key in _address.keys_of(page)}
    reading = _address.read(raw, known().county, offer(), today(), page)
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


def arrive(page: str) -> tuple[str, ...]:
    """Keeps which page (its word in the address) is open, for callbacks; gives the words its address has.

    Words that belong to the page one comes from do not go along.
    """
    keys = _address.keys_of(page)
    if st.session_state.get(_PAGE) != page:
        _back(page)
        for key in set(_address.KEYS) - set(keys):
            _drop(key)
        if st.session_state.get(_PAGE) and _reports_parts.is_foreign(page):
            _drop(_reports_parts.PART)
    st.session_state[_PAGE] = page
    return keys


def _drop(key: str) -> None:
    """Takes a word out of the address, also while Streamlit still holds it for the widget of the page before."""
    st.session_state.pop(key, None)
    context = get_script_run_ctx()
    if context is None:
        return
    with context.session_state.query_params() as words:
        if binding := words.get_binding_for_param(key):
            words.unbind_and_clear_param(binding.widget_id)
        elif key in words:
            del words[key]


def is_open(page: str) -> bool:
    """Whether a page is the one that is open."""
    return bool(st.session_state.get(_PAGE) == page)


def move(page: str, **words: str) -> None:
    """Goes to a page (its word in the address) with words more in the address, all of them in one entry of the history.

    Streamlit refuses to write a word that it holds for a widget, so it has to let go of them first.
    """
    keys = _address.keys_of(page)
    whole = {key: str(st.session_state.get(key) or "") for key in keys} | words
    _keep_for_the_way_back(whole)
    context = get_script_run_ctx()
    if context is not None:
        with context.session_state.query_params() as held:
            for binding in filter(None, map(held.get_binding_for_param, keys)):
                held.unbind_widget(binding.widget_id)
    st.switch_page(f"{page}.py", query_params={key: word for key, word in whole.items() if word})


def _keep_for_the_way_back(words: dict[str, str]) -> None:
    """Streamlit writes the words of the next page into one more entry of the page that is left, which then lacks its
    own (an opened report, a Kenntnisstand): kept for who comes back to that entry.
    """
    left = str(st.session_state.get(_PAGE) or "")
    own = {key: str(st.session_state.get(key) or "") for key in _address.ONLY_ON if key in _address.keys_of(left)}
    st.session_state.setdefault(_LEFT, {})[left, _entry(words)] = {key: word for key, word in own.items() if word}


def _back(page: str) -> None:
    kept: dict[tuple[str, frozenset[tuple[str, str]]], dict[str, str]] = st.session_state.get(_LEFT, {})
    own, context = kept.get((page, _entry(st.query_params.to_dict())), {}), get_script_run_ctx()
    if not own or context is None:
        return
    st.query_params.update(own)
    with context.session_state.query_params() as words:
        words.set_initial_query_params_from_current()  # from here the words of a page that is new are taken


def _entry(words: Mapping[str, str]) -> frozenset[tuple[str, str]]:
    return frozenset((key, word) for key, word in words.items() if word)


def log(what: str, error: Exception) -> None:
    """Writes an exception into the server's log: a refusal in one line, with its traceback what nobody foresaw.

    A refusal that has a cause (a database that cannot be written) is none of the user's: its traceback is kept.
    """
    if isinstance(error, AuditError) and error.__cause__ is None:
        LOG.warning("%s: %s", what, " ".join(str(error).split()))
    else:
        LOG.error(what, exc_info=error)


def explain(error: Exception) -> bool:
    """What a user sees of an exception: one German sentence; the server's log gets it by `log`. True: it is told."""
    log("A page failed", error)
    st.html(_parts.alert([told(error)]))
    return True


def told(error: Exception) -> str:
    """The German sentence of an exception."""
    if isinstance(error, AuditError):
        return str(error)
    if isinstance(error, store.DatabaseError | OSError):
        return UNUSABLE_DATABASE
    return ERROR_SENTENCE
