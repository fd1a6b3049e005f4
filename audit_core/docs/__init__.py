"""Documentation that cannot go stale: the lists of README.md and the page Hilfe, from the code that applies them."""

from audit_core.docs.checking import check
from audit_core.docs.readme import README, parts, write

__all__ = ["README", "check", "parts", "write"]
