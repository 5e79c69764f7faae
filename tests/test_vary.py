"""Varied drafts of a batch: other frames by the street's name, the facts untouched."""

import json
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from draftkit.compare import likeness, sketch_of
from draftkit.compose import Composed, Phrasebook, compose
from draftkit.fact.facts import Facts
from draftkit.frame import Formula, is_variant, kind_of
from draftkit.library import Library
from draftkit.lines import lines_of
from draftkit.pipeline import facts_in, shipped_frames

BOOK = Phrasebook(Library((shipped_frames(),), trusted=shipped_frames()))
PLACES = [f"{one}{other}" for one in "青云石柳望东金松桃玉" for other in "溪桥湖岭园渡"]
LEADS = (("问需", "把群众的事议在前头"), ("筹资", "把各方的力聚在一处"), ("管护", "把办成的事守得长久"))


def street(place: str, **more: Any) -> Facts:
    """The facts of a street: the same for all but for its name."""
    given: dict[str, Any] = {
        "skeleton": "对偶标题-三四部分-段首句",
        "unit": f"{place}街道党工委",
        "occasion": "全区基层治理工作推进会",
        "theme": "社区助餐",
        "title": ["办好身边小事", "聚起邻里人心"],
        "契机": "从群众身边事改起",
        "总成效": ["办结"],
        "目标": "让更多老街坊过上舒心日子",
        "figures": {"办结": {"value": 6621, "unit": "件"}},
        "sections": [{"抓手": lead, "成效": gain, "body": "干部把活干给大家看。"} for lead, gain in LEADS],
        "next": [{"打算": {"做": "再办三家食堂", "时间": "明年汛期之前"}}],
    }
    return facts_in(json.dumps(given | more, ensure_ascii=False), f"{place}.json")


def text(composed: Composed) -> str:
    return "\n".join(line.text for line in lines_of(composed.document.speeches[0]))


def markers(composed: Composed) -> set[str]:
    return {section.heading.marker for section in composed.document.speeches[0].sections}


def test_sixty_streets_with_the_same_facts_do_not_read_alike() -> None:
    drafts = {place: compose(street(place), BOOK, draw=0) for place in PLACES}
    sketches = [sketch_of(place, draft.document, [place]) for place, draft in drafts.items()]
    found = likeness(sketches, len(sketches))
    assert found.pairs == 1770 and found.frame < 0.15
    assert len(found.same_ends) < 10
    plain = [sketch_of(place, compose(street(place), BOOK).document, [place]) for place in PLACES]
    assert likeness(plain, len(plain)).frame > 0.3


def test_the_draft_rests_on_the_name_alone() -> None:
    """Not on what was composed before it, nor on the library having been read."""
    alone = text(compose(street("望湖"), Library((shipped_frames(),)), draw=0))
    for place in PLACES:
        compose(street(place), BOOK, draw=0)
    assert text(compose(street("望湖"), BOOK, draw=0)) == alone


def test_another_draw_is_another_draft_and_none_is_the_plain_one() -> None:
    draws = {text(compose(street("望湖"), BOOK, draw=draw)) for draw in range(5)}
    assert len(draws) > 3
    assert text(compose(street("望湖"), BOOK)) == text(compose(street("望湖"), BOOK, draw=None))


def test_the_head_of_a_speech_is_protocol() -> None:
    def head(composed: Composed) -> tuple[object, ...]:
        speech = composed.document.speeches[0]
        return speech.title, speech.subtitle, speech.byline, speech.date, speech.salutation, speech.greeting

    for place in PLACES[:20]:
        facts = street(place, speaker="街道党工委书记　方远", date="2026-11-20", 问候="大家上午好")
        assert head(compose(facts, BOOK, draw=0)) == head(compose(facts, BOOK))


def test_a_draft_keeps_to_its_minutes_as_the_plain_one_does() -> None:
    """A longer opening must not cost a sentence."""
    body = "这件事看着小，连着千家万户。" * 8
    sections = [{"抓手": lead, "成效": gain, "body": body} for lead, gain in LEADS]
    for place in PLACES[:30]:
        length = compose(street(place, sections=sections), BOOK).length
        facts = street(place, sections=sections, minutes=-(-length // 180))
        codes = [[finding.code for finding in compose(facts, BOOK, draw=draw).findings] for draw in (None, 0)]
        assert "left-out" not in codes[0] and set(codes[1]) <= set(codes[0]), place


@pytest.mark.parametrize("said", ["一是把账算清。二是把话说透。", "第一，先易后难。第二，先急后缓。"])
def test_no_marker_stands_over_a_body_that_counts_with_it(said: str) -> None:
    sections = [{"抓手": lead, "成效": gain, "body": said} for lead, gain in LEADS]
    taken = set().union(*(markers(compose(street(place, sections=sections), BOOK, draw=0)) for place in PLACES))
    free = set().union(*(markers(compose(street(place), BOOK, draw=0)) for place in PLACES))
    assert said[:2] in {marker[:2] for marker in free}
    assert said[:2] not in {marker[:2] for marker in taken} and len(taken) > 1


def test_own_words_stay() -> None:
    """What the user wrote for an opening or a closing, and markers of his own, are not drawn for."""
    facts = street(
        "望湖",
        契机=None,
        总成效=None,
        目标=None,
        opening="先说一句心里话。",
        closing="话就说到这里。",
        sections=[{"序号": "其一，", "抓手": lead, "成效": gain, "body": "好。"} for lead, gain in LEADS],
    )
    for draw in range(4):
        found = text(compose(facts, BOOK, draw=draw))
        assert "先说一句心里话。" in found and "话就说到这里。" in found and found.count("其一，") == 3


def test_a_gap_is_asked_for_as_in_the_plain_draft() -> None:
    for place in PLACES[:20]:
        facts = street(place, 契机=None)
        plain, varied = compose(facts, BOOK), compose(facts, BOOK, draw=0)
        asked = [[f.fact for f in one.findings if f.code == "missing"] for one in (plain, varied)]
        assert asked[0] == asked[1]


def test_every_shipped_variant_wants_what_its_original_wants() -> None:
    variants = [frame for name in BOOK if is_variant(frame := BOOK[name])]
    assert len(variants) > 100
    for frame in variants:
        original = BOOK[f"{kind_of(frame)}/{frame.extends}"]
        assert set(frame.slots) == set(original.slots), frame.name
        assert frame.use and frame.use != original.use, frame.name
        if isinstance(frame, Formula) and isinstance(original, Formula):
            assert (frame.role, frame.move) == (original.role, original.move), frame.name


def test_shipped_variants_differ_in_more_than_a_word() -> None:
    """Of the openings and closings of one family no two share half of their fixed words."""
    families: dict[str, list[Formula]] = {}
    for frame in map(BOOK.__getitem__, BOOK):
        if isinstance(frame, Formula) and frame.role in ("opening", "closing") and not frame.evidence:
            families.setdefault(frame.extends or frame.name, []).append(frame)
    for family in families.values():
        for one, other in combinations(family, 2):
            runs = [
                {words[n : n + 4] for words in wording.fixed for n in range(len(words) - 3)}
                for frame in (one, other)
                for wording in frame.wordings[:1]
                if hasattr(wording, "fixed")
            ]
            if len(runs) == 2 and min(map(len, runs)):
                assert len(runs[0] & runs[1]) / min(map(len, runs)) < 0.5, (one.name, other.name)


def test_an_offices_own_wording_joins_the_draw(tmp_path: Path) -> None:
    own = tmp_path / "parallel" / "在…上下功夫-用劲.yaml"
    own.parent.mkdir()
    own.write_text(
        "name: 在…上下功夫-用劲\nkind: parallel\nextends: 在…上下功夫\n"
        "pattern: 朝“{{ 抓手 }}”用劲，{{ 成效 }}\n",
        "utf-8",
    )
    book = Phrasebook(Library((tmp_path, shipped_frames())))
    drafts = [text(compose(street(place), book, draw=0)) for place in PLACES]
    assert any("朝“问需”用劲" in draft for draft in drafts)
    assert not any("朝“问需”用劲" in text(compose(street(place), book)) for place in PLACES[:5])
