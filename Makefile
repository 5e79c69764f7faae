VENV := .venv
PYTHON ?= python3
SECONDS ?= 60
BIN := $(VENV)/bin

.PHONY: draft batch frames test pythons explore fuzz lint bench messages lock accept clean help

help:  ## show what can be made
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/'

draft: $(VENV)/.installed  ## install, and write the example speech into outputs/
	@$(BIN)/draftkit compose examples/facts.yaml -o outputs/

batch: $(VENV)/.installed  ## write the speeches of the example's twelve streets, their lists and the 汇编, into outputs/
	@$(BIN)/draftkit batch examples/streets.xlsx examples/台账.xlsx --vary --resume -o outputs/streets --compilation outputs/汇编.docx

frames: $(VENV)/.installed  ## mine the sample speeches, and the shared ones where they are, into frames/
	@$(BIN)/draftkit mine $(wildcard ../shared/seeds) seeds -o frames/ --prune

test: $(VENV)/.tested  ## run all tests, as many at a time as there are processors
	@$(BIN)/python -m pytest -n logical --dist worksteal

pythons:  ## run all tests on every Python that is here, and with the lowest versions: some minutes each
	.ci/pythons

explore: $(VENV)/.tested  ## run the laws on examples that nobody has seen
	@HYPOTHESIS_PROFILE=explore $(BIN)/python -m pytest tests/laws

fuzz: $(VENV)/.fuzzed  ## changed bytes into every door: make fuzz SECONDS=600 for all of them together
	@$(if $(SEED),PYTHONHASHSEED=$(SEED)) PYTHONPATH=tests $(BIN)/python -m fuzz --seconds $(SECONDS) $(if $(SEED),--seed $(SEED))

lint: $(VENV)/.linted  ## ruff, mypy and the floors of the house
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(VENV)/.linted  ## time against peers and floors, as ratios
	$(BIN)/python -m benchmarks

messages: $(VENV)/.linted  ## collect the messages into the catalogue and compile it
	@mkdir -p build
	$(BIN)/pybabel -q extract -k _ -k N_ -F babel.cfg --add-location=file --project=draftkit --header-comment="# The messages of draftkit." -o build/draftkit.pot src/draftkit
	sed -E -e '/^"(Report-Msgid|POT-|PO-|Last-|Language-Team|Generated-By)/d' -e '/^"Project/s/ VERSION//' build/draftkit.pot > src/draftkit/locale/draftkit.pot
	$(BIN)/pybabel -q update -N --ignore-obsolete --ignore-pot-creation-date -D draftkit -i src/draftkit/locale/draftkit.pot -d src/draftkit/locale
	$(BIN)/pybabel -q compile -D draftkit -d src/draftkit/locale

lock: $(VENV)/bin/python  ## pin what development needs, with hashes
	$(BIN)/python -m pip install -q uv
	$(BIN)/uv pip compile -q --no-config --upgrade --universal --python-version 3.11 --extra dev --generate-hashes --custom-compile-command "make lock" -o requirements/dev.lock pyproject.toml

accept: $(VENV)/.tested  ## take today's output as the golden files
	$(BIN)/python -m pytest --accept

clean:  ## remove what was made
	rm -rf $(VENV) build dist

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

# LOCKED=1 takes exactly what requirements/dev.lock has; else the newest within the bounds, as a user gets.
$(VENV)/.installed: $(VENV)/bin/python pyproject.toml
ifdef LOCKED
	$(BIN)/python -m pip install -q --require-hashes -r requirements/dev.lock
endif
	$(BIN)/python -m pip install -q -e .
	$(BIN)/python -m compileall -q src
	@touch $@

$(VENV)/.tested: $(VENV)/.installed
	$(BIN)/python -m pip install -q -e ".[test]"
	@touch $@

$(VENV)/.fuzzed: $(VENV)/.tested
	@$(BIN)/python -m pip install -q -e ".[fuzz]" || echo "atheris cannot be installed here"
	@touch $@

$(VENV)/.linted: $(VENV)/.tested
	$(BIN)/python -m pip install -q -e ".[dev]"
	@touch $@
