"""The audit as of a Stichtag: headline, what comes next, events in lanes, conflicting dates."""

from datetime import date

import pytest
from test_resolutions import consultation

from audit_core import dates
from audit_core.agreement import Agreement, Consultation, County, Event
from audit_core.dates import OfficeDate
from audit_core.tables.audit import Audit, Next, audit, event_sheet, written


def event(day: str, kind: str, text: str = "", conflicts_with: str = "", remark: str = "", source: str = "") -> Event:
    when: OfficeDate | None = dates.parse(day) if day else None
    return Event(when, kind, text or f"{kind} {day}", conflicts_with, remark, source)


def agreement(code: str, begin: str, end: str = "", paper: str = "") -> Agreement:
    return Agreement(
        code, f"Zielvereinbarung {code}", dates.parse(begin), dates.parse(end) if end else None, paper=paper
    )


FIRST, SECOND = agreement("ZV1", "01.06.2015"), agreement("ZV2", "2020", "2022", "7")
ROWS = (
    consultation("7", "17.02.2020", "Jugendhilfeausschuss", yes=10, no=0, result="zugestimmt",
                 subject="Zielvereinbarung und Jahresbericht 2019"),
    consultation("7", "17.03.2020", result="abgesagt, keine Abstimmung"),
    consultation("7", "10.06.2020", yes=29, no=0, abstained=5, biased=0, result="beschlossen"),
)  # fmt: skip
EVENTS = (
    event("", "Workshop"), event("2019", "Workshop"), event("27.10.2020", "Zertifikat"),
    event("12.06.2015", "Zertifikat", conflicts_with="01.06.2015"),
    event("01.06.2015", "Zertifikat", conflicts_with="12.06.2015"),
)  # fmt: skip


def made(
    agreement: str, day: str, agreements: tuple[Agreement, ...] = (FIRST, SECOND),
    rows: tuple[Consultation, ...] = ROWS, events: tuple[Event, ...] = EVENTS,
) -> Audit:  # fmt: skip
    county = County("Musterkreis", agreements=agreements, consultations=rows, events=events)
    return audit(county, agreement, date.fromisoformat(day))


@pytest.mark.parametrize(
    ("code", "day", "headline"),
    [
        ("ZV2", "2019-12-01", "Die Zielvereinbarung beginnt in 1 Monat, ein Beschluss ist nicht erfasst."),
        ("ZV2", "2018-12-31", "Die Zielvereinbarung beginnt in gut 12 Monaten, ohne erfassten Beschluss."),
        ("ZV2", "2020-03-31", "Die Zielvereinbarung gilt noch gut 2 Jahre, der Beschluss steht noch aus."),
        ("ZV2", "2022-05-31", "Die Zielvereinbarung gilt noch 7 Monate, beschlossen mit 29 : 0 Stimmen."),
        ("ZV2", "2022-12-20", "Die Zielvereinbarung gilt noch 11 Tage, beschlossen mit 29 : 0 Stimmen."),
        ("ZV2", "2022-12-31", "Am Stichtag endet die Zielvereinbarung, beschlossen mit 29 : 0 Stimmen."),
        ("ZV2", "2025-12-31", "Die Zielvereinbarung lief am 31.12.2022 aus, eine neue ist nicht erfasst."),
        ("all", "2025-12-31", "Keine Zielvereinbarung gilt, die letzte lief am 31.12.2022 aus."),
        ("ZV1", "2019-12-31", "Am Stichtag endet die Zielvereinbarung, ein Beschluss ist nicht erfasst."),
        ("ZV1", "2020-12-31", "Die Zielvereinbarung lief am 31.12.2019 aus, seitdem gilt die nächste."),
    ],
)
def test_the_headline_says_how_long_the_agreement_holds_and_who_decided(code: str, day: str, headline: str) -> None:
    assert made(code, day).finding.replace("\u00a0", " ") == headline
    assert len(headline) <= 75


def test_an_agreement_without_an_end_or_with_a_gap_after_it_says_so() -> None:
    open_end = made("ZV", "2021-12-31", (agreement("ZV", "2020"),))
    assert open_end.finding == "Die Zielvereinbarung gilt, ein Ende ist nicht erfasst."
    assert (open_end.next[0].value, open_end.next[0].below) == ("–", "kein Ende erfasst")
    gap = made("A", "2021-12-31", (agreement("A", "2015", "2018"), agreement("B", "2020")))
    assert gap.finding == "Die Zielvereinbarung lief am 31.12.2018 aus, die nächste begann am 01.01.2020."


@pytest.mark.parametrize(
    ("code", "day", "headline"),
    [
        ("A", "2021-06-30", "Die Zielvereinbarung lief am 31.12.2020 aus, die nächste begann am 01.12.2020."),
        ("B", "2023-06-30", "Die Zielvereinbarung lief am 31.12.2022 aus, die nächste beginnt am 01.01.2024."),
        ("all", "2023-06-30", "Keine Zielvereinbarung gilt, die nächste beginnt am 01.01.2024."),
        ("B", "2024-01-01", "Die Zielvereinbarung lief am 31.12.2022 aus, die nächste begann am 01.01.2024."),
        ("C", "2027-06-30", "Die Zielvereinbarung lief am 31.12.2026 aus, eine neue ist nicht erfasst."),
        ("all", "2027-06-30", "Keine Zielvereinbarung gilt, die letzte lief am 31.12.2026 aus."),
    ],
)
def test_after_its_end_the_next_agreement_is_named_also_if_they_overlap_or_it_has_not_begun(
    code: str, day: str, headline: str
) -> None:
    rows = (
        agreement("A", "01.01.2018", "31.12.2020"), agreement("B", "01.12.2020", "31.12.2022"),
        agreement("C", "01.01.2024", "31.12.2026"),
    )  # fmt: skip
    assert made(code, day, rows).finding == headline


def test_an_agreement_inside_another_one_does_not_follow_it_and_one_that_ended_no_longer_holds() -> None:
    inside = (agreement("A", "2015", "2020"), agreement("B", "2016", "2018"))
    assert made("A", "2021-12-31", inside).finding.endswith("lief am 31.12.2020 aus, eine neue ist nicht erfasst.")
    ended = made("ZV1", "2025-12-31").finding
    assert ended == "Die Zielvereinbarung lief am 31.12.2019 aus, die nächste begann am 01.01.2020."


def test_without_an_agreement_the_page_says_where_it_would_come_from() -> None:
    found = made("all", "2021-12-31", ())
    assert found.finding == "Es ist noch keine Zielvereinbarung erfasst."
    assert "zielvereinbarungen" in found.help and found.own is None
    assert [one.label for one in found.next] == ["Letztes Zertifikat", "Letzter Jahresbericht"]


@pytest.mark.parametrize(
    ("code", "day", "expected"),
    [
        ("ZV2", "2022-12-31", ["31.12.2022|endet am Stichtag, Angabe: 2022", "27.10.2020|Gültigkeit nicht genannt",
                               "2019|Kreistag, 10.06.2020", "2022|steht an; nicht erfasst: 2020 und 2021"]),
        ("ZV2", "2022-12-30", ["31.12.2022|gilt noch 1 Tag, Angabe: 2022", "27.10.2020|Gültigkeit nicht genannt",
                               "2019|Kreistag, 10.06.2020", "2021|steht an; nicht erfasst: 2020"]),
        ("ZV2", "2020-05-31", ["31.12.2022|gilt noch gut 2 Jahre, Angabe: 2022",
                               "12.06.2015|oder 01.06.2015; Gültigkeit nicht genannt",
                               "2019|Jugendhilfeausschuss, 17.02.2020", "2020|nach Ablauf des Jahres"]),
        ("ZV1", "2019-12-31", ["31.12.2019|endet am Stichtag, dann gilt die nächste",
                               "12.06.2015|oder 01.06.2015; Gültigkeit nicht genannt", "–|keiner erfasst",
                               "2019|steht an; nicht erfasst: 2015 bis 2018"]),
        ("ZV1", "2021-06-30", ["31.12.2019|seit 18 Monaten von der nächsten abgelöst",
                               "27.10.2020|Gültigkeit nicht genannt", "2019|Kreistag, 10.06.2020",
                               "–|nicht erfasst: 2015 bis 2018"]),
    ],
)  # fmt: skip
def test_what_comes_next_is_only_what_the_data_says(code: str, day: str, expected: list[str]) -> None:
    found = [f"{one.value}|{one.below}" for one in made(code, day).next]
    assert found == expected


@pytest.mark.parametrize(
    ("day", "below"),
    [
        ("2015-05-01", "gilt ab 01.06.2015, bis die nächste beginnt"),
        ("2018-01-31", "gilt noch 23 Monate, bis die nächste beginnt"),
        ("2019-12-31", "endet am Stichtag, dann gilt die nächste"),
        ("2020-01-01", "seit 1 Tag von der nächsten abgelöst"),
    ],
)
def test_without_an_end_an_agreement_holds_until_the_next_one_begins(day: str, below: str) -> None:
    assert made("ZV1", day).next[0] == Next("Zielvereinbarung bis", "31.12.2019", below)


def test_how_long_a_certificate_holds_is_quoted_where_an_event_says_it() -> None:
    events = (event("2020", "Zertifikat", remark="gültig bis 31.12.2023"), event("", "Zertifikat"))
    certificate = made("ZV2", "2022-12-31", events=events).next[1]
    assert (certificate.value, certificate.below) == ("2020", "gültig bis 31.12.2023")
    none = made("ZV2", "2022-12-31", events=()).next[1]
    assert (none.value, none.below) == ("–", "keines mit Datum erfasst")


def test_all_reports_of_an_ended_agreement_leave_nothing_to_come() -> None:
    events = tuple(event(f"03.{year + 1}", "Bericht", f"Jahresbericht {year}") for year in (2020, 2021, 2022))
    found = made("ZV2", "2023-12-31", rows=(), events=events)
    assert [(one.value, one.below) for one in found.next[2:]] == [
        ("2022", "Bericht, 03.2023"), ("–", "alle Jahresberichte sind erfasst"),
    ]  # fmt: skip


def test_a_cancelled_sitting_alone_reports_nothing() -> None:
    row = consultation("8", "01.02.2021", subject="Jahresbericht 2020", result="abgesagt")
    assert made("ZV2", "2022-12-31", rows=(row,)).next[2].value == "–"


@pytest.mark.parametrize(
    "result", ["vertagt", "Vertagung beschlossen", "nicht behandelt", "auf der Tagesordnung, Ergebnis nicht gefunden"]
)
def test_a_sitting_that_did_not_deal_with_it_reports_nothing_and_an_earlier_one_counts(result: str) -> None:
    row = consultation("8", "01.03.2021", subject="Jahresbericht 2020", result=result, yes=20)
    assert made("ZV2", "2022-12-31", rows=(row,)).next[2].value == "–"
    before = consultation("8", "01.02.2021", "Kreisausschuss", subject="Jahresbericht 2020", result="empfohlen")
    known = made("ZV2", "2022-12-31", rows=(before, row)).next[2]
    assert (known.value, known.below) == ("2020", "Kreisausschuss, 01.02.2021")


@pytest.mark.parametrize(
    ("kind", "text", "newest", "next_one"),
    [
        ("Bericht", "Jahresbericht 2020", "2020", "steht an; nicht erfasst: 2021"),
        ("Bericht", "Jahresbericht 2020 in nicht öffentlicher Sitzung", "2020", "steht an; nicht erfasst: 2021"),
        ("Bericht", "Jahresbericht 2020 und Zielvereinbarung 2021", "2020", "steht an; nicht erfasst: 2021"),
        ("Bericht", "Jahresbericht 2020, am 10.06.2021", "2020", "steht an; nicht erfasst: 2021"),
        ("Bericht", "Jahresbericht 2020 noch nicht vorgelegt", "–", "steht an; nicht erfasst: 2020 und 2021"),
        ("Bericht", "Vorstellung des Jahresberichts 2020 abgesagt", "–", "steht an; nicht erfasst: 2020 und 2021"),
        ("Bericht", "Jahresbericht 2020 vertagt", "–", "steht an; nicht erfasst: 2020 und 2021"),
        ("Absage", "Sitzung zum Jahresbericht 2020", "–", "steht an; nicht erfasst: 2020 und 2021"),
        ("Frist", "Jahresbericht 2020", "–", "steht an; nicht erfasst: 2020 und 2021"),
        ("Bericht", "Jahresberichte 2020 und 2021", "2021", "steht an"),
        ("Bericht", "Jahresbericht 2020/2021", "2021", "steht an"),
        ("Bericht", "Jahresberichte für die Jahre 2020, 2021 und 2022", "2022", "alle Jahresberichte sind erfasst"),
        ("Bericht", "Jahresberichte 2020 bis 2022", "2022", "alle Jahresberichte sind erfasst"),
        ("Bericht", "Jahresbericht 2020 und Jahresbericht 2022", "2022", "nicht erfasst: 2021"),
    ],
)
def test_every_year_named_after_the_word_is_reported_unless_the_event_says_it_was_not(
    kind: str, text: str, newest: str, next_one: str
) -> None:
    found = made("ZV2", "2023-12-31", rows=(), events=(event("03.2023", kind, text),)).next[2:]
    assert (found[0].value, found[1].below) == (newest, next_one)


def test_lanes_follow_the_first_event_and_undated_events_stand_apart() -> None:
    found = made("ZV2", "2022-12-31")
    assert [(lane.kind, [when.text for when, _ in lane.events]) for lane in found.lanes] == [
        ("Zertifikat", ["01.06.2015", "12.06.2015", "27.10.2020"]), ("Workshop", ["2019"]),
    ]  # fmt: skip
    assert [one.text for one in found.undated] == ["Workshop "]
    assert [written(one) for one in found.events] == ["01.06.2015", "12.06.2015", "2019", "27.10.2020", ""]


def test_what_lies_after_the_stichtag_is_counted_with_its_last_day() -> None:
    found = made("ZV2", "2020-03-31")
    assert found.left_out == "1 Ereignis und 1 Beratung nach dem Stichtag sind nicht gezeigt."
    assert found.latest == date(2020, 10, 27)
    assert made("ZV2", "2022-12-31").left_out == "" and made("ZV2", "2022-12-31").latest is None


def test_dates_that_name_each_other_are_one_conflict_and_a_lonely_one_is_another() -> None:
    lonely = event("2019", "Workshop", conflicts_with="2018")
    unread = event("2017", "Auftakt", conflicts_with="irgendwann")
    found = made("ZV2", "2022-12-31", events=(*EVENTS, lonely, unread)).conflicts
    assert [([one.day.text for one in row.events if one.day], row.other) for row in found] == [
        (["01.06.2015", "12.06.2015"], ""), (["2017"], "irgendwann"), (["2019"], "2018"),
    ]  # fmt: skip


def test_two_pairs_on_the_same_days_are_kept_apart_by_their_art() -> None:
    rows = [
        event(day, kind, conflicts_with=other)
        for day, other in (("01.06.2020", "12.06.2020"), ("12.06.2020", "01.06.2020"))
        for kind in ("Zertifikat", "Siegel")
    ]
    found = made("ZV2", "2022-12-31", events=tuple(rows)).conflicts
    assert [[one.kind for one in row.events] for row in found] == [["Zertifikat"] * 2, ["Siegel"] * 2]


def test_a_conflict_with_an_event_after_the_stichtag_names_only_the_date() -> None:
    found = made("ZV1", "2015-06-10").conflicts
    assert [(len(row.events), row.other) for row in found] == [(1, "12.06.2015")]


def test_agreements_that_have_not_begun_are_not_drawn_unless_chosen() -> None:
    assert [row.code for row in made("ZV1", "2018-12-31").periods] == ["ZV1"]
    assert [(row.code, row.chosen) for row in made("ZV2", "2018-12-31").periods] == [("ZV1", False), ("ZV2", True)]
    assert [(row.code, row.chosen) for row in made("all", "2021-12-31").periods] == [("ZV1", False), ("ZV2", True)]


def test_the_own_resolution_is_that_of_the_vorlage_and_stands_apart_from_the_others() -> None:
    rows = (*ROWS, consultation("8", "31.03.2021"))
    found = made("ZV2", "2022-12-31", rows=rows)
    assert found.own is not None and [row.day.text for row in found.own.consultations][1] == "17.03.2020"
    assert [row.paper for row in found.others] == ["8"]
    assert [row.paper for row in made("ZV1", "2022-12-31", rows=rows).others] == ["8", "7"]


def test_the_sheet_has_every_event_with_remark_and_source_and_runs_no_formula() -> None:
    events = (event("2019", "Workshop", "=1+1", "2018", "Bemerkung", "http://a | Vorlage"), event("", "Workshop", "B"))
    sheet = event_sheet(made("ZV2", "2022-12-31", events=events))
    assert sheet.rows == (
        ("2019", "Workshop", "=1+1", "2018", "Bemerkung", "http://a | Vorlage"), ("", "Workshop", "B", "", "", ""),
    )  # fmt: skip
    assert "'=1+1" in sheet.csv.decode()
