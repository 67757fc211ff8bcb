# What one can do here. Each line is a script that sets up what it needs.

.PHONY: run build test prove bench check

run: ## builds the app and serves it on 127.0.0.1 (PORT=8080, or the next free one)
	@scripts/run

build: ## leaves the static site in dist/
	@scripts/build

test: ## every test: native, JavaScript, browser
	@scripts/test

prove: ## 100,000 random stories of five people and one map (hours)
	@scripts/prove

bench: ## measures and prints a table
	@scripts/bench

check: ## format and lints, warnings denied
	@scripts/check
