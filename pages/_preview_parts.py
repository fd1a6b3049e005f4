"""The preview of the Jahresbericht: its pages as Typst sets them, one at a time, also large."""

from base64 import b64encode
from dataclasses import dataclass
from datetime import date
from html import escape

import streamlit as st

from audit_core.agreement import County
from audit_core.documents import frozen, typeset
from audit_core.store import FrozenReport
from audit_core.tables.annual_report import annual_report
from audit_core.tables.asked import Asked
from audit_core.wording import documents as wording
from pages import _documents_parts, _lists, _parts, _shell

MOST_PAGES, PAGE_WIDTH = 40, 1240
_PREVIEW, _PLACE = "_preview", "_preview-place"


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
            _documents_parts.failed("The preview was not made", error, wording.NO_PREVIEW)
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
    with st.container(key="am-preview-paging", horizontal=True, vertical_alignment="center"):
        place = _turning(shown, "")
        if st.button(wording.LARGE, key="am-preview-large", type="tertiary"):
            st.dialog(wording.PREVIEW_HEAD, width="large", on_dismiss="rerun")(_large)(shown)
    st.html(_picture(shown, place))


def _large(shown: Pictures) -> None:
    """A page as wide as it can be read, to be turned here too; what does not fit is scrolled."""
    with st.container(key="am-preview-large-paging", horizontal=True, vertical_alignment="center"):
        place = _turning(shown, "-large")
    what = escape(wording.page_of(place, len(shown.pages), MOST_PAGES))
    st.html(f'<div class="am-page-large" tabindex="0" role="region" aria-label="{what}">{_picture(shown, place)}</div>')


def _turning(shown: Pictures, kind: str) -> int:
    """The buttons that turn the pages, and which one it is."""
    place, last = min(int(st.session_state.get(_PLACE, 1)), len(shown.pages)), len(shown.pages)
    _turn("‹ Zurück", f"back{kind}", place - 1, place > 1)
    st.html(_parts.note(wording.page_of(place, last, MOST_PAGES)), width="content")
    _turn("Weiter ›", f"on{kind}", place + 1, place < last)
    return place


def _turn(label: str, key: str, place: int, there: bool) -> None:
    st.button(
        label, key=f"am-preview-{key}", type="tertiary", disabled=not there, on_click=_open, args=(place,),
        help=None if there else wording.NO_FURTHER_PAGE,
    )  # fmt: skip


def _picture(shown: Pictures, place: int) -> str:
    """A page as an image in the HTML: `st.image` would put an English button above it."""
    data, alt = b64encode(shown.pages[place - 1]).decode("ascii"), escape(wording.page_alt(place, shown.title))
    return f'<img class="am-page" src="data:image/png;base64,{data}" alt="{alt}">'


def _open(place: int) -> None:
    """Callback: shows a page of the preview."""
    st.session_state[_PLACE] = place


def _want() -> None:
    """Callback: shows the preview, from its first page; also of the next report that is looked at."""
    st.session_state[_PREVIEW], st.session_state[_PLACE] = True, 1
