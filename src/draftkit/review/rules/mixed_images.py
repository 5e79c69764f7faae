"""R05: siblings whose images come from different fields."""

import re
from collections import Counter
from collections.abc import Iterator

from draftkit.messages import N_, _
from draftkit.review.proof import Proof
from draftkit.review.rule import Rule, Spot
from draftkit.rhetoric.passages import heading_text

FIELDS = {
    "building": "基石|地基|支柱|梁柱|四梁八柱|大厦|奠基|桩基|压舱石|防火墙|屏障|篱笆",
    "road": "快车道|高速路|轨道|路标|加速器|刹车|引擎|发动机|方向盘|红绿灯|里程碑|桥梁|最后一公里",
    "water": "源头活水|活水|清流|暖流|堤坝|航船|航道|风帆|船舵|港湾|灯塔|罗盘",
    "music": "主旋律|交响|合奏|和声|协奏|音符|最强音|大合唱|前奏|变奏",
    "chess": "一盘棋|先手棋|关键棋|妙棋|棋眼|落子|布局图",
    "body": "血脉|经络|筋骨|脊梁|神经末梢|毛细血管|细胞|心脏|脉搏|病灶|药方|处方|把脉",
    "field": "土壤|种子|沃土|果实|苗圃|根系|枝叶|试验田|责任田|禾苗",
    "study": "答卷|考题|必修课|考场|试卷|课堂|作业本|教科书",
}
"""The fields from which offices take their images (实务), with the words by which each is known."""
LEAST = 3
"""Siblings of which two can have images of one field and another one of its own."""
_IMAGE = re.compile("|".join(f"(?P<{field}>{words})" for field, words in FIELDS.items()))


def check(proof: Proof) -> Iterator[Spot]:
    """Yield the image of each heading whose siblings, two or more, take theirs from one other field."""
    for run in proof.runs:
        if len(run) < LEAST:
            continue
        texts = [(section, heading_text(section)) for section in run]
        images = [(section, _IMAGE.search(text)) for section, text in texts]
        fields = Counter(found.lastgroup for _section, found in images if found)
        common, count = fields.most_common(1)[0] if fields else (None, 0)
        if count < 2 or len(fields) != 2 or sum(fields.values()) != len(run):
            continue
        for section, found in images:
            span = proof.span_of(section.heading.inlines)
            if found and found.lastgroup != common and span:
                message = _("an image of another field than its siblings'")
                yield Spot(span[0] + found.start(), span[0] + found.end(), message)


RULE = Rule(
    code="R05",
    name=N_("image fields mixed"),
    grade="实务",
    looks_for=N_("siblings that all have an image (基石, 主旋律, 一盘棋 …), most of them out of one field"),
    why=N_("A figure that is begun in one field and goes on in another falls apart."),
    source=N_("habit of offices: one image field among siblings"),
    hits=(),
    passes=("筑牢基石，奏响主旋律。",),
    check=check,
)
