"""Tables of all streets: workbooks, CSV, and the map of their columns."""

from functools import partial

from book_parts import parts, strings, styles
from draftkit.store.facts import read_facts
from draftkit.store.schema import Check
from draftkit.tabling import open_streets
from fuzz.doors.scratch import folder, put
from fuzz.doors.stores import LIBRARY
from fuzz.mutation import text_door
from fuzz.packages import packed, zip_door
from fuzz.refusing import check, hold, refused
from fuzz.words import words

SKELETON = "短发言-一是二是三是"
_MOST_STREETS = 50


def streets(name: str, raw: bytes) -> None:
    """Open a table, and read each street twice: the same, and what is wrong with it in a cell."""
    path = put(name, raw)
    with refused(placed=True), open_streets([path], LIBRARY, SKELETON) as found:
        for number, unread in enumerate(found):
            if number == _MOST_STREETS:
                break
            street, reading = unread.read(), Check()
            hold(street == unread.read(), "a street that is another when it is read again")
            read_facts(reading, street.node, str(path))
            if problems := (*street.problems, *reading.problems):
                check(problems, placed=True)


def columns(raw: bytes) -> None:
    """Open a good table with a map of its columns."""
    table = put("台账.csv", _TABLE.encode())
    mapping = folder() / "map.yaml"
    mapping.write_bytes(raw)
    with refused(placed=True), open_streets([table], LIBRARY, SKELETON, mapping) as found:
        for unread in found:
            unread.read()


_TABLE = "单位,路灯（盏）,备注,部分1·小标题\n柳溪街道,37,无,照亮回家路\n清河镇,12,,守好一方水\n"
_ROWS = """
<row r="1"><c r="A1" t="inlineStr"><is><t>单位</t></is></c><c r="B1" t="str"><v>路灯（盏）</v></c>
<c r="C1" t="s"><v>0</v></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>柳溪街道</t></is></c>
<c r="B2" s="1"><v>37</v></c><c r="C2" t="s"><v>1</v></c></row><row r="3"><c r="A3" t="str"><v>清河镇</v></c>
<c r="B3"><f>B2*2</f><v>74</v></c><c r="C3" t="b"><v>1</v></c></row>
"""


def _tables() -> list[bytes]:
    return [_TABLE.encode()]


def _books() -> list[bytes]:
    texts_ = strings("<t>部分1·小标题</t>", "<r><t>照亮</t></r><r><t>回家路</t></r>")
    small = parts(_ROWS, strings=texts_, styles=styles("General", "0.00%", "yyyy年m月", '#,##0"盏"'))
    raw = {name: content.encode() if isinstance(content, str) else content for name, content in small.items()}
    return [packed(raw)]


_BOOK = words("book xml", "table", "odd")
DOORS = (
    text_door("csv", partial(streets, "台账.csv"), words("table", "odd"), _tables),
    zip_door("xlsx", partial(streets, "台账.xlsx"), _BOOK, _books),
    text_door("map", columns, words("yaml", "table", "odd")),
)
