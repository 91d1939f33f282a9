# The two commands of the README are `make report` and `make test`; both do their own set-up.
CORPUS ?= specimen
VENV   := .venv
BIN    := $(VENV)/bin
STAMP  := $(VENV)/.installed
# The first interpreter on the PATH that starts and is new enough; PYTHON=... overrides the search.
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11 python; do \
	if $$p -c 'import sys; sys.exit(not ((3, 11) <= sys.version_info < (3, 14)))' >/dev/null 2>&1; then echo $$p; break; fi; done)
# Tests run on every core; WORKERS= runs them one after the other.
WORKERS ?= -n auto
test unit: export OMP_NUM_THREADS := 1
export JUPYTER_PLATFORM_DIRS := 1

.PHONY: help setup report test unit fuzz fit measure lab lock lint build check bench notebooks gallery clean

help:
	@echo "make report [CORPUS=name]   build, run every notebook, export charts and the report"
	@echo "make test                   lint, types, layering, tests, notebooks as regression tests"
	@echo "make lab [CORPUS=name]      open JupyterLab on copies of the notebooks, set to a corpus"
	@echo "make check [CORPUS=name]    compare a corpus with its last accepted run"
	@echo "make fuzz                   damage 10,000 issues and parse each: no line may be lost"
	@echo "make fit                    fit the parser's weights to the answer keys; a long job"
	@echo "make measure                measure the parser on every answer key, for the README's table"
	@echo "make setup | lint | unit | build | notebooks | gallery | lock | bench | clean"

setup: $(STAMP)

$(STAMP): requirements.lock pyproject.toml
	@test -n "$(PYTHON)" || { echo "No Python 3.11, 3.12 or 3.13 found: install one, or say make PYTHON=/path/to/python" >&2; exit 1; }
	$(PYTHON) -m venv --clear $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $(STAMP)

report: setup
	$(BIN)/python -m helpers report $(CORPUS)

build: setup
	$(BIN)/python -m helpers build $(CORPUS)

check: setup
	$(BIN)/python -m helpers check $(CORPUS)

# The committed notebooks, executed again in place: after a change that means to change outputs.
notebooks: setup
	$(BIN)/python docs/execute.py

# The charts and tables that the repository shows, from the last report.
gallery: report
	$(BIN)/python docs/gallery.py $(CORPUS)

lint: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

unit: setup
	$(BIN)/python -m pytest $(WORKERS) -m "not slow"

# Ten thousand damaged issues through the readers and the parser.
fuzz: setup
	HYPOTHESIS_PROFILE=thorough $(BIN)/python -m pytest --hypothesis-show-statistics tests/parsing/test_mutations.py

# The weights of the parser, fitted to the keys of the test papers, the specimen and ../shared.
fit: setup
	$(BIN)/python tests/papers/fit.py

# How accurate the parser is on every answer key, written into README.md.
measure: setup
	$(BIN)/python tests/papers/measure.py --write
	$(BIN)/python tests/papers/measure_evidence.py --write

# The tests of the code, then every committed notebook run again and compared, strictly.
test: lint
	$(BIN)/python -m pytest $(WORKERS)
	$(BIN)/python -m pytest $(WORKERS) --dist loadfile --nbval --nbval-current-env --nbval-sanitize-with src/helpers/cli/sanitize.cfg \
		--nbval-cell-timeout=300 -p no:cacheprovider notebooks

lab: setup
	$(BIN)/python -m helpers lab $(CORPUS)

lock:
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --all-extras \
		--upgrade --no-header --no-emit-index-url --no-annotate -o requirements.lock pyproject.toml requirements-build.in

bench: setup
	$(BIN)/python -m pytest benchmarks --benchmark-only

clean:
	rm -rf $(VENV) .cache .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
