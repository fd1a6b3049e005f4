"""The draft as files: they upload one after the other without an error, whatever was typed in the room."""

import csv
import io
from dataclasses import replace
from datetime import date, datetime
from zipfile import ZipFile

import pytest
from draft_words import AS_OF, LATER, PLAN, drafted, known, notes, real, said, uploaded

from audit_core.agreement import County
from audit_core.columns import FILES
from audit_core.dates import BERLIN
from audit_core.documents import draft as documents
from audit_core.standing import counted, history, standing
from audit_core.terms import is_open
from audit_core.upload.changes import RowKind
from audit_core.upload.parse import recognise
from audit_core.workshop.draft import Draft, draft_of
from audit_core.workshop.draft_files import draft_sheets, previews, problems
from audit_core.workshop.said import words_of
from audit_core.workshop.subjects import of_measure

ALL_KINDS = """
    1.1 decision continue
    1.1 due 2024
    1.2 decision replace
    1.2 title Busse im Stundentakt
    1.2 reason Zu wenig genutzt
    1.2 due 2025
    1.3 decision end
    1.3 reason Das Land zahlt nicht mehr
    2.2 decision change
    2.2 title Lotsendienst
    new:a title Familienbüro
    new:a field_of_action 2
    new:a responsible Jugendamt
    new:a due 06.2024
    milestone:m of new:a
    milestone:m title Konzept
"""
HARD = (
    "a;b", 'mit "Anführung"', "zwei\nZeilen\r\nund drei", "=1+1", "'=1+1", "@SUM(A1)", "-5", "äöüß ÄÖÜ €", "x" * 5_000,
    "🚌 Bus 👩‍👩‍👧", "'", "\x00\x07nach dem Signal", "\u2028neue\u2028Zeile",
    "\ufeffunsichtbar\u200b", "Summe", "Stand: heute",
    "1.10", "'1.10", "ersetzt durch Unfug", "|", "a | b", "\u202egedreht", "\ud800halb", "#WERT!", "ja", "Nr.;Maßnahme",
)  # fmt: skip
NOTHING = ("   ", "\n", "-", "–", "\u200b", "\x00", "\u00a0")


def counts(county: County, draft: Draft, at: datetime = LATER) -> dict[str, list[int]]:
    """Per file how many rows are new, changed, unchanged, rejected."""
    kinds = (RowKind.NEW, RowKind.CHANGED, RowKind.UNCHANGED, RowKind.REJECTED)
    return {file.name: [preview.count(kind) for kind in kinds] for file, preview in uploaded(draft, county, at)[1]}


def test_the_files_have_the_headers_of_the_exchange_files_in_the_order_of_their_upload() -> None:
    files = documents.files(drafted(ALL_KINDS))
    assert list(files) == ["zielvereinbarungen.csv", "massnahmen.csv", "meilensteine.csv", "meldungen.csv"]
    for name, data in files.items():
        declared = next(file for file in FILES if f"{file.name}.csv" == name)
        header = data.decode("utf-8-sig").splitlines()[0].split(";")
        assert header == [column.header for column in declared.columns if column.header != "Erfasst am"]
        assert recognise(data, name).file is declared


def test_a_draft_uploads_without_an_error_or_a_warning_and_a_second_time_it_is_no_change() -> None:
    draft = drafted(ALL_KINDS)
    assert problems(draft, known().stored, LATER) == ()
    assert counts(known().stored, draft) == {
        "zielvereinbarungen": [1, 0, 0, 0], "massnahmen": [4, 0, 0, 0], "meilensteine": [3, 0, 0, 0],
        "meldungen": [2, 0, 0, 0],
    }  # fmt: skip
    after, _ = uploaded(draft, known().stored)
    assert counts(after, draft) == {
        "zielvereinbarungen": [0, 0, 1, 0], "massnahmen": [0, 0, 4, 0], "meilensteine": [0, 0, 3, 0],
        "meldungen": [0, 0, 2, 0],
    }  # fmt: skip
    again = draft_of(history(after), "ZV2", AS_OF, words_of(notes(ALL_KINDS)))
    assert documents.files(again) == documents.files(draft)


def test_the_uploaded_measures_continue_the_old_ones() -> None:
    after, _ = uploaded(drafted(ALL_KINDS), known().stored)
    later = history(after)
    assert dict(later.successors) == {
        ("ZV2", "1.1"): (("ZV3", "1.1.1"),), ("ZV2", "1.2"): (("ZV3", "1.1.2"),), ("ZV2", "2.2"): (("ZV3", "2.1.1"),),
    }  # fmt: skip
    statuses = {m.key.number: m.item.status for m in counted(standing(later, date(2022, 12, 1)), "ZV2")}
    assert statuses == {
        "1.1": "in_progress", "1.2": "replaced", "1.3": "cancelled", "2.1": "completed", "2.2": "ongoing",
    }  # fmt: skip


def test_what_is_to_be_reported_says_status_day_reason_and_who() -> None:
    rows = list(
        csv.DictReader(
            io.StringIO(documents.files(drafted(ALL_KINDS))["meldungen.csv"].decode("utf-8-sig")), delimiter=";"
        )
    )
    assert [(r["Nr."], r["Stand"], r["Status"], r["Grund"], r["Gemeldet von"]) for r in rows] == [
        ("1.2", "20.11.2022", "ersetzt", "Zu wenig genutzt", "Workshop am 20.11.2022"),
        ("1.3", "20.11.2022", "entfallen", "Das Land zahlt nicht mehr", "Workshop am 20.11.2022"),
    ]


def test_a_missing_reason_is_the_only_warning() -> None:
    found = problems(drafted("1.3 decision end"), known().stored, LATER)
    assert [problem.sentence() for problem in found] == [
        "meldungen.csv, Zeile 2, Spalte Grund: Zum Status ‚entfallen‘ fehlt der Grund."
    ]


def test_a_draft_without_anything_is_one_agreement() -> None:
    assert list(documents.files(drafted(""))) == ["zielvereinbarungen.csv"]


@pytest.mark.parametrize("text", HARD, ids=range(len(HARD)))
def test_hard_texts_upload_and_come_back_as_the_draft_has_them(text: str) -> None:
    fields = [("measure:ZV2/1.1", field, text) for field in ("title", "goal", "description", "responsible", "reason")]
    others = [("new:a", field, text) for field in ("title", "goal", "description", "responsible", "due")]
    rows = [
        ("measure:ZV2/1.1", "decision", "change"), *fields, ("new:a", "field_of_action", "1"), *others,
        ("milestone:m", "of", "new:a"), ("milestone:m", "title", text), ("measure:ZV2/1.2", "decision", "end"),
        ("measure:ZV2/1.2", "reason", text), ("agreement", "title", text), ("agreement", "code", text),
    ]  # fmt: skip
    draft = draft_of(known(), "ZV2", AS_OF, words_of(said(rows)))
    after, found = uploaded(draft, known().stored)
    assert [problem for _, preview in found for problem in (*preview.errors, *preview.warnings)] == []
    assert counts(after, draft) == {
        "zielvereinbarungen": [0, 0, 1, 0], "massnahmen": [0, 0, 2, 0], "meilensteine": [0, 0, 3, 0],
        "meldungen": [0, 0, 1, 0],
    }  # fmt: skip
    stored = {row.key: row for row in after.measures}
    for row in draft.measures:
        uploaded_row = stored[row.measure.key]
        assert replace(uploaded_row, recorded_at=None) == row.measure


@pytest.mark.parametrize("text", NOTHING, ids=range(len(NOTHING)))
def test_what_cannot_be_seen_is_nothing_said(text: str) -> None:
    rows = [("measure:ZV2/1.2", "decision", "change"), ("new:a", "field_of_action", "1")]
    rows += [("measure:ZV2/1.2", field, text) for field in ("title", "responsible", "due", "goal")]
    rows += [("new:a", "title", text), ("agreement", "code", text), ("agreement", "begin", text)]
    draft = draft_of(known(), "ZV2", AS_OF, words_of(said(rows)))
    changed, new = draft.measures
    assert (changed.measure.title, changed.measure.due, draft.agreement.code, draft.gaps) == (
        "Maßnahme 1.2", known().county.measures[1].due, "ZV3", (),
    )  # fmt: skip
    assert not new.is_complete and new.gaps[0] == "Wortlaut fehlt"
    assert [preview.errors for preview in previews(draft, known().stored, LATER)] == [(), ()]


def test_rows_of_an_earlier_upload_that_the_draft_does_not_have_any_more_are_told() -> None:
    both = "1.1 decision continue\n1.1 due 2024\n1.2 decision continue"
    after, _ = uploaded(drafted(both), known().stored)
    fewer = draft_of(history(after), "ZV2", AS_OF, words_of(notes("1.2 decision continue")))
    assert fewer.gaps == (
        "In ZV3 steht aus einer früheren Übernahme noch, was der Entwurf nicht mehr hat: 1.1.2. Bitte diese Übernahme "
        "unter Meldungen zurücknehmen und die Dateien neu hochladen.",
    )


@pytest.mark.parametrize(
    ("name", "code", "as_of", "measures"),
    [
        ("kyffhaeuserkreis", "ZV2", date(2022, 12, 31), 11), ("musterkreis", "ZV2", date(2025, 6, 30), 13),
        ("musterkreis", "ZV1", date(2021, 12, 31), 5), ("kyffhaeuserkreis", "ZV1", date(2019, 12, 31), 12),
    ],
)  # fmt: skip
def test_every_open_measure_of_a_county_goes_on_and_its_draft_uploads_clean(
    name: str, code: str, as_of: date, measures: int
) -> None:
    county = real(name)
    known = history(county)
    waiting = [m for m in counted(standing(known, as_of), code) if is_open(m.item.status)]
    rows = [(of_measure(m.key.measure).word, "decision", "continue") for m in waiting]
    draft = draft_of(known, code, as_of, words_of(said(rows)))
    after, found = uploaded(draft, county, datetime(2026, 1, 1, tzinfo=BERLIN))
    assert [problem.sentence() for _, preview in found for problem in (*preview.errors, *preview.warnings)] == []
    assert len(draft.measures) == len(waiting) == measures and draft.undecided == ()
    later = history(after)
    own = [(draft.agreement.code, row.measure.number) for row in draft.measures]
    assert len(set(own)) == len(own)
    for row, key in zip(draft.measures, own, strict=True):
        assert row.measure.predecessor is not None
        assert later.successors[row.measure.predecessor][-1] == key or key in later.successors[row.measure.predecessor]


def test_previews_of_a_draft_say_the_same_as_an_upload_that_looks_at_the_whole_county() -> None:
    county, at = real("musterkreis"), datetime(2026, 1, 1, tzinfo=BERLIN)
    known, as_of = history(county), date(2025, 6, 30)
    measures = [m.key.measure for m in counted(standing(known, as_of), "ZV2")]
    codes = ("continue", "change", "replace", "end")
    rows = [(of_measure(key).word, "decision", codes[place % 4]) for place, key in enumerate(measures)]
    draft = draft_of(known, "ZV2", as_of, words_of(said(rows, at=at)))
    after, found = uploaded(draft, county, at)
    assert [len(preview.appended) for _, preview in found] == [1, 18, 32, 5]
    assert sum(len(preview.warnings) for _, preview in found) == 5
    assert previews(draft, county, at) == tuple(preview for _, preview in found)
    again = tuple(preview for _, preview in uploaded(draft, after, at)[1])
    assert previews(draft, after, at) == again and not any(preview.appended for preview in again)


def test_the_archive_and_the_workbook_hold_the_same_rows_and_the_same_bytes_each_time() -> None:
    draft = drafted(f"{ALL_KINDS}\nnew:a description =1+1", PLAN)
    assert documents.archive(draft) == documents.archive(draft) and documents.workbook(draft) == documents.workbook(
        draft
    )
    with ZipFile(io.BytesIO(documents.archive(draft))) as packed:
        assert {name: packed.read(name) for name in packed.namelist()} == documents.files(draft)
    read = recognise(documents.workbook(draft), "massnahmen.xlsx")
    assert [row.cells["Maßnahme"] for row in read.rows] == [row.measure.title for row in draft.measures]
    assert read.rows[3].cells["Beschreibung"] == "=1+1"
    assert documents.file_name(draft, "zip") == "entwurf_zv3.zip"
    warned = recognise(documents.workbook(draft, "Erfundener Landkreis."), "massnahmen.xlsx")
    assert [row.cells for row in warned.rows] == [row.cells for row in read.rows]


def test_every_file_is_recognised_by_its_name_as_what_it_is() -> None:
    assert [file.name for file in draft_sheets(drafted(ALL_KINDS))] == [
        "zielvereinbarungen", "massnahmen", "meilensteine", "meldungen",
    ]  # fmt: skip
