"""Hypothesis strategies for texts as offices write them and as sites print them: lines of every kind.

Words come from a small vocabulary of fixed phrases, so that a title looks like one, and a sentence too.
"""

from collections.abc import Callable

from hypothesis import strategies as st

from draftkit.zh.marker import FAMILIES, marker_for

PLACES = ("全县", "全区", "青溪街道", "××镇", "市直机关")
MEETINGS = ("安全生产工作会议", "乡村振兴推进会", "老旧小区改造座谈会", "基层治理现场会")
KINDS = ("讲话", "发言", "汇报", "致辞")
COUPLETS = (
    ("改出宜居新环境", "聚起邻里一家亲"),
    ("建强战斗堡垒", "激活治理动能"),
    ("守好青山一片绿", "织密护林一张网"),
)
SALUTATIONS = ("同志们：", "各位领导，同志们：", "尊敬的各位代表：", "老师们、同志们：")
GREETINGS = ("大家好！", "大家上午好！")
SIGNOFFS = ("谢谢大家！", "我的汇报完了，不当之处，请批评指正！")
SUBTITLES = ("——在全县会议上的发言", "——青溪街道老旧小区改造工作汇报")
BYLINES = ("县委书记　何××", "青溪街道党工委书记  周某某", "青溪街道办事处")
DATES = ("（2025年3月18日）", "2025年11月20日", "2024年1月")
SUBJECTS = ("街道党工委", "全县上下", "各村和社区", "机关党支部", "驻区单位", "广大党员干部")
DEEDS = (
    "推动老旧小区改造",
    "办好群众身边小事",
    "健全议事协商机制",
    "整治背街小巷环境",
    "完善物业服务标准",
    "带动居民出资出力",
    "排查楼栋消防隐患",
    "织密网格服务体系",
)
OUTCOMES = (
    "群众满意率明显上升",
    "治理水平稳步提高",
    "矛盾纠纷逐年下降",
    "十二个小区面貌一新",
    "“半小时服务圈”基本建成",
    "改造楼院37个",
    "累计投入3.5亿元",
    "选派第一书记6名",
    "一、二、三产业加快融合",
    "××村成了先进典型",
    "第三方评估得了95.6分",
)
LEADS = (
    "在“谁来养”上破题，变单打独斗为多方合力",
    "念好“山字经”、做活“林文章”",
    "为什么要改、往哪里改",
    "把××镇建成宜居之地",
    "第一书记要当好领头雁",
    "“一老一小”有人管",
    "环境就是竞争力，等不得",
    "责任：层层压实",
)
DEBRIS = (
    "文稿驿站 www.wgyz.com 精品文稿 翻印必究",
    "您的位置：首页 > 政务公开 > 领导讲话",
    "发布时间：2024-02-26 09:15 来源：县委办公室 浏览次数：12",
    "【打印】【关闭】",
    "— 3 —",
    "第3页 共6页",
    "试读已结束，剩余31%内容需下载后阅读",
    "猜你喜欢",
    "目　录",
    ".TRS_Editor P{margin-top:0;line-height:2;}",
    "var docid = 482917; var isComment = false;",
    "<p style=\"text-indent:2em\">&nbsp;</p>",
    "编者按：现将有关材料印发，供学习参考。",
    "【点评】本文层次分明。",
    "【篇一】",
    "范文二：",
    "全县工作推进会交流发言材料汇编",
    "*** ____ ×× 〇〇",
    "Copyright © 2024 版权所有",
)  # fmt: skip
MARKERS = tuple(FAMILIES)[1:]
OTHER_MARKERS = (
    "二、",
    "第二，",
    "首先，",
    "最后，",
    "1、",
    "2)",
    "①",
    "其一，",
    "第一部分：",
    "三看",
    "(二)",
    "十一、",
)


@st.composite
def sentences(draw: st.DrawFn) -> str:
    """Draw a sentence of some thirty characters."""
    first, second = draw(st.permutations(DEEDS))[:2]
    return f"{draw(st.sampled_from(SUBJECTS))}{first}，{second}，{draw(st.sampled_from(OUTCOMES))}。"


def _joined(least: int, most: int) -> st.SearchStrategy[str]:
    return st.lists(sentences(), min_size=least, max_size=most).map("".join)


paragraphs = _joined(1, 3)
leads = st.permutations(DEEDS).map(lambda deeds: f"{deeds[0]}，{deeds[1]}") | st.sampled_from(DEEDS + LEADS)
couplets = st.sampled_from(COUPLETS)
titles = st.builds(
    "在{}{}上的{}".format, st.sampled_from(PLACES), st.sampled_from(MEETINGS), st.sampled_from(KINDS)
)
markers = st.builds(marker_for, st.sampled_from(MARKERS), st.integers(1, 4)) | st.sampled_from(OTHER_MARKERS)


@st.composite
def headings(draw: st.DrawFn) -> str:
    """Draw a heading on its own line, or one that is run in; its marker of any family, or none."""
    marker = draw(markers | st.just(""))
    return (
        marker
        + draw(leads)
        + draw(st.just("") | st.builds("{}{}".format, st.sampled_from("。：；，"), paragraphs))
    )


@st.composite
def with_points(draw: st.DrawFn) -> str:
    """Draw a paragraph in which points are said, their numbers right or not."""
    family = draw(st.sampled_from(MARKERS))
    numbers = draw(st.just([1, 2, 3]) | st.lists(st.integers(1, 4), max_size=3))
    stop = draw(st.sampled_from("。；，"))
    points = (
        f"{marker_for(family, number)}{draw(leads)}{draw(st.sampled_from('。；，：'))}" for number in numbers
    )
    return draw(paragraphs)[:-1] + stop + "".join(points) + draw(st.just("") | paragraphs)


wild = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12)
wild_words = st.text(
    st.sampled_from(
        '一二三十第是要看、，。：；（）().1① 　\t\u200b\x1c×*_x{}<>;=&《》“”"【】讲话同志们年月日汇编下步谢'
    ),
    max_size=16,
)
plain_lines = st.one_of(
    titles,
    couplets.map(" ".join),
    st.sampled_from(SALUTATIONS + GREETINGS + SIGNOFFS + SUBTITLES + BYLINES + DATES),
    headings(),
    with_points(),
    paragraphs,
    st.just("下一步，我们将继续") .flatmap(lambda words: paragraphs.map(lambda text: words + text)),
)  # fmt: skip
glued = st.lists(plain_lines, min_size=2, max_size=8).map("".join)
odd_lines = st.one_of(
    st.sampled_from(DEBRIS), wild, wild_words, st.builds("{}{}".format, plain_lines, wild_words)
)
lines = plain_lines | odd_lines | glued | st.just("")


def broken(text: str, width: int) -> str:
    """Return a text with a line end after every so many characters."""
    return "\n".join(text[place : place + width] for place in range(0, len(text), width))


@st.composite
def texts(draw: st.DrawFn, line: st.SearchStrategy[str] = lines, wrapped: bool = True) -> str:
    """Draw a text of lines, some of which a program may have broken at a width."""
    rows = draw(st.lists(line, min_size=1, max_size=16))
    width = draw(st.none() | st.integers(18, 42)) if wrapped else None
    cut: Callable[[str], str] = (lambda row: broken(row, width)) if width else str
    indent, gap = draw(st.sampled_from(("", "　　", "    ", "\t"))), draw(st.sampled_from(("\n", "\n\n")))
    return gap.join(indent + cut(row) for row in rows)
