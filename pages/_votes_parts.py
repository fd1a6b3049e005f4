"""Resolutions with their consultations and votes: tables whose columns stand in line, and ways to their measures."""

from collections.abc import Iterable, Sequence
from html import escape

import streamlit as st

from audit_core.agreement import Consultation
from audit_core.tables.resolutions import Resolution, called_off, votes
from audit_core.wording import audit as wording
from audit_core.wording.numbers import NOTHING, count, number
from audit_core.wording.sources import sources
from pages import _lists, _parts, _ways

OPEN_SHOWN, WAYS_SHOWN = 4, 12
_SHARES = ("yes", "no", "abstained", "biased")


def own(found: Resolution | None) -> None:
    """The resolution of the agreement itself, or that none is recorded."""
    with st.container(gap="xsmall"):
        _lists.head("Beschluss der Zielvereinbarung", "own")
        if found is None:
            st.html(_parts.note(wording.NO_OWN))
            return
        st.html(_table([found], bars=False))
        _to_measures(found, "own")


def others(found: Sequence[Resolution]) -> None:
    """The other resolutions, the newest first: some open, the rest behind a line that opens."""
    sittings = sum(len(row.consultations) for row in found)
    with st.container(gap="xsmall"):
        _lists.head("Weitere Beschlüsse", "others", wording.resolutions_remark(len(found), sittings) if found else "")
        if not found:
            st.html(_parts.note(wording.NO_OTHER))
            return
        _draw(found[:OPEN_SHOWN])
        if rest := found[OPEN_SHOWN:]:
            label = count(len(rest), "weiterer Beschluss", "weitere Beschlüsse")
            opened = st.expander(f"{label}, die älteren", key="am-older", type="compact", on_change="rerun")
            if opened.open:
                with opened:
                    _draw(rest, OPEN_SHOWN)


def _draw(found: Sequence[Resolution], first: int = 0) -> None:
    """One table for as many resolutions in a row as concern no measure; ways stand below the one they belong to."""
    waiting: list[Resolution] = []
    continued = first > 0
    for place, row in enumerate(found, first):
        waiting.append(row)
        if row.measures or place == first + len(found) - 1:
            st.html(_table(waiting, continued=continued))
            waiting, continued = [], True
            _to_measures(row, str(place))


def _to_measures(found: Resolution, name: str) -> None:
    if not found.measures:
        return
    with st.container(key=f"am-concerns-{name}", gap=None):
        for place, (key, title) in enumerate(found.measures[:WAYS_SHOWN]):
            _ways.to_measure(f"betrifft {title}", key, f"concerns-{name}-{place}")
        if (rest := len(found.measures) - WAYS_SHOWN) > 0:
            st.html(_parts.note(f"und {count(rest, 'weitere Maßnahme', 'weitere Maßnahmen')}"))


def _table(found: Iterable[Resolution], bars: bool = True, continued: bool = False) -> str:
    """A table of resolutions; one that continues another repeats its heads only for those who do not see them."""
    heads = "".join(
        f'<th scope="col" class="am-n"><abbr title="{whole}">{short}</abbr></th>' for short, whole in wording.VOTES
    )
    bar = '<th scope="col" class="am-share">Stimmen</th>' if bars else ""
    bodies = "".join(_body(row, bars) for row in found)
    columns = '<col class="am-day"><col>' + 4 * '<col class="am-n">' + ('<col class="am-share">' if bars else "")
    kind = "am-votes am-continued" if continued else "am-votes"
    return (
        f'<div class="{kind}"><table><colgroup>{columns}</colgroup>'
        '<thead><tr><th scope="col" class="am-day">Datum</th>'
        f'<th scope="col">Gremium</th>{heads}{bar}</tr></thead>{bodies}</table></div>'
    )


def _body(found: Resolution, bars: bool) -> str:
    """A resolution: its subject, then its consultations; a source that all of them share is named once."""
    shared = found.consultations[0].source if len({row.source for row in found.consultations}) == 1 else ""
    paper = "" if found.paper in shared else f"Vorlage {escape(found.paper)}"
    below = " · ".join(filter(None, (paper, _parts.links(sources(shared)))))
    subject = f"{escape(found.subject)}{f'<small>{below}</small>' if below else ''}"
    head = f'<tr class="am-subject"><th colspan="6" scope="rowgroup">{subject}</th>{_share("", bars)}</tr>'
    return f"<tbody>{head}{''.join(_sitting(row, bars, not shared) for row in found.consultations)}</tbody>"


def _share(content: str, bars: bool) -> str:
    return f'<td class="am-share">{content}</td>' if bars else ""


def _sitting(row: Consultation, bars: bool, with_source: bool) -> str:
    said = " · ".join(filter(None, (escape(row.result), _parts.links(sources(row.source)) if with_source else "")))
    begin = (
        f'<td class="am-day">{escape(row.day.text)}</td><td>{escape(row.committee)}'
        f"{f'<small>{said}</small>' if said else ''}</td>"
    )
    if called_off(row):
        off = f'<td colspan="4" class="am-off-words">{wording.CANCELLED}</td>'
        return f'<tr class="am-off">{begin}{off}{_share("", bars)}</tr>'
    cells = "".join(
        f'<td class="am-n" data-word="{short}">{NOTHING if n is None else number(n)}</td>'
        for (short, _), n in zip(wording.VOTES, votes(row), strict=True)
    )
    return f"<tr>{begin}{cells}{_share(_bar(row), bars)}</tr>"


def _bar(row: Consultation) -> str:
    """The votes as a bar where both sides are stated; the numbers beside it say the same."""
    cast = [n or 0 for n in votes(row)]
    whole = sum(cast)
    if row.yes is None or row.no is None or not whole:
        return ""
    parts = "".join(
        f'<i class="am-vote-{name}" style="width:{100 * n / whole:.4g}%"></i>'
        for name, n in zip(_SHARES, cast, strict=True) if n
    )  # fmt: skip
    return f'<span class="am-vote" aria-hidden="true">{parts}</span>'
