"""The list of pages and the filter row above them; runs at every visit, before the page."""

from datetime import date
from pathlib import Path

import streamlit as st

from audit_core import terms
from audit_core.wording import numbers
from pages import _address, _parts, _shell

ASSETS = Path(__file__).parent / "_assets"
OVERVIEW = st.Page("ueberblick.py", title="Überblick", url_path="ueberblick", default=True)
OFFICES = st.Page("zustaendigkeiten.py", title="Zuständigkeiten", url_path="zustaendigkeiten")
BALANCE = st.Page("jahresbilanz.py", title="Jahresbilanz", url_path="jahresbilanz")
PAGES = [OVERVIEW, OFFICES, BALANCE]


def select(key: str, label: str, options: dict[str, str], chosen: str, narrow: int) -> None:
    """A select of the filter row that writes into the address."""
    widget = f"_{key}"
    st.session_state[widget] = chosen
    width = min(max(narrow, 56 + round(6.8 * len(options[chosen]))), 440)
    st.selectbox(
        label, list(options), format_func=lambda word: options[word], key=widget, label_visibility="collapsed",
        width=width, required=True, placeholder=label, on_change=lambda: _shell.go(**{key: st.session_state[widget]}),
    )  # fmt: skip


def day(key: str, label: str, word: str, chosen: date) -> None:
    """A date of the filter row with a word before it; ISO in the address, emptied it means the default."""
    widget = f"_{key}"
    st.session_state[widget] = min(max(chosen, _address.FIRST_DAY), _address.LAST_DAY)
    with st.container(horizontal=True, wrap=False, width="content", vertical_alignment="center", gap="small"):
        st.html(_parts.words(word), width="content")
        st.date_input(
            label, format="DD.MM.YYYY", key=widget, label_visibility="collapsed", width=140,
            min_value=_address.FIRST_DAY, max_value=_address.LAST_DAY,
            on_change=lambda: _shell.go(**{key: str(st.session_state[widget] or "")}),
        )  # fmt: skip


def year(key: str, word: str, options: tuple[int, ...], chosen: int) -> None:
    """The select of the year with its word before it."""
    with st.container(horizontal=True, wrap=False, width="content", vertical_alignment="center", gap="small"):
        st.html(_parts.words(word), width="content")
        select(key, word, {str(one): str(one) for one in reversed(options)}, str(chosen), 110)


def filters(view: _address.View, offer: _address.Offer, by_year: bool) -> None:
    """One line that reads as a sentence; a page by year has its own, and what it hides stays in the address."""
    with st.container(key="am-filters", horizontal=True, vertical_alignment="center", gap="small"):
        select("zv", "Zielvereinbarung", dict(offer.agreements), view.agreement, 150)
        if by_year:
            year("jahr", "Jahr", offer.years, view.year)
            fields = {"": "alle Handlungsfelder", **offer.fields_of_action}
            select("hf", "Handlungsfeld", fields, view.field_of_action or "", 220)
            return
        day("stichtag", "Stichtag", "Stichtag", view.as_of)
        day("vergleich", "Vergleichstag", "verglichen mit", view.compared_with)
        offices = {"": terms.ALL_OFFICES, **{name: name for name in offer.offices}}
        select("stelle", "Zuständigkeit", offices, view.responsible or "", 150)


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


def frame(by_year: bool) -> None:
    """Everything above a page: the county, filters, and what has to be said before."""
    with st.container(key="am-address"):
        for key in _address.KEYS:
            st.text_input(f"Adresse: {key}", key=key, bind="query-params", label_visibility="collapsed")
    reading = _shell.open_address(all_by_default=by_year)
    view = reading.view
    if view.county_name:
        st.html(_parts.beside_logo(view.county_name))
    filters(view, _shell.offer(), by_year)
    if reading.sentences:
        st.html(_parts.alert(reading.sentences))
    if view.invented:
        st.html(_parts.banner(f"Erfundener Landkreis: {view.county_name}. Alle Angaben sind ausgedacht."))
    if not by_year:
        later_entries(view)


def foot() -> None:
    """What the county says about its own data, quietly below every page."""
    if note := _shell.county().note:
        st.html(_parts.note(note))


st.set_page_config(page_title="Auditmonitor", page_icon=str(ASSETS / "icon.svg"), layout="wide")
st.logo(str(ASSETS / "logo.svg"), size="medium")
st.html(_parts.style())
page = st.navigation(PAGES, position="top")
try:
    with _shell.one_revision():
        frame(by_year=page.url_path == "jahresbilanz")
        try:
            page.run()
        finally:  # also when a page ends early
            foot()
except Exception as error:
    _shell.explain(error)
