"""The members of a coined name: what lists in running text spell them out, beside the name or near it."""

import re
from collections.abc import Sequence

from draftkit.rhetoric.coined import Coined, coined_in
from draftkit.rhetoric.likeness import common_start
from draftkit.rhetoric.listing import first_trimmed, last_trimmed, parts, splits, without_note
from draftkit.zh.verbs import VERB

# What may stand between a list and the name that sums it up, and between a name and its list.
_BETWEEN = re.compile(
    r"(?:(?:等|的|这|共)|全覆盖|为(?:主要内容|抓手|重点|核心|载体|主题)|[，]?(?:简称|统称|即)"
    r"|[，]?(?:真正)?(?:实现|形成|达到|做到|构成|推行|实行)了?)+$"
)
_ANNOUNCED = re.compile(
    r"[一-龥]{0,8}?(?:[，：]?(?:即|也?就是|指的是|指|分别是|分别为|包括|具体是|主要是|——)[：，]?|：)"
)
_SENTENCE = re.compile(r"[^。！？]*")

# Where a list ends that began in a bracket, or beside the meaning of another name.
_OTHER_NAME = re.compile(r"，“[^“”]*”指.*$")
_CLOSED = re.compile(r"^([^（）]*)）.*$")

Items = tuple[str, ...]


NEAR = 600
"""Characters before and after a name in which its members are looked for (our own)."""


def _around(coined: Coined, text: str) -> tuple[str, str]:
    return text[max(0, coined.start - NEAR) : coined.start], text[coined.end : coined.end + NEAR]


def members_beside(coined: Coined, text: str) -> Items | None:
    """Return the members where they stand beside the name in a text, None where they do not."""
    before, after = _around(coined, text)
    items = _in_brackets(coined, after) or _announced(coined, after) or _grouped(coined, after)
    if not items and not coined.common:
        items = _before(coined, before) or _by_numerals(coined, after)
    return items if items and (coined.quoted or len(items) > 2) else None


def members_near(coined: Coined, text: str) -> Items | None:
    """Return a list in the clauses near the name whose members, or whose clause, have the name's noun."""
    before, after = _around(coined, text)
    noun = coined.nouns[0]
    if len(coined.sizes) > 1 or not noun:
        return None
    marks = "。；，："
    inside = re.split(r"（(?![^（）]*）)", before)[-1]
    for clause in [*reversed(parts(inside, marks)[-3:]), *parts(after, marks)[:8]]:
        listed = _BETWEEN.sub("", _without(clause, coined.name))
        items = _led(splits(listed, coined.totals[0]))
        if not items:
            continue
        if any(all(one in item for item in items) for one in (noun[0], noun[-1])):
            return items
        if coined.name in clause or (len(items) > 2 and noun[-2:] in clause):
            return items
    return None


def _without(clause: str, name: str) -> str:
    """The clause up to the name, or to 在内."""
    before, found, _ = clause.partition(name)
    return (before.removesuffix("“") if found else before).partition("在内")[0]


def _in_brackets(coined: Coined, after: str) -> Items | None:
    found = re.match(r"[一-龥]{0,8}（([^（）]*(?:（[^（）]*）[^（）]*)*)）", after)
    if not found:
        return None
    words = re.sub(r"^(?:即|指|包括|分别是|就是)[：，]?", "", found[1])
    if "”指" in words:
        lists = [splits(part, 0) for part in re.findall(r"”指([^，；“]*)", words)]
        return tuple(item for items in lists for item in items or ())
    return _list_of(words, coined.totals)


def _announced(coined: Coined, after: str) -> Items | None:
    """A list that the name announces: 即…, 包括…, a colon."""
    found = _ANNOUNCED.match(after)
    if not found:
        return None
    sentence = _SENTENCE.match(after, found.end())
    words = _CLOSED.sub(r"\1", _OTHER_NAME.sub("", sentence[0])) if sentence else ""
    items = _list_of(words, coined.totals)
    if items is None and "，" in words:
        items = _list_of(parts(words, "，；")[0], coined.totals)
    return _named(unverbed(items, coined.nouns[0]), coined.nouns[0]) if items else None


def _named(items: Items, noun: str) -> Items:
    """The members up to the noun's character where all have it and go on: 产品质量关由…负责."""
    whole = noun and any(noun in item for item in items)
    if noun and not whole and all(noun[0] in item and not item.endswith(noun[0]) for item in items):
        ends = [item.index(noun[0]) + 1 for item in items]
        if all(1 < end < len(item) for end, item in zip(ends, items, strict=True)):
            return tuple(item[:end] for item, end in zip(items, ends, strict=True))
    return (*items[:-1], last_trimmed(items[-1], items[:-1]))


def _grouped(coined: Coined, after: str) -> Items | None:
    """The lists of 三联三促 in the clauses after it, each member with its group's word."""
    sizes = coined.sizes
    sentence = _SENTENCE.match(after)
    clauses = parts(sentence[0] if sentence else "", "，；：")[:6]
    if len(sizes) < 2:
        return None
    for start in range(len(clauses) - len(sizes) + 1):
        lists = [splits(clause, size) for clause, size in zip(clauses[start:], sizes, strict=False)]
        fits = (
            items and all(noun[0] in item for item in items)
            for items, noun in zip(lists, coined.nouns, strict=True)
        )
        if all(fits):
            return (*(_led(lists[0]) or ()), *(item for items in lists[1:] for item in items or ()))
    return None


def _before(coined: Coined, before: str) -> Items | None:
    """A list that ends where the name begins."""
    stripped = _BETWEEN.sub("", before)
    quotation = re.search(r"“([^“”]*)”$", stripped)
    if quotation and (items := splits(quotation[1], coined.totals[0])):
        return items
    clauses = parts(re.split(r"[。！？；：]", stripped)[-1], "，")
    if not clauses:
        return None
    if len(coined.sizes) > 1 and len(clauses) >= len(coined.sizes):
        groups = zip(clauses[-len(coined.sizes) :], coined.sizes, strict=True)
        lists = [_led(splits(_BETWEEN.sub("", clause), size)) for clause, size in groups]
        if all(lists):
            return tuple(item for items in lists for item in items or ())
    for total in coined.totals:
        items = _led(splits(clauses[-1], total))
        if items and ((total > 2 and coined.quoted) or _even(items)):
            return items
        last = clauses[-total:]
        if len(clauses) >= total > 2 and all("、" not in one for one in last) and _even(last):
            return _led(tuple(last))
    return None


def _by_numerals(coined: Coined, after: str) -> Items | None:
    """The members of 四三二 are coined names that begin with its numerals, in its order."""
    if coined.nouns != ("",) or not all(one in "一二三四五六七八九" for one in coined.name):
        return None
    names = [one.name for one in coined_in(after)]
    items = [
        next((name for name in names if name[0] in ("二两" if one == "二" else one)), "") for one in coined.name
    ]
    return tuple(items) if all(items) else None


def _list_of(words: str, totals: Sequence[int]) -> Items | None:
    """A list with nothing before it and nothing behind: parted by ；, by ，, by 、, or by both."""
    for total in totals:
        for marks in ("；", "，", "、", "、，"):
            pieces = parts(words, marks)
            if len(pieces) == total > 1 and not (marks == "、" and "，" in words):
                return tuple(
                    without_note(re.split("[，：]", piece)[0] if marks == "；" else piece) for piece in pieces
                )
        if items := splits(words, total):
            return items
    return None


def _led(items: Items | None) -> Items | None:
    """The list without what leads up to its first member."""
    return (first_trimmed(items[0], items[1:]), *items[1:]) if items else None


def unverbed(items: Items, noun: str) -> Items:
    """Return the members without the verb that all begin with, unless the name counts that verb."""
    head = common_start(list(items))
    verb = VERB.match(head)
    shared = verb[0] if verb and verb.end() > 1 else ""
    if not shared and noun and all(item.endswith(noun) for item in items):
        verbs = [VERB.match(item[: len(item) - len(noun)]) for item in items]
        ends = [verb.end() for verb in verbs if verb and verb.end() > 1]
        return tuple(i[end:] for i, end in zip(items, ends, strict=True)) if len(ends) == len(items) else items
    if not shared or noun.startswith(shared[0]) or any(len(item) - len(shared) < 2 for item in items):
        return items
    return tuple(item[len(shared) :] for item in items)


def _even(items: Sequence[str]) -> bool:
    lengths = [len(item) for item in items]
    return max(lengths) <= 1.7 * min(lengths) and min(lengths) > 1
