"""The draft of the next agreement off the stage: what is in it, what it lacks, and its way into the plan."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from html import escape
from typing import Any

import streamlit as st

from audit_core.documents import draft as files
from audit_core.documents.xlsx import MIME as XLSX
from audit_core.errors import Problem
from audit_core.tables.csv_text import MIME as CSV
from audit_core.terms import NO_OFFICE
from audit_core.upload.preview import Preview
from audit_core.wording import subject
from audit_core.wording import workshop as wording
from audit_core.wording.numbers import day
from audit_core.workshop.draft import Draft, DraftMeasure
from audit_core.workshop.draft_counts import DraftCount, draft_counts, gap_lines
from audit_core.workshop.draft_files import draft_sheets, previews
from pages import _lists, _parts, _reports_parts, _shell, _stage_room, _upload_state, _workshop_state

SHOWN_GAPS = 6
_SENT = "_draft-sent"


@dataclass(frozen=True, slots=True)
class Checked:
    """The files of a draft, what an upload of each would do, and everything it would complain about."""

    data: dict[str, bytes]
    previews: tuple[Preview, ...]
    gaps: tuple[str, ...]
    counts: tuple[DraftCount, ...]

    @property
    def brings(self) -> bool:
        """Whether one of the files brings something that is not in the plan yet."""
        return any(one.appended for one in self.previews)

    @property
    def problems(self) -> tuple[Problem, ...]:
        return tuple(problem for one in self.previews for problem in (*one.errors, *one.warnings))


def checked(agreement: str, as_of: date) -> Checked:
    """The draft of an agreement with what an upload would say of it, once for a state of the notes."""
    found: Checked = _checked(
        _shell.database_url(), _shell.county().revision, _workshop_state.newest(), agreement, as_of, _shell.today()
    )
    return found


@st.cache_resource(show_spinner=False, max_entries=4)
def _checked(url: str, revision: str, newest: int, agreement: str, as_of: date, today: date) -> Any:
    draft = _stage_room.draft(agreement, as_of)
    return Checked(
        files.files(draft), previews(draft, _shell.county(), _shell.now()), gap_lines(draft),
        draft_counts(draft, _shell.known()),
    )  # fmt: skip


def show(draft: Draft, found: Checked) -> None:
    """The draft: per Handlungsfeld, its measures, what is still to be settled, and the files."""
    agreement = draft.agreement
    with st.container(key="am-draft", gap="small"):
        end = agreement.end.last if agreement.end else None
        _lists.head(wording.DRAFT_HEAD, "draft", wording.period(agreement.code, agreement.begin.first, end))
        st.html(_counts(found.counts))
        if draft.measures:
            with st.expander(wording.all_measures(len(draft.measures)), key="am-draft-measures"):
                st.html(_parts.rows([_measure(one) for one in draft.measures]))
        _gaps(found)
        if draft.measures or draft.ended:
            _files(draft, found)


def _counts(rows: Sequence[DraftCount]) -> str:
    heads = "".join(f'<th scope="col">{escape(word)}</th>' for word in wording.COUNT_HEADS)
    return (
        f'<div class="am-scroll" tabindex="0" role="region" aria-label="{escape(wording.DRAFT_HEAD)}">'
        f'<table class="am-fields am-draft-counts"><thead><tr>{heads}</tr></thead>'
        f"<tbody>{''.join(map(_count, rows))}{_total(rows)}</tbody></table></div>"
    )


def _count(row: DraftCount) -> str:
    name = f"<b>{escape(row.field_of_action)}</b>&ensp;{escape(row.title or wording.NO_FIELD)}"
    return f'<tr><th scope="row">{name}</th>{_cells(_numbers(row))}</tr>'


def _numbers(row: DraftCount) -> tuple[int, ...]:
    return row.continued, row.changed, row.replaced, row.new, row.ended, row.undecided


def _cells(numbers: Sequence[int]) -> str:
    return "".join(f"<td>{number or '–'}</td>" for number in numbers)


def _total(rows: Sequence[DraftCount]) -> str:
    if len(rows) < 2:
        return ""
    sums = [sum(column) for column in zip(*map(_numbers, rows), strict=True)]
    return f'<tr><th scope="row"><b>{escape(wording.TOTAL)}</b></th>{_cells(sums)}</tr>'


def _measure(one: DraftMeasure) -> str:
    measure = one.measure
    due = f"Frist {day(measure.due.last)}" if measure.due else "ohne Frist"
    title = f"{measure.number} {measure.title or wording.UNTITLED}".strip()
    predecessor = measure.predecessor[1] if measure.predecessor else ""
    return _parts.row(
        title, f"{measure.responsible or NO_OFFICE} · {due}", wording.origin(one.decision, predecessor)
    )


def _gaps(found: Checked) -> None:
    sentences = (*found.gaps, *(problem.sentence() for problem in found.problems))
    if not sentences:
        st.html(_parts.note(wording.NO_GAPS))
        return
    with st.container(gap="xsmall"):
        st.subheader(wording.gaps_head(len(sentences)), anchor=False)
        st.html(_list(sentences[:SHOWN_GAPS]))
        if len(sentences) > SHOWN_GAPS:
            with st.expander(wording.more_gaps(len(sentences) - SHOWN_GAPS), key="am-draft-gaps"):
                st.html(_list(sentences[SHOWN_GAPS:]))


def _list(sentences: Sequence[str]) -> str:
    return f'<ul class="am-gaps">{"".join(f"<li>{escape(one)}</li>" for one in sentences)}</ul>'


def _files(draft: Draft, found: Checked) -> None:
    """The files in the order of their upload; only the first one that brings something can be looked at in advance."""
    with st.container(key="am-draft-files", gap="xsmall"):
        st.subheader(wording.FILES_HEAD, anchor=False)
        st.html(_parts.note(wording.FILES_HELP if found.brings else wording.IN_THE_PLAN))
        if found.brings and (settling := len(found.gaps) + len(found.problems)):
            st.html(_parts.note(wording.still_open(settling)))
        next_one = True
        for (file, _), preview in zip(draft_sheets(draft).items(), found.previews, strict=True):
            name = f"{file.name}.csv"
            with st.container(key=f"am-draft-file-{file.name}", horizontal=True, vertical_alignment="center"):
                st.html(_parts.rows([_parts.row(name, wording.file_state(len(preview.appended)))]))
                if preview.appended and next_one:
                    st.button(
                        wording.PREVIEW, key=f"am-draft-preview-{file.name}", type="primary",
                        icon=":material/arrow_forward:", on_click=_look_at, args=(name, found.data[name]),
                    )  # fmt: skip
                st.download_button(
                    wording.SAVE_CSV, found.data[name], name, CSV, key=f"am-draft-save-{file.name}",
                    on_click="ignore", icon=":material/download:", help=name,
                )  # fmt: skip
            next_one = next_one and not preview.appended
        _whole(draft)
    if st.session_state.pop(_SENT, False):
        _shell.move(_reports_parts.PAGE)


def _whole(draft: Draft) -> None:
    """All files at once, and one workbook to read."""
    plan = _shell.known().county
    warning = subject.invented(plan.name) if plan.invented else ""
    with st.container(horizontal=True, gap="small"):
        st.download_button(
            wording.SAVE_ALL, lambda: files.archive(draft), files.file_name(draft, "zip"), "application/zip",
            key="am-draft-zip", on_click="ignore", icon=":material/download:",
        )  # fmt: skip
        st.download_button(
            wording.SAVE_BOOK, lambda: files.workbook(draft, warning), files.file_name(draft, "xlsx"), XLSX,
            key="am-draft-xlsx", on_click="ignore", icon=":material/download:",
        )  # fmt: skip


def _look_at(name: str, data: bytes) -> None:
    """Callback: hands a file to the upload, as if it had been chosen there."""
    _upload_state.drop()
    _upload_state.hold(_upload_state.Sent(name, data, _shell.now()))
    st.session_state[_SENT] = True
