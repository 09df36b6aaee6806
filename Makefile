# Two commands do it all: `make lab` opens the course, `make test` runs every check.
PYTHON ?= python3
BIN := .venv/bin
STAMP := .venv/.installed

help:  ## list the commands
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

lab: $(STAMP)  ## open the course in JupyterLab
	@$(BIN)/course lab $(ARGS)

test: lint notebooks pipeline unit  ## lint, types, reference notebooks, release, unit tests

lint: $(STAMP)  ## ruff and mypy
	$(BIN)/ruff check .
	$(BIN)/ruff format --check course tests
	$(BIN)/mypy

notebooks: $(STAMP)  ## run the reference notebooks and compare their stored outputs
	$(BIN)/pytest -q --nbval source/

pipeline: $(STAMP)  ## compare release/ with what source/ gives
	$(BIN)/course release --check

unit: $(STAMP)  ## everything else; ends with what was skipped, and why
	$(BIN)/pytest -q tests -n 2 --dist loadscope

stress: $(STAMP)  ## judge the shelf 20 times with every core busy and once on one core
	$(BIN)/python -m course.stress

release: $(STAMP)  ## make release/ from source/
	$(BIN)/course release

outputs: $(STAMP)  ## run the source notebooks and store fresh outputs
	$(BIN)/python -m course.outputs

requirements: $(STAMP)  ## pin what is installed, with hashes
	$(BIN)/pip install -q uv
	$(BIN)/uv pip compile pyproject.toml --extra test --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --no-annotate --no-header -q --upgrade -o requirements.txt

# The stamp is made last, so an interrupted installation is done again.
$(STAMP): requirements.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || \
		{ echo "This course needs Python 3.11 or newer: install it, or name one, as in make PYTHON=python3.12 lab"; exit 2; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || \
		{ echo "Python has no venv here: on Debian and Ubuntu, apt-get install python3-venv"; exit 2; }
	@echo "Installing the course into .venv (once; about a minute) ..."
	@$(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements.txt
	@$(BIN)/python -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	@git config diff.notebook.xfuncname '^ *"id": *"(.*)"' 2>/dev/null || true  # see .gitattributes
	@touch $(STAMP)

.PHONY: help lab test lint notebooks pipeline unit stress release outputs requirements
