# citekit: `make help` lists what can be made.
SHELL := /bin/sh
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
CITEKIT := $(BIN)/citekit
OUT ?= build
DOC ?= examples/chapter.md
NAME := $(basename $(notdir $(DOC)))

.DEFAULT_GOAL := help

.PHONY: help
help: ## list what can be made
	@awk -F ':.*## ' '/^[a-z][a-z-]*:.*## / {printf "  make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)
	@echo; echo "  DOC=$(DOC) and OUT=$(OUT) can be set: make bib DOC=thesis.md"

.PHONY: setup
setup: $(VENV)/.installed ## create .venv with citekit and everything for its development

$(VENV)/.installed: pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade pip
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev,styles,pdf]'
	@touch $@

.PHONY: demo
demo: $(VENV)/.installed ## parse the example chapter into CSL-JSON and BibTeX and show what came out
	@mkdir -p $(OUT)
	$(CITEKIT) parse examples/chapter.md -o $(OUT)/chapter.json --notes $(OUT)/chapter.notes.jsonl
	@$(CITEKIT) export $(OUT)/chapter.json -t bibtex -o $(OUT)/chapter.bib
	@echo; echo "$(OUT)/chapter.bib begins:"; sed -n '1,24p' $(OUT)/chapter.bib
	@echo; ls -l $(OUT)/chapter.*

.PHONY: notes
notes: $(VENV)/.installed ## list the notes of DOC in OUT/NAME.notes.jsonl
	@mkdir -p $(OUT)
	$(CITEKIT) notes $(DOC) -o $(OUT)/$(NAME).notes.jsonl

.PHONY: bib
bib: $(VENV)/.installed ## write the bibliography of DOC as OUT/NAME.json and OUT/NAME.bib
	@mkdir -p $(OUT)
	$(CITEKIT) parse $(DOC) -o $(OUT)/$(NAME).json
	$(CITEKIT) export $(OUT)/$(NAME).json -t biblatex -o $(OUT)/$(NAME).bib

.PHONY: test
test: $(VENV)/.installed ## run the tests
	$(BIN)/python -m pytest

.PHONY: check
check: $(VENV)/.installed ## types and style of the code
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

.PHONY: bench
bench: $(VENV)/.installed ## measure speed, start-up and memory; never fails
	$(BIN)/python benchmarks/parse.py

.PHONY: clean
clean: ## remove what was made, but not .venv
	rm -rf $(OUT) dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find . -name __pycache__ -not -path './$(VENV)/*' -prune -exec rm -rf {} +
