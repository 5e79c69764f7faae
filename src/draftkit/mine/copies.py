"""Near-copies: documents that say mostly the same are one document when support is counted (our own)."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from draftkit.lines import lines_of
from draftkit.tree import Document
from draftkit.zh.sentence import sentences

SHORTEST = 12
"""Characters of a sentence that two writers hardly write alike by chance."""
ALIKE = 0.5
"""The share of the shorter document's sentences that both have."""


def fingerprint(document: Document) -> frozenset[int]:
    """Return what is compared of a document: a number for each of its longer sentences."""
    texts = (line.text for speech in document.speeches for line in lines_of(speech))
    return frozenset(hash(one) for text in texts for one in sentences(text) if len(one) >= SHORTEST)


def groups(prints: Mapping[str, frozenset[int]]) -> dict[str, str]:
    """Return for each document, by its name, the first name of those that it is a near-copy of, or its own."""
    having: defaultdict[int, list[str]] = defaultdict(list)
    for name in sorted(prints):
        for one in prints[name]:
            having[one].append(name)
    shared = Counter(
        (first, other)
        for names in having.values()
        for place, first in enumerate(names)
        for other in names[place + 1 :]
    )
    parent = {name: name for name in prints}
    for (first, other), count in shared.items():
        if count >= ALIKE * min(len(prints[first]), len(prints[other])):
            low, high = sorted((_root(parent, first), _root(parent, other)))
            parent[high] = low
    return {name: _root(parent, name) for name in prints}


def distinct(sources: Iterable[str], copies: Mapping[str, str]) -> int:
    """Return how many documents there are among sources when near-copies count once."""
    return len({copies.get(source, source) for source in sources})


def _root(parent: dict[str, str], name: str) -> str:
    while parent[name] != name:
        name = parent[name]
    return name
