# Two commands: `make run` starts the app, `make test` is the gate. Each makes its own .venv first.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: run test check check-documents screenshots bench torture chromium clean

run: $(VENV)/.app
	$(BIN)/python -m streamlit run app.py

test: check
	$(BIN)/python -m pytest -n 3 --dist worksteal --cov --cov-report=term

# Everything that needs no test run.
check: $(VENV)/.dev chromium
	$(BIN)/ruff check .
	$(BIN)/python -m mypy --strict audit_core pages app.py
	$(BIN)/lint-imports

# The Office files by the Open XML SDK, which needs Node; beside the gate, because a desk may have none.
check-documents: $(VENV)/.dev
	$(BIN)/python tests/documents_check/office_files.py

screenshots: $(VENV)/.dev chromium
	$(BIN)/python tests/browser/screenshots.py

bench: $(VENV)/.dev
	$(BIN)/python -m pytest tests/bench -p no:doctest -o addopts= -s

# The hard tests with new files and many more turns than the gate takes.
torture: $(VENV)/.dev
	AUDIT_TORTURE=20000 AUDIT_KILLS=200 AUDIT_EVENING=22 $(BIN)/python -m pytest tests/torture \
	  tests/browser/test_evening_in_browser.py -p no:doctest -o addopts= -s

# A stamp is older than a changed requirements file: then, and only then, something is installed.
$(VENV)/.app: requirements.txt
	$(MAKE) --no-print-directory $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

$(VENV)/.dev: requirements-dev.txt requirements.txt
	$(MAKE) --no-print-directory $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $(VENV)/.app $@

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Auditmonitor braucht Python 3.11 oder neuer (PYTHON=python3.12 make run)." >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) \
	  || { echo "Python kann keine Umgebung anlegen. Unter Debian und Ubuntu hilft: apt install python3-venv" >&2; \
	       rm -rf $(VENV); exit 1; }

# A browser for the tests: the system's, else Playwright's own, else Debian's. Without one the gate fails.
chromium: $(VENV)/.dev
	@$(BIN)/python tests/browser/chromium.py

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .coverage*
