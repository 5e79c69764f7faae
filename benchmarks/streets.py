"""Streets for batches: as many as are wanted, each with facts for a speech of about 3,000 characters.

A speech has five sections of three points, of prose that quotes figures and of terse facts; here and there
a figure is still to come. All is made up, by the number of the street alone: the same number gives the same
facts.
"""

import random
from collections.abc import Iterator, Mapping
from itertools import count
from pathlib import Path
from typing import NamedTuple

from openpyxl import Workbook

from draftkit.errors import Place
from draftkit.store.nodes import Mapping as MappingNode
from draftkit.store.nodes import Node, Scalar, Sequence

Facts = Mapping[str, object]

SKELETONS = ("概况开头-多项举措抓一事", "经验材料-认识行动保障")
"""One with its points within paragraphs, one with headings and most points on lines of their own, in turns."""
FILE, SHEET = "streets.xlsx", "各街道"
FIRST_ROW = 2
SECTIONS, POINTS = 5, 3
GAPS = 0.03
"""The share of figures that nobody has supplied yet."""


class Field(NamedTuple):
    """A field of work: what it is about, its unit, who does it, where, what was in the way, how it is done."""

    thing: str
    unit: str
    who: str
    spot: str
    worry: str
    way: str


FIELDS = (
    Field("绿道", "公里", "巡护员", "河湾", "断头和积水", "分段认养"),
    Field("共享菜园", "块", "种植组", "坡地", "荒着没人管", "抽签轮种"),
    Field("路灯", "盏", "电工班", "背街", "夜里看不清路", "一灯一卡"),
    Field("老幼餐桌", "张", "掌勺师傅", "巷口", "做饭难、送饭远", "错时开伙"),
    Field("雨水花园", "处", "养护队", "低洼处", "一下雨就漫水", "先渗后排"),
    Field("修补铺子", "间", "手艺人", "集市", "小东西坏了没处修", "定点坐堂"),
    Field("流动书车", "辆", "领读人", "校门口", "借书要跑半个城", "按图换车"),
    Field("骑行车棚", "座", "看棚人", "站前", "车子乱停乱放", "编号入位"),
)
WOODS = "柳枫桐竹桑榆槐杉"
WATERS = "荫桥渡塘湖溪泉堤"
KINDS = "里湾坪岭浦港墩洲"
NAMES = "程方陆潘许范顾沈"

SENTENCES = (
    "{place}最早只有两三个人肯干，{who}挨家说明来意，半年下来报名的排成了长队",
    "起初大家担心的是{worry}，我们把图纸贴在墙上，谁有想法谁就往上写",
    "{who}把每天看到的记在一个本子上，月底摊开来对，哪一处拖了后腿一目了然",
    "{spot}的这一段最费工夫，前后改了{times}稿，改到住在旁边的人点头才动手",
    "钱不够就分两年做，先做用得最多的，做完一处开放一处，不让人干等",
    "我们请{name}师傅领着年轻人一道做，做坏了不怕，怕的是学不会",
    "过去为了{worry}吵过不少回，现在按{way}的办法来，话说在前头，事就少了",
    "每逢初一、十五，{who}在{spot}摆一张桌子，当面听、当场记、当周回话",
    "有人提出夜里太吵，{who}把收工的钟点往前挪了一个钟头，第二天就照新的办",
    "{place}的做法传开以后，邻近{times}个片区的人来看，看完回去照着做了起来",
    "用旧料能省的就用旧料，拆下来的青砖铺了小路，一块也没有运出去",
    "谁来管、管多久、管不好怎么办，三句话写进约定，贴在{spot}人人看得到的地方",
    "入冬之前{who}把{thing}从头到尾查了一遍，该换的换，该补的补",
    "孩子们给{thing}起了名字，名字是投票投出来的，牌子是他们自己画的",
    "这件事没有请外面的公司，{who}自己量、自己算、自己动手，省下的用在养护上",
    "到了旺季人手紧，{place}的住户轮着来帮半天，帮的人名字写在光荣板上",
    "按{way}的办法运转以来，空着的时候少了，等着的时候也少了",
    "{name}阿姨住在{spot}，原先最反对，后来天天拎着水壶来看，说少了什么她先知道",
    "我们不求一口气铺开，先在{place}试，试出毛病就改，改顺了再往外推",
    "遇上连着下雨，{who}半夜起来看水，第二天一早把情况报到各个楼口",
)
QUOTES = (
    "眼下{place}一带的{thing}有{{{{ {thing} }}}}，出门走几步就能用上",
    "回头再问住户，{{{{ {thing}满意率 }}}}，这个数每年公布一回",
    "名单上出过力的有{{{{ {thing}参与 }}}}，最大的七十多岁，最小的还在上小学",
    "前后投入{{{{ {thing}投入 }}}}，一笔一笔都在墙上，来路去向都查得到",
)
"""How the figures of a field are quoted, one after the other."""
WAYS = ("入户走访", "院子里碰头", "电话回访", "夜间巡查", "写信征询", "现场比选")


def streets(number: int) -> Iterator[Facts]:
    """Yield the facts of the first so many streets, as plain keys and values."""
    return map(_street, range(number))


def nodes(number: int) -> Iterator[MappingNode]:
    """Yield the facts of the first so many streets as the nodes that a table reader makes of a row."""
    for row, facts in enumerate(streets(number), FIRST_ROW):
        node = _node(facts, row, count(1))
        assert isinstance(node, MappingNode)
        yield node


def _node(value: object, row: int, columns: Iterator[int]) -> Node:
    """Return keys, lists and texts as nodes; each text has the place of a cell of its own."""
    place = Place(FILE, row, 1, SHEET)
    match value:
        case Mapping():
            rows = ((Scalar(key, place), _node(one, row, columns)) for key, one in value.items())
            return MappingNode(tuple(rows), place)
        case list():
            return Sequence(tuple(_node(one, row, columns) for one in value), place)
    return Scalar(str(value), place._replace(column=next(columns)))


def _street(number: int) -> Facts:
    chance = random.Random(number)
    name = f"{_place(chance)}{number}号街道"
    fields = chance.sample(FIELDS, SECTIONS)
    figures: dict[str, object] = {
        "社区": {"数值": chance.randint(4, 30), "单位": "个", "来源": "统计站"},
        "住户": {"数值": chance.randint(3000, 90000), "单位": "户", "来源": "统计站"},
    }
    sections = [_section(chance, field, figures) for field in fields]
    occasion = {"会议": "全市身边小事办理现场会", "发言人": f"{name}主任　{chance.choice(NAMES)}明远"}
    couplet = {"标题": [chance.choice(("把小事办实", "从小处着手")), "让街坊舒心"]}
    return {
        "骨架": SKELETONS[number % len(SKELETONS)],
        "单位": name,
        **(couplet if number % len(SKELETONS) else occasion),
        "日期": "2026-10-31",
        "主题": chance.choice(("身边小事", "家门口的小事", "街坊小事")),
        "辖区": name,
        "家底": ["社区", "住户"],
        "特点": chance.choice(("老房子多、老住户多", "沿河而建、依坡而居", "新楼与旧院相邻")),
        "着力": f"围绕{fields[0].thing}、{fields[1].thing}这些身边事",
        "目标": chance.choice(("让住在这里的人越住越舒心", "把小事办得更细更实")),
        "数据": figures,
        "部分": sections,
        "下一步": [
            {"打算": {"做": f"把{fields[2].thing}铺到每个社区", "时间": "明年入夏之前"}},
            {"打算": {"继续": f"按{fields[3].way}的办法管好{fields[3].thing}"}},
        ],
    }


def _section(chance: random.Random, field: Field, figures: dict[str, object]) -> Facts:
    words = {
        **field._asdict(),
        "place": _place(chance),
        "name": chance.choice(NAMES),
        "times": str(chance.randint(2, 9)),
    }
    figures.update(_figures(chance, field))
    said = iter(chance.sample(SENTENCES, len(SENTENCES)))
    prose = [
        "。".join((*(next(said) for _one in range(chance.randint(2, 3))), quote)).format_map(words) + "。"
        for quote in QUOTES
    ]
    deed = {
        "谁": field.who,
        "方式": chance.sample(WAYS, 2),
        "做": f"摸清{words['place']}一带的底数",
        "次数": f"{chance.randint(3, 60)}次",
    }
    leads = (f"摸得清{field.spot}", f"管得住{field.thing}", f"养得起{field.who}")
    return {
        "小标题": f"在{field.spot}办好{field.thing}这件事，靠的是{field.way}",
        "正文": [prose[0], {"做法": deed}, {"成效": {"指标": f"{field.thing}满意率"}}],
        "要点": [{"领句": lead, "正文": body} for lead, body in zip(leads, prose[1:], strict=True)],
    }


def _place(chance: random.Random) -> str:
    return "".join(map(chance.choice, (WOODS, WATERS, KINDS)))


def _figures(chance: random.Random, field: Field) -> Facts:
    low, many = chance.randint(40, 70), chance.randint(20, 400)
    made: dict[str, dict[str, object]] = {
        "": {"数值": many, "单位": field.unit, "来源": "建设科"},
        "满意率": {"由": low, "到": low + chance.randint(5, 29), "单位": "%", "基期": "两年前"},
        "参与": {"数值": many * 3, "总数": many * 4, "单位": "人", "总体": "住户", "来源": "居民科"},
        "投入": {"数值": f"{chance.randint(12, 900)}.{chance.randint(1, 9)}", "单位": "万元"},
    }
    gaps = (name for name in made if chance.random() < GAPS)
    return {field.thing + name: one for name, one in made.items()} | {
        field.thing + name: {"单位": made[name]["单位"], "来源": "建设科"} for name in gaps
    }


def put_workbook(path: Path, number: int) -> None:
    """Write the first so many streets as a workbook with a row for each."""
    rows = [dict(_cells(facts)) for facts in streets(len(FIELDS) ** 2)]
    headers = list(dict.fromkeys(header for row in rows for header in row))
    book = Workbook(write_only=True)
    sheet = book.create_sheet(SHEET)
    sheet.append(headers)
    for facts in streets(number):
        row = dict(_cells(facts))
        sheet.append([row.get(header) for header in headers])
    book.save(path)


def _cells(facts: Facts) -> Iterator[tuple[str, object]]:
    """Yield the header and the content of each cell of a street."""
    for key, value in facts.items():
        match key, value:
            case "标题", [first, second]:
                yield from (("标题·上句", first), ("标题·下句", second))
            case "数据", Mapping():
                yield from (cell for name, figure in value.items() for cell in _figure_cells(name, figure))
            case (("部分" | "下一步"), [*rows]):
                for number, row in enumerate(rows, 1):
                    yield from _below(f"{key}{number}", row)
            case _:
                yield key, _said(value)


def _figure_cells(name: str, figure: Mapping[str, object]) -> Iterator[tuple[str, object]]:
    for key, value in figure.items():
        if key == "数值":
            yield f"{name}（{figure['单位']}）", value
        elif key != "单位":
            yield f"{name}·{key}" + (f"（{figure['单位']}）" if key in ("由", "到", "总数") else ""), value


def _below(header: str, value: object) -> Iterator[tuple[str, object]]:
    """Yield the cells of a section, a point or a terse fact."""
    assert isinstance(value, Mapping)
    for key, one in value.items():
        match key, one:
            case "要点", [*points]:
                for number, point in enumerate(points, 1):
                    yield from _below(f"{header}·要点{number}", point)
            case "正文", [str(prose), *deeds]:
                yield f"{header}·正文", prose
                for deed in deeds:
                    yield from _below(header, deed)
            case _, Mapping():
                yield from ((f"{header}·{key}·{slot}", _said(words)) for slot, words in one.items())
            case _:
                yield f"{header}·{key}", one


def _said(value: object) -> object:
    return "、".join(value) if isinstance(value, list) else value
