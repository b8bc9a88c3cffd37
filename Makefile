# Two commands for a newcomer: `make demo` and `make test`. Each sets up all it needs.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
CONSTRAINTS := requirements/dev.txt

.PHONY: demo test lint types unit wheel-test docs schema templates bench clean

$(VENV)/.ready: pyproject.toml $(CONSTRAINTS)
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c $(CONSTRAINTS) -e ".[dev]"
	touch $@

demo: $(VENV)/.ready
	@echo '$$ cchc duties --agency "Sở Nội vụ"'
	@$(BIN)/cchc duties --agency "Sở Nội vụ"
	@echo; echo '$$ cchc deadlines --today 2021-06-10'
	@$(BIN)/cchc deadlines --today 2021-06-10
	@echo; echo '$$ cchc report --period h1 > bao_cao.docx.md'
	@mkdir -p out && $(BIN)/cchc report --period h1 > out/bao_cao.docx.md
	@sed -n 1,24p out/bao_cao.docx.md; echo '… (out/bao_cao.docx.md)'

test: lint types unit wheel-test

lint: $(VENV)/.ready
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: $(VENV)/.ready
	$(BIN)/mypy

# pytest's own closing line says how it went; coverage under 95 % fails.
unit: $(VENV)/.ready
	$(BIN)/python -m pytest -n auto --cov --cov-report=term

wheel-test: $(VENV)/.ready
	sh tests/wheel_test.sh $(abspath $(BIN))/python

# Rewrite what is made from the code: handbook, schemas.
docs: $(VENV)/.ready
	$(BIN)/python docs/generate.py

schema: $(VENV)/.ready
	for kind in plan agencies calendar amendment; do $(BIN)/cchc plan schema $$kind -o plans/$$kind.schema.json; done

# The Word templates, from what Nghị định 30/2020/NĐ-CP says (a test holds the files to it).
templates: $(VENV)/.ready
	$(BIN)/python docs/word_templates.py templates/word

bench: $(VENV)/.ready
	sh benchmarks/startup $(abspath $(BIN))/python
	$(BIN)/python benchmarks/expansion.py
	$(BIN)/python benchmarks/word.py
	$(BIN)/python benchmarks/drafting.py
	$(BIN)/python benchmarks/plans.py
	$(BIN)/python benchmarks/collect.py
	$(BIN)/python benchmarks/collect_read.py

clean:
	rm -rf $(VENV) out dist build .coverage .coverage.*
