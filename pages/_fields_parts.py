"""What the page Handlungsfelder puts together: rows of measures by Ziel, the progress bar, Kennzahlen."""

from collections.abc import Iterable, Sequence
from datetime import date
from html import escape

import streamlit as st

from audit_core import terms
from audit_core.agreement import County
from audit_core.figures.base import CONFIG
from audit_core.figures.fields import DrawnField, KeyFigureList, drawn_field, of_county
from audit_core.figures.key_figures import MOST_BARS, DrawnKeyFigures
from audit_core.tables import key_figures as tables
from audit_core.tables.csv_text import Sheet
from audit_core.tables.fields import GoalLines, MeasureLine, Whole, whole
from audit_core.tables.key_figures import KeyFigureSeries, KeyValue
from audit_core.tables.lines import FieldBar
from audit_core.wording import fields as wording
from audit_core.wording.numbers import NOTHING, number, percent
from audit_core.wording.sources import sources as parted
from pages import _lists, _parts, _shell, _ways

_OPENED = "am-goal-opened"
_HEADS = ("Maßnahme", "Status", "Terminlage", "Fortschritt")


def drawn(view: _shell.View, field: str) -> DrawnField:
    """One Handlungsfeld of a view, computed once; what all fields share is kept apart."""
    return _shell.cached(_drawn, view.as_of, view.compared_with, view.agreement, view.responsible, field)


def _drawn(
    _: County, as_of: date, compared_with: date, agreement: str, responsible: str | None, field: str
) -> DrawnField:
    return drawn_field(_shell.cached(_whole, as_of, compared_with, agreement, responsible), field)


def _whole(_: County, as_of: date, compared_with: date, agreement: str, responsible: str | None) -> Whole:
    return whole(_shell.at(as_of), _shell.at(compared_with), agreement, responsible)


def described(text: str) -> None:
    """The quiet line under the headline."""
    st.html(f'<div class="am-described">{escape(text)}</div>')


def goals(shown: Sequence[GoalLines], field: str) -> None:
    """The measures of a field by Ziel; each row opens its measure, a long Ziel shows the rest on demand."""
    heads = "".join(f"<span>{head}</span>" for head in _HEADS)
    st.html(f'<div class="am-measure am-measure-head">{heads}</div>')
    for place, goal in enumerate(shown):
        _goal(goal, f"{field}-{place}")


def _goal(goal: GoalLines, name: str) -> None:
    opened = st.session_state.get(_OPENED) == name
    with st.container(gap=None):
        if goal.title:
            st.html(_goal_head(goal))
        lines = goal.measures if opened else goal.measures[: goal.shown]
        _ways.rows([(row(line), f"{line.number} {line.title}", line.measure) for line in lines], f"goal-{name}")
        if len(goal.measures) > goal.shown:
            label = "weniger zeigen" if opened else f"alle {number(len(goal.measures))} zeigen"
            st.button(
                label, key=f"am-goal-all-{name}", type="tertiary",
                on_click=st.session_state.__setitem__, args=(_OPENED, "" if opened else name),
            )  # fmt: skip


def _goal_head(goal: GoalLines) -> str:
    late = f" · {_alarm(goal.overdue)}" if goal.overdue else ""
    return f'<div class="am-goal"><h3>{escape(goal.title)}</h3><span>{escape(goal.summary)}{late}</span></div>'


def row(line: MeasureLine) -> str:
    """A measure: what, its status, its Terminlage, its progress with what was expected."""
    below = escape(line.below)
    if line.overdue_milestones:
        below += f"&ensp;{_alarm(line.overdue_milestones)}"
    return (
        '<ul class="am-list"><li class="am-measure">'
        f'<span><span class="am-clamp" title="{escape(line.title)}"><b>{escape(line.number)}</b> {escape(line.title)}'
        f"</span><small>{below}</small></span>"
        f"<span>{_parts.status(line.status)}{_small(line.status_note, 'am-under')}</span>"
        f"<span>{_schedule(line)}{_small(line.schedule_below)}</span>"
        f"<span>{_progress(line)}</span></li></ul>"
    )


def _schedule(line: MeasureLine) -> str:
    if line.schedule is None or line.schedule == "left":
        return f'<span class="am-none">{escape(line.schedule_text)}</span>'
    lage = terms.SCHEDULE[line.schedule]
    sign = f'<span class="am-sign" title="{escape(lage.label)}">{lage.symbol}</span>'
    if line.schedule == "overdue":
        return f'<span class="am-alarm"><strong>{sign} {escape(line.schedule_text)}</strong></span>'
    return f"<span>{sign} {escape(line.schedule_text)}</span>"


def _progress(line: MeasureLine) -> str:
    if line.progress is None:
        return f'<span class="am-none">{escape(line.percent)}</span>'
    bar = _bar(line.progress, line.expected)
    return f'<span class="am-with-bar">{bar}<b>{escape(line.percent)}</b></span>{_small(line.expected_text)}'


def _bar(progress: float, expected: float | None) -> str:
    mark = "" if expected is None else f'<u style="left:{100 * expected:.1f}%"></u>'
    return f'<span class="am-bar" aria-hidden="true"><i style="width:{100 * progress:.1f}%"></i>{mark}</span>'


def _alarm(text: str) -> str:
    sign = terms.SCHEDULE["overdue"].symbol
    return f'<span class="am-alarm"><span class="am-sign">{sign}</span>{escape(text)}</span>'


def _small(text: str, kind: str = "") -> str:
    return f'<small class="{kind}">{escape(text)}</small>' if text else ""


def progress(bar: FieldBar) -> None:
    """The progress of the field with the mark of what was expected."""
    drawn_bar = "" if bar.progress is None else _bar(bar.progress, bar.expected)
    st.html(
        f'<div class="am-field-progress"><div><b>{escape(percent(bar.progress))}</b>'
        f"<span>{escape(bar.expected_text)}</span></div>{drawn_bar}</div>"
    )


def below_measures(sheet: Sheet, field: str) -> None:
    """What the bars of the rows mean, and the rows as a file."""
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center", gap="small"):
        st.html(_parts.note(wording.MEASURES_NOTE), width="content")
        _lists.save(sheet, f"handlungsfeld-{terms.folded(field)}-massnahmen")


def permanent(shown: Iterable[MeasureLine]) -> list[_ways.Row]:
    """Rows of the permanent tasks with their status."""
    return [
        (
            _parts.rows([_parts.changed_row(f"{line.number} {line.title}", line.below, line.status)]),
            f"{line.number} {line.title}",
            line.measure,
        )
        for line in shown
    ]


def key_figures(seen: KeyFigureList, field: str) -> None:
    """The Kennzahlen of a field, or that it has none."""
    name = f"handlungsfeld-{terms.folded(field)}-kennzahlen"
    with st.container(gap="small"):
        _key_figures_head(seen, wording.KEY_FIGURES, "key-figures")
        if seen.series:
            _key_figures(seen, "key-figures", f"field-{field}", name)
        else:
            st.html(_parts.note(f"{wording.NO_KEY_FIGURE} {seen.later_values}"))


def key_figures_of_county(view: _shell.View) -> None:
    """The Kennzahlen of the Landkreis as a whole, the same below every field; nothing without any."""
    seen = _shell.cached(of_county, view.as_of)
    if seen.series:
        with st.container(gap="small"):
            _key_figures_head(seen, wording.KEY_FIGURES_OF_COUNTY, "county-figures")
            _key_figures(seen, "county-figures", "county", "landkreis-kennzahlen")


def _key_figures(seen: KeyFigureList, place: str, name: str, file_name: str) -> None:
    """Charts and single values, or all of them as a table that can be saved."""
    if seen.first.figure is None:
        shown(seen.first, name)
        st.html(_parts.note(seen.later_values))
        _lists.save(tables.sheet(seen.series), file_name)
        return
    above = st.container(gap="small")
    note = " ".join(filter(None, (_chart_note(seen.first), seen.later_values)))
    if _lists.switch(f"am-{place}-shown", note, seen.later_values):
        with above:
            st.html(values_table(seen.series))
            _lists.save(tables.sheet(seen.series), file_name)
    else:
        with above:
            shown(seen.first, name)


def _key_figures_head(seen: KeyFigureList, heading: str, place: str) -> None:
    with st.container(
        key=f"am-head-{place}", horizontal=True, horizontal_alignment="distribute", vertical_alignment="bottom"
    ):
        st.header(heading, anchor=False, width="content")
        more = len(seen.series) > len(seen.first.charted) + len(seen.first.single)
        if more and st.button(f"alle {number(len(seen.series))}", key=f"am-all-{place}", type="tertiary"):
            st.dialog(heading, width="medium")(shown)(seen.every, f"every-{place}")


def _chart_note(drawn_: DrawnKeyFigures) -> str:
    gaps = any(one.gaps for one in drawn_.charted)
    lighter = any(one.conflicts for one in drawn_.charted)
    return " ".join([wording.KEY_FIGURES_NOTE] * gaps + [wording.CONFLICT_NOTE] * lighter)


def shown(drawn_: DrawnKeyFigures, name: str) -> None:
    """Kennzahlen as charts, what contradicts itself with its sources, and single values as rows."""
    if drawn_.figure is not None:
        st.plotly_chart(drawn_.figure, theme=None, config=CONFIG, key=f"am-key-figures-{name}", alt=drawn_.alt)
    conflicts = "".join(_conflict(one, place) for one in drawn_.charted for place in range(len(one.conflicts)))
    if conflicts:
        st.html(f'<div class="am-conflicts">{conflicts}</div>')
    if drawn_.single:
        st.html(_parts.rows(map(_single, drawn_.single), "am-values"))


def _conflict(one: KeyFigureSeries, place: int) -> str:
    values = one.conflicts[place]
    said = ", ".join(_statement(one, value) for value in values)
    return f"<div>{escape(wording.conflict(one.name, values[0].day.text))} {said}</div>"


def _statement(one: KeyFigureSeries, value: KeyValue) -> str:
    """A value with its sources, and with its remark where the chart has no room for it."""
    remark = escape(value.remark) if len(one.values) > MOST_BARS else ""
    origin = "; ".join(filter(None, (remark, sources(value.sources) or "ohne Quelle")))
    return f"{escape(wording.key_value(value.value, one.digits, one.unit))} ({origin})"


def _single(one: KeyFigureSeries) -> str:
    value = one.newest
    parts = [escape(value.day.text), escape(value.remark), sources(value.sources)]
    return (
        f'<li class="am-row"><span><span class="am-clamp">{escape(one.name)}</span>'
        f"<small>{' · '.join(filter(None, parts))}</small></span>"
        f"<span><b>{escape(wording.key_value(value.value, one.digits, one.unit))}</b></span></li>"
    )


def sources(named: Iterable[str]) -> str:
    """The sources of a value, each once."""
    return _parts.links(parted(wording.sources_text(named)))


def values_table(series: Iterable[KeyFigureSeries]) -> str:
    """Every value of the Kennzahlen as a table that also half a page and a phone show whole."""
    heads = "".join(f'<th scope="col">{head}</th>' for head in ("Datum", "Wert", "Bemerkung und Quelle"))
    return (
        f'<table class="am-key-figures" aria-label="Kennzahlen"><thead><tr>{heads}</tr></thead>'
        f"{''.join(map(_values, series))}</table>"
    )


def _values(one: KeyFigureSeries) -> str:
    unit = f" <span>{escape(one.unit)}</span>" if one.unit else ""
    head = f'<tr><th colspan="3" scope="rowgroup">{escape(one.name)}{unit}</th></tr>'
    return f"<tbody>{head}{''.join(_value(one, value) for value in one.values)}</tbody>"


def _value(one: KeyFigureSeries, value: KeyValue) -> str:
    origin = " · ".join(filter(None, (escape(value.remark), sources(value.sources))))
    return (
        f"<tr><td>{escape(value.day.text)}</td><td>{escape(wording.key_value(value.value, one.digits))}</td>"
        f"<td>{origin or NOTHING}</td></tr>"
    )
