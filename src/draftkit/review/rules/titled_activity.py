"""P17: book marks around what is no work."""

import re
from collections.abc import Iterator

from draftkit.messages import N_, _
from draftkit.review.proof import Proof
from draftkit.review.rule import Rule, Spot

_KINDS = (
    "会议|座谈会|推进会|现场会|研讨会|交流会|动员会|部署会|调度会|推介会|发布会|洽谈会|博览会|联席会|听证会|宣讲会|报告会|总结会"
    "|(?:代表|动员|表彰|部署|总结|推进|誓师|职工|村民)大会|(?<=[^《]{4})大会|论坛|培训班|研修班|讲习班|读书班|大赛|竞赛|比赛|锦标赛|运动会|文化节|艺术节"
    "|活动|(?:专项|整治|攻坚|提升|排查|志愿|清零|宣传)行动|主题党日|开放日|课程|课题|金奖|银奖|铜奖|等奖|奖杯|荣誉称号"
    "|(?:许可|身份|资格|优待|工作|居住|结婚|敬老|会员)证|执照|委员会|办公室|协会|学会|公司|合作社|街道办事处|服务中心|领导小组"
)
_TITLE = re.compile(rf"《[^《》\n]{{0,40}}?(?:{_KINDS})(?:（[^（）\n]*）)?》")

# 《条例》宣传活动 is about a document; 《清洁家园》活动 has its name in book marks.
_CALLED = re.compile(
    r"《(?![^《》\n]*(?:法|条例|规定|规则|办法|意见|通知|方案|决定|决议|纲要|规划|计划|准则|细则|标准|规范|指南|指引|手册|章程|公约|制度"
    r"|守则|读本|报告|公报|讲话|精神|要点|选编|文选|全书|报|刊|杂志|论|记|传|史|经|典|曲|歌|集|谈治国理政)》)[^《》\n]{2,14}》"
    "(?=主题活动|专题活动|系列活动|活动|专项行动|行动|工程|课程|培训班|大赛|比赛|竞赛)"
)


def check(proof: Proof) -> Iterator[Spot]:
    """Yield each name of a meeting, activity, course, award or body that stands in book marks."""
    if "《" in proof.text:
        for found in (*_TITLE.finditer(proof.text), *_CALLED.finditer(proof.text)):
            yield Spot(*found.span(), _("《》 is for works and documents: this name stands without, or in “”"))


RULE = Rule(
    code="P17",
    name=N_("book marks around an activity"),
    grade="规定",
    looks_for=N_("《》 around a meeting, activity, course, award, licence or body"),
    why=N_("Book marks name what can be read: books, articles, documents."),
    source="GB/T 15834-2011 A.13",
    hits=("召开《全区老旧小区改造推进会》。",),
    passes=("印发《关于召开全区推进会的通知》。", "学习《中国共产党纪律处分条例》。"),
    check=check,
)
