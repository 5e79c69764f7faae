"""C29: a word written twice in a row."""

import re
from collections.abc import Iterator

from draftkit.messages import N_, _
from draftkit.review.proof import Proof
from draftkit.review.rule import Rule, Spot

_AROUND = {
    "的": ("目标", "确士卡"),
    "了": ("不", "解结断望却如事"),
    "是": ("", "非否"),
    "在": ("存现实所内潜旨正", ""),
    "和": ("谐平温缓祥饱人", "美气睦平谐"),
    "与": ("参给赠", ""),
    "把": ("一两几", "关脉握"),
    "被": ("棉", ""),
    "我": ("", ""),
    "们": ("", ""),
    "就": ("成造高迁", "业医地近读餐任职此绪座诊学"),
    "也": ("", ""),
    "都": ("成首", ""),
    "或": ("", ""),
    "及": ("普涉波", "时早格其"),
    "以": ("可予所足难得加", "来后前上下内外及为身人点"),
    "从": ("服听顺盲自", "严容业事众前优快此来头"),
    "由": ("自理缘事", ""),
    "向": ("方导走面去意趋志取", ""),
    "并": ("合兼一吞", "购网轨联列行重"),
    "而": ("从因进反然故", ""),
    "但": ("", ""),
    "将": ("即必终", "来军领要近士会"),
    "这": ("", ""),
    "不": ("", "仅足良同当"),
    "其": ("尤极与", ""),
    "有": ("", "效关利力序的些人时机限益害偿别待过"),
    "要": ("主需重必纲紧只概纪摘提首", "求件素点害领"),
    "到": ("", "位场底会期来家岗处达点任户头"),
}
"""Characters that nobody says twice, each with those before and after it that make two words: 目的|的."""
_ONE = re.compile(f"([{''.join(_AROUND)}])\\1")
_MORE = re.compile(r"([一-龥]{2,4}?)\1")
_TWICE = re.compile(
    "一.{1,3}|[两三四五六七八九十几每][个只张条件家户次遍步点项人年月]|.着"
    "|非常|很多|许多|多少|永远|好的|加油|谢谢|欢迎|特别|代表|组织"
)
"""Words that are said twice on purpose, or end one name and begin the next: 党组织|组织群众."""
_TRIED = (
    "研究|讨论|商量|考虑|学习|了解|体验|锻炼|交流|切磋|打听|琢磨|反思|掂量|参谋|检查|总结|收拾|合计|沟通|放松|休息|感受"
    "|思考"
)
_BY_WHAT_FOLLOWS = re.compile(
    f"(?:{_TRIED})(?:[再后吧看]|(?![一-龥]))|中心(?:主任|城)|公司(?:领|治|章)|单位负|企业(?:领|负)|领导(?:小|干|班)"
)
"""The same, told by what follows: 好好研究研究。 服务中心|中心主任."""
_TRY, _URGING = re.compile(_TRIED), "多常再先好"
"""The same, told by what stands before it: 多研究研究市场."""


def check(proof: Proof) -> Iterator[Spot]:
    """Yield each word that follows itself, with the one that is enough."""
    text = proof.text
    for found in _ONE.finditer(text):
        before, after = _AROUND[found[1]]
        if not (_beside(text, found.start() - 1, before) or _beside(text, found.end(), after)):
            yield _spot(found)
    for found in _MORE.finditer(text):
        words = found[1]
        meant = _TWICE.fullmatch(words) or _BY_WHAT_FOLLOWS.match(text, found.start() + len(words))
        tried = _TRY.fullmatch(words) and _beside(text, found.start() - 1, _URGING)
        if not (meant or tried) and not _beside(text, found.start() - 1, f"一{words[-1]}"):
            yield _spot(found)


def _beside(text: str, place: int, characters: str) -> bool:
    """Whether one of some characters stands at a place of a text, which may lie beyond its ends."""
    return 0 <= place < len(text) and text[place] in characters


def _spot(found: re.Match[str]) -> Spot:
    return Spot(*found.span(), _("“{words}” stands here twice").format(words=found[1]), found[1])


RULE = Rule(
    code="C29",
    name=N_("word written twice"),
    grade="实务",
    looks_for=N_("a word that follows itself: 的的, 我们我们, 进一步进一步"),
    why=N_("The speaker stumbles over it."),
    source=N_("habit of editors"),
    hits=("这是群众的的心声。", "全面落实落实各项措施。"),
    passes=("党组织组织党员一户一户走访，有目的的训练。",),
    check=check,
)
