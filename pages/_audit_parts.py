"""The pieces of the page Zielvereinbarung: what comes next, events apart and in conflict, the tree of measures."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from html import escape

import streamlit as st

from audit_core.agreement import County, Event
from audit_core.figures.audit import DrawnAudit, drawn
from audit_core.tables.audit import Audit, Conflict, Next, written
from audit_core.tables.goals import FieldBranch, GoalBranch, goal_tree
from audit_core.tables.situation import situation
from audit_core.wording.numbers import count, day, number
from audit_core.wording.sources import sources
from pages import _lists, _parts, _shell, _ways

EVENTS_SHOWN = 6


@dataclass(frozen=True, slots=True)
class SeenAgreement:
    """What the page shows: the audit with its time line, and the tree."""

    audit: DrawnAudit
    tree: tuple[FieldBranch, ...]


def agreement_of(_: County, agreement: str, as_of: date) -> SeenAgreement:
    """The page of a view, for `_shell.cached`."""
    tree = goal_tree(situation(_shell.at(as_of), agreement))
    return SeenAgreement(drawn(_shell.known().county, agreement, as_of), tree)


def figures(shown: Sequence[Next]) -> str:
    """What comes next, as figures with a line below each."""
    items = "".join(
        f"<div><dt>{escape(one.label)}</dt><dd>{escape(one.value)}<small>{escape(one.below)}</small></dd></div>"
        for one in shown
    )
    return f'<dl class="am-next">{items}</dl>'


def left_out(found: Audit) -> None:
    """Says what lies after the Stichtag, with a way there."""
    if found.latest is None:
        return
    with st.container(key="am-audit-later", horizontal=True, vertical_alignment="center", gap="xsmall"):
        st.html(_parts.note(found.left_out), width="content")
        st.button(
            f"Stichtag auf {day(found.latest)} setzen", type="tertiary", key="am-audit-later-way",
            on_click=_shell.go, kwargs={"stichtag": found.latest.isoformat()},
        )  # fmt: skip


def conflicts(found: Sequence[Conflict]) -> None:
    """Dates that contradict each other, side by side with their sources."""
    if not found:
        return
    with st.container(key="am-conflicts", gap="xsmall"):
        _lists.head("Quellen widersprechen sich", "conflicts")
        st.html("".join(_conflict(one) for one in found))


def _conflict(one: Conflict) -> str:
    sides = [
        f"<div><b>{escape(written(event) or 'ohne Datum')}</b> {_said_by(event)}"
        f"<small>{escape(' · '.join(filter(None, (event.text, event.remark))))}</small></div>"
        for event in one.events
    ]
    if one.other:
        sides.append(f"<div><b>{escape(one.other)}</b> als anderes Datum genannt</div>")
    return f'<section class="am-conflict"><h3>{escape(one.events[0].kind)}</h3><div>{"".join(sides)}</div></section>'


def _said_by(event: Event) -> str:
    return f"laut {_parts.links(sources(event.source))}" if event.source else "ohne Quelle"


def undated(found: Sequence[Event]) -> None:
    """Events whose date nobody names."""
    if not found:
        return
    with st.container(gap="xsmall"):
        _lists.head("Ohne Datum", "undated", count(len(found), "Ereignis", "Ereignisse"))
        st.html(_events(found, dated=False))


def events(found: Audit) -> None:
    """Every dated event with its remark and sources, the newest first: some open, the rest behind a line that opens."""
    dated = [event for event in reversed(found.events) if event.day]
    if not dated:
        return
    with st.container(gap="xsmall"):
        _lists.head("Ereignisse", "events", f"{number(len(dated))} mit Datum")
        st.html(_events(dated[:EVENTS_SHOWN]))
        if rest := dated[EVENTS_SHOWN:]:
            label = count(len(rest), "weiteres Ereignis, das ältere", "weitere Ereignisse, die älteren")
            opened = st.expander(label, key="am-events", type="compact", on_change="rerun")
            if opened.open:
                opened.html(_events(rest))


def _events(found: Sequence[Event], dated: bool = True) -> str:
    return f'<ul class="am-list am-events">{"".join(_event(event, dated) for event in found)}</ul>'


def _event(event: Event, dated: bool) -> str:
    when = f'<span class="am-when">{escape(written(event) or "ohne Datum")}</span>' if dated else ""
    conflict = f"Widerspruch zu {event.conflicts_with}" if event.conflicts_with else ""
    said = [escape(text) for text in (conflict, event.remark) if text]
    below = " · ".join(filter(None, (*said, _parts.links(sources(event.source)))))
    return (
        f'<li>{when}<span><b>{escape(event.kind)}</b> {escape(event.text)}'
        f"{f'<small>{below}</small>' if below else ''}</span></li>"
    )  # fmt: skip


def tree(branches: Sequence[FieldBranch]) -> None:
    """Handlungsfelder that open to their goals and measures; the rows of one are made when it is opened."""
    with st.container(key="am-tree", gap="xsmall"):
        for branch in branches:
            opened = st.expander(_label(branch), key=f"am-branch-{branch.number}", type="compact", on_change="rerun")
            if opened.open:
                with opened, st.container(gap="small"):
                    for place, goal in enumerate(branch.goals):
                        _goal(goal, f"{branch.number}-{place}")


def _label(branch: FieldBranch) -> str:
    title, remark = (_parts.plain(text) for text in (branch.title, branch.remark))
    return f"**{title}** · {remark}" if title else remark


def _goal(goal: GoalBranch, name: str) -> None:
    with st.container(gap="xxsmall"):
        _lists.head(goal.title, f"goal-{name}", goal.remark, small=True)
        shown = [
            (_parts.rows([_parts.changed_row(leaf.title, leaf.below, leaf.status)]), leaf.title, leaf.key)
            for leaf in goal.measures
        ]
        _ways.rows(shown, f"goal-{name}")
