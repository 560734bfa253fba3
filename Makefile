# Commands for people; CI runs the same ones. Each sets up what it needs by itself, in .venv.
# Options are passed on: make site ARGS=--strict

.NOTPARALLEL:
.DEFAULT_GOAL := help
PYTHON ?= python3
ARGS ?=
export PYTHON

.PHONY: help site serve test fuzz check lint deploy-site demo engines bench lighthouse screenshots lock clean

help: ## Show this list
	@echo "make COMMAND [ARGS=options] [PYTHON=python3.12]"
	@sed -n 's/^\([a-z-]*\):.*## /\1|/p' $(MAKEFILE_LIST) | awk -F'|' '{ printf "  %-12s %s\n", $$1, $$2 }'

site: ## Draft briefings for new seeds and build the site into site/
	@scripts/build $(ARGS)

serve: ## Show the site on this machine, built again at each change
	@scripts/serve $(ARGS)

test: ## Run the tests
	@scripts/test $(ARGS)

fuzz: ## Look for examples that break a promise, for an hour (ARGS=minutes)
	@scripts/fuzz $(ARGS)

check: lint test lighthouse ## Run everything that CI checks: lint, tests, then the pages with Lighthouse

lint: ## Check style, types, import directions and workflows
	@scripts/lint

deploy-site: ## Check and build what is published, without drafting
	@scripts/deploy $(ARGS)

demo: ## Build the cross-linked test project, to look at
	@scripts/demo $(ARGS)

engines: ## Build the demo with MkDocs, ProperDocs and Zensical, and compare
	@scripts/engines

bench: ## Time check, build and draft beside their peers (ARGS=number of briefings)
	@scripts/bench $(ARGS)

lighthouse: ## Judge how the pages load and read on a phone
	@scripts/lighthouse

screenshots: ## Take pictures of every kind of page into build/screenshots/
	@scripts/screenshots

lock: ## Write requirements/ from pyproject.toml (ARGS=--upgrade for newer versions)
	@scripts/lock $(ARGS)

clean: ## Remove all that is generated, but keep .venv
	@rm -rf build site dist .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
