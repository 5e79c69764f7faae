"""A door driven by chance, where atheris is not to be had: its seeds, changed again and again."""

import sys
from pathlib import Path
from random import Random

from fuzz.doors import DOORS
from fuzz.session import Session

_CHANGES = 6


def main(name: str, seconds: str, runs: str, folder: str) -> None:
    """Fuzz a door in a process of its own, `python -m fuzz.blind DOOR SECONDS RUNS FOLDER`."""
    door, random = DOORS[name], Random()
    session = Session(door, float(seconds), int(runs), Path(folder) / "report.json")
    seeds = door.seeds() or [b""]
    while not session.over:
        raw = random.choice(seeds)
        for _time in range(random.randint(1, _CHANGES)):
            raw = door.mutate(raw, random, door.most)
        session.execute(raw)
    session.leave()


if __name__ == "__main__":
    main(*sys.argv[1:])
