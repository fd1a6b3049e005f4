"""Whatever is decided and typed, the draft uploads without an error, its numbers are unique, its links lead back."""

from typing import Any

from draft_words import AS_OF, evening, known, said, uploaded
from hypothesis import given, settings
from hypothesis import strategies as st

from audit_core.standing import history
from audit_core.terms import DECISION
from audit_core.workshop.draft import draft_of
from audit_core.workshop.draft_counts import draft_counts
from audit_core.workshop.minutes_values import record_of
from audit_core.workshop.said import words_of
from audit_core.workshop.subjects import FIELDS, subject

OLD = [f"measure:ZV2/{number}" for number in ("1.1", "1.2", "1.3", "2.1", "2.2", "1.1#2", "1.1#3")]
SUBJECTS = [*OLD, "new:a", "new:b", "goal:g", "milestone:m", "milestone:n", "agreement"]
TEXTS = st.one_of(
    st.sampled_from(["", "1", "2", "ja", "2024", "Q4/2026", "bald", "=1+1", 'a;b\n"c"', "ZV2", "-"]),
    st.sampled_from(["goal:g", "new:a", OLD[0]]),
    st.text(max_size=30),
)  # fmt: skip


@st.composite
def words(draw: Any) -> list[tuple[str, str, str]]:
    rows = []
    for about in draw(st.lists(st.sampled_from(SUBJECTS), max_size=14)):
        found = subject(about)
        assert found is not None
        for field in draw(st.lists(st.sampled_from(FIELDS[found.kind]), min_size=1, max_size=4)):
            texts = st.sampled_from([*DECISION, ""]) if field == "decision" else TEXTS
            rows.append((about, field, draw(texts)))
    return rows


@settings(max_examples=40, derandomize=True, deadline=None, database=None)
@given(words())
def test_a_draft_of_random_words_uploads_without_an_error(rows: list[tuple[str, str, str]]) -> None:
    notes = said(rows)
    draft = draft_of(known(), "ZV2", AS_OF, words_of(notes))
    after, found = uploaded(draft, known().stored)
    assert [problem.sentence() for _, preview in found for problem in preview.errors] == []
    numbered = [row.measure.number for row in draft.measures if row.is_complete]
    assert len(set(numbered)) == len(numbered)
    later = history(after)
    for row in draft.measures:
        if row.is_complete:
            key = (draft.agreement.code, row.measure.number)
            assert later.tracks[row.measure.key] and later.exists(key, draft.agreement.begin.first)
            old = row.old.key.measure if row.old else None
            assert row.measure.predecessor == old
            assert old is None or later.successors[old] == (key,)
    _, second = uploaded(draft, after)
    assert [preview.changing for _, preview in second] == [()] * len(second)

    # Every measure of the plan is in one place only, and the minutes count the same decisions.
    places = [*(row.old for row in draft.measures if row.old), *(row.old for row in draft.ended), *draft.undecided]
    assert len({measure.key for measure in places if measure}) == len(places)
    counted = draft_counts(draft, known())
    record = record_of(known(), evening(), notes)
    assert sum(row.continued + row.changed + row.replaced + row.ended for row in counted) == len(record.resolved)
    assert sum(row.undecided for row in counted) == len(record.undecided)
