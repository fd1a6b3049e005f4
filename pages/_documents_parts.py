"""The documents of a year to take along, each made when somebody asks for it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from html import escape
from itertools import groupby
from threading import Event

import streamlit as st

from audit_core import terms
from audit_core.agreement import County
from audit_core.documents import registry
from audit_core.documents.registry import DOCUMENTS, Document
from audit_core.errors import AuditError
from audit_core.standing import Completion, history
from audit_core.store import DatabaseError, FrozenReport
from audit_core.tables.asked import Asked
from audit_core.tables.situation import situation
from audit_core.wording import documents as wording
from audit_core.wording import frozen as frozen_wording
from pages import _filters, _frozen_state, _lists, _parts, _shell

NARROWED = "calendar"
"""The document that an office has of its own."""
PATIENCE = 5.0
"""For how many seconds a run waits for the request of the browser that belongs to it."""
_HEARD = "_documents-heard"


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the documents are about: the year up to a day that has been, of an agreement; an office for its calendar.

    `measures` are all that the agreement has by that day, also those that left the plan; `year_end` is a later day of
    the year that the documents could reach too, None where they do.
    """

    agreement: str
    agreement_title: str
    until: date
    today: date
    responsible: str | None
    done: Completion
    measures: int
    year_end: date | None

    @property
    def has_begun(self) -> bool:
        """Whether the year has begun."""
        return date(self.until.year, 1, 1) <= self.today

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing yet to report of."""
        return not self.measures


def chosen() -> Chosen:
    """What the filter row asks for; of a running year no further than today, as on the command line."""
    view, today = _shell.view(), _shell.today()
    until = min(view.until, today) if view.year == today.year else view.until
    last = min(date(view.year, 12, 31), today)
    return Chosen(
        view.agreement, _shell.offer().agreements[view.agreement], until, today, view.responsible,
        *_shell.cached(_counted, until, view.agreement), last if until < last else None,
    )  # fmt: skip


def _counted(_: County, until: date, agreement: str) -> tuple[Completion, int]:
    found = situation(_shell.at(until), agreement)
    return found.completion, len(found.measures)


def notes(asked: Chosen) -> None:
    """Says up to which day the documents reach where that is not the end of the year, with a way to more."""
    if not (sentence := wording.reaches(asked.until, asked.today)):
        return
    with st.container(key="am-notes-documents", horizontal=True, vertical_alignment="center", gap="xsmall"):
        st.html(_parts.note(sentence), width="content")
        if asked.year_end is not None:
            st.button(
                wording.up_to(asked.year_end), type="tertiary", key="am-documents-later", on_click=_shell.go,
                kwargs={"stichtag": asked.year_end.isoformat()},
            )  # fmt: skip


def documents(asked: Chosen, newest: FrozenReport | None) -> None:
    """Every document: what it is for, and a button for each of its formats; of a draft also the way to the `newest`
    report that is frozen of the same.
    """
    with st.container(key="am-documents", gap=None):
        _lists.head(wording.DOCUMENTS_HEAD, "documents")
        for name, formats in groupby(DOCUMENTS, key=lambda one: one.name):
            _document(name, list(formats), asked, newest)


def _document(name: str, formats: list[Document], asked: Chosen, newest: FrozenReport | None) -> None:
    with st.container(key=f"am-document-{name}", gap="xxsmall"):
        _line(name, formats, asked)
        if name == NARROWED:
            _office()
        if formats[0].has_versions:
            _draft(newest)


def _draft(newest: FrozenReport | None) -> None:
    """Says that what is made here is a draft, with the way to what is frozen."""
    with st.container(key="am-document-draft", horizontal=True, vertical_alignment="center", gap="xsmall"):
        st.html(_parts.note(frozen_wording.DRAFT), width="content")
        if newest is not None:
            st.button(
                frozen_wording.open_it(newest.id), type="tertiary", key="am-document-frozen",
                on_click=_frozen_state.choose, args=(newest.id,),
            )  # fmt: skip


@st.fragment
def _line(name: str, formats: list[Document], asked: Chosen) -> None:
    """A document with its buttons, which run apart from the page: nothing else waits, and none disturbs another."""
    pressed: Document | None = None
    with st.container(key=f"am-document-line-{name}", horizontal=True, vertical_alignment="center", gap="small"):
        st.html(entry(formats[0].title, _what_for(formats)))
        for one in formats:
            if _button(one, asked):
                pressed = one
    if pressed is not None:
        _wait(pressed, asked)


def _what_for(formats: list[Document]) -> str:
    """What a document is for in all of its formats, and what each of them is for where they differ."""
    uses = "; ".join(f"{wording.FORMAT[one.format]} {one.use}" for one in formats if one.use)
    return ". ".join(filter(None, (formats[0].purpose, uses)))


def entry(title: str, *below: str, right: str = "") -> str:
    """A row that stands by itself: a title with lines below it, and HTML on its right."""
    lines = "".join(f"<small>{escape(line)}</small>" for line in below if line)
    return f'<div class="am-entry"><span><span class="am-title">{escape(title)}</span>{lines}</span>{right}</div>'


def _button(one: Document, asked: Chosen) -> bool:
    """The button that makes a document and saves it; what it makes is kept for the next who asks."""
    label = wording.FORMAT[one.format]
    return st.download_button(
        wording.save_label(one.title, label), _asked_for(one, asked), file_name(one, asked), one.mime,
        key="am-save-" + "-".join(str(part or "") for part in _subject(one, asked)), on_click="rerun",
        icon=":material/download:", help=wording.save_help(one.title, label),
    )  # fmt: skip


def _subject(one: Document, asked: Chosen) -> tuple[str, str, date, str, str | None]:
    return one.name, one.format, asked.until, asked.agreement, asked.responsible if one.name == NARROWED else None


def _asked_for(one: Document, asked: Chosen) -> Callable[[], bytes]:
    """What makes a document when the browser asks for it, and lets the run that waits for it know."""
    heard, make = _heard(one), _shell.bound(made, *_subject(one, asked))

    def _make() -> bytes:
        heard.set()
        return make()

    return _make


def _heard(one: Document) -> Event:
    events: dict[tuple[str, str], Event] = st.session_state.setdefault(_HEARD, {})
    return events.setdefault((one.name, one.format), Event())


def file_name(one: Document, asked: Chosen) -> str:
    """The name of the file of a document."""
    *_, responsible = _subject(one, asked)
    return one.file_name(Asked(_shell.known(), asked.until, asked.agreement, responsible))


def made(county: County, name: str, format: str, until: date, agreement: str, responsible: str | None) -> bytes:
    """The bytes of a document, for `_shell.bound`: no session is known where it is made."""
    return registry.document(name, format).make(Asked(history(county, None), until, agreement, responsible))


def _wait(one: Document, asked: Chosen) -> None:
    """Says that a document is being made while the browser waits for it, and what it became; the page stays whole.

    Streamlit forgets what a button makes when the run after it ends: a run that was faster than the browser's own
    request would leave that without an answer.
    """
    heard = _heard(one)
    try:
        with st.spinner(wording.being_made(one.title, wording.FORMAT[one.format])):
            data = _shell.cached(made, *_subject(one, asked))
            heard.wait(PATIENCE)
            heard.clear()
    except Exception as error:
        failed(f"{one.name}.{one.format} was not made", error, wording.NOT_MADE)
        return
    st.html(_parts.note(wording.made(file_name(one, asked), len(data))))


def failed(what: str, error: Exception, otherwise: str) -> None:
    """Tells an exception in German: its own sentence where it has one, else that of the piece of the page."""
    _shell.log(what, error)
    foreseen = isinstance(error, AuditError | DatabaseError | OSError)
    st.html(_parts.alert([_shell.told(error) if foreseen else otherwise]))


def _office() -> None:
    """The office whose calendar is made."""
    view, offer = _shell.view(), _shell.offer()
    offices = {"": terms.ALL_OFFICES, **{name: name for name in offer.offices}}
    with st.container(key="am-calendar-office", horizontal=True, vertical_alignment="center", gap="small"):
        st.html(_parts.words(wording.DUES_FOR), width="content")
        _filters.select("stelle", "Zuständigkeit", offices, view.responsible or "", 150)
