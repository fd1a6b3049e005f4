"""Meldungen hochladen: choose a file, what was recognised, problems, preview, decision, receipt."""

from collections.abc import Callable, Sequence

import streamlit as st

from audit_core.columns import MELDUNGEN
from audit_core.documents.marked import marked
from audit_core.errors import Problem
from audit_core.tables.first_plan import next_part
from audit_core.upload.changes import RowKind
from audit_core.wording import first_run as plan_wording
from audit_core.wording import uploads as wording
from audit_core.wording.numbers import count, number
from pages import (
    _first_run,
    _lists,
    _parts,
    _reports_effect,
    _reports_parts,
    _shell,
    _upload_deciding,
    _upload_html,
    _upload_reading,
    _upload_start,
)
from pages._upload_start import SPLIT, columns, to_part
from pages._upload_state import MORE_ROWS, Draft, Receipt, Sent, drop, held, renew, rows_shown, show_more

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FINDINGS_SHOWN = 2


def show() -> None:
    """Draws the part: what the session holds of an upload decides which stage of it."""
    upload = held()
    if isinstance(upload, Sent) and not upload.trouble:
        upload = _upload_reading.read(upload)
    if isinstance(upload, Draft) and upload.taking:
        upload = _upload_deciding.take_in(upload)
    match upload:
        case Draft() if upload.is_readable:
            _preview(upload)
        case Draft():
            _unreadable(upload)
        case Receipt():
            _receipt(upload)
        case Sent():
            _unchecked(upload)
        case None:
            _upload_start.show()


def _unchecked(sent: Sent) -> None:
    """A file that is here but could not be checked."""
    st.html(_upload_html.stages(_upload_html.CHECKED, f"{sent.name} · {wording.moment(sent.at)}"))
    _lists.title("Die Datei konnte nicht geprüft werden.")
    st.html(_parts.alert([sent.trouble]))
    with st.container(horizontal=True, gap="small"):
        st.button("Noch einmal prüfen", key="am-again", type="primary", on_click=renew)
        st.button("Verwerfen", key="am-drop", on_click=drop)


def _unreadable(draft: Draft) -> None:
    """A file without rows to speak of: what is wrong, and what then."""
    sheet = draft.preview.sheet
    problems = [one for one in draft.preview.errors if one.line <= sheet.header_line] or list(draft.preview.errors)
    finding, below = wording.unreadable(problems)
    st.html(_upload_html.stages(_upload_html.CHECKED, _about(draft)))
    _lists.title(finding)
    if sheet.rows:
        _recognised(draft)
    if below:
        st.html(_parts.alert(below))
    _another_file()
    with st.container(gap=None, key="am-upload-ways"):
        to_part("Vordruck einer Stelle holen", _reports_parts.PREFILLED, ":material/table:")
        st.page_link("hilfe.py", label="Spalten und Vorlagen ansehen", icon=":material/help:")


def _about(draft: Draft) -> str:
    rows = [count(len(draft.preview.rows), "Zeile", "Zeilen")] if draft.preview.rows else []
    return " · ".join([draft.sent.name, *rows, wording.moment(draft.sent.at)])


def _recognised(draft: Draft) -> None:
    """The line of what was recognised, which opens the columns."""
    sheet = draft.preview.sheet
    columns = _column_names(draft)
    read = sum(name not in (wording.NOT_READ, wording.SHOWN_ONLY) for _, name in columns)
    line = wording.recognised(
        sheet.file, sheet.encoding, sheet.separator, sheet.header_line, sheet.sheet_name, read, len(columns)
    )
    st.html(_upload_html.recognised(line, columns))


def _column_names(draft: Draft) -> list[tuple[str, str]]:
    """The headers of the file with what each was read as."""
    return wording.read_as(draft.preview.sheet.file, draft.preview.sheet.header_cells)


def _preview(draft: Draft) -> None:
    preview, file = draft.preview, draft.preview.sheet.file
    changing, rejected = preview.changing, preview.count(RowKind.REJECTED)
    blank = sum(not row.subject for row in preview.rows if row.kind is RowKind.UNCHANGED)
    nothing_fits = bool(preview.rows) and rejected == len(preview.rows)
    st.html(_upload_html.stages(_upload_html.CHECKED if nothing_fits else _upload_html.SHOWN, _about(draft)))
    _lists.title(wording.headline(file, len(preview.rows), len(changing), rejected, blank))
    _recognised(draft)
    st.html(_upload_html.counts(draft.counts, len(preview.rows), wording.captions(file, dict(draft.counts))))
    if not changing:
        with st.container(horizontal=True, vertical_alignment="center", gap="medium"):
            _another_file()
            _marked_file(draft)
    else:
        with columns():
            left, right = st.columns(SPLIT, gap="large")
            with left:
                _changes(draft)
            with right:
                _findings(draft)
                _upload_deciding.card(draft)
                _marked_file(draft)
                if draft.effect is not None:
                    _reports_effect.show(draft.effect, "effect")
    _problems(draft)


def _changes(draft: Draft) -> None:
    """The table old → new, the first rows of it."""
    rows, file = draft.preview.changing, draft.preview.sheet.file
    cells = sum(len(row.cells) for row in rows)
    with st.container(gap="small"):
        _lists.head("Was sich ändert", "changes", wording.changed_cells(file, len(rows), cells))
        shown = rows_shown("changes")
        st.html(_upload_html.changes_table(rows[:shown], subject=wording.subject_heading(file)))
        _more("changes", len(rows) - shown, lambda n: wording.more_rows(file, n))


def _more(table: str, left: int, label: Callable[[int], str]) -> None:
    """The button that shows more rows of a table, if there are more."""
    if left > 0:
        with st.container(key=f"am-more-{table}"):
            st.button(
                label(min(left, MORE_ROWS)), key=f"am-more-{table}-button", type="tertiary",
                on_click=show_more, args=(table,),
            )  # fmt: skip


def _findings(draft: Draft) -> None:
    """The first problems: what is rejected, else what is only noted."""
    errors, warnings = draft.preview.errors, draft.preview.warnings
    found: Sequence[Problem] = errors or warnings
    if not found:
        return
    with st.container(gap="small"):
        if errors:
            _lists.head("Abgelehnt", "rejected", count(draft.preview.count(RowKind.REJECTED), "Zeile", "Zeilen"))
        else:
            _lists.head("Hinweise", "rejected", number(len(warnings)))
        st.html(_upload_html.findings(found[:FINDINGS_SHOWN], bool(errors)))
        left = (max(0, len(errors) - FINDINGS_SHOWN), len(warnings))
        if not errors:
            left = (0, max(0, len(warnings) - FINDINGS_SHOWN))
        if any(left):
            st.html(_parts.note(wording.more_below(*left)))


def _another_file() -> None:
    st.button("Andere Datei hochladen", key="am-drop", type="primary", on_click=drop)


def _marked_file(draft: Draft) -> None:
    """The file with its faulty cells marked; made only when somebody wants it."""
    preview, sheet = draft.preview, draft.preview.sheet
    if not (preview.errors or preview.warnings):
        return

    def made() -> bytes:
        return marked(sheet.file, sheet.header_cells, sheet.grid, preview.errors, preview.warnings, sheet.file.title)

    stem = draft.sent.name.rsplit(".", 1)[0] or "datei"
    st.download_button(
        wording.MARKED, made, f"{stem}_markiert.xlsx", XLSX, key="am-marked", on_click="ignore",
        icon=":material/download:", type="tertiary",
    )  # fmt: skip


def _problems(draft: Draft) -> None:
    """All problems of the file, the errors first; the first rows of the table."""
    errors, warnings = draft.preview.errors, draft.preview.warnings
    found = [(one, True) for one in errors] + [(one, False) for one in warnings]
    if not found:
        return
    with st.container(gap="small"):
        _lists.head("Alle Fehler und Hinweise", "problems", wording.problems_found(len(errors), len(warnings)))
        shown = rows_shown("problems")
        st.html(_upload_html.problems_table(found[:shown]))
        _more("problems", len(found) - shown, wording.more_problems)


def _receipt(receipt: Receipt) -> None:
    draft, preview = receipt.draft, receipt.draft.preview
    file, n = preview.sheet.file, len(preview.changing)
    st.html(_upload_html.stages(_upload_html.TAKEN, _about(draft)))
    _lists.title(wording.taken(file, n))
    st.html(_upload_html.counts(draft.counts, len(preview.rows), wording.captions_after(file, dict(draft.counts))))
    with columns():
        left, right = st.columns(SPLIT, gap="large")
        with left:
            _lists.head("Beleg", "receipt")
            facts = wording.receipt_facts(receipt.number, receipt.by, receipt.at, draft.sent.name, file)
            st.html(_upload_html.facts(facts))
            _marked_file(draft)
            if draft.effect is not None:
                _reports_effect.show(draft.effect, "effect", happened=True)
        with right:
            _lists.head("Wie es weitergeht", "next")
            missing = None if file is MELDUNGEN else next_part(_shell.known().county)
            if missing:
                st.html(_parts.note(plan_wording.comes_next(missing.file)))
            st.button("Nächste Datei hochladen", key="am-drop", type="primary", on_click=drop)
            with st.container(gap=None, key="am-upload-ways"):
                if missing:
                    _first_run.template_button(missing, plan_wording.template_of(missing.file), ":material/download:")
                _to_overview(draft)
                to_part("Übernahmen ansehen oder zurücknehmen", _reports_parts.UPLOADS, ":material/history:")


def _to_overview(draft: Draft) -> None:
    """The way to the Überblick: to the day and the agreement whose figures the receipt shows."""
    if st.button("Zum Überblick", key="am-to-overview", icon=":material/arrow_forward:", type="tertiary"):
        found = draft.effect
        _shell.move("ueberblick", **({"stichtag": found.as_of.isoformat(), "zv": found.agreement} if found else {}))
