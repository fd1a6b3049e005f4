"""The list of pages and what stands above each of them; runs at every visit, before the page."""

from pathlib import Path

import streamlit as st

from audit_core.wording import numbers, subject
from pages import _address, _filters, _first_run, _frozen_state, _parts, _shell, _stage_place, _ways, _workshop_state

ASSETS = Path(__file__).parent / "_assets"
OVERVIEW = st.Page("ueberblick.py", title="Überblick", url_path="ueberblick", default=True)
FIELDS = st.Page("handlungsfelder.py", title="Handlungsfelder", url_path="handlungsfelder")
MEASURES = st.Page("massnahmen.py", title="Maßnahmen", url_path="massnahmen")
OFFICES = st.Page("zustaendigkeiten.py", title="Zuständigkeiten", url_path="zustaendigkeiten")
BALANCE = st.Page("jahresbilanz.py", title="Jahresbilanz", url_path="jahresbilanz")
COMPARISON = st.Page("vergleich.py", title="Vergleich", url_path="vergleich")
AGREEMENT = st.Page("zielvereinbarung.py", title="Zielvereinbarung", url_path="zielvereinbarung")
WORKSHOP = st.Page("workshop.py", title="Workshop", url_path="workshop")
REPORTS = st.Page("meldungen.py", title="Meldungen", url_path="meldungen")
DOCUMENTS = st.Page("berichte.py", title="Berichte", url_path="berichte")
HELP = st.Page("hilfe.py", title="Hilfe", url_path="hilfe")
PAGES = [
    OVERVIEW, FIELDS, MEASURES, OFFICES, BALANCE, COMPARISON, AGREEMENT, WORKSHOP, REPORTS, DOCUMENTS, HELP,
]  # fmt: skip


def later_entries(view: _address.View) -> None:
    """Announces what the Stichtag leaves out, with a way there."""
    later = _shell.later(view)
    if later.last is None:
        return
    verb = "ist" if later.count == 1 else "sind"
    what = f"{numbers.count(later.count, 'Meldung', 'Meldungen')} nach dem Stichtag {verb}"
    with st.container(key="am-notes", horizontal=True, vertical_alignment="center", gap="xsmall"):
        st.html(_parts.note(f"{what} nicht berücksichtigt."), width="content")
        st.button(
            f"Stichtag auf {numbers.day(later.last)} setzen", type="tertiary", key="am-later",
            on_click=_shell.go, kwargs={"stichtag": later.last.isoformat()},
        )  # fmt: skip


def frame(page: str, first: bool) -> None:
    """Everything above a page (its word in the address): the county, filters, and what has to be said before.

    On the `first` page, where there is nothing to choose from yet, only what says whose it is.
    """
    with st.container(key="am-address"):
        keys = _shell.arrive(page)
        if page == _address.DOCUMENTS:
            _frozen_state.open_just_frozen()
        for key in keys if not on_stage else _workshop_state.words_on_stage(keys):
            st.text_input(f"Adresse: {key}", key=key, bind="query-params", label_visibility="collapsed")
    reading = _shell.open_address(page)
    view = reading.view
    if _workshop_state.is_on_stage(page):
        return  # the slide itself says whose it is and of which day
    if view.county_name:
        st.html(_parts.beside_logo(view.county_name))
    has_stichtag = _filters.has_stichtag(view, page) and not first
    if not first:
        _filters.draw(view, _shell.offer(), page)
        if reading.sentences:
            st.html(_parts.alert(reading.sentences))
    if view.as_of > _shell.today() and has_stichtag:
        st.html(_parts.note("Der Stichtag liegt in der Zukunft; gemeldet ist höchstens bis heute."))
    if view.invented:
        st.html(_parts.banner(subject.invented(view.county_name)))
    if has_stichtag and not (page == _address.MEASURES and view.measure):
        later_entries(view)


def foot() -> None:
    """What the county says about its own data, quietly below every page."""
    if note := _shell.county().note:
        st.html(_parts.note(note))


st.set_page_config(page_icon=str(ASSETS / "icon.svg"), layout="wide")
st.html(_parts.style())
_stage_place.settle()
on_stage = _stage_place.is_asked_for()
page = st.navigation(PAGES, position="hidden" if on_stage else "top")
if on_stage and page is not WORKSHOP:  # a slide that was left behind in the address of another page
    st.query_params.pop(_address.SLIDE, None)
    st.session_state.pop(_address.SLIDE, None)
    st.rerun()
if not on_stage:
    st.logo(str(ASSETS / "logo.svg"), size="medium")
st.set_page_config(page_title=f"{page.title} · Auditmonitor")
try:
    with _shell.one_revision():
        first = _first_run.is_needed(page.url_path)
        frame(page.url_path, first)
        _ways.leave()
        try:
            if first:
                _first_run.show()
            else:
                page.run()
        finally:  # also when a page ends early
            if not on_stage:
                foot()
except Exception as error:
    _shell.explain(error)
