"""The structural keys of a facts file, English and Chinese side by side. Either spelling is read."""

from collections.abc import Mapping

FACTS = {
    "skeleton": "骨架",
    "unit": "单位",
    "occasion": "会议",
    "speaker": "发言人",
    "date": "日期",
    "minutes": "时长",
    "theme": "主题",
    "title": "标题",
    "figures": "数据",
    "opening": "开头",
    "sections": "部分",
    "closing": "结尾",
    "next": "下一步",
    "loose": "待归类",
}
SECTION = {"marker": "序号", "points": "要点", "body": "正文"}
PASSAGE = {"points": "要点", "body": "正文"}
"""The keys of an opening or a closing that has points."""
NO_MARKER = ("none", "无")
"""What marker: says of a heading that has none."""
FIGURE = {
    "value": "数值",
    "unit": "单位",
    "label": "名称",
    "from": "由",
    "to": "到",
    "since": "基期",
    "word": "用词",
    "whole": "总数",
    "of": "总体",
    "percent": "百分比",
    "low": "下限",
    "high": "上限",
    "items": "成员",
    "coin": "缩语",
    "bundle": "组合",
    "parts": "分项",
    "approx": "约数",
    "as_of": "截至",
    "source": "来源",
    "status": "状态",
}
STATUS = {"done": "已完成", "planned": "计划"}
NAMED = ("unit", "occasion", "speaker", "date", "theme")
"""The structural facts that a pattern quotes by their Chinese names."""


def spellings(table: Mapping[str, str]) -> dict[str, str]:
    """Return each accepted spelling with the key's own (English) name."""
    return {spelling: name for name, chinese in table.items() for spelling in (name, chinese)}


RESERVED = frozenset((*FACTS, *FACTS.values(), *SECTION, *SECTION.values()))
"""Names that no slot may have: in a facts file they are structure."""
