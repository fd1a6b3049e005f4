"""The filter row: one line that reads as a sentence, each of its parts written into the address."""

from collections.abc import Callable
from datetime import date

import streamlit as st

from audit_core import terms
from pages import _address, _frozen_state, _parts, _reports_parts, _shell, _workshop_state

# What each page lets choose, in the order of the sentence; what a page hides stays in the address.
ROWS = {
    "": ("zv", "stichtag", "vergleich", "stelle"),
    "handlungsfelder": ("zv", "feld", "stichtag", "vergleich", "stelle"),
    "massnahmen": ("zv", "hf", "stichtag", "stelle"),
    "massnahme": ("massnahme", "stichtag"),
    "jahresbilanz": ("zv", "jahr", "hf"),
    "vergleich": ("zv", "vergleich", "stichtag", "stelle"),
    "zielvereinbarung": ("zv", "stichtag"),
    "workshop": ("zv", "stichtag"),
    "abend": ("zv",),
    "meldungen": (),
    "berichte": ("zv", "jahr"),
    "bericht": (),
    "vordrucke": ("zv", "stichtag", "stelle"),
    "hilfe": (),
}


def select(
    key: str, label: str, options: dict[str, str], chosen: str, narrow: int, wide: int = 440
) -> None:
    """A select of the filter row that writes into the address, `narrow` to `wide` px for what is chosen."""
    widget = f"_{key}"
    st.session_state[widget] = chosen
    width = min(max(narrow, 56 + round(6.8 * len(options[chosen]))), wide)
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


def draw(view: _address.View, offer: _address.Offer, page: str) -> None:
    """The filter row of a page (its word in the address); an opened measure has its own."""
    row = ROWS.get(_row_of(view, page), ROWS[""])
    if not row:
        return
    parts = _parts_of_row(view, offer, page)
    with st.container(key="am-filters", horizontal=True, vertical_alignment="center", gap="small"):
        for part in row:
            parts[part]()


def has_stichtag(view: _address.View, page: str) -> bool:
    """Whether what a page shows is of the Stichtag: then its filter row lets choose it."""
    return "stichtag" in ROWS.get(_row_of(view, page), ROWS[""])


def _row_of(view: _address.View, page: str) -> str:
    """The row of a page; an opened measure and the prefilled lists have rows of their own, an opened report none."""
    if page == "massnahmen" and view.measure:
        return "massnahme"
    if page == _reports_parts.PAGE and _reports_parts.part_now() == _reports_parts.PREFILLED:
        return "vordrucke"
    if page == _address.WORKSHOP and _workshop_state.evening() is not None:
        return "abend"  # an evening is about one day
    if page == _address.DOCUMENTS and _frozen_state.opened(_frozen_state.reports()):
        return "bericht"
    return page


def _parts_of_row(view: _address.View, offer: _address.Offer, page: str) -> dict[str, Callable[[], None]]:
    offices = {"": terms.ALL_OFFICES, **{name: name for name in offer.offices}}
    fields = dict(offer.fields_of_action)
    chosen_field = view.field_of_action or next(iter(fields), "")
    comparing = page == "vergleich"
    return {
        "zv": lambda: select("zv", "Zielvereinbarung", dict(offer.agreements), view.agreement, 150),
        "jahr": lambda: year("jahr", "Jahr", _address.years_of(page, offer, _shell.today()), view.year),
        "hf": lambda: select(
            "hf", "Handlungsfeld", {"": "alle Handlungsfelder", **fields}, view.field_of_action or "", 220
        ),
        "feld": lambda: select("hf", "Handlungsfeld", fields or {"": "kein Handlungsfeld"}, chosen_field, 200, 330),
        "massnahme": lambda: select(
            "massnahme", "Maßnahme", {"": "alle Maßnahmen", **offer.measures},
            _address.measure_word(view.measure) if view.measure else "", 320, 700,
        ),
        "stichtag": lambda: day("stichtag", "Stichtag", "bis" if comparing else "Stichtag", view.as_of),
        "vergleich": lambda: day(
            "vergleich", "Vergleichstag", "vom" if comparing else "verglichen mit", view.compared_with
        ),
        "stelle": lambda: select("stelle", "Zuständigkeit", offices, view.responsible or "", 150),
    }  # fmt: skip
