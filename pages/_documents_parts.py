"""The documents of a year to take along, each made when somebody asks for it, and the preview of the Jahresbericht."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from threading import Event

import streamlit as st

from audit_core import terms
from audit_core.agreement import County
from audit_core.documents import frozen, registry, typeset
from audit_core.documents.registry import DOCUMENTS, Document
from audit_core.errors import AuditError
from audit_core.standing import Completion, history
from audit_core.store import DatabaseError, FrozenReport
from audit_core.tables.annual_report import annual_report
from audit_core.tables.asked import Asked
from audit_core.tables.situation import situation
from audit_core.wording import documents as wording
from pages import _filters, _lists, _parts, _shell

NARROWED = "calendar"
"""The document that an office has of its own."""
MOST_PAGES, PAGE_WIDTH = 40, 1240
PATIENCE = 5.0
"""For how many seconds a run waits for the request of the browser that belongs to it."""
_PREVIEW, _PLACE, _HEARD = "_preview", "_preview-place", "_documents-heard"


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


def documents(asked: Chosen) -> None:
    """Every document: what it is for, and a button for each of its formats."""
    with st.container(key="am-documents", gap=None):
        _lists.head(wording.DOCUMENTS_HEAD, "documents")
        for name, formats in groupby(DOCUMENTS, key=lambda one: one.name):
            _document(name, list(formats), asked)


def _document(name: str, formats: list[Document], asked: Chosen) -> None:
    with st.container(key=f"am-document-{name}", gap="xxsmall"):
        _line(name, formats, asked)
        if name == NARROWED:
            _office()


@st.fragment
def _line(name: str, formats: list[Document], asked: Chosen) -> None:
    """A document with its buttons, which run apart from the page: nothing else waits, and none disturbs another."""
    purpose, uses = _purposes(formats)
    pressed: Document | None = None
    with st.container(key=f"am-document-line-{name}", horizontal=True, vertical_alignment="center", gap="small"):
        st.html(_parts.rows([_parts.row(formats[0].title, ". ".join(filter(None, (purpose, uses))))]))
        for one in formats:
            if _button(one, asked):
                pressed = one
    if pressed is not None:
        _wait(pressed, asked)


def _purposes(formats: list[Document]) -> tuple[str, str]:
    """What a document is for in all of its formats, and what each of them is for."""
    if len(formats) == 1:
        return formats[0].purpose, ""
    parts = [one.purpose.partition("; ") for one in formats]
    return parts[0][0], "; ".join(
        f"{wording.FORMAT[one.format]} {use}" for one, (_, _, use) in zip(formats, parts, strict=True)
    )


def _button(one: Document, asked: Chosen) -> bool:
    """The button that makes a document and saves it; what it makes is kept for the next who asks."""
    label = wording.FORMAT[one.format]
    return st.download_button(
        label, _asked_for(one, asked), file_name(one, asked), one.mime,
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
        st.html(_parts.words("Fristen"), width="content")
        _filters.select("stelle", "Zuständigkeit", offices, view.responsible or "", 150)


def preview(until: date, agreement: str, report: FrozenReport | None = None) -> None:
    """The pages of a Jahresbericht, or of a frozen `report`, as Typst sets them: one at a time, once wanted."""
    with st.container(key="am-preview", gap="small"):
        _lists.head(wording.PREVIEW_HEAD, "preview")
        if not st.session_state.get(_PREVIEW):
            with st.container(key="am-preview-none", gap="small"):
                st.html(_parts.note(wording.PREVIEW_HELP))
                st.button(wording.SHOW_PREVIEW, key="am-preview-show", icon=":material/visibility:", on_click=_want)
            return
        try:
            with st.spinner(wording.PREVIEW_IS_MADE):
                shown = _shell.cached(pictures, until, agreement, report)
        except Exception as error:
            failed("The preview was not made", error, wording.NO_PREVIEW)
            return
        _pages(shown)


@dataclass(frozen=True, slots=True)
class Pictures:
    """The first pages of a report as PNG, with its title."""

    title: str
    pages: tuple[bytes, ...]


def pictures(county: County, until: date, agreement: str, report: FrozenReport | None) -> Pictures:
    """The pages to show, for `_shell.cached`; of a frozen report those of its own file (R14)."""
    asked = Asked(_shell.known(), until, agreement) if report is None else frozen.asked_of(county, report)
    made = annual_report(asked)
    return Pictures(made.title, typeset.pages(made, MOST_PAGES, PAGE_WIDTH))


def _pages(shown: Pictures) -> None:
    place = min(int(st.session_state.get(_PLACE, 1)), len(shown.pages))
    picture, alt = shown.pages[place - 1], wording.page_alt(place, shown.title)
    with st.container(key="am-preview-paging", horizontal=True, vertical_alignment="center"):
        _turn("‹ Zurück", "back", place - 1, place - 1 >= 1)
        st.html(_parts.note(wording.page_of(place, len(shown.pages), MOST_PAGES)), width="content")
        _turn("Weiter ›", "on", place + 1, place + 1 <= len(shown.pages))
        if st.button(wording.LARGE, key="am-preview-large", type="tertiary"):
            st.dialog(wording.page_of(place, len(shown.pages), MOST_PAGES), width="large")(_large)(picture, alt)
    with st.container(key="am-preview-page"):
        st.image(picture, width="stretch", alt=alt)


def _turn(label: str, key: str, place: int, there: bool) -> None:
    st.button(
        label, key=f"am-preview-{key}", type="tertiary", disabled=not there, on_click=_open, args=(place,),
        help=None if there else wording.NO_FURTHER_PAGE,
    )  # fmt: skip


def _large(picture: bytes, alt: str) -> None:
    with st.container(key="am-preview-large-page"):
        st.image(picture, width="stretch", alt=alt)


def _open(place: int) -> None:
    """Callback: shows a page of the preview."""
    st.session_state[_PLACE] = place


def _want() -> None:
    """Callback: shows the preview, from its first page; also of the next report that is looked at."""
    st.session_state[_PREVIEW], st.session_state[_PLACE] = True, 1
