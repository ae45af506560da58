# `make` alone lists the targets.
PYTHON ?= python3.11
VENV := .venv
BIN := $(VENV)/bin
COMPILE := CUSTOM_COMPILE_COMMAND="make lock" $(BIN)/pip-compile --quiet --generate-hashes --strip-extras \
	--allow-unsafe --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --no-emit-options pyproject.toml

.DEFAULT_GOAL := help
.PHONY: help run admin install python lock

help: ## list the targets
	@grep -hE '^[a-z][a-z-]*:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

run: python ## start everything: database, CMS on port 8000, worker, visitor site on port 3000
	@$(PYTHON) cms/run/preflight.py --ports
	@$(PYTHON) cms/run/install.py
	@exec $(BIN)/python -m cms.run

admin: install ## set a new password for the administrator, and print it
	@$(BIN)/python -m cms.run.with_database manage.py new_admin_password

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
