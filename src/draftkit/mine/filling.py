"""What may stand in a slot: short, whole words, nothing that the source had left blank."""

import re

from draftkit.zh.verbs import starts_with_verb

LONGEST = 14
"""Characters of a filling at most (ours): a longer run of a source's words would quote it."""

FIGURES = frozenset(("数值", "原值", "现值", "幅度", "比例", "名次", "成果", "家底", "部分数", "又一家底"))
"""Slots that want a number."""


PLACEHOLDER = re.compile(r"[×＊*○〇●□■△▲_＿]|[xX]{2,}|某")
FIGURE = re.compile(r"[0-9０-９]|[一二三四五六七八九十百千万亿两半几]")
_PAIRS = ("“”", "‘’", "（）", "《》", "【】", "()")
_PAIRED = re.compile(f"[{''.join(_PAIRS)}]")
_EDGES = "、的了着和与及等地得是"
_BAD_START = re.compile(
    rf"[{_EDGES}]|[到为于们式性化型出起]|中(?![心央国小学医层期介青老])|上(?![级门下访报线市半])|下(?![级乡沉半属岗一])"
)
_BAD_END = re.compile(r"[、和与及或了着在对把将以为被让使向从由于]$")
_NAMED = re.compile(
    r"[省市县区镇乡村路街]|街道|社区|小区|书记|[市县区镇乡局处科校院厂长]长|主任|同志|主席|集团|公司|习近平|中央|《|[0-9０-９A-Za-z]"
)


def fits(value: str, figure: bool = False) -> bool:
    """Tell whether words of a source may fill a slot; `figure` when a number is wanted."""
    if not (1 if figure else 2) <= len(value) <= LONGEST or PLACEHOLDER.search(value) or value in _EMPTY:
        return False
    if _PAIRED.search(value) and any(value.count(pair[0]) != value.count(pair[1]) for pair in _PAIRS):
        return False
    if figure and not FIGURE.search(value):
        return False
    return not (_BAD_START.match(value) or _BAD_END.search(value))


def acts(value: str) -> bool:
    """Tell whether a filling says what is done: it begins with a verb, not with what leads up to one."""
    if len(value) < SHORTEST_DEED or _NO_DEED.match(value):
        return False
    return starts_with_verb(value) or _MORE_DEEDS.match(value) is not None


SHORTEST_DEED = 4
_NO_DEED = re.compile(
    r"[这那但而也还就其并他她它我你您]|(?:始终|坚持|紧紧|继续)?(?:[以在把将让为从向因与对由按]|围绕|聚焦)"
    r"|通过|针对|确保|力争|争取|预计|计划|实现|立足|结合|依托|.*[后时中前]$"
)
_MORE_DEEDS = re.compile(
    "设立|成立|制定|出台|印发|安排|聘请|选聘|配备|新建|投入|举行|开设|增设|设置|划定|划分|签订|发放|抽调|推出|梳理|收集|征求|邀请|"
    "采用|采取|加装|修建|安装|购置|精简|压减|取消|下放|承接|接入|公开|公示|通报|约谈|回访|轮训|轮流|挂牌|评选|兑现|逐"
)
"""Verbs of measures that no heading begins with."""
_EMPTY = frozenset(["有关", "相关", "一些", "这些", "那些", "主要", "其他", "各种", "不同", "本次", "这次"])
_POINTS_BACK = re.compile(r"[这那但而也还就其并他她它]|因此|所以|同时|此外|比如|例如")
_LEADING = re.compile(
    r"对照|按照|(?:紧紧)?围绕|针对|根据|通过|随着|由于|聚焦|立足|结合|依托|以.+为[^.]{1,4}$|在.+[上下中时后]$|从.+看$"
)
_NO_SUBJECT = re.compile(
    r"[把将使让对但这那而并且以被在因与由从就也都还先再]|有的|有些|确保|力争|争取|会后|目前|其中|同时|特别|例如|比如|虽然|如果|只要|我们[对把将在]"
)
_ADVERB_END = re.compile(
    r"[既均都也要应将已就还才会再更最曾仅只约不没未中后时前里]$|必须|应当|务必|可以|能够|[使让把]|力争|争取|预计|计划|(?:全部|首次|已经|平均|普遍)$"
)


def begins(value: str) -> bool:
    """Tell whether a filling may begin a sentence: a subject, without what leads up to one."""
    return len(value) > 1 and not (_NO_SUBJECT.match(value) or _ADVERB_END.search(value))


def leads_up(value: str) -> bool:
    """Tell whether a clause only leads up to a statement: 对照要求, 以此为契机."""
    return _LEADING.match(value) is not None


def stands_alone(value: str) -> bool:
    """Tell whether a clause may fill a slot of an opening or closing: it points to nothing before it."""
    return not _POINTS_BACK.match(value)


def shows(value: str) -> bool:
    """Tell whether a filling may serve as example: it holds no name of a place, person or unit, no figure."""
    return not (_NAMED.search(value) or re.search("[一二三四五六七八九十两]+[个名项条次件家户]", value))
