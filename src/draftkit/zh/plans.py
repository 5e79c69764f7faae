"""Words by which a sentence speaks of what is to come."""

import re

PLAN_WORDS = ("将", "计划", "拟", "力争", "预计", "争取", "确保", "打算", "年底前", "力求")
"""Words that tell a sentence of what is to come: a planned figure may stand in it (ours)."""


_PLANS = re.compile("|".join(PLAN_WORDS))


def speaks_of_plans(text: str) -> bool:
    """Whether a sentence speaks of what is to come."""
    return _PLANS.search(text) is not None
