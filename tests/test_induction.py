"""Patterns induced from siblings, as an editor would write them."""

from draftkit.induction.induce import induce, rhythm


def test_siblings_of_one_rhythm_give_fixed_words_and_named_slots() -> None:
    found = induce(["坚持河湖共治，为水清岸绿添砖加瓦", "坚持水岸共护，为水清岸绿保驾护航"])
    assert found is not None
    assert str(found.pattern) == "坚持{{ 事项 }}共{{ 动作 }}，为水清岸绿{{ 成效 }}"
    assert found.kept == (0, 1)


def test_siblings_that_share_marks_only_have_a_rhythm_and_no_pattern() -> None:
    members = ["摸清管网底数，补上排水短板", "配齐抢险物资，拉起巡堤队伍"]
    assert induce(members) is None
    found = rhythm(members)
    assert found is not None and len(found.pattern.slots) == 2
