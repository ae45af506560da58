# `make` alone lists the targets.
PYTHON ?= python3.11
VENV := .venv
BIN := $(VENV)/bin
COMPILE := CUSTOM_COMPILE_COMMAND="make lock" $(BIN)/pip-compile --quiet --generate-hashes --strip-extras \
	--allow-unsafe --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --no-emit-options pyproject.toml

# Python keeps what it has compiled: tests and benchmarks start it hundreds of times.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help run admin test test-full check bench format install lock messages screenshots lighthouse guide-pictures python

help: ## list the targets
	@grep -hE '^[a-z][a-z-]*:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

run: python ## start everything: database, CMS on port 8000, worker, visitor site on port 3000
	@$(PYTHON) cms/run/preflight.py --ports
	@$(PYTHON) cms/run/install.py
	@exec $(BIN)/python -m cms.run

admin: install ## set a new password for the administrator, and print it
	@$(BIN)/python -m cms.run.with_database manage.py new_admin_password

test: install ## run all tests on all cores, heavy ones at reduced counts
	@$(BIN)/python tests/browser.py
	@exec $(BIN)/pytest -n auto --dist loadfile

test-full: install ## run all tests at full counts, on all cores; takes half an hour
	@$(BIN)/python tests/browser.py
	@exec $(BIN)/pytest --full -n auto --dist worksteal

check: install ## lint, types, missing migrations, and the fast tests
	@$(BIN)/ruff check --quiet .
	@$(BIN)/ruff format --quiet --check .
	@$(BIN)/mypy --no-error-summary
	@DJANGO_SETTINGS_MODULE=cms.settings.test $(BIN)/python -W ignore manage.py makemigrations --check --dry-run --verbosity 1
	@exec $(BIN)/pytest -q -n auto --dist worksteal --no-migrations -m "not slow and not browser"

bench: install ## measure answers beside nginx, and write docs/performance.md
	@$(BIN)/python -m bench $(BENCH)

format: install ## put the code in the shape that `make check` asks for
	@$(BIN)/ruff format --quiet .
	@$(BIN)/ruff check --quiet --fix .

screenshots: install ## take pictures of every template of the running site, into var/screenshots
	@$(BIN)/python tests/browser.py
	@$(BIN)/python -m tests.e2e.screenshots

lighthouse: install ## measure every template of the running site with Lighthouse, as a phone has it; 10 minutes
	@$(BIN)/python tests/browser.py
	@$(BIN)/python -m tests.e2e.lighthouse $(SITE)

guide-pictures: install ## take the pictures of the editors' guide from the running demo: PASSWORD=… of the administrator
	@$(BIN)/python tests/browser.py
	@$(BIN)/python -m tests.e2e.guide_pictures "$(PASSWORD)"

messages: install ## collect the texts for translation, and compile the catalogues
	@$(BIN)/python -m cms.messages
	@$(BIN)/python -m frontend.messages

install: python ## make .venv and put the locked packages in it
	@$(PYTHON) cms/run/preflight.py
	@$(PYTHON) cms/run/install.py

python:
	@command -v $(PYTHON) > /dev/null || \
		{ echo "make: $(PYTHON) is not on this machine: install it, on Debian with: sudo apt install python3.11" >&2; exit 1; }

lock: install ## write exact versions with hashes to requirements/ from pyproject.toml
	$(COMPILE) --extra cms --extra frontend --extra dev --extra test -c requirements/constraints.in -o requirements/dev.txt
	sed -nE 's/^([a-zA-Z0-9_.-]+==[^ ]+).*/\1/p' requirements/dev.txt > $(VENV)/pins.txt
	$(COMPILE) --extra cms -c $(VENV)/pins.txt -o requirements/cms.txt
	$(COMPILE) --extra frontend -c $(VENV)/pins.txt -o requirements/frontend.txt
