"""Words, colours and their readability (DESIGN §2 and §6, LOOKS §1)."""

from itertools import combinations, pairwise

import numpy as np
import pytest
from colorspacious import cspace_convert, deltaE

from audit_core import terms

VISIONS = ("normal", "deuteranomaly", "protanomaly", "tritanomaly")
COLOURS = {s.code: s.colour for s in terms.STATUSES} | {"overdue": terms.OVERDUE_COLOUR}


def rgb(colour: str) -> np.ndarray:
    return np.array([int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)])


def luminance(colour: str) -> float:
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in rgb(colour)]
    return float(np.dot(linear, (0.2126, 0.7152, 0.0722)))


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def seen(colour: str, vision: str) -> np.ndarray:
    if vision == "normal":
        return rgb(colour)
    space = {"name": "sRGB1+CVD", "cvd_type": vision, "severity": 100}
    return np.clip(cspace_convert(rgb(colour), space, "sRGB1"), 0, 1)


def difference(one: str, other: str, vision: str) -> float:
    return float(deltaE(seen(one, vision), seen(other, vision), input_space="sRGB1", uniform_space="CAM02-UCS"))


@pytest.mark.parametrize("code", terms.STATUS)
def test_status_colour_has_three_to_one_against_white(code: str) -> None:
    assert contrast(terms.STATUS[code].colour, terms.WHITE) >= 3.0


@pytest.mark.parametrize("status", terms.STATUSES, ids=lambda s: s.code)
def test_label_in_a_segment_has_four_and_a_half_to_one(status: terms.Status) -> None:
    assert contrast(status.colour, status.on_colour) >= 4.5


@pytest.mark.parametrize("vision", VISIONS)
def test_all_status_colours_are_told_apart(vision: str) -> None:
    nearest = min(difference(a, b, vision) for a, b in combinations(COLOURS.values(), 2))
    assert nearest >= 10


@pytest.mark.parametrize("vision", VISIONS)
def test_neighbours_in_a_bar_are_told_apart_more_clearly(vision: str) -> None:
    drawn = [code for code in terms.SHOWN_ORDER if code != "no_report"]
    nearest = min(difference(COLOURS[a], COLOURS[b], vision) for a, b in pairwise(drawn))
    assert nearest >= 11


def test_every_status_is_shown_once() -> None:
    assert sorted(terms.SHOWN_ORDER) == sorted(terms.STATUS)
    assert len(terms.STATUS) == 10


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("umgesetzt", "completed"), ("UMGESETZT", "completed"), ("Daueraufgabe", "ongoing"), ("fortlaufend", "ongoing"),
        ("laufend", "in_progress"), ("angestoßen", "in_progress"), ("angestossen", "in_progress"),
        ("in Planung", "preparing"), ("noch offen", "not_started"), ("in Teilen umgesetzt", "partly"),
        ("nicht vollständig realisiert", "partly"), ("für späteren Zeitpunkt vorgesehen", "postponed"),
        ("fuer spaeteren Zeitpunkt vorgesehen", "postponed"), ("nicht weiterverfolgt", "cancelled"),
        ("ersetzt durch Maßnahme 1.2.3", "replaced"), ("stattdessen Rufbus", "replaced"),
        ("in_progress", "in_progress"),
        ("fertisch", None), ("", None),
    ],
)  # fmt: skip
def test_words_of_real_reports_are_read(word: str, code: str | None) -> None:
    assert terms.status_of_word(word) == code


def test_laufend_of_a_permanent_task_is_a_permanent_task() -> None:
    assert terms.status_of_word("laufend", permanent_task=True) == "ongoing"
    assert terms.status_of_word("begonnen", permanent_task=True) == "in_progress"


@pytest.mark.parametrize(
    ("old", "new", "direction"),
    [
        ("not_started", "preparing", "forward"), ("preparing", "in_progress", "forward"),
        ("in_progress", "partly", "forward"), ("partly", "completed", "forward"), ("partly", "ongoing", "forward"),
        ("completed", "partly", "back"), ("in_progress", "not_started", "back"), ("completed", "ongoing", "other"),
        ("postponed", "in_progress", "other"), ("in_progress", "cancelled", "other"),
        ("replaced", "completed", "other"),
        ("no_report", "completed", "other"), ("new", "completed", "other"), ("completed", "taken_over", "other"),
        ("partly", "partly", "unchanged"),
    ],
)  # fmt: skip
def test_direction_of_a_change_of_status(old: str, new: str, direction: str) -> None:
    assert terms.direction(old, new) == direction
