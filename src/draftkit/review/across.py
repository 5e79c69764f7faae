"""Across: what the speeches of a 汇编 show only side by side: words that two share, one fact with two numbers.

Each speech is read once; what is compared is found again by keys, so that forty thousand speeches take a
thousand times as long as forty.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from draftkit.errors import Place
from draftkit.finding import Finding
from draftkit.lines import lines_of
from draftkit.messages import N_, _, translated
from draftkit.review.proof import proof_of
from draftkit.review.shared_facts import Told, told_in, two_numbers
from draftkit.review.shared_sentences import Sentence, alike, sentences_in
from draftkit.tree import Document

_NAMED = 3
"""Speeches that a finding names at most (ours)."""
REPEATED = "A01", N_("sentence in two speeches")
TWO_NUMBERS = "A02", N_("one fact with two numbers in two speeches")


class Side(NamedTuple):
    """One of the speeches that are laid side by side: its file, its title, how it is called."""

    file: str
    called: str


def review_across(drafts: Iterable[tuple[str, Document]]) -> tuple[Finding, ...]:
    """Return what drafts, given with the names of their files, show side by side: sentences that two speeches
    have, the same or nearly so, and facts that are none of theirs alone told with two numbers."""
    sides: list[Side] = []
    sentences: list[Sentence] = []
    told: list[Told] = []
    for file, document in drafts:
        for speech in document.speeches:
            proof = proof_of(Document(document.source, (speech,)))
            title = " ".join(line.text for line in lines_of(speech) if line.role == "title")
            called = f"{file}《{title}》" if len(document.speeches) > 1 else file
            sentences += sentences_in(proof, len(sides))
            told += told_in(proof, len(sides))
            sides.append(Side(file, called))
    return (*_repeated(sides, alike(sentences)), *_numbers(sides, two_numbers(told)))


def _repeated(sides: Sequence[Side], groups: Iterable[Sequence[Sentence]]) -> Iterator[Finding]:
    for first, *others in groups:
        elsewhere = _others(sides, [one.side for one in others])
        message = _("this sentence stands in {others} too").format(others=elsewhere)
        yield _finding(REPEATED, message, first.words, sides[first.side])


def _numbers(sides: Sequence[Side], pairs: Iterable[tuple[Told, Told]]) -> Iterator[Finding]:
    for one, other in pairs:
        message = _("{words} in {other}: one fact, two numbers?")
        message = message.format(words=other.words, other=sides[other.side].called)
        yield _finding(TWO_NUMBERS, message, one.words, sides[one.side])


def _others(sides: Sequence[Side], numbers: Sequence[int]) -> str:
    names = list(dict.fromkeys(sides[number].called for number in numbers))
    words = "、".join(names[:_NAMED])
    if len(names) > _NAMED:
        return _("{words} and {n} more").format(words=words, n=len(names) - _NAMED)
    return words


def _finding(rule: tuple[str, str], message: str, words: str, side: Side) -> Finding:
    code, name = rule
    called = "" if side.called == side.file else side.called.removeprefix(side.file)
    return Finding(code, called + message, words, "", Place(side.file), translated(name), "实务")
