"""C22: words that the office does not want, and those for which it wants others."""

import re
from collections.abc import Iterator

from draftkit.messages import N_, _
from draftkit.review.proof import Proof
from draftkit.review.rule import Rule, Spot


def check(proof: Proof) -> Iterator[Spot]:
    """Yield each word that draftkit.toml bans, and each for which it has another, with that one."""
    banned, preferred = proof.office.banned, proof.office.preferred
    words = sorted({*banned, *preferred}, key=len, reverse=True)
    if not words:
        return
    for found in re.finditer("|".join(map(re.escape, words)), proof.text):
        word = found[0]
        if word not in preferred:
            why = banned[word]
            message = _("“{word}” is not wanted: {why}") if why else _("“{word}” is not wanted")
            yield Spot(*found.span(), message.format(word=word, why=why))
        elif not _stands_in(proof.text, found.start(), word, preferred[word]):
            message = _("write “{right}” for “{word}”").format(right=preferred[word], word=word)
            yield Spot(*found.span(), message, preferred[word])


def _stands_in(text: str, place: int, word: str, right: str) -> bool:
    """Whether the word at a place is a part of the right one (人民群众 for 群众)."""
    starts = (found.start() for found in re.finditer(f"(?={re.escape(word)})", right))
    return any(text.startswith(right, place - start) for start in starts if place >= start)


RULE = Rule(
    code="C22",
    name=N_("word that the office does not want"),
    grade="单位",
    looks_for=N_("the words under [banned] and [preferred] in draftkit.toml"),
    why=N_("The office has settled it once for all its drafts."),
    source="draftkit.toml",
    hits=(),
    passes=("全镇新修渠道12公里。",),
    check=check,
)
