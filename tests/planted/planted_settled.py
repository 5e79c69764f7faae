"""Defects that an office's file or the user's facts make known."""

from planting import Kind, longer, said, turned

from draftkit.office import FormulaTable, Leader, Office

_NAMES = Office(names={"临江街道便民服务中心": "便民中心"})
_ROSTER = Office(roster=(Leader("王建国", "区委书记"), Leader("李晓明", "区长"), Leader("赵文", "常务副区长")))
_WORDS = Office(banned={"赋能": "说清楚做了什么"}, preferred={"老百姓": "群众"})
_FORMULAE = Office(
    formulae=(
        FormulaTable(
            "两个确立到两个维护",
            ("两个确立", "四个意识", "四个自信", "两个维护"),
            {"四个意识": "增强", "四个自信": "坚定", "两个维护": "做到"},
        ),
    )
)
_FACTS = "facts.yaml"

KINDS = (
    Kind(
        "C06",
        "a short name before the full one",
        said("⟦便民中心⟧周六照常开门。临江街道便民服务中心还把机器搬到了村口。"),
        _NAMES,
    ),
    Kind(
        "C06",
        "a declared short name used before",
        said("⟦邻里办⟧天天有人值班。街道邻里事务办公室（以下简称“邻里办”）设在老粮站。"),
    ),
    Kind("C07", "a leader with another's post", said("⟦区长王建国⟧到现场办公，当场拍板。"), _ROSTER),
    Kind("C07", "a name misspelt", said("区长⟦李晓鸣⟧到现场办公，当场拍板。"), _ROSTER),
    Kind("C08", "leaders out of their order", said("⟦李晓明、王建国⟧一起走进院子听意见。"), _ROSTER),
    Kind("C08", "three leaders out of their order", said("⟦王建国、赵文、李晓明⟧先后三次到现场。"), _ROSTER),
    Kind(
        "C11",
        "formulae out of their order",
        said("大家坚定⟦“四个自信”、增强“四个意识”⟧，把担子挑起来。"),
        _FORMULAE,
    ),
    Kind(
        "C11",
        "a formula with another's verb",
        said("大家⟦坚定“四个意识”⟧、做到“两个维护”。"),
        _FORMULAE,
    ),
    Kind("C22", "a banned word", said("用数字手段⟦赋能⟧基层，少填表。"), _WORDS),
    Kind("C22", "a word with a better one", said("让⟦老百姓⟧少跑腿，事情在家门口办。"), _WORDS),
    Kind(
        "C01",
        "a speech too long for its time",
        longer("大家一边干一边商量，把每一件小事都办到居民心坎上。", 60),
        facts=_FACTS,
    ),
    Kind(
        "C01",
        "twice as long",
        longer("走进楼道看一看，坐下来听一听，记在本上办一办。", 70),
        facts=_FACTS,
    ),
    Kind(
        "F01",
        "a figure that no fact has",
        said("另有志愿者⟦583人⟧常年上门。"),
        facts=_FACTS,
    ),
    Kind(
        "F01",
        "a figure changed",
        turned(r"1842", "1824"),
        facts=_FACTS,
    ),
    Kind(
        "F02",
        "a figure taken out",
        turned(r"[^。]*126场[^。]*。", ""),
        facts=_FACTS,
    ),
    Kind(
        "F02",
        "another figure taken out",
        turned(r"[^。]*218处[^。]*。", ""),
        facts=_FACTS,
    ),
    Kind(
        "F03",
        "a unit misnamed",
        said("⟦临江街道工委⟧逐院上门，一户不落。"),
        facts=_FACTS,
    ),
    Kind(
        "F03",
        "a meeting misnamed",
        said("感谢⟦全区城市更新推进会⟧给我们机会。"),
        facts=_FACTS,
    ),
)
