"""Near-copies: documents that say mostly the same are one document when support is counted (our own)."""

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from hashlib import blake2b
from itertools import pairwise

from draftkit.lines import lines_of
from draftkit.tree import Document
from draftkit.zh.sentence import sentences

SHORTEST = 12
"""Characters of a sentence that two writers hardly write alike by chance."""
ALIKE = 0.5
"""The share of the shorter document's sentences that both have."""


def fingerprint(document: Document) -> Sequence[int]:
    """Return what is compared of a document: a number for each of its longer sentences, each once; the same
    numbers in every process."""
    texts = (line.text for speech in document.speeches for line in lines_of(speech))
    long = {one for text in texts for one in sentences(text) if len(one) >= SHORTEST}
    digests = (blake2b(one.encode(errors="surrogatepass"), digest_size=8).digest() for one in long)
    return array("Q", sorted({int.from_bytes(one, "big") for one in digests}))


def groups(prints: Mapping[str, Sequence[int]]) -> dict[str, str]:
    """Return for each document, by its name, the first name of those that it is a near-copy of, or its own."""
    having = _having(prints)
    parent = {name: name for name in prints}
    for first, numbers in prints.items():
        beside = Counter(other for one in numbers for other in having.get(one, ()) if other > first)
        for other, count in beside.items():
            if count >= ALIKE * min(len(numbers), len(prints[other])):
                low, high = sorted((_root(parent, first), _root(parent, other)))
                parent[high] = low
    return {name: _root(parent, name) for name in prints}


def _having(prints: Mapping[str, Sequence[int]]) -> Mapping[int, Sequence[str]]:
    """The names of the documents that have a number, where there are several."""
    every = sorted(one for numbers in prints.values() for one in numbers)
    repeated = {one for one, other in pairwise(every) if one == other}
    found: defaultdict[int, list[str]] = defaultdict(list)
    for name, numbers in prints.items():
        for one in repeated.intersection(numbers):
            found[one].append(name)
    return found


def distinct(sources: Iterable[str], copies: Mapping[str, str]) -> int:
    """Return how many documents there are among sources when near-copies count once."""
    return len({copies.get(source, source) for source in sources})


def _root(parent: dict[str, str], name: str) -> str:
    while parent[name] != name:
        name = parent[name]
    return name
