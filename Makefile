# quizlint for its developers. `make demo` to see it at work, `make test` to run all tests.
#
# The environment is made in .venv the first time, and again when pyproject.toml or constraints.txt
# changed; with uv if that is installed, else with venv and pip. Nothing else is needed but a
# Python of at least 3.11. To name one: make test PYTHON=/opt/python/bin/python3.13

UV := $(shell command -v uv 2>/dev/null)
BIN := .venv/bin
ENVIRONMENT := .venv/made
SHELL := /bin/sh

# Tests start hundreds of processes: where nothing may be kept, each compiles all of quizlint anew.
export PYTHONDONTWRITEBYTECODE :=

.DEFAULT_GOAL := help
.PHONY: help demo test check bench schemas docs sbom audit clean

help:
	@echo 'make demo     lint the files of sample_content/'
	@echo 'make test     run every check and all tests'
	@echo 'make check    run the checks only: style, types, layers'
	@echo 'make bench    measure speed and memory'
	@echo 'make schemas  write schemas/ anew from the models'
	@echo 'make docs     write the generated pages of docs/ anew, and build the site into site/'
	@echo 'make sbom     list what quizlint is made of, as CycloneDX, in build/quizlint.cdx.json'
	@echo 'make audit    ask for known weaknesses of these packages (needs the network)'
	@echo 'make clean    remove the environment and everything that was made'

demo: $(ENVIRONMENT)
	@$(BIN)/quizlint check --format grouped sample_content || [ $$? -eq 1 ]
	@echo
	@echo 'This is what quizlint says of the files in sample_content/. Those in good/ have nothing'
	@echo 'to mend; those in flawed/ are a tour of what it finds: open one beside its findings.'
	@echo 'One rule in full:          $(BIN)/quizlint explain longest-option-is-key'
	@echo 'Your own files:            $(BIN)/quizlint check PATH'

test: check
	@sh tests/tools/install.sh
	$(BIN)/python -m pytest -n auto --dist loadfile

check: $(ENVIRONMENT)
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(ENVIRONMENT)
	$(BIN)/python benchmarks/speed.py
	$(BIN)/python benchmarks/corpora.py
	$(BIN)/python benchmarks/renderers.py

schemas: $(ENVIRONMENT)
	$(BIN)/python -m quizlint.schema schemas

docs: $(ENVIRONMENT)
	$(BIN)/python docs/pages.py
	$(BIN)/mkdocs build --strict --quiet

sbom: $(ENVIRONMENT)
	@mkdir -p build
	$(BIN)/python ci/sbom.py >build/quizlint.cdx.json

audit: $(ENVIRONMENT)
	@if $(BIN)/python -m pip_audit --version >/dev/null 2>&1; then \
	  $(BIN)/python -m pip_audit --requirement constraints.txt --no-deps --disable-pip; \
	else \
	  echo 'pip-audit is not here: $(BIN)/python -m pip install pip-audit'; \
	fi

clean:
	rm -rf .venv tests/tools/node_modules site build dist htmlcov .coverage .hypothesis .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

RECENT := 'import sys; sys.exit(sys.version_info < (3, 11))'

# A Python that is recent enough: the one that PYTHON names, else the first that is found.
FIND_PYTHON = \
	for python in $(if $(PYTHON),"$(PYTHON)",python3 python3.14 python3.13 python3.12 python3.11 python); do \
	  if "$$python" -c $(RECENT) 2>/dev/null; then found=$$python; break; fi; \
	done; \
	if [ -z "$$found" ]; then \
	  echo 'quizlint needs Python 3.11 or later$(if $(PYTHON),$(comma) and $(PYTHON) is not,; none was found). Install one, or name it:' >&2; \
	  echo '    make $(or $(MAKECMDGOALS),test) PYTHON=/path/to/python3' >&2; \
	  exit 1; \
	fi
comma := ,

$(ENVIRONMENT): pyproject.toml constraints.txt
	@if ! $(BIN)/python -c $(RECENT) 2>/dev/null; then \
	  found=; $(FIND_PYTHON); \
	  echo "Making the environment in .venv with $$("$$found" --version); this is done once."; \
	  rm -rf .venv; \
	  if [ -n "$(UV)" ]; then "$(UV)" venv --quiet --seed --python "$$found" .venv; \
	  else "$$found" -m venv .venv; fi; \
	fi
	@if [ -n "$(UV)" ]; then \
	  "$(UV)" pip install --quiet --python $(BIN)/python -c constraints.txt -e '.[dev]'; \
	else \
	  $(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'; \
	fi
	@touch $@
