"""A door driven by coverage: atheris sees which branches of draftkit an input takes, and goes on from those
that take new ones."""

import importlib
import pkgutil
import sys
from pathlib import Path
from random import Random

from fuzz.door import Door
from fuzz.session import Session

_OWN_MUTATOR = 0.7
"""How often an input is changed by the door's own mutator and not by libFuzzer's."""
_MEGABYTES = 1_500
"""Memory that a process may take."""


def watch() -> None:
    """Import every room of draftkit but the command line, so that atheris sees its branches."""
    import atheris

    with atheris.instrument_imports(include=["draftkit"]):
        import draftkit

        for module in pkgutil.walk_packages(draftkit.__path__, "draftkit."):
            if module.name.split(".")[1] not in ("cli", "__main__"):
                importlib.import_module(module.name)


def drive(door: Door, session: Session, place: Path, seed: int | None = None) -> None:
    """Fuzz a door with a corpus in a folder; ends the process. What libFuzzer says goes to stderr. The same
    `seed` begins the same changes, where nothing else is left to chance (PYTHONHASHSEED)."""
    import atheris

    corpus = place / "corpus"
    corpus.mkdir(exist_ok=True)
    for number, raw in enumerate(door.seeds()):
        (corpus / f"seed-{number}").write_bytes(raw)

    def once(raw: bytes) -> None:
        if session.over:
            session.leave()
        session.execute(raw)

    def mutate(raw: bytes, most: int, number: int) -> bytes:
        random = Random(number)
        if random.random() > _OWN_MUTATOR:
            return bytes(atheris.Mutate(raw, most))
        return door.mutate(raw, random, most)[:most]

    options = [f"-max_len={door.most}", "-len_control=0", f"-rss_limit_mb={_MEGABYTES}"]
    options += ["-timeout=120", "-report_slow_units=600", f"-artifact_prefix={place}/"]
    if seed is not None:
        options.append(f"-seed={seed}")
    atheris.Setup([sys.argv[0], *options, str(corpus)], once, custom_mutator=mutate)
    atheris.Fuzz()
