# `make` alone lists the targets.
SHELL := /bin/bash
PYTHON ?= python3.11
VENV := .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/.installed
COMPILE := CUSTOM_COMPILE_COMMAND="make lock" $(BIN)/pip-compile --quiet --generate-hashes --strip-extras \
	--allow-unsafe --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --no-emit-options pyproject.toml

.DEFAULT_GOAL := help
.PHONY: help install lock

help: ## list the targets
	@grep -hE '^[a-z][a-z-]*:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

install: $(INSTALLED) ## make .venv and install the locked packages

$(INSTALLED): requirements/dev.txt
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements/dev.txt
	@touch $@

lock: $(INSTALLED) ## write exact versions with hashes to requirements/ from pyproject.toml
	$(COMPILE) --extra cms --extra frontend --extra dev --extra test -c requirements/constraints.in -o requirements/dev.txt
	sed -nE 's/^([a-zA-Z0-9_.-]+==[^ ]+).*/\1/p' requirements/dev.txt > $(VENV)/pins.txt
	$(COMPILE) --extra cms -c $(VENV)/pins.txt -o requirements/cms.txt
	$(COMPILE) --extra frontend -c $(VENV)/pins.txt -o requirements/frontend.txt
