"""C11: political formulae out of order, with another's verb, with one left out, or not of their time."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from draftkit.messages import N_, _
from draftkit.office import FormulaTable
from draftkit.review.proof import Proof
from draftkit.review.rule import Rule, Spot

_BETWEEN = re.compile('[”’"]?(?:的[一-龥]{2,8})?(?:[、，,]|[和与及同])[一-龥]{0,6}[“‘"]?|”“|’‘')
"""What stands between two phrases of a chain: the end of one, a pause, the verb of the next."""
_OPENING = '“‘"'
_DATE = re.compile(r"(\d{4})[年.-](\d{1,2})(?:[月.-](\d{1,2}))?")


class _Phrase(NamedTuple):
    """A phrase of a table in a text, from `start` to `end`, and its rank in the table."""

    start: int
    end: int
    rank: int


def check(proof: Proof) -> Iterator[Spot]:
    """Yield each slip with the phrases of the tables of draftkit.toml; nothing is ever put in."""
    dates = _dates(proof) if proof.office.formulae else {}
    for table in proof.office.formulae:
        if sum(phrase in proof.text for phrase in table.order) < 2:
            continue
        for chain in _chains(proof.text, table.order):
            date = dates.get(proof.row_at(chain[0].start).speech, "")
            if date and table.until and date > table.until:
                message = _("these words were used until {date}").format(date=table.until)
                yield Spot(chain[0].start, chain[-1].end, message)
            elif not date or not table.since or date >= table.since[: len(date)]:
                yield from [*_out_of_order(chain, table)] or _with_verbs(proof.text, chain, table)
                yield from _left_out(chain, table)
            elif len(chain) == len(table.order):
                message = _("these words are used from {date} on").format(date=table.since)
                yield Spot(chain[0].start, chain[-1].end, message)


def _chains(text: str, order: Sequence[str]) -> Iterator[list[_Phrase]]:
    """Yield the phrases that stand together in a list, two or more."""
    pattern = "|".join(map(re.escape, sorted(order, key=len, reverse=True)))
    chain: list[_Phrase] = []
    for found in re.finditer(pattern, text):
        if chain and not _BETWEEN.fullmatch(text, chain[-1].end, found.start()):
            if len(chain) > 1:
                yield chain
            chain = []
        chain.append(_Phrase(*found.span(), order.index(found[0])))
    if len(chain) > 1:
        yield chain


def _out_of_order(chain: Sequence[_Phrase], table: FormulaTable) -> Iterator[Spot]:
    for one, other in pairwise(chain):
        if other.rank < one.rank:
            message = _("“{first}” stands before “{then}”")
            words = message.format(first=_bare(table.order[other.rank]), then=_bare(table.order[one.rank]))
            yield Spot(other.start, other.end, words)


def _left_out(chain: Sequence[_Phrase], table: FormulaTable) -> Iterator[Spot]:
    """Yield the phrase before which one is missing, where four stand together, or three of those with verbs."""
    ranks = sorted({phrase.rank for phrase in chain})
    if len(ranks) < (3 if table.verbs else 4):
        return
    for one, other in pairwise(ranks):
        if other > one + 1:
            at = next(phrase for phrase in chain if phrase.rank == other)
            missing = "、".join(map(_bare, table.order[one + 1 : other]))
            yield Spot(at.start, at.end, _("“{words}” is missing before it").format(words=missing))


def _with_verbs(text: str, chain: Sequence[_Phrase], table: FormulaTable) -> Iterator[Spot]:
    """Yield the verb of another phrase before one."""
    for phrase in chain:
        own = table.verbs.get(table.order[phrase.rank], "")
        end = phrase.start - (text[phrase.start - 1] in _OPENING)
        for verb in set(table.verbs.values()) - {own}:
            start = max(0, end - len(verb))
            if own and text[start:end] == verb and not text.endswith(own, max(0, end - len(own)), end):
                message = _("“{words}” goes with {verb}")
                words = message.format(words=_bare(table.order[phrase.rank]), verb=own)
                yield Spot(start, end, words, own)


def _bare(phrase: str) -> str:
    """A phrase without its quotation marks, to be quoted in a message."""
    return phrase.replace("“", "").replace("”", "")


def _dates(proof: Proof) -> dict[int, str]:
    """The date of each speech that has one, as 2026-11-20 or 2026-11."""
    dates = {}
    for row in proof.rows:
        found = _DATE.search(proof.words_of(row)) if row.role == "date" else None
        if found:
            dates[row.speech] = "-".join(part.zfill(2) for part in found.groups() if part)
    return dates


RULE = Rule(
    code="C11",
    name=N_("broken political formula"),
    grade="单位",
    looks_for=N_(
        "phrases of [[formulae]] in draftkit.toml out of order, with another's verb, one left out, or dated"
    ),
    why=N_("These words are quoted, not written; one out of place changes what they say."),
    source="draftkit.toml",
    hits=(),
    passes=("全镇新修渠道12公里。",),
    check=check,
)
