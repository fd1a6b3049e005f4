"""The example of the rule about frozen reports (R14), computed from a county of `small_county`."""

from audit_core.docs.small_county import Example, Outcome, county, entry, measure, on
from audit_core.tables.situation import situation
from audit_core.wording.numbers import n_of


def frozen() -> Example:
    """R14: what was known when a report was frozen stays, whatever is recorded later."""
    plan = county(
        measure("1.1"), measure("1.2"), entry("1.1", "30.11.2020", "completed"),
        entry("1.2", "31.10.2020", "completed", recorded="20.03.2021"),
    )  # fmt: skip
    then = situation(on(plan, "31.12.2020", known_by="31.01.2021")).completion
    now = situation(on(plan, "31.12.2020")).completion
    return Example(
        "Der Bericht zum 31.12.2020 ist am 31.01.2021 festgeschrieben. Am 20.03.2021 wird nachgetragen, dass eine "
        "zweite Maßnahme schon im Oktober 2020 umgesetzt war.",
        (
            Outcome("festgeschriebener Bericht", f"{n_of(then.n, then.of)} umgesetzt"),
            Outcome("heute bekannt", f"{n_of(now.n, now.of)} umgesetzt"),
        ),
    )
