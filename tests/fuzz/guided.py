"""A door driven by coverage: atheris sees which branches of draftkit an input takes, and goes on from those
with new ones. In a process of its own, `python -m fuzz.guided DOOR SECONDS RUNS FOLDER`: it never returns.
"""

import importlib
import pkgutil
import sys
from pathlib import Path
from random import Random

_OWN_MUTATOR = 0.7
"""How often an input is changed by the door's own mutator and not by libFuzzer's."""
_MEGABYTES = 1_500
"""Memory that an execution may take."""


def main(name: str, seconds: str, runs: str, folder: str) -> None:
    """Fuzz a door, with a corpus in a folder; what libFuzzer itself says goes to stderr."""
    import atheris

    with atheris.instrument_imports(include=["draftkit"]):
        _import_all()
    from fuzz.doors import DOORS
    from fuzz.session import Session

    door, corpus = DOORS[name], Path(folder) / "corpus"
    corpus.mkdir(parents=True, exist_ok=True)
    for number, raw in enumerate(door.seeds()):
        (corpus / f"seed-{number}").write_bytes(raw)
    session = Session(door, float(seconds), int(runs), Path(folder) / "report.json")

    def once(raw: bytes) -> None:
        if session.over:
            session.leave()
        session.execute(raw)

    def mutate(raw: bytes, most: int, seed: int) -> bytes:
        random = Random(seed)
        if random.random() > _OWN_MUTATOR:
            return bytes(atheris.Mutate(raw, most))
        return door.mutate(raw, random, most)[:most]

    options = [f"-max_len={door.most}", f"-rss_limit_mb={_MEGABYTES}", "-timeout=120", "-report_slow_units=600"]
    options += [f"-artifact_prefix={folder}/", "-len_control=0"]
    atheris.Setup([sys.argv[0], *options, str(corpus)], once, custom_mutator=mutate)
    atheris.Fuzz()


def _import_all() -> None:
    """Import every room of draftkit but the command line: what is imported later is not watched."""
    import draftkit

    for module in pkgutil.walk_packages(draftkit.__path__, "draftkit."):
        if module.name.split(".")[1] not in ("cli", "__main__"):
            importlib.import_module(module.name)


if __name__ == "__main__":
    main(*sys.argv[1:])
