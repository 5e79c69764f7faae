"""C14: a paragraph of stock phrases."""

import re
from collections.abc import Iterator

from draftkit.messages import N_, _
from draftkit.review.proof import Proof
from draftkit.review.rule import Rule, Spot

_STOCK = (
    "高度重视|提高政治站位|提高站位|统一思想|提高认识|凝聚共识|切实加强|进一步加强|进一步|扎实推进|狠抓落实|抓紧抓实|抓细抓实|抓实抓细"
    "|落地见效|落地落实|落细落实|落实落细|走深走实|强化担当|勇于担当|主动担当|压实责任|再上新台阶|迈上新台阶|新局面|新篇章|新征程|新作为"
    "|奋力谱写|谱写|开创|高质量发展|全力以赴|真抓实干|撸起袖子加油干|只争朝夕|不负韶华|显著成效|阶段性成果|坚实基础|坚强保障|有力保障"
    "|深入贯彻|认真贯彻|全面贯彻|认真落实|全面落实|贯彻落实|牢固树立|切实增强|切实提高|积极探索|大胆创新|开拓创新|有力有序|有序推进"
    "|稳步推进|全面推进|深入推进|科学谋划|统筹推进|统筹兼顾|精准发力|多措并举|多管齐下|齐抓共管|凝心聚力|同心协力|攻坚克难|砥砺前行"
    "|砥砺奋进|踔厉奋发|笃行不怠|勇毅前行|久久为功|善作善成|驰而不息|一以贯之|行稳致远|上下联动|协同配合|密切配合|形成合力|强大合力"
    "|责任感|使命感|紧迫感|精气神|大力弘扬|充分发挥|充分认识|深刻认识|准确把握|牢牢把握|奋发有为|昂扬|锐意进取|埋头苦干|担当作为"
    "|干事创业|求真务实|脚踏实地|实际行动|优异成绩|更高标准|更大力度|更实举措|更严要求|更加饱满|更加昂扬|重要意义|重大意义|精心组织"
    "|周密部署|加强领导|强化措施|强化保障|落到实处|取得实效|确保实效|求实效|出实招"
)
_PHRASE = re.compile(_STOCK)
LEAST = 80
"""Characters of a paragraph that is held to it (our own)."""
SHARE = 0.4
"""The share of its characters from which on stock phrases are all there is (our own)."""
_FACT = re.compile(r"[\d×%《“]")


def check(proof: Proof) -> Iterator[Spot]:
    """Yield each paragraph without a figure, a name in marks or a blank of which stock phrases are the most."""
    for row in proof.rows:
        if (
            row.role != "paragraph"
            or row.end - row.start < LEAST
            or _FACT.search(proof.text, row.start, row.end)
        ):
            continue
        covered = sum(found.end() - found.start() for found in _PHRASE.finditer(proof.text, row.start, row.end))
        share = covered / (row.end - row.start)
        if share >= SHARE:
            message = _("{share} of the paragraph are stock phrases; say who does what, and how much")
            yield Spot(row.start, row.end, message.format(share=f"{share:.0%}"))


RULE = Rule(
    code="C14",
    name=N_("paragraph of stock phrases"),
    grade="实务",
    looks_for=N_("a paragraph without a figure or a name, two fifths of which are stock phrases"),
    why=N_("It says nothing that could not be said anywhere."),
    source=N_("habit of offices"),
    hits=(
        "要提高政治站位，统一思想，凝聚共识，切实增强责任感使命感紧迫感，高度重视，精心组织，周密部署，真抓实干，狠抓落实，"
        "攻坚克难，砥砺前行，踔厉奋发，笃行不怠，以更高标准更大力度奋力谱写高质量发展新篇章，开创新局面。",
    ),
    passes=("要把台账建到户，把责任落到人，渠道通到田头。",),
    check=check,
)
