"""python -m pipeline STAGE FILE... --into DIR: one stage of the flow, as the Makefile calls it."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from pipeline.errors import ThemelineError, one_line
from pipeline.stages import STAGES


def main(arguments: list[str] | None = None) -> int:
    """Exit status: 0, or 1 after one line that says what is wrong and what to do next."""
    asked = argparse.ArgumentParser(prog="python -m pipeline", description="Run one stage; see make help.")
    asked.add_argument("stage", choices=STAGES)
    asked.add_argument("inputs", nargs="+", type=Path, help="table files, and the folder of documents or figures")
    asked.add_argument("--into", required=True, type=Path, help="folder for what the stage makes")
    asked.add_argument("--corpus", type=Path, help="the corpus.toml that describes the documents")
    given = asked.parse_args(arguments)
    # the runner brings pandas: not before the arguments are known to be good
    from pipeline.runner import run_stage

    try:
        run_stage(given.stage, given.inputs, into=given.into, corpus_file=given.corpus)
    except ThemelineError as fault:
        print(f"themeline: {one_line(str(fault))}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print(f"themeline: {given.stage} was stopped; nothing half-written is left. Run make again.", file=sys.stderr)
        return 1
    except MemoryError:
        print(
            f"themeline: {given.stage} ran out of memory. Give it fewer documents or a larger machine.", file=sys.stderr
        )
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
