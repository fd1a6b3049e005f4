"""Which frozen report the address names, for the page and for what stands above it."""

from collections.abc import Sequence

import streamlit as st

from audit_core import store
from audit_core.store import FrozenReport
from audit_core.wording import documents as wording
from pages import _address, _parts, _shell

_NEW, _TOLD = "_frozen-new", "_frozen-told"


def reports() -> tuple[FrozenReport, ...]:
    """All frozen reports, the newest first; not by revision, which freezing does not move."""
    return store.frozen_reports(_shell.engine())


def open_just_frozen() -> None:
    """Writes a report that was just frozen into the address, before its word is drawn there."""
    if number := just_frozen().pop("number", None):
        choose(number)
        st.session_state[_TOLD] = number


def is_new(report: FrozenReport) -> bool:
    """Whether a report was frozen a moment ago, and nothing else was opened since."""
    return bool(st.session_state.get(_TOLD) == report.id)


def opened(found: Sequence[FrozenReport]) -> FrozenReport | None:
    """The frozen report that the address names, if there is one."""
    return next((one for one in found if str(one.id) == _asked()), None)


def unknown() -> None:
    """Says that there is no such report as the address names, where it names one."""
    if _asked():
        st.html(_parts.alert([wording.unknown_report(_asked())]))


def _asked() -> str:
    return str(st.session_state.get(_address.REPORT) or "").strip()


def choose(report: int | None) -> None:
    """Callback: opens a frozen report, or the page with all of them."""
    st.session_state.pop(_TOLD, None)
    st.session_state[_address.REPORT] = "" if report is None else str(report)


def just_frozen() -> dict[str, int]:
    """Keeps the number of a report that was just frozen, where a second press of the button cannot lose it."""
    found: dict[str, int] = st.session_state.setdefault(_NEW, {})
    return found
