"""Frozen reports (R14): freezing one, the list of them, one of them made again and compared."""

from collections.abc import Sequence
from html import escape
from typing import Any

import streamlit as st

from audit_core.agreement import County
from audit_core.documents import frozen
from audit_core.documents.frozen import Checked
from audit_core.documents.registry import document
from audit_core.standing import Completion, standing
from audit_core.store import FrozenReport
from audit_core.tables.frozen import Corrected, CorrectedRow, frozen_facts, frozen_line
from audit_core.tables.situation import situation
from audit_core.version import program_version
from audit_core.wording import documents as wording
from audit_core.wording import frozen as frozen_wording
from audit_core.wording.annual_report import cover
from pages import (
    _address,
    _documents_parts,
    _frozen_state,
    _lists,
    _parts,
    _preview_parts,
    _shell,
    _ways,
    _who,
    _words,
    _writing,
)
from pages._documents_parts import Chosen

MOST_ROWS = 12
_REFUSED, _FIRST = "_frozen-refused", "_frozen-first"
_SAME, _DIFFERENT = "✓", "≠"


def latest(found: Sequence[FrozenReport], asked: Chosen) -> FrozenReport | None:
    """The newest frozen report of what the filter row asks for."""
    return next((one for one in found if (one.agreement, one.as_of) == (asked.agreement, asked.until)), None)


def finding(asked: Chosen, newest: FrozenReport | None) -> str:
    """The headline of what the filter row asks for; a frozen report is told with its own figures."""
    then = None if newest is None else _shell.cached(_done_then, newest)
    return wording.finding(asked.until.year, asked.done, newest, then)


def _done_then(county: County, report: FrozenReport) -> Completion:
    of = frozen.asked_of(county, report)
    return situation(standing(of.known, of.until), of.agreement).completion


def form(asked: Chosen, newest: FrozenReport | None) -> None:
    """Freezing: what it is, the title, who does it, and the button; whether there is a report of the same already."""
    with st.container(border=True, key="am-freeze", gap="small"):
        _lists.head(wording.FREEZE_HEAD, "freeze")
        st.html(_parts.note(wording.WHAT_FREEZING_IS))
        if wording.reaches(asked.until, asked.today):
            st.html(_parts.note(wording.running_year(asked.until, asked.today)))
        title = st.text_input(
            wording.TITLE, cover.title(asked.until), max_chars=frozen.MOST_SIGNS,
            key=f"am-freeze-title-{asked.agreement}-{asked.until}", autocomplete="off",
        )  # fmt: skip
        _who.ask(wording.WHO)
        if refused := st.session_state.pop(_REFUSED, ""):
            st.html(_parts.alert([refused]))
        if newest is not None:
            st.html(_parts.note(frozen_wording.frozen_already(newest.id, wording.day_of(newest))))
        if st.button(wording.FREEZE, type="primary", key="am-freeze-now", icon=":material/lock:"):
            _freeze(asked, title or "")


def _freeze(asked: Chosen, title: str) -> None:
    """Freezes, and opens what was frozen. The number is kept where a second press cannot lose it."""
    held = _frozen_state.just_frozen()
    if not _who.name():
        st.session_state[_REFUSED] = wording.WHO_IS_MISSING
        st.rerun()
    try:
        with st.spinner(wording.IS_FROZEN_NOW):
            held["number"] = _writing.freeze(asked.agreement, asked.until, title, _who.name()).id
    except Exception as error:
        _documents_parts.failed("A report was not frozen", error, wording.NOT_FROZEN)
        return
    st.rerun()


def listed(found: Sequence[FrozenReport]) -> None:
    """All frozen reports; a row opens its report."""
    with st.container(key="am-frozen", gap="xxsmall"):
        _lists.head(wording.FROZEN_HEAD, "frozen", wording.frozen_count(len(found)) if found else "")
        if not found:
            st.html(_parts.note(wording.NOTHING_FROZEN))
            return
        with st.container(gap=None):
            for one in found[: _shown()]:
                _row(one, _is_newest(one, found))
        if len(found) > _shown():
            st.button(wording.OLDER, key="am-frozen-more", type="tertiary", on_click=_more)


def _is_newest(report: FrozenReport, found: Sequence[FrozenReport]) -> bool:
    """Whether a report is the newest of several of the same agreement and Stichtag."""
    same = [one.id for one in found if (one.agreement, one.as_of) == (report.agreement, report.as_of)]
    return len(same) > 1 and same[0] == report.id


def _row(report: FrozenReport, newest: bool) -> None:
    line = frozen_line(report, _shell.offer().agreements)
    title = frozen_wording.numbered(line.title, report.id) + (f" · {frozen_wording.NEWEST}" if newest else "")
    by = " · ".join(filter(None, (line.right, line.right_below)))
    looks = f'<span class="am-open-it" aria-hidden="true">{frozen_wording.OPEN}</span>'
    with st.container(key=f"am-open-frozen-{report.id}", gap=None):
        st.html(_documents_parts.entry(title, line.below, by, right=looks))
        st.button(
            _parts.plain(f"{line.title} (Nr. {report.id}) öffnen"), key=f"am-way-frozen-{report.id}", type="tertiary",
            on_click=_frozen_state.choose, args=(report.id,),
        )  # fmt: skip


def _shown() -> int:
    return int(st.session_state.get(_FIRST, MOST_ROWS))


def _more() -> None:
    st.session_state[_FIRST] = _shown() + MOST_ROWS


def show(report: FrozenReport) -> None:
    """One frozen report: made again, compared, to download, and what was corrected since."""
    with st.container(key="am-frozen-ways"):
        st.button(wording.BACK, key="am-frozen-all", type="tertiary", on_click=_frozen_state.choose, args=(None,))
    since, name = _since(report), frozen_wording.report_name(report.year, report.id)
    place = st.empty()
    with place:
        _lists.title(f"{name}.")
    if _frozen_state.is_new(report):
        st.html(_told(frozen_wording.is_frozen_as(report.id)))
    with st.container(key="am-stack-frozen"):
        left, right = st.columns([1.05, 1], gap="large")
    with left:
        _lists.head(report.title, "frozen-report")
        if checked := _again(report):
            if since is not None:
                same = all(checked.same.values())
                with place:
                    _lists.title(frozen_wording.checked(name, same, checked.same_program, since.text, since.differs))
            _files(checked)
        _facts(report)
        _corrected(report, since)
    with right:
        _preview_parts.preview(report.as_of, report.agreement, report)


def _told(sentence: str) -> str:
    """What was just done, which is read out too."""
    return f'<div class="am-told" role="status">{escape(sentence)}</div>'


def _since(report: FrozenReport) -> Corrected | None:
    """What was corrected since, once for a revision; None where that cannot be found out."""
    try:
        return _shell.cached(frozen.corrected_since, report)
    except Exception as error:
        _shell.log("A frozen report was not compared with today", error)
        return None


def _again(report: FrozenReport) -> Checked | None:
    """The report made again, once for a revision; None where that failed, which is said."""
    try:
        with st.spinner(wording.MADE_AGAIN):
            return _shell.cached(frozen.made_again, report)
    except Exception as error:
        _documents_parts.failed("A frozen report was not made again", error, wording.NOT_MADE_AGAIN)
        return None


def _files(checked: Checked) -> None:
    """Both files with whether they are the same again, and what it means if they are not."""
    report = checked.report
    stored = {"pdf": report.pdf_sha256, "docx": report.docx_sha256}
    with st.container(gap="xsmall", key="am-frozen-files"):
        for format, data in checked.files.items():
            one = document(frozen.NAME, format)
            label, asked = wording.FORMAT[format], frozen.asked_of(_shell.county(), report)
            with st.container(key=f"am-frozen-file-{format}", horizontal=True, vertical_alignment="center"):
                st.html(_file(label, checked.same[format], stored[format]))
                st.download_button(
                    wording.save_label(one.title, label), data, one.file_name(asked, report.id), one.mime,
                    key=f"am-frozen-save-{format}-{report.id}", on_click="ignore", icon=":material/download:",
                    type="primary" if format == "pdf" else "secondary",
                )  # fmt: skip
        sentence = wording.why_different(
            all(checked.same.values()), checked.same_program, report.program_version, program_version()
        )
        if sentence:
            st.html(_parts.note(sentence))
        with st.expander("Prüfsummen (SHA-256)", key="am-frozen-checksums"):
            st.html(_parts.note(wording.CHECKSUM_HELP))
            for format, checksum in stored.items():
                st.html(_checksum(wording.FORMAT[format], checksum))


def _file(label: str, same: bool, checksum: str) -> str:
    sign, words = (_SAME, wording.SAME) if same else (_DIFFERENT, wording.DIFFERENT)
    return (
        f'<div class="am-file"><span class="am-state"><i aria-hidden="true">{sign}</i>{escape(label)}: '
        f"{escape(words)}</span><small>SHA-256 {escape(wording.short(checksum))}</small></div>"
    )


def _checksum(label: str, checksum: str) -> str:
    return f'<div class="am-checksum"><span>{escape(label)}</span><code>{escape(checksum)}</code></div>'


def _facts(report: FrozenReport) -> None:
    facts = frozen_facts(report, _shell.offer().agreements)
    items = "".join(f"<div><dt>{escape(name)}</dt><dd>{escape(value)}</dd></div>" for name, value in facts)
    st.html(f'<dl class="am-in-force am-frozen-facts">{items}</dl>')


def _corrected(report: FrozenReport, since: Corrected | None) -> None:
    """What was corrected since, the way to the Vergleich that shows the same, and the list to save."""
    with st.container(gap="xsmall", key="am-corrected"):
        _lists.head(wording.CORRECTED_HEAD, "corrected", since.text if since else "")
        if since is None:
            st.html(_parts.alert([wording.NOT_COMPARED]))
            return
        if not since.rows:
            st.html(_parts.note(wording.WOULD_DIFFER if since.differs else wording.NOTHING_CORRECTED))
            return
        st.html(_parts.note(wording.corrected_help(report.known_by)))
        rows: list[_ways.Row] = [
            (_parts.rows([_correction(row)]), frozen_wording.correction_opens(row.title, row.what), row.measure)
            for row in since.rows
        ]
        shown = len(rows) if st.session_state.get(f"_corrected-{report.id}") else MOST_ROWS
        _ways.rows(rows[:shown], "corrected")
        if len(rows) > shown:
            st.button(
                wording.all_of(len(rows)), key="am-corrected-all", type="tertiary",
                on_click=_show_all, args=(report.id,),
            )  # fmt: skip
        with st.container(key="am-corrected-foot", horizontal=True, vertical_alignment="center"):
            if since.tally.both:
                _to_comparison(report)
            _lists.save(since.sheet, f"berichtigt-{report.year}-{report.id}", wording.SAVE_CORRECTED)


def _to_comparison(report: FrozenReport) -> None:
    if st.button(wording.TO_COMPARISON, key="am-to-comparison", icon=":material/arrow_forward:"):
        _shell.move(_address.COMPARISON, **_compared(report))


def _correction(row: CorrectedRow) -> str:
    return _parts.row(row.title, row.below, row.new, f"bisher {row.old}")


def _show_all(report: int) -> None:
    st.session_state[f"_corrected-{report}"] = True


def _compared(report: FrozenReport) -> dict[str, Any]:
    """The words of the Vergleich: the same Stichtag twice, once as known when the report was frozen."""
    day = report.as_of.isoformat()
    return {
        _address.AGREEMENT: report.agreement, _address.AS_OF: day, _address.COMPARED_WITH: day,
        _address.KNOWN_BY: "", _address.KNOWN_BY_BEFORE: _words.moment_word(report.known_by),
        _address.RESPONSIBLE: "",
    }  # fmt: skip
