"""过渡: the words that lead from one kind of fact to the next, between two sentences."""

import re
from collections.abc import Iterator, Sequence

from draftkit.mine.formula.anchors import Group
from draftkit.mine.formula.moves import deed_of
from draftkit.mine.formula.places import Sentence
from draftkit.mine.formula.windows import Window

_LEADS = {
    "目前 截至目前 到目前为止 通过努力 几年下来 一年下来": ("成效",),
    "同时 与此同时 此外 另外": ("做法", "成效", "要求"),
    "为此 对此 在此基础上 针对这些问题 针对这一问题": ("做法", "要求"),
    "因此 所以 有鉴于此 正因如此": ("做法", "要求", "认识"),
    "但是 但 然而 但也要看到 同时也要看到 也要看到": ("问题",),
    "比如 例如 譬如": ("事例",),
    "下一步 接下来 今后": ("打算",),
    "实践证明 事实证明 一路走来": ("体会",),
}
_AFTER = {
    "做法": ("成效", "做法", "问题", "事例", "打算", "体会"),
    "成效": ("问题", "打算", "体会", "事例", "做法"),
    "变化": ("事例", "体会"),
    "问题": ("做法", "要求", "打算", "事例"),
    "认识": ("要求", "做法"),
    "体会": ("打算", "要求"),
    "要求": ("要求",),
}
"""Which kind of fact leads to which (实务): measure to effect, effect to gap, gap to remedy."""
_INTO = {word: deeds for words, deeds in _LEADS.items() for word in words.split()}
_LEAD = re.compile(rf"({'|'.join(_INTO)})，")
_USE = Group("承上启下", "", ())


def transitions(passage: Sequence[Sentence]) -> Iterator[tuple[tuple[str, str], Sentence, Window]]:
    """Yield the kinds of fact before and after, the sentence, and the words that lead over (实务).

    Both sentences must tell their kind by a cue, and the words must be able to lead there.
    """
    for number, sentence in enumerate(passage[1:], 1):
        lead = _LEAD.match(sentence.text) if sentence.part in ("opening", "body", "closing") else None
        if not lead:
            continue
        before, after = deed_of(passage[number - 1].text), deed_of(sentence.text[lead.end() :])
        if len(_INTO[lead[1]]) == 1:
            after = _INTO[lead[1]][0]
        if after in _AFTER.get(before, ()) and after in _INTO[lead[1]]:
            yield (before, after), sentence, Window((lead[0],), (_USE,), "")
