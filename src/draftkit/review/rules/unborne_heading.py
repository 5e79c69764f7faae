"""R04: a heading of whose words its section speaks nowhere."""

import re
from collections.abc import Iterator

from draftkit.messages import N_, _
from draftkit.review.proof import Head, Proof
from draftkit.review.rule import Rule, Spot
from draftkit.zh.verbs import starts_with_verb

LEAST = 100
"""Characters that a section must have to be held against its heading (our own)."""
BY_CHANCE = 4
"""One of so many characters of absent nouns may stand in the section by chance (our own)."""

_NO_WORDS = re.compile(r"“[^”]*”|[^一-龥]+")
_GENERAL = re.compile(
    "(?:工作|机制|体系|环境|氛围|基础|底线|关键|问题|重点|力量|责任|思想|共识|合力|功夫|队伍|难题|根基"
    "|短板|效果|成效|水平|质量|能力|作用|目标|方向|前提|保障|措施|方法|路子|路径|步子|文章|实效|实招"
    "|实处|实事|行动|变化|情况|本领|头脑|形势|任务|阵地|堡垒|桥梁|平台|载体|抓手|品牌|亮点|特色|优势"
    "|动力|活力|动能|干劲|作风|纪律|规矩|意识|观念|理念|定力|决心|信心|心思|样子|榜样|标杆|主题|主线"
    "|主业|主动|底气|基石|支撑|引擎|格局|局面|模式|内容|全局|大局|全面|领导|干部|群众|组织|党员|人员"
    "|班子|政治|站位|思路|经验|体会|建议|要求|标准|导向|风险|隐患|矛盾|待遇|管理|服务|规范|改革|创新"
    "|发展|建设|推进|宣传|监督|整治|治理|提升|落实|优化|分配|决策|监管|统筹|协调|调度|考核|运行|成绩|短处"
    "|项目|专项|思维|攻坚克难|安全|政策|制度|精神|压力|高位|社会|权力|事态|环节|头绪|龙头|笼子|架子|饭碗"
    "|尖子|家底|好头|主责|严字|层层|内部|外部|自身|明白人|一股劲|廉洁自律"
    "|典型|案例|事例|成果|概况|计划|打算|背景|意义|特点|原因|现状|基本|困难|差距|启示|总体|条件|历程|过程|故事)+"
)
"""Nouns that any section can bear out without saying them (实务)."""


def check(proof: Proof) -> Iterator[Spot]:
    """Yield each heading with a long section that has none of its nouns."""
    for place, head in enumerate(proof.heads):
        if head.heading.placement == "within":
            continue
        following = (other.start for other in proof.heads[place + 1 :] if other.level <= head.level)
        body = proof.text[head.end : min(next(following, len(proof.text)), _last(proof, head))]
        words = proof.text[head.words : head.stop]
        if len(body) < LEAST or _share_words(words, body):
            continue
        if _no_noun_shared(proof, words, body):
            yield Spot(head.words, head.stop, _("the section speaks of none of these words"))


def _last(proof: Proof, head: Head) -> int:
    """Where the sections of a speech end: its closing bears no heading out."""
    closing = proof.document.speeches[head.speech].closing.paragraphs
    span = proof.span_of(closing[0].inlines) if closing else None
    return span[0] if span else proof.end_of(head.speech)


def _share_words(words: str, body: str) -> bool:
    """Whether two characters that stand together in a heading stand together in its section."""
    pieces = _NO_WORDS.split(words)
    return any(piece[place : place + 2] in body for piece in pieces for place in range(len(piece) - 1))


def _no_noun_shared(proof: Proof, words: str, body: str) -> bool:
    """Whether the nouns of a heading, two or more that are its own, stand nowhere else in the draft."""
    from draftkit.zh.words import words_of

    pieces = [word for piece in _NO_WORDS.split(words) for word in words_of(piece)]
    nouns = [word for word in pieces if _is_subject(word)]
    if len(nouns) < 2 or any(proof.text.count(noun) > words.count(noun) for noun in nouns):
        return False
    characters = "".join(nouns)
    return sum(character in body for character in characters) * BY_CHANCE <= len(characters)


def _is_subject(word: str) -> bool:
    """Whether a word names what a section is about: a noun that a dictionary has, and no general one."""
    from draftkit.zh.words import is_noun, rarity

    if len(word) < 2 or _GENERAL.fullmatch(word) or starts_with_verb(word):
        return False
    return is_noun(word) and rarity(word) < 1


RULE = Rule(
    code="R04",
    name=N_("heading that its section does not bear out"),
    grade="实务",
    looks_for=N_("a heading of which none of the nouns, two or more, stands anywhere in its section"),
    why=N_("A heading promises what follows; the listener waits for its words."),
    source=N_("habit of offices: key words of a heading come again in its section"),
    hits=(),
    passes=("要抓好防汛，防汛工作责任重大。",),
    check=check,
    jieba=True,
)
