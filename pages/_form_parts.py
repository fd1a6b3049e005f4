"""One Meldung by form: what it is about, what is in force, the fields, the preview, the receipt."""

from collections.abc import Callable, Mapping, Sequence

import streamlit as st

from audit_core.terms import STATUSES
from audit_core.wording import first_run as plan_wording
from audit_core.wording import reports as wording
from audit_core.wording import uploads
from audit_core.wording.numbers import day
from pages import (
    _first_run,
    _form_draft,
    _lists,
    _parts,
    _reports_effect,
    _reports_html,
    _shell,
    _upload_html,
    _uploads_parts,
    _ways,
    _who,
)
from pages._form_draft import Draft, Receipt, Shown


def show() -> None:
    """Draws the part: the fields, the preview of what was typed, or the receipt."""
    if not _shell.known().county.measures:
        _first_run.plan_first(plan_wording.FORM_NEEDS_A_PLAN)
        return
    renewed = _form_draft.renew()
    held = _form_draft.draft()
    if held.receipt is not None:
        _receipt(held.receipt)
    elif held.shown is not None:
        _preview(held, held.shown, renewed)
    else:
        _fields(held)


def _fields(held: Draft) -> None:
    _lists.title(wording.form_finding(len(held.problems)))
    st.html(_parts.note(wording.FORM_HELP))
    with st.container(key="am-stack-form"):
        left, right = st.columns([1.75, 1], gap="large")
    with left, st.container(gap="small"):
        _subject(held)
        _words(held)
        with st.container(key="am-form-foot", horizontal=True, vertical_alignment="center"):
            if st.button("Prüfen und Vorschau zeigen", type="primary", key="am-form-check"):
                _form_draft.check()
                st.rerun()
            st.button("Formular leeren", type="tertiary", key="am-form-clear", on_click=_form_draft.clear)
    with right, st.container(border=True, gap="small"):
        _in_force(held)


def _subject(held: Draft) -> None:
    """What the Meldung is about."""
    plan = _shell.known().county
    offered = _form_draft.agreements(plan)
    measures = _form_draft.measures(plan, held.word("agreement"))
    with st.container(gap="xsmall"):
        _lists.head("Worum es geht", "form-subject")
        agreement, measure = st.columns([1, 1.9], gap="small")
        with agreement:
            _cell(held, "agreement", lambda: _choice(held, "agreement", "Zielvereinbarung", offered))
        with measure:
            _cell(held, "number", lambda: _choice(held, "number", "Maßnahme", measures, "Maßnahme wählen"))
        number = held.word("number") if held.word("number") in measures else ""
        milestones = _form_draft.milestones(plan, held.word("agreement"), number)
        _cell(held, "milestone", lambda: _choice(held, "milestone", "Meilenstein", milestones))
        found, _ = _form_draft.in_force_now(held)
        if found is not None:
            with st.container(key="am-narrow-form"):  # where the card stands far below
                st.html(_parts.note(wording.in_short(found.status, found.facts[:3])))


def _in_force(held: Draft) -> None:
    """What is in force about it on the day of the Stand."""
    found, as_of = _form_draft.in_force_now(held)
    if found is None:
        _lists.head("Was bisher gilt", "form-in-force")
        st.html(_parts.note(wording.CHOOSE_ONE))
        return
    _lists.head("Was bisher gilt", "form-in-force", f"am {day(as_of)}")
    st.html(_reports_html.in_force(found))
    if not found.exists:
        st.html(_parts.note(wording.NOT_YET))
    if found.replaced is not None:
        st.html(_reports_html.hints([wording.REPLACED]))
        st.button(
            "Ihre Angaben in das Formular übernehmen", key="am-form-take-over", type="tertiary",
            on_click=_form_draft.take_over, args=(found.replaced,),
        )  # fmt: skip


def _words(held: Draft) -> None:
    """What is reported."""
    statuses = {status.label: f"{status.symbol} {status.label}" for status in STATUSES}
    with st.container(gap="xsmall"):
        _lists.head("Was zu melden ist", "form-words")
        with st.grid(columns=4, min_column_width=150, gap="small"):
            _cell(held, "stated", lambda: _line("stated", "Stand", "31.12.2021"))
            _cell(held, "status", lambda: _choice(held, "status", "Status", statuses, "Status wählen"))
            _cell(held, "progress", lambda: _line("progress", "Fortschritt in %", "wenn bekannt: 75"))
            _cell(held, "new_due", lambda: _line("new_due", "Neue Frist", "wenn geändert"))
        with st.grid(columns=2, min_column_width=300, gap="small"):
            _cell(held, "text", lambda: _block("text", "Sachstand", "Was ist geschehen?"))
            _cell(held, "reason", lambda: _block("reason", "Grund", wording.WHY))
            _cell(held, "reported_by", lambda: _office(held, _shell.offer().offices))
            _cell(held, "source", lambda: _line("source", "Quelle", "wenn es eine gibt, z. B. eine Vorlage"))


def _office(held: Draft, offices: Sequence[str]) -> None:
    """Whoever reports, in words of their own; the offices of the plan are only a hint."""
    _line("reported_by", "Gemeldet von", wording.OFFICE_HINT, wording.offices_hint(offices))
    if note := wording.other_office(held.word("reported_by").strip(), offices):
        st.html(_parts.note(note))


def _cell(held: Draft, name: str, field: Callable[[], None]) -> None:
    """A field with what is wrong with it below."""
    with st.container(gap="xxsmall"):
        field()
        _wrong(held, name)


def _wrong(held: Draft, name: str) -> None:
    if sentences := held.wrong(name):
        st.html(_reports_html.wrong(sentences))


def _choice(
    held: Draft, name: str, label: str, options: Mapping[str, str], placeholder: str = ""
) -> None:
    """A field with a closed list of words; with a placeholder it begins with none of them."""
    words, kept = list(options), held.word(name)
    st.selectbox(
        label, words, index=words.index(kept) if kept in options else None if placeholder else 0,
        format_func=lambda word: options.get(word, word), key=_form_draft.widget(name),
        placeholder=placeholder or label, on_change=_form_draft.keep, args=(name,),
    )  # fmt: skip


def _line(name: str, label: str, placeholder: str = "", hint: str = "") -> None:
    st.text_input(
        label, _form_draft.draft().word(name), key=_form_draft.widget(name), on_change=_form_draft.keep, args=(name,),
        placeholder=placeholder, autocomplete="off", max_chars=_form_draft.MOST_SIGNS,
        help=_parts.plain(hint) if hint else None,
    )  # fmt: skip


def _block(name: str, label: str, placeholder: str) -> None:
    st.text_area(
        label, _form_draft.draft().word(name), key=_form_draft.widget(name), on_change=_form_draft.keep, args=(name,),
        placeholder=placeholder, height=96, max_chars=_form_draft.MOST_SIGNS,
    )  # fmt: skip


def _preview(held: Draft, shown: Shown, renewed: bool) -> None:
    """Old and new, what it does to the figures, and the card that decides."""
    _lists.title(shown.finding)
    if held.refused:
        st.html(_parts.alert([held.refused]))
    with st.container(key="am-stack-form-preview"):
        left, right = st.columns([1.75, 1], gap="large")
    with left:
        with st.container(gap="xsmall"):
            _lists.head("Was sich ändert", "form-changes")
            if shown.preview.changing:
                st.html(_upload_html.changes_table(shown.preview.changing, with_line=False))
            else:
                st.html(_parts.note("Keine Änderung: Alles davon steht schon so im Bestand."))
        if shown.effect is not None:
            _reports_effect.show(shown.effect, "form-effect")
    with right:
        if shown.preview.warnings:
            with st.container(gap="xsmall"):
                _lists.head("Hinweise", "form-hints")
                st.html(_reports_html.hints([wording.form_message(found) for found in shown.preview.warnings]))
        with st.container(border=True, gap="small"):
            _decide(shown, renewed)


def _decide(shown: Shown, renewed: bool) -> None:
    """Taking it in, or back to the fields; a click on a preview that was `renewed` meanwhile takes nothing in."""
    takes_in = bool(shown.preview.appended)
    if takes_in:
        _who.ask(uploads.WHO)
    with st.container(horizontal=True, gap="small"):
        if (
            takes_in
            and st.button("Meldung übernehmen", type="primary", key="am-form-apply", icon=":material/check:")
            and not renewed
        ):
            _form_draft.apply(_who.name())
            st.rerun()
        if st.button("Ändern", key="am-form-back"):
            _form_draft.back()
            st.rerun()
    if takes_in:
        st.html(_parts.note(uploads.UNTOUCHED))


def _receipt(receipt: Receipt) -> None:
    """What was taken in, under which number, and the ways on."""
    shown = receipt.shown
    _lists.title(wording.taken_in(shown.about))
    if line := _uploads_parts.line_of(receipt.upload):
        st.html(_parts.note(line))
    with st.container(key="am-form-receipt", horizontal=True, vertical_alignment="center"):
        st.button("Weitere Meldung eintragen", type="primary", key="am-form-next", on_click=_form_draft.clear)
        _ways.to_measure("Maßnahme öffnen", shown.item.measure, "form-measure")
        st.button(
            "Übernahme ansehen oder zurücknehmen", type="tertiary", key="am-form-undo", on_click=_uploads_parts.choose,
            args=(receipt.upload,),
        )  # fmt: skip
    with st.container(key="am-stack-form-receipt"):
        left, right = st.columns([1.75, 1], gap="large")
    with left, st.container(gap="xsmall"):
        _lists.head("Was übernommen ist", "form-taken")
        st.html(_upload_html.changes_table(shown.preview.changing, with_line=False))
    if shown.effect is not None:
        with right:
            _reports_effect.show(shown.effect, "form-effect")
