"""A door driven by chance, where atheris is not to be had: its seeds, changed again and again."""

from pathlib import Path
from random import Random

from fuzz.door import Door
from fuzz.session import Session

_CHANGES = 6
"""How many changes an input has at most."""


def drive(door: Door, session: Session, place: Path, seed: int | None = None) -> None:
    """Fuzz a door until the session is over; nothing is kept in the folder. The same `seed` begins the same
    changes."""
    del place
    random, seeds = Random(seed), door.seeds() or [b""]
    while not session.over:
        raw = random.choice(seeds)
        for _time in range(random.randint(1, _CHANGES)):
            raw = door.mutate(raw, random, door.most)
        session.execute(raw)
    session.write()
