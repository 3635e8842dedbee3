# make run    set up and open the dashboard on the default documents
# make test   set up and run every check, browser tests included
# make lint   lint and types, of Python and of the browser's scripts, and the import rule alone
# make bench  measure: speed of screen, reading, exports and import (half an hour; prints, fails nothing)
# make clean  remove what was built; your documents and corrections stay (build/atlas)

PORT ?= 8501
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$p; break; }; done)
BIN := .venv/bin

.PHONY: run test bench clean setup setup-tests lint

run: setup
	@$(BIN)/python -m dashboard run --port $(PORT)

# A file of tests stays whole on one core, so its servers and atlases start once; the long ones (tests/browser) come first.
test: setup-tests lint
	@$(BIN)/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder

lint: setup-tests
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/python -m tests.scripts
	@$(BIN)/lint-imports --no-logo

bench: setup-tests
	@$(BIN)/python -m tests.bench

clean:
	@find build -mindepth 1 -not -path build/atlas -not -path build/atlas/corrections.csv -not -path build/atlas/sources.json \
		-not -path build/atlas/documents -not -path "build/atlas/documents/*" -delete 2>/dev/null || true
	rm -rf dashboard/static .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache

setup: .venv/installed
setup-tests: .venv/installed-tests
	@$(BIN)/python tests/browser/find_browser.py --install

.venv/created:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer was not found. Install it, or name it: make run PYTHON=/path/to/python3.12"; exit 1; }
	@$(PYTHON) -m venv .venv || { echo "$(PYTHON) cannot make a virtual environment. On Debian and Ubuntu: apt-get install python3-venv"; exit 1; }
	@touch $@

.venv/installed: requirements.txt .venv/created
	@echo "Installing the packages of requirements.txt into .venv (once) …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

.venv/installed-tests: tests/requirements.txt .venv/installed
	@echo "Installing what the tests need …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r tests/requirements.txt
	@touch $@
