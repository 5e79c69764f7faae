"""C25: rows within a draft that the reader took for debris and set aside."""

import re
from collections.abc import Iterator

from draftkit.messages import N_, _
from draftkit.review.proof import Proof
from draftkit.review.rule import Rule, Spot
from draftkit.tree import Dropped

_ALWAYS = frozenset(("advert", "watermark", "truncation", "synopsis"))
_SITE = re.compile("发布|浏览|点击|阅读|下载|上传|更新时间|来源[：:]|字体|广告")
_PAGE = re.compile(r"[-—–－_\s\d/第共页]*|[-—–－\s]*\d+[-—–－\s]*")
_N = r"[一二三四五六七八九十\d]+"
_SERIAL = re.compile(rf"[【\[（(]?\s*(?:第?{_N}篇|(?:篇|范文|例文|材料){_N}).{{0,3}}")
_WORDS = re.compile("[A-Za-z一-龥?？]")


def check(proof: Proof) -> Iterator[Spot]:
    """Yield each such row, but for page numbers, numbers of speeches, and notes on how a text came about."""
    for place, dropped in proof.asides:
        if _is_debris(dropped):
            message = _("no words of the speech, set aside and not reviewed; take this out")
            yield Spot(place, place, message, aside=dropped)


def _is_debris(dropped: Dropped) -> bool:
    words = dropped.text.strip()
    if dropped.why in _ALWAYS:
        return True
    if dropped.why == "metadata":
        return _SITE.search(words) is not None
    if dropped.why != "navigation" or _PAGE.fullmatch(words) or _SERIAL.fullmatch(words):
        return False
    return _WORDS.search(words) is not None


RULE = Rule(
    code="C25",
    name=N_("debris in a draft"),
    grade="实务",
    looks_for=N_("adverts, watermarks, menus, notes (TODO) on lines of their own within a speech"),
    why=N_("They came along when text was copied, or were left by the writer; no other rule reads them."),
    source=N_("habit of offices"),
    hits=("全镇新修渠道12公里。\n精品文档 欢迎下载 www.wenku.com\n群众用水有了保障。",),
    passes=("全镇新修渠道12公里。",),
    check=check,
)
