"""Speeches of many lengths and shapes for the tests of the 汇编, the same ones for the same seed."""

from random import Random

from draftkit.tree import Blank, Heading, Inlines, Paragraph, Passage, Section, Speech, Text

THINGS = [
    "渡口",
    "堤坝",
    "苗圃",
    "粮仓",
    "渔船",
    "茶园",
    "水渠",
    "磨坊",
    "窑厂",
    "马场",
    "蜂箱",
    "果林",
    "牧道",
    "盐田",
    "鱼塘",
    "桑园",
    "竹海",
    "码头",
    "梯田",
    "驿站",
    "APP",
]
DEEDS = [
    "修好",
    "看护",
    "清点",
    "补种",
    "加固",
    "疏浚",
    "登记",
    "巡查",
    "打捞",
    "晾晒",
    "引进",
    "试种",
    "搬迁",
    "翻新",
    "配齐",
    "开挖",
]
UNITS = ["个", "处", "%", "万元", "亩", "余条", ".5公里", "户"]
TITLES: tuple[tuple[str, ...], ...] = (
    ("在全县渔业工作会议上的发言",),
    ("一条渔船载新梦", "两岸稻花说丰年"),
    ("以水为媒把山里的茶园果林和江上的渡口码头连成一条看得见风景留得住乡愁的致富路",),
    ("守住老窑厂 烧出新名堂",),
    ("念好山字经、做活水文章、打好茶叶牌，让偏远小镇成为远近闻名的茶乡渔港",),
)


def speech(random: Random, number: int) -> Speech:
    """Return a speech of one to six pages."""
    title = TITLES[number % len(TITLES)]
    sections = tuple(_section(random, mark) for mark in "一二三四"[: random.randint(1, 4)])
    return Speech(
        title=tuple(_text(half) for half in title),
        byline=_text(f"石桥镇第{number + 1}渔业社  何某") if number % 3 else (),
        date=_text("（2031年5月）") if number % 4 == 1 else (),
        salutation=_text("各位领导，同志们：") if number % 5 else (),
        opening=Passage((_paragraph(random, 60),)),
        sections=sections,
        signoff=_text("我的发言完毕，谢谢大家！") if number % 2 else (),
    )


def filling(rows: int) -> Speech:
    """Return a speech with a title that has this many lines of text, the last one full but for its stop."""
    words = "渔" * (26 + 28 * (rows - 1) - 1) + "。"
    return Speech(title=(_text("正好写满的一页"),), opening=Passage((Paragraph(_text(words)),)))


def _section(random: Random, mark: str) -> Section:
    words = f"{random.choice(DEEDS)}{random.choice(THINGS)}，{random.choice(DEEDS)}{random.choice(THINGS)}"
    run_in = random.random() < 0.4
    heading = Heading(_text(words), f"{mark}、", "run-in" if run_in else "line", "。" if run_in else "")
    return Section(
        heading, tuple(_paragraph(random, random.randint(20, 400)) for _ in range(random.randint(1, 3)))
    )


def _paragraph(random: Random, least: int) -> Paragraph:
    words = ""
    while len(words) < least:
        words += "".join(_clause(random) + random.choice("，，，、；：") for _ in range(random.randint(2, 6)))[
            :-1
        ]
        words += random.choice("。。。！？")
    inlines: Inlines = _text(words)
    if random.random() < 0.2:
        inlines = (Text(f"{words}还有"), Blank("【待补：几条船】", ask="问渔业社"), Text("没有上岸。"))
    return Paragraph(inlines)


def _clause(random: Random) -> str:
    words = random.choice(DEEDS) + random.choice(THINGS)
    match random.randint(0, 9):
        case 0 | 1 | 2:
            return f"{words}{random.choice((7, 38, 126, 2045))}{random.choice(UNITS)}"
        case 3:
            return f"“{words}”{random.choice(THINGS)}"
        case 4:
            return f"（{words}）"
        case 5:
            return f"20{random.randint(20, 31)}年{random.randint(1, 12)}月，{words}"
        case 6:
            return f"——{words}"
        case _:
            return words + random.choice(THINGS)


def _text(words: str) -> Inlines:
    return (Text(words),)
