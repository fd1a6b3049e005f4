"""What holds for every test: the coverage of the core is measured by its own tests alone."""

import pytest

THROUGH_PAGES = ("test_page_", "test_one_number", "test_shell")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A walk through pages runs every line and doubts few of them; measuring it would also double its time."""
    for item in items:
        if item.path.parent.name == "browser" or item.path.name.startswith(THROUGH_PAGES):
            item.add_marker(pytest.mark.no_cover)
