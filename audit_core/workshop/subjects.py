"""What can be spoken of in a workshop, and its fields: the words that stand in what is stored of it."""

from dataclasses import dataclass

from audit_core.agreement import ItemKey, MeasureKey

MEASURE, NEW_MEASURE, GOAL, NEW_MILESTONE, AGREEMENT = "measure", "new", "goal", "milestone", "agreement"
DECISION, REASON, TITLE, RESPONSIBLE, DUE, GOAL_TITLE, DESCRIPTION, FIELD_OF_ACTION, OF, LEFT = (
    "decision", "reason", "title", "responsible", "due", "goal", "description", "field_of_action", "of", "left",
)  # fmt: skip
CODE, BEGIN, END = "code", "begin", "end"
YES = "ja"

FIELDS = {
    MEASURE: (DECISION, REASON, TITLE, GOAL_TITLE, DESCRIPTION, RESPONSIBLE, DUE, LEFT),
    NEW_MEASURE: (TITLE, FIELD_OF_ACTION, GOAL_TITLE, DESCRIPTION, RESPONSIBLE, DUE, LEFT),
    GOAL: (TITLE, FIELD_OF_ACTION, LEFT),
    NEW_MILESTONE: (OF, TITLE, RESPONSIBLE, DUE, LEFT),
    AGREEMENT: (CODE, TITLE, BEGIN, END),
}
"""The fields of each kind of subject. `left` says `ja` of what was struck out (of the plan: only a milestone)."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What a note is about: a measure or milestone of the plan (`item`), or with a `token` something new.

    `kind` is `measure` (of the plan; with a milestone in `item` one of its milestones), `new` (a new measure), `goal`
    (a new goal), `milestone` (a new one; the measure it belongs to stands in its field `of`) or `agreement`.
    """

    kind: str
    item: ItemKey | None = None
    token: str = ""

    @property
    def word(self) -> str:
        """The subject as it is stored.

        >>> of_measure(("ZV1", "1.1.2")).word, Subject(GOAL, token="a1").word, Subject(AGREEMENT).word
        ('measure:ZV1/1.1.2', 'goal:a1', 'agreement')
        """
        if self.item is not None:
            agreement, number, milestone = self.item
            return f"{self.kind}:{agreement or ''}/{number}" + (f"#{milestone}" if milestone is not None else "")
        return f"{self.kind}:{self.token}" if self.token else self.kind

    @property
    def measure(self) -> MeasureKey | None:
        """The measure of the plan it is, or whose milestone it is."""
        return None if self.item is None else self.item.measure


def of_measure(measure: MeasureKey, milestone: str | None = None) -> Subject:
    """A measure of the plan, or one of its milestones."""
    return Subject(MEASURE, ItemKey(*measure, milestone))


def subject(word: str) -> Subject | None:
    """A subject from how it is stored; None where it is none.

    >>> subject("measure:ZV1/1.1.2#3").item
    ItemKey(agreement='ZV1', number='1.1.2', milestone='3')
    >>> subject("measure:/7").item.measure, subject("goal:a1").token, subject("Wetter")
    ((None, '7'), 'a1', None)
    """
    kind, _, rest = word.partition(":")
    if kind == AGREEMENT and not rest:
        return Subject(AGREEMENT)
    if kind == MEASURE:
        named, hash_, milestone = rest.partition("#")
        agreement, slash, number = named.partition("/")
        if not slash or not number:
            return None
        return Subject(MEASURE, ItemKey(agreement or None, number, milestone if hash_ else None))
    if kind in (NEW_MEASURE, GOAL, NEW_MILESTONE) and rest:
        return Subject(kind, token=rest)
    return None
