"""The keys of a frame, each with what it is in a writer's words."""

from collections.abc import Mapping

from draftkit.frame import Kind

ABOUT = {
    "name": "名称，和文件名一样",
    "kind": "种类，和文件夹名一样",
    "genre": "文种",
    "use": "什么时候用",
    "extends": "沿用哪个框架",
    "slots": "空位",
    "evidence": "出处",
}
"""What frames of every kind have."""
SLOT = {
    "ask": "问什么",
    "example": "例子",
    "type": "填什么",
    "length": "字数",
    "required": "必填",
    "choices": "可选项",
}
EVIDENCE = {"source": "来源文件", "place": "在文件的哪里", "filling": "原来填的词", "support": "几份文件里有"}
SHAPE = {
    "count": "几个",
    "heading": "小标题用哪些排比",
    "marker": "序号",
    "placement": "小标题放在哪里",
    "stop": "小标题后的标点",
    "move": "作用",
    "points": "下面的要点",
}
"""The keys of a run of sections, or of points."""
OWN_KEYS: Mapping[Kind, Mapping[str, str]] = {
    "couplet": {"halves": "上句和下句"},
    "parallel": {"pattern": "句式"},
    "bundle": {"coin": "缩语，不带数字", "member": "成员的句式"},
    "formula": {
        "role": "用在哪一处",
        "move": "作用",
        "deed": "说哪一种事实",
        "tail": "只接在别的句子后面",
        "between": "接在哪两种事实之间",
        "placement": "独占一行，还是接着往下写",
        "patterns": "句式",
        "template": "模板",
    },
    "skeleton": {
        "title": "标题",
        "subtitle": "副标题",
        "byline": "署名",
        "date": "日期",
        "salutation": "称谓",
        "greeting": "问候语",
        "opening": "开头",
        "closing": "结尾",
        "signoff": "结束语",
        "optional": "缺了就省去的部分",
        "drop": "时间不够先去掉的",
        "sections": "各部分",
        "passages": "开头和结尾里的要点",
        "as_written": "一字不改",
    },
}
"""The keys that each kind of frame has beside those that all have."""


def same(table: Mapping[str, str]) -> dict[str, str]:
    """Return each key with itself, for a table of keys that have one spelling."""
    return {key: key for key in table}
