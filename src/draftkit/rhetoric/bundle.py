"""数字缩语: quantity-coined names whose members are spelled out in the same speech (实务)."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from draftkit.rhetoric.coined import Coined, coined_in
from draftkit.rhetoric.likeness import common_end, common_start, shape_of
from draftkit.rhetoric.listing import first_trimmed, last_trimmed, parts, widened, without_note
from draftkit.rhetoric.passages import heading_text, paragraphs_of, siblings_of
from draftkit.tree import Speech, text_of
from draftkit.zh.verbs import VERB

_AND = re.compile(r"(?:以及|和|与|及|暨)")
_JOINED = re.compile(r"”(?=“)")
_TAIL = re.compile(
    r"(?:等|的|这|共|全覆盖|为(?:主要内容|抓手|重点|核心)|方面|[，,]?(?:简称|即|统称|实现|形成|达到|做到|构成)?了?)+$"
)
_NEXT = re.compile(r"^[一-龥]{0,8}?[，,：。]?(?:即|就是|指的是|指|分别是|分别为|包括|是|简称|——|：)+[：]?")
_SENTENCE = re.compile(r"[^。！？]*")


class Bundle(NamedTuple):
    """A coined name without quotation marks, the number in it, and its members in their order."""

    name: str
    count: int
    items: tuple[str, ...]


def bundles_of(speech: Speech) -> tuple[Bundle, ...]:
    """Return the coined names of a speech whose members it spells out, each once."""
    texts = [widened(text) for text in _texts(speech)]
    runs = [[widened(heading_text(section)) for section in run] for run in siblings_of(speech)]
    found: dict[str, Bundle] = {}
    for number, text in enumerate(texts):
        for coined in coined_in(text):
            if coined.name in found:
                continue
            quoted = text[coined.start] == "“"
            items = _members(coined, texts, number, runs if quoted else [])
            if items and (quoted or len(items) > 2):
                found[coined.name] = Bundle(coined.name, coined.count, items)
    return tuple(found.values())


def _texts(speech: Speech) -> Iterator[str]:
    yield " ".join(text_of(half) for half in speech.title)
    yield from paragraphs_of(speech)
    for run in siblings_of(speech):
        yield from (heading_text(section) for section in run)


def _members(
    coined: Coined, texts: Sequence[str], number: int, runs: Sequence[list[str]]
) -> tuple[str, ...] | None:
    text = texts[number]
    before, after = text[: coined.start], text[coined.end :]
    return (
        _in_brackets(coined, after)
        or _before(coined, before)
        or _after(coined, after)
        or _as_headings(coined, runs)
        or _by_noun(coined, before, after)
    )


# --- where members stand ------------------------------------------------------------------------------


def _in_brackets(coined: Coined, after: str) -> tuple[str, ...] | None:
    found = re.match(r"[一-龥]{0,4}（([^（）]*(?:（[^（）]*）[^（）]*)*)）", after)
    if not found:
        return None
    words = re.sub(r"^(?:即|指|包括|分别是|就是)[：，]?", "", found[1])
    if "指" in words and "“" in words:
        return tuple(item for part in re.findall(r"指([^，；“]*)", words) for item in _listed(part, 0) or ())
    items = _listed(words, 0)
    return (
        items if items and (len(items) == coined.count or coined.noun in ("1", "") and len(items) > 1) else None
    )


def _before(coined: Coined, before: str) -> tuple[str, ...] | None:
    """A list that ends where the name begins."""
    sentence = re.split(r"[。！？；：]", _TAIL.sub("", before))[-1]
    clauses = parts(sentence, "，")
    if not clauses:
        return None
    if len(coined.groups) > 1 and len(clauses) >= len(coined.groups):
        lists = [
            _listed(_TAIL.sub("", clause), count)
            for clause, count in zip(clauses[-len(coined.groups) :], coined.groups, strict=True)
        ]
        if all(lists):
            return tuple(item for one in lists for item in one or ())
    items = _listed(clauses[-1], coined.count)
    if items:
        return items
    if len(clauses) >= coined.count and coined.count > 2:
        last = clauses[-coined.count :]
        if all("、" not in clause for clause in last) and _alike(last):
            return _trimmed(last)
    return None


def _after(coined: Coined, after: str) -> tuple[str, ...] | None:
    """A list that the name announces: 即…, 包括…, a colon."""
    found = _NEXT.match(after)
    if not found:
        return None
    sentence = _SENTENCE.match(after, found.end())
    words = sentence[0] if sentence else ""
    first = parts(words, "；")[0] if "；" in words and words.count("；") + 1 != coined.count else words
    return _any_list(first, coined)


def _any_list(words: str, coined: Coined) -> tuple[str, ...] | None:
    for marks in ("；", "、", "，", "、，"):
        pieces = parts(words, marks)
        if marks == "；" and len(pieces) == coined.count:
            return tuple(re.split("[，：]", piece)[0] for piece in pieces)
        if marks == "、" and (items := _listed(re.split("[，：]", words)[0], coined.count)):
            return items
        if len(pieces) == coined.count and marks != "；":
            return _trimmed(pieces)
        if marks == "，" and len(pieces) > coined.count > 2 and _alike(pieces[: coined.count]):
            return _trimmed(pieces[: coined.count])
    return None


def _as_headings(coined: Coined, runs: Sequence[list[str]]) -> tuple[str, ...] | None:
    """Sibling headings or points, as many as the name counts and with its noun in them."""
    for run in runs:
        clauses = [re.split("[，：]", text) for text in run]
        if len(coined.groups) > 1 and len(run) * min(map(len, clauses)) == coined.count > len(run):
            return tuple(part for parted in clauses for part in parted)
        if len(run) != coined.count:
            continue
        noun = coined.noun
        if noun and all(noun in text for text in run):
            return tuple(_about(text, noun, run) for text in run)
        if noun in ("一", "抓") and all(parted[0].startswith("一") for parted in clauses):
            return tuple(parted[0] for parted in clauses)
    return None


def _about(text: str, noun: str, run: Sequence[str]) -> str:
    """The part of a heading that the noun names: 强化思想转换，… gives 思想转换."""
    clause = next(part for part in re.split("[，：]", text) if noun in part)
    clauses = [next((part for part in re.split("[，：]", one) if noun in part), one) for one in run]
    head, tail = common_start(clauses), common_end(clauses)
    if head and tail.endswith(noun) and len(head) + len(tail) < len(clause) and not head.startswith(noun):
        return clause[len(head) : len(clause) - len(tail)]
    verb = VERB.match(clause)
    return (
        clause[verb.end() :] if verb and clause.endswith(noun) and verb.end() < clause.index(noun) else clause
    )


def _by_noun(coined: Coined, before: str, after: str) -> tuple[str, ...] | None:
    """A list with the noun in each member, in the clauses before the name or in the sentence after it."""
    noun = coined.noun[-2:]
    if not noun or len(coined.groups) > 1:
        return None
    near = [*reversed(parts(before, "。；，：")[-3:]), *parts(after, "。；，：")[:4]]
    for clause in near:
        items = _listed(_TAIL.sub("", clause), coined.count)
        if items and all(noun[-1] in item or noun[0] in item for item in items):
            return items
    return None


# --- lists -------------------------------------------------------------------------------------------------


def _listed(words: str, count: int) -> tuple[str, ...] | None:
    """The members of a list of `count` (0 for any number above one), parted by 、, a last 和, or quotations."""
    words = _JOINED.sub("”、", words)
    pieces = parts(words, "、")
    if len(pieces) == 1 and "—" in words:
        pieces = [piece for piece in re.split("[—-]+", words.strip("“”")) if piece]
        return tuple(pieces) if len(pieces) == (count or len(pieces)) > 1 else None
    if len(pieces) == 1 and count == 0 and "，" in words:
        pieces = parts(words, "，")
    if len(pieces) + 1 == count or (count == 0 and len(pieces) >= 1):
        halves = _AND.split(pieces[-1], maxsplit=1)
        if len(halves) == 2 and all(halves) and min(map(len, halves)) > 0:
            pieces = [*pieces[:-1], *halves]
    if len(pieces) < 2 or (count and len(pieces) != count):
        return None
    return _trimmed(pieces)


def _trimmed(pieces: Sequence[str]) -> tuple[str, ...]:
    items = [without_note(piece.strip()).strip("，、； ") for piece in pieces]
    items[-1] = last_trimmed(items[-1], items[:-1])
    items[0] = first_trimmed(items[0], items[1:])
    return tuple(re.sub(r"^“([^“”]*)”$", r"\1", item) for item in items)


def _alike(pieces: Sequence[str]) -> bool:
    lengths = [len(shape_of(piece).words) for piece in pieces]
    return max(lengths) <= 1.6 * min(lengths) and min(lengths) > 1
