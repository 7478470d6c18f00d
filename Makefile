# citekit: `make help` lists what can be made.
SHELL := /bin/sh
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
CITEKIT := $(BIN)/citekit
OUT ?= build
DOC ?= examples/chapter.md
STYLE ?= chicago-notes-archival-ibid
TO ?= latex
NAME := $(basename $(notdir $(DOC)))

.DEFAULT_GOAL := help

.PHONY: help
help: ## list what can be made
	@awk -F ':.*## ' '/^[a-z][a-z-]*:.*## / {printf "  make %-11s %s\n", $$1, $$2}' $(MAKEFILE_LIST)
	@echo; echo "  For a thesis of your own: make bib DOC=thesis.md. What can be set so, with its value now:"
	@echo "  DOC=$(DOC) OUT=$(OUT) STYLE=$(STYLE) TO=$(TO) (latex, markdown or docx)"

.PHONY: setup
setup: $(VENV)/.installed ## create .venv with citekit and everything for its development

$(VENV)/.installed: pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade pip
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev,docs,styles,pdf,strokes]'
	@touch $@

.PHONY: demo
demo: $(VENV)/.installed ## parse the example chapter into CSL-JSON and BibTeX, set it in a style, show what came out
	@mkdir -p $(OUT)
	$(CITEKIT) parse examples/chapter.md -o $(OUT)/chapter.json --notes $(OUT)/chapter.notes.jsonl
	@$(CITEKIT) export $(OUT)/chapter.json -t bibtex -o $(OUT)/chapter.bib
	@echo; echo "$(OUT)/chapter.bib begins:"; sed -n '1,24p' $(OUT)/chapter.bib
	@$(CITEKIT) render examples/chapter.md --style $(STYLE) -q -o $(OUT)/chapter.txt
	@echo; echo "$(OUT)/chapter.txt, its notes in the style $(STYLE), begins:"; sed -n '1,14p' $(OUT)/chapter.txt
	@echo; ls -l $(OUT)/chapter.*

# For the writer of a thesis; each takes DOC=thesis.md (or .docx, .tex, .odt, .html, .txt, .pdf).

.PHONY: notes
notes: $(VENV)/.installed ## list the notes of DOC in OUT/NAME.notes.jsonl
	@mkdir -p $(OUT)
	$(CITEKIT) notes $(DOC) -o $(OUT)/$(NAME).notes.jsonl

.PHONY: bib
bib: $(VENV)/.installed ## write the bibliography of DOC as OUT/NAME.json and OUT/NAME.bib
	@mkdir -p $(OUT)
	$(CITEKIT) parse $(DOC) -o $(OUT)/$(NAME).json
	$(CITEKIT) export $(OUT)/$(NAME).json -t biblatex -o $(OUT)/$(NAME).bib

.PHONY: render
render: $(VENV)/.installed ## set the notes and the bibliography of DOC in STYLE, as the page OUT/NAME.STYLE.html
	@mkdir -p $(OUT)
	$(CITEKIT) render $(DOC) --style $(STYLE) -o $(OUT)/$(NAME).$(notdir $(STYLE:.csl=)).html

.PHONY: lint
lint: $(VENV)/.installed ## say what is still wrong with the notes of DOC
	$(CITEKIT) lint $(DOC)

.PHONY: report
report: $(VENV)/.installed ## make the page OUT/NAME.html that shows each note of DOC beside what was understood
	@mkdir -p $(OUT)
	$(CITEKIT) report $(DOC) -o $(OUT)/$(NAME).html

.PHONY: rewrite
rewrite: $(VENV)/.installed ## put citations in place of the typed notes of DOC, as TO
	@mkdir -p $(OUT)
ifeq ($(TO),docx)
	$(CITEKIT) rewrite $(DOC) --style $(STYLE) -o $(OUT)/$(NAME).rewritten.docx
else
	$(CITEKIT) rewrite $(DOC) -t $(TO) -o $(OUT)/$(NAME).rewritten.$(if $(filter latex,$(TO)),tex,md) \
		--bib $(OUT)/$(NAME).$(if $(filter latex,$(TO)),bib,json)
endif

.PHONY: pdf
pdf: $(VENV)/.installed ## make the PDF of examples/thesis, notes and bibliography set by LaTeX (needs XeLaTeX and biber)
	$(MAKE) -C examples/thesis pdf CITEKIT=$(abspath $(CITEKIT))

# For those who work on citekit.

MARKED = latex or browser or slow

.PHONY: test
test: $(VENV)/.installed ## run the tests, save those that are slow or need TeX or a browser
	$(BIN)/python -m pytest -n auto --dist loadfile -m "not ($(MARKED))"

.PHONY: test-marked
test-marked: $(VENV)/.installed ## run the slow tests and those that need TeX or a browser
	$(BIN)/python -m pytest -m "$(MARKED)"

.PHONY: check
check: $(VENV)/.installed ## types and style of the code
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

.PHONY: docs
docs: $(VENV)/.installed ## build the documentation in OUT/site
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --quiet --strict --site-dir $(abspath $(OUT))/site

.PHONY: wheel
wheel: $(VENV)/.installed ## build the wheel in OUT/wheel, install it into an empty environment and run it there
	rm -rf $(OUT)/wheel $(OUT)/empty
	$(BIN)/python -m pip wheel --quiet --disable-pip-version-check --no-deps --wheel-dir $(OUT)/wheel .
	$(PYTHON) -m venv $(OUT)/empty
	$(OUT)/empty/bin/python -m pip install --quiet --disable-pip-version-check $(OUT)/wheel/citekit-*.whl
	cp examples/chapter.md $(OUT)/empty/
	cd $(OUT)/empty && bin/citekit parse chapter.md -o chapter.json
	cd $(OUT)/empty && bin/citekit styles list
	cd $(OUT)/empty && bin/citekit render chapter.json --style chicago-notes-archival | sed -n '1,3p'

.PHONY: bench
bench: $(VENV)/.installed ## measure speed, start-up and memory; never fails
	-$(BIN)/python benchmarks/parse.py
	-$(BIN)/python benchmarks/readers_speed.py
	-$(BIN)/python benchmarks/render_notes.py
	-$(BIN)/python benchmarks/dedupe.py

.PHONY: clean
clean: ## remove what was made, but not .venv
	rm -rf $(OUT) dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find . -name __pycache__ -not -path './$(VENV)/*' -prune -exec rm -rf {} +
