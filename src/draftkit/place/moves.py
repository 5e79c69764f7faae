"""What a note does in a speech, by the words that give it away (实务): a plan, a problem, a demand, thanks."""

import re
from typing import Literal

from draftkit.frame import Move

Kind = Literal["aside", "thanks", "plan", "demand", "problem", "insight", "past", "overview", "result", "deed"]
Moves = frozenset[Move | None]

_CUES: dict[Kind, str] = {
    "aside": (
        "联系人|联系电话|另行通知|参会(?:人员|名单)|[午晚][饭餐]在|就餐安排|会务|会场|座次|桌签|话筒|签到|会前|^会后"
        "|会后[到去参看]|^(?:发言|讲话|汇报)(?:稿|材料|时间|人|控制|不超过)|附件|待核|待补|请核|数[字据][再要需]核|PPT"
        "|(?:照片|配图|图片)[用建见放]|放一段|^这(?:里|一?段)|^(?:开头|结尾)(?:可|用|建议|要)|不念"
    ),
    "thanks": "感谢|致谢|谢谢",
    "plan": (
        "^(?:下一?步|接下来|今后|后续|明年|后年|来年|下半年|下季度|下个?月|未来|年底前|年内|力争|争取)|打算|力争"
        "|计划(?!生育)|(?:^|[，；])(?:还|再)?拟|准备[再在把建开办推]"
        "|(?:^|[，；])(?:我们)?将(?:继续|进一步|再|会|于|在)"
    ),
    "demand": (
        "必须|务必|不得|一律|严禁|坚决(?:杜绝|防止|不)|各[^，。]{0,8}要|都要|[单位门级村镇乡局校企站组家]要(?![求点素])"
        "|(?:^|[，；。])要(?!走|花|等|素|点|求|不|是|的|么|价|债)"
    ),
    "result": (
        "[由从][^，。]*(?:提高|下降|增长|上升|缩短|减少|增加|[降升增减])[到至了]|[比较](?:上年|去年|年初|同期)|同比"
        "|[少多]了[0-9]|锦旗|满意[率度]|获评|荣获|评为|零(?:发生|事故|投诉)|[0-9]成|翻[番了]"
    ),
    "problem": (
        "不足|不够|不到位|不严|不实|不规范|不及时|不平衡|不力|短板|弱项|差距|薄弱|滞后|走过场|流于形式|偏[低少弱慢老大高]"
        "|[有些]的[^，。]{0,20}[不没嫌怕难]|个别|仍[有然]|还有[^，。]{0,12}[没未不]|至今[没未]|投诉|没有改|存在"
        "|不少[^，。]{0,16}(?:不|没|临时|难|缺)|跟不上|对不上|打不通|推诿|扯皮|反弹|反映[^，。]{0,12}[难慢差少贵脏]"
        "|留不住|走了[^，。]{0,3}成|难以|断档|老化|不愿|不会用|没人[管修愿]|过期|缺口|[紧短]缺|缺[人钱少乏]"
    ),
    "insight": (
        "只有[^。]*才|说到底|归根|体会|启示|(?:实践|事实)[^，。]{0,4}(?:证明|表明|告诉)|要的不?是|不在于|关键[在是]"
        "|离不开|越是[^。]*越"
    ),
    "past": (
        "^(?:过去|以前|从前|早些年|早年|那时|前些年|原来|原先|长期以来|曾经)"
        "(?!.*(?:现在|如今|眼下|改成|变成|后来|以后|今年|到))"
    ),
    "overview": (
        "辖[^，。]{0,12}(?:个|村|社区)|(?:常住|户籍|总)人口|总面积|地处|位于"
        "|^全[县市区镇乡村](?:现有|共有|有|辖|[一-龥]{0,4}(?:面积|耕地|林地|水域|人口))?[0-9]"
    ),
}
_COMPILED = {kind: re.compile(cue) for kind, cue in _CUES.items()}

UNSPOKEN: frozenset[Kind] = frozenset({"aside", "thanks", "overview"})
"""What no section takes: remarks on the meeting, thanks, and the unit's own description."""
_HOMES: dict[Kind, Move] = {
    "plan": "next",
    "problem": "diagnose",
    "past": "diagnose",
    "insight": "situate",
    "demand": "demand",
}
_SPECIAL: Moves = frozenset({*_HOMES.values(), "guarantee"})


def kind_of_note(text: str) -> Kind:
    """Return what a note does, by the first cue that it has; what no cue tells is a deed."""
    return next((kind for kind, cue in _COMPILED.items() if cue.search(text)), "deed")


def homes(kind: Kind, moves: Moves) -> Moves:
    """Return the moves, of those that a speech's sections make, in which a note of a kind is at home; none
    where it goes by its words alone."""
    home: Move | None = _HOMES.get(kind)
    if kind == "demand" and "demand" not in moves:
        home = "guarantee"
    elif kind == "result" or (kind == "deed" and "measure" not in moves):
        home = "credit"
    return frozenset({home}) if home and moves > {home} else frozenset()


def strange(kind: Kind, moves: Moves) -> Moves:
    """Return the moves in which a note of a kind is out of place, where there are others: a deed among
    problems."""
    found = (moves & _SPECIAL) - homes(kind, moves)
    return found if found < moves else frozenset()
