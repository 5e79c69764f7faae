"""C10: the words of one who gives orders in the mouth of one who reports."""

import re
from collections.abc import Iterator

from draftkit.messages import N_, _
from draftkit.review.proof import Proof
from draftkit.review.rule import Rule, Spot

_GENRE = re.compile(
    "(?:(?P<reports>发言|汇报|述职|表态|经验|经验介绍|交流)|讲话|主持词|部署|总结|报告|动员|党课|致辞|辅导)"
    r"(?:稿|材料|提纲|摘要|报告|词)?(?:[（(][^（）()]*[）)])?$"
)
_N = "[几两三四五六]"
_ASK = rf"提(?:出)?{_N}[点个条项]?(?:具体)?(?:要求|希望)"
# The class of first characters stands alone, so that a text is looked through fast.
_ORDER = re.compile(
    "[我讲提各](?:"
    rf"(?<=我)(?:再|就|还|来)?(?:强调{_N}[点个条]|{_ASK}|要求(?:大家|各))|(?<=讲){_N}点(?:要求|意见)"
    rf"|(?<=[，。此再还想]提){_ASK[1:]}"
    r"|(?<=各)(?<!要求各)(?<!明确各)(?<!规定各)(?<!提出各)(?<!确保各)(?<!强调各)(?<!推动各)"
    "(?:级各部门|级党组织|级党委|级领导干部|级|乡镇|镇街|镇|街道|县区|区县|县|部门|单位|地|支部|社区)(?:[、和]?各[一-龥]{2,4}?)?都?"
    "(?:要(?![求点素闻件害])|必须|务必|务要)"
    ")"
)


def check(proof: Proof) -> Iterator[Spot]:
    """Yield each order in a speech whose title says that its speaker reports or exchanges experience."""
    reporting = _reporting(proof)
    if not reporting:
        return
    for found in _ORDER.finditer(proof.text):
        row = proof.row_at(found.start())
        if row.role == "paragraph" and row.speech in reporting:
            yield Spot(*found.span(), _("a speaker who reports or exchanges experience gives no orders"))


def _reporting(proof: Proof) -> frozenset[int]:
    """The numbers of the speeches that are reports, by the last word of their titles that tells."""
    found = {}
    for row in proof.rows:
        genre = _GENRE.search(proof.words_of(row)) if row.role in ("title", "subtitle") else None
        if genre:
            found[row.speech] = bool(genre["reports"])
    return frozenset(speech for speech, reports in found.items() if reports)


RULE = Rule(
    code="C10",
    name=N_("orders in a report"),
    grade="实务",
    looks_for=N_("我强调几点, 提几点要求, 各部门要 and the like in a 交流发言, 表态发言, 汇报 or 述职"),
    why=N_("Who reports to his superiors or speaks among equals does not tell them what to do."),
    source=N_("habit of offices: a 讲话 gives orders, a 发言 does not"),
    hits=("下面，我再强调三点。", "各级各部门要高度重视。"),
    passes=("区里要求各部门要把台账建起来。",),
    check=check,
)
