"""The chains of Vorgänger: none may lead back to where it began, or to a measure that is not taken in."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from audit_core.agreement import Measure, MeasureKey
from audit_core.terms import NO_AGREEMENT
from audit_core.upload.check.cells import Findings, Lined, in_order_of_recording

_SHOWN = 6
_Links = Mapping[MeasureKey, MeasureKey | None]
"""Every measure with its Vorgänger."""


def report_chains(
    rows: Sequence[Lined[Measure]], findings: Findings, stored: Iterable[Measure], first_start: bool
) -> None:
    """Note each row whose Vorgänger lead back to it, or that has a Vorgänger whose own row is rejected.

    Instead of a rejected row the version that is stored counts, so the good ones are looked at until none falls out.
    A first start takes in all rows or none: there a bad row is not reported again by what refers to it.
    """
    held = {measure.key.measure: measure.predecessor for measure in stored}
    line_of = {row.value.key.measure: row.line for row in rows}
    cells = findings.by_line()
    while True:
        good = in_order_of_recording(rows if first_start else findings.good(rows))
        own = {row.value.key.measure: row for row in good}
        links = held | {key: row.value.predecessor for key, row in own.items()}
        found = [(own[key].line, message) for key, message in _circles(links) if key in own]
        if not first_start:
            found += [
                (own[key].line, _lost(before, line_of[before]))
                for key, before in _without_predecessor(own, links, held)
            ]
        for line, message in sorted(found):
            cells[line].error("predecessor", message)
        if first_start or not found:
            return


def _circles(links: _Links) -> Iterator[tuple[MeasureKey, str]]:
    """The measures that stand in a circle, with what to say of it; each measure is walked over once."""
    finished: set[MeasureKey] = set()
    for start in links:
        path: dict[MeasureKey, int] = {}
        here: MeasureKey | None = start
        while here is not None and here not in finished and here not in path:
            path[here] = len(path)
            here = links.get(here)
        if here is not None and here in path:
            circle = list(path)[path[here] :]
            for place, key in enumerate(circle):
                yield key, f"Die Vorgänger bilden einen Kreis: {_round(circle, place)}."
        finished.update(path)


def _round(circle: Sequence[MeasureKey], place: int) -> str:
    """A circle from one of its measures back to it, a long one shortened."""
    names = [_name(circle[(place + further) % len(circle)]) for further in range(min(len(circle), _SHOWN))]
    left_out = ["…"] if len(circle) > _SHOWN else []
    return " → ".join([*names, *left_out, names[0]])


def _without_predecessor(own: Iterable[MeasureKey], links: _Links, held: _Links) -> list[tuple[MeasureKey, MeasureKey]]:
    """(Measure of a file, Vorgänger that will not be there), and so on to the successors of the new ones."""
    successors: dict[MeasureKey, list[MeasureKey]] = {}
    lost = []
    for key in own:
        before = links[key]
        if before is not None:
            successors.setdefault(before, []).append(key)
            if before not in links:
                lost.append((key, before))
    for key, _ in lost:  # grows while it is walked over
        if key not in held:
            lost += [(successor, key) for successor in successors.get(key, [])]
    return lost


def _lost(before: MeasureKey, line: int) -> str:
    return (
        f"Der Vorgänger {_name(before)} wird nicht aufgenommen, weil seine Zeile abgelehnt wird. "
        f"Bitte zuerst Zeile {line} berichtigen."
    )


def _name(key: MeasureKey) -> str:
    return f"{key[0] or NO_AGREEMENT}/{key[1]}"
