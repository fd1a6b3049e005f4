"""What a file, a Meldung, or taking an upload back does to the figures: one scope, one day, one heading for all."""

import streamlit as st

from audit_core.agreement import County
from audit_core.standing import ALL, history, standing
from audit_core.tables import situation
from audit_core.tables.effect import Effect, effect, effect_day, touched
from audit_core.terms import ALL_AGREEMENTS
from audit_core.wording import uploads as wording
from pages import _lists, _parts, _shell, _upload_html


def effect_on(after: County) -> Effect:
    """The figures as they are and as they would be in another county (as it is stored).

    They are of the agreement in which all that differs stands, else of all agreements; on the Stichtag of the view, or
    on the newest of the days that are reported where that is later.
    """
    found = touched(_shell.county(), after)
    day = effect_day(_shell.view().as_of, found.stated, _shell.today())
    code = found.agreement
    return effect(situation(_shell.at(day), code), situation(standing(history(after), day), code))


def show(effect: Effect, name: str, happened: bool = False) -> None:
    """Draws it; where no figure changes, one sentence."""
    offered = _shell.offer().agreements
    where = ALL_AGREEMENTS if effect.agreement == ALL else offered.get(effect.agreement, effect.agreement)
    with st.container(gap="xsmall"):
        _lists.head(wording.effect_heading(where, effect.as_of, happened), name)
        if effect.is_none:
            st.html(_parts.note(wording.NO_EFFECT_THEN if happened else wording.NO_EFFECT))
        else:
            st.html(_upload_html.effect_table(effect))
