"""Word files gone wrong: bytes flipped, cut or swapped; parts removed, swapped or mangled; XML reordered."""

import random
import zipfile
from collections.abc import Callable
from io import BytesIO
from xml.etree import ElementTree

Parts = dict[str, bytes]


def parts_of(raw: bytes) -> Parts:
    """Return the parts of a package by their names; a part that cannot be unpacked has no bytes."""
    found = {}
    with zipfile.ZipFile(BytesIO(raw)) as package:
        for name in package.namelist():
            try:
                found[name] = package.read(name)
            except (zipfile.BadZipFile, RuntimeError, NotImplementedError):
                found[name] = b""
    return found


def packed(parts: Parts) -> bytes:
    """Return a package of parts, with right checksums."""
    raw = BytesIO()
    with zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return raw.getvalue()


def flipped(raw: bytes, chance: random.Random) -> bytes:
    """Return bytes of which some have another bit, or that have lost, doubled or swapped a stretch."""
    data = bytearray(raw)
    for _ in range(chance.randint(1, 6) if data else 0):
        at, length = chance.randrange(len(data)), chance.randint(1, 60)
        way = chance.randrange(5)
        if way < 2:
            data[at] ^= 1 << chance.randrange(8)
        elif way == 2 and len(data) > 2 * length:
            del data[at : at + length]
        elif way == 3:
            data[at:at] = data[at : at + length]
        else:
            to = chance.randrange(len(data))
            data[to : to + length] = data[at : at + length]
    return bytes(data)


def cut(raw: bytes, chance: random.Random) -> bytes:
    """Return the file cut off somewhere."""
    return raw[: chance.randrange(len(raw))]


def flipped_within(raw: bytes, chance: random.Random) -> bytes:
    """Return the package with bytes of a part flipped, its checksum right again."""
    parts = parts_of(raw)
    name = chance.choice(sorted(parts))
    return packed(parts | {name: flipped(parts[name], chance)})


def without_parts(raw: bytes, chance: random.Random) -> bytes:
    """Return the package without some of its parts."""
    parts = parts_of(raw)
    for name in chance.sample(sorted(parts), min(len(parts), chance.randint(1, 3))):
        del parts[name]
    return packed(parts)


def swapped_parts(raw: bytes, chance: random.Random) -> bytes:
    """Return the package with the contents of two of its parts exchanged."""
    parts = parts_of(raw)
    one, other = chance.choices(sorted(parts), k=2)
    parts[one], parts[other] = parts[other], parts[one]
    return packed(parts)


def reordered(raw: bytes, chance: random.Random) -> bytes:
    """Return the package with elements of a part moved, doubled, deleted, renamed or put into one another."""
    parts = parts_of(raw)
    names = sorted(name for name in parts if name.endswith((".xml", ".rels")))
    texts = [name for name in names if name.endswith("document.xml")]
    name = chance.choice(texts if texts and chance.random() < 0.6 else names)
    return packed(parts | {name: _reordered(parts[name], chance)})


def _reordered(raw: bytes, chance: random.Random) -> bytes:
    try:
        root = ElementTree.fromstring(raw)
    except ElementTree.ParseError:
        return raw
    for _ in range(chance.randint(1, 8)):
        parents = [one for one in root.iter() if len(one)]
        if parents:
            _change(chance.choice(parents), chance.choice(parents), chance)
    return ElementTree.tostring(root)


def _change(parent: ElementTree.Element, other: ElementTree.Element, chance: random.Random) -> None:
    child = chance.choice(list(parent))
    inside = set(child.iter())
    way = chance.randrange(5)
    if way == 0:
        children = list(parent)
        chance.shuffle(children)
        parent[:] = children
    elif way == 1:
        parent.insert(chance.randrange(len(parent) + 1), child)
    elif way == 2:
        parent.remove(child)
    elif way == 3:
        child.tag = chance.choice(list(other)).tag if len(other) else child.tag
    elif other not in inside:
        parent.remove(child)
        other.insert(chance.randrange(len(other) + 1), child)


MUTATORS: tuple[Callable[[bytes, random.Random], bytes], ...] = (
    flipped,
    cut,
    flipped_within,
    without_parts,
    swapped_parts,
    reordered,
)
