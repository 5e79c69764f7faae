"""Streets for tests: rows of a table as the reader of tables gives them."""

from collections.abc import Mapping as Given
from collections.abc import Sequence as Several

from draftkit.errors import Place
from draftkit.store.nodes import Mapping, Node, Scalar, Sequence
from draftkit.store.table.street import Street

Value = str | Several["Value"] | Given[str, "Value"]

FACTS: dict[str, Value] = {
    "骨架": "短发言-一是二是三是",
    "会议": "全区河道清漂工作推进会",
    "日期": "2026-11-20",
    "主题": "河道清漂",
}


def street(row: int, name: str, facts: Given[str, Value] | None = None) -> Street:
    """Return a street with its own name and the facts that all have, and more."""
    node = node_of({**FACTS, "单位": name, **(facts or {})}, row, 1)
    assert isinstance(node, Mapping)
    return Street(row, name, node)


def node_of(value: Value, row: int, column: int) -> Node:
    """Return a value as a node in a row of a table."""
    place = Place("streets.xlsx", row, column, "各街道")
    match value:
        case str():
            return Scalar(value, place)
        case Given():
            pairs = enumerate(value.items(), column)
            return Mapping(tuple((Scalar(key, place), node_of(one, row, n)) for n, (key, one) in pairs), place)
        case _:
            return Sequence(tuple(node_of(one, row, column) for one in value), place)


def district(count: int) -> list[Street]:
    """Return so many streets of one district, no two with the same facts; each third lacks a figure."""
    return [
        street(
            number + 2,
            f"第{number}街道",
            {
                "数据": {"清理河道": f"{number + 3}条", "打捞": f"{number * 7 + 11}吨" if number % 3 else ""},
                "部分": [
                    {
                        "小标题": f"{what}第{number}遍",
                        "正文": f"清了{{{{ 清理河道 }}}}，捞了{{{{ 打捞 }}}}，{what}。",
                    }
                    for what in ("摸清底数", "分段包干", "天天看水")
                ],
                "下一步": ["把清漂船管好用好", "把水边的人发动起来"],
            },
        )
        for number in range(count)
    ]
