"""How a zip of XML parts is changed: inside its parts, now and then their names or the zip's own bytes."""

import zipfile
from collections.abc import Mapping, Sequence
from functools import partial
from io import BytesIO
from random import Random

from fuzz.door import Door, Starts, Target
from fuzz.mutation import changed

_MOST = 120_000
_BYTES, _PARTS = 0.05, 0.12
"""How often the zip's own bytes are changed, and how often its list of parts."""


def zip_door(name: str, target: Target, words: Sequence[str], starts: Starts) -> Door:
    """Return a door for zips of XML."""
    return Door(name, target, words, partial(_changed, words), starts, _MOST)


def _changed(words: Sequence[str], raw: bytes, random: Random, most: int) -> bytes:
    parts = unpacked(raw)
    luck = random.random()
    if not parts or luck < _BYTES:
        place = random.randrange(len(raw) + 1)
        return (raw[:place] + random.randbytes(random.randrange(4)) + raw[place + random.randrange(4) :])[:most]
    name = random.choice(list(parts))
    if luck < _PARTS:
        parts = _listed(parts, name, random)
    else:
        parts[name] = changed(words, parts[name], random, most)
    found = packed(parts)
    return found if len(found) <= most else raw


def _listed(parts: Mapping[str, bytes], name: str, random: Random) -> dict[str, bytes]:
    """The parts with one left out, under another name, or in the place of another."""
    others = {one: content for one, content in parts.items() if one != name}
    match random.randrange(3):
        case 0:
            return others
        case 1:
            return {**others, name.upper() if random.random() < 0.5 else f"../{name}": parts[name]}
        case _:
            return {**parts, random.choice(list(parts)): parts[name]}


def unpacked(raw: bytes) -> dict[str, bytes]:
    """Return the parts of a zip by their names, none where it cannot be opened."""
    try:
        with zipfile.ZipFile(BytesIO(raw)) as package:
            return {one.filename: package.read(one) for one in package.infolist() if one.file_size < 1_000_000}
    except Exception:  # zipfile raises a dozen kinds on broken bytes
        return {}


def packed(parts: Mapping[str, bytes]) -> bytes:
    """Return a zip of parts as they are: nothing is pressed, so that a driver sees what stands in it."""
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        for name, content in parts.items():
            package.writestr(zipfile.ZipInfo(name), content)
    return file.getvalue()
