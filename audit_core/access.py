"""Who may what: the one place that decides it. Until there is a sign-in, whoever reaches the program may everything."""

from dataclasses import dataclass

READ, REPORT, PLAN, UNDO, FREEZE, WORKSHOP = "read", "report", "plan", "undo", "freeze", "workshop"


@dataclass(frozen=True, slots=True)
class Viewer:
    """Who is looking; without a name: somebody who has not signed in."""

    name: str = ""
    rights: frozenset[str] = frozenset({READ})


EVERYBODY = Viewer(rights=frozenset({READ, REPORT, PLAN, UNDO, FREEZE, WORKSHOP}))


def may(viewer: Viewer, what: str) -> bool:
    """Whether somebody may do something: `read`, `report` (Meldungen), `plan`, `undo`, `freeze` (a report), `workshop`.

    >>> may(EVERYBODY, PLAN), may(Viewer("Kreistag"), PLAN)
    (True, False)
    """
    return what in viewer.rights
