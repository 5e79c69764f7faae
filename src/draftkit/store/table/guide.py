"""说明: what a form says of itself, for the clerk who hands it round and the one who fills it in."""

from collections.abc import Iterable, Iterator, Mapping

from draftkit.store.table.written import Column, Line, Table

GUIDE = "说明"
EXAMPLE = "例："
"""How the first cell of an example begins: its row is no street."""

_COLUMNS = (Column("项目", 20), Column("说明", 118))
_FILLING = (
    ("怎么填", "各街道：一个街道一行。要点：一个要点一行。共用：各街道都一样的，只填一次。本页只供人看。"),
    (
        "灰色的例子",
        f"单位（街道）以“{EXAMPLE}”开头的灰色行是例子，不当作街道，留着、删去都可以；不要把自己的内容填进例子行。",
    ),
    ("表头上的提示", "鼠标停在表头上，看得到这一列填什么、填多长、例子；有固定选项的列，单元格里可以下拉选。"),
    ("改列", "列的次序可以换，用不上的列可以整列删去。表头的字不要随便改：程序按表头认列。"),
    (
        "共用",
        "一行一项，“项目”按表头的写法。某个街道与大家不同的，在“各街道”加一列同名的表头，单独填上：街道自己填的优先。",
    ),
)
_HEADERS = (
    ("数据", "改造楼院（个）", "名称加单位，单位写在最后的括号里；格子里只填数：37。百分数填 82.5，不填 0.825"),
    ("有变化的数据", "满意率·由（%）、满意率·到（%）、满意率·基期", "升降和用词由程序按两个数算，不用填"),
    ("占比", "签字·数值（户）、签字·总数（户）", "占百分之几由程序算"),
    ("几项组成的数据", "筹资·成员", "财政补一点、企业投一点、居民出一点：用、隔开，缩语“三个一点”由程序数"),
    ("合计与分项", "资金（万元）、资金·分项·财政（万元）、资金·分项·居民（万元）", "分项加起来必须等于合计"),
    (
        "数据的出处",
        "改造楼院·来源、改造楼院·截至",
        "来源写哪个科室、哪本台账，也就是缺数时找谁补；截至写 2026-10",
    ),
    ("部分", "部分1·抓手、部分4·正文、部分2·序号", "要增加一个部分，照着前面的表头加列，只改数字"),
    ("部分里的要点", "部分1·要点2·领句、部分1·要点2·正文", "也可以这样写成列；要点多的，填“要点”表更方便"),
    ("一条条的事实", "部分1·做法·做、部分1·做法·谁、部分1·做法2·做", "由程序连成句子；第二条写做法2"),
    ("下一步", "下一步1、下一步2 …", "一格一条，一句话，不带句号"),
    ("自己写的开头结尾", "标题·上句、标题·下句、开头、结尾", "写了就用自己的，不再用套语"),
)
_WRITING = (
    ("几个值", "填数据名称的列、填几样东西的列，用、隔开，也可以一行一个。"),
    (
        "引用数据",
        "文字里写 {{ 改造楼院 }}，稿子里就是“37个”。数只填一处，到处一致；直接写在文字里的数不会跟着变。",
    ),
    ("几段正文", "正文里换行（Alt＋Enter）就是另起一段。"),
    (
        "空着的格子",
        "没有的就空着，不要填“无”“待定”“/”。稿子里缺的地方标作【待补：…】，并列入补料清单：缺什么、哪个街道、"
        "找谁补、填在哪里。补好以后填回这张表，再生成一次。",
    ),
    (
        "部分和要点",
        "“要点”表里，部分填第几部分，要点填第几个要点，都填数字；要点一格空着，这一行就是部分自己的话。",
    ),
    (
        "生成稿子",
        "draftkit batch 本表.xlsx -o 稿子　　在“稿子”文件夹里给每个街道生成一份 Word 稿，外加清单和补料清单。",
    ),
)


def guide(use: str, count: str, kinds: Mapping[str, Iterable[str]]) -> Table:
    """Return the sheet for people: how to fill in the form of a skeleton with this use and this many sections,
    how headers are written, and the kinds of terse facts with their slots."""
    return Table(GUIDE, _COLUMNS, _lines(use, count, kinds))


def _lines(use: str, count: str, kinds: Mapping[str, Iterable[str]]) -> Iterator[Line]:
    yield Line(("这份表", f"{use}。部分：{count}。"))
    yield from map(Line, _FILLING)
    yield Line(("", ""))
    yield Line(("表头的写法", "各级之间用“·”（中圆点）隔开，单位写在最后的全角括号里。可以自己加列："))
    for what, headers, how in _HEADERS:
        yield Line((what, f"{headers}　　{how}"))
    yield Line(("", ""))
    yield from map(Line, _WRITING)
    if kinds:
        yield Line(("", ""))
        yield Line(("事实的种类", "“要点”表里可以加列：种类·内容，如 做法·方式。各种类能填的内容："))
    for kind, slots in kinds.items():
        yield Line((kind, "、".join(slots)))
