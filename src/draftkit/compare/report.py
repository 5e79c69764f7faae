"""雷同报告: how alike the drafts of a batch are, for people."""

from collections.abc import Iterator

from draftkit.compare.likeness import Likeness
from draftkit.compare.sketch import EXACT, RUN
from draftkit.webpage import webpage

LONGEST = 60
"""Characters that are quoted of a sentence."""


def report(found: Likeness) -> str:
    """Return the report as a web page: means, the most alike pairs, equal openings and closings, sentences."""
    return webpage("雷同报告", _lines(found))


def _lines(found: Likeness) -> Iterator[str]:
    yield "# 雷同报告"
    yield ""
    how = f"每篇与它前面{found.near}篇相比" if found.near else "两两相比"
    yield f"{found.drafts}篇，{how}，共{found.pairs}对。"
    yield ""
    yield f"- 框架的话平均重合{_percent(found.frame)}：除去各街道自己的话、数据和名称，只比框架给的字句。"
    yield f"- 通篇平均重合{_percent(found.text)}：把数字和名称遮住，整篇相比，各街道自己写得相像的也算在内。"
    sample = "，超过100篇时按八分之一抽样估算" if found.drafts > EXACT else ""
    yield f"- 重合是指较短的一篇里有多少连续{RUN}个字（标点不计）也在另一篇里{sample}；标题、称谓、结束语不比。"
    yield from _pairs(found)
    yield from _same_ends(found)
    yield from _sentences(found)


def _pairs(found: Likeness) -> Iterator[str]:
    if not found.alike:
        return
    yield ""
    yield f"## 最像的{len(found.alike)}对"
    yield ""
    yield "| 一篇 | 另一篇 | 框架的话 | 通篇 |"
    yield "|---|---|---|---|"
    for pair in found.alike:
        yield f"| {_cell(pair.first)} | {_cell(pair.second)} | {_percent(pair.frame)} | {_percent(pair.text)} |"


def _same_ends(found: Likeness) -> Iterator[str]:
    yield ""
    yield f"## 开头和结尾都用了同一套话的（{len(found.same_ends)}对）"
    yield ""
    if not found.same_ends:
        yield "没有。"
    for first, second in found.same_ends:
        yield f"- {first}、{second}"


def _sentences(found: Likeness) -> Iterator[str]:
    yield ""
    yield f"## 重复最多的句子（{len(found.repeated)}句）"
    yield ""
    if not found.repeated:
        yield "没有。"
        return
    yield "数字写作0，名称写作○。"
    yield ""
    yield "| 句子 | 篇数 | 在哪几篇 |"
    yield "|---|---|---|"
    for one in found.repeated:
        more = "等" if one.times > len(one.drafts) else ""
        yield f"| {_cell(one.sentence)} | {one.times} | {_cell('、'.join(one.drafts))}{more} |"


def _cell(words: str) -> str:
    clean = words.replace("|", "｜").replace("\n", "")
    return clean if len(clean) <= LONGEST else clean[:LONGEST] + "…"


def _percent(share: float) -> str:
    return f"{share * 100:.1f}%"
