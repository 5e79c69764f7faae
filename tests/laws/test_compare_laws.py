"""A draft of a street's own facts is never taken for another's; one with a sentence of another's always is.
Likeness is the same whichever way round, whatever the numbers and names."""

import json
from typing import Any, NamedTuple

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from draftkit.compare import Sketch, Strangers, known_of, likeness, sketch_of
from draftkit.compare.sketch import RUN
from draftkit.compose import Phrasebook, compose
from draftkit.fact.facts import Facts
from draftkit.library import Library
from draftkit.pipeline import facts_in, shipped_frames
from draftkit.tree import Document, Paragraph, Passage, Speech, Text

BOOK = Phrasebook(Library((shipped_frames(),), trusted=shipped_frames()))
NAMES = "水木金石竹柳云溪桥湖岭渡"
"""Of names alone, so that no word of a body is one by chance."""
SURNAMES, GIVEN = "赵钱孙李周吴", "志远明华文静"
LABELS = {"用餐老人": "人", "建成食堂": "个", "满意率": "%", "结余": "万元"}

law = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


class Street(NamedTuple):
    name: str
    leader: str
    values: tuple[int, ...]

    def sentences(self) -> list[str]:
        """Sentences that no other street can have written."""
        told = [
            f"{label}达到{value}{unit}。"
            for (label, unit), value in zip(LABELS.items(), self.values, strict=True)
        ]
        return [f"来{self.name}的人都说好。", f"{self.leader}同志算了一笔账。", *told]

    def facts(self, *more: str) -> Facts:
        figures = {
            label: {"value": value, "unit": unit}
            for (label, unit), value in zip(LABELS.items(), self.values, strict=True)
        }
        body = [
            f"{self.name}的食堂开到楼下，{self.leader}带头办。",
            "{{ 用餐老人 | 名数 }}，{{ 满意率 | 名数 }}。",
            *more,
        ]
        given: dict[str, Any] = {
            "skeleton": "短发言-一是二是三是",
            "unit": f"{self.name}党工委",
            "speaker": f"{self.name}党工委书记　{self.leader}",
            "theme": "社区助餐",
            "契机": "从一碗热饭办起",
            "总成效": ["建成食堂", "结余"],
            "figures": figures,
            "sections": [{"小标题": "办好食堂", "body": body}, {"小标题": "算好账", "body": "账目贴在墙上。"}],
        }
        return facts_in(json.dumps(given, ensure_ascii=False), "facts.json")

    def draft(self, *more: str) -> Document:
        return compose(self.facts(*more), BOOK, draw=0).document


@st.composite
def streets(draw: st.DrawFn) -> list[Street]:
    """Two to six streets of which no two share a name, a leader or a number; a name may hold another."""
    places = draw(st.lists(st.text(NAMES, min_size=2, max_size=4), min_size=2, max_size=6, unique=True))
    leader = st.builds(str.__add__, st.sampled_from(SURNAMES), st.text(GIVEN, min_size=2, max_size=2))
    leaders = draw(st.lists(leader, min_size=len(places), max_size=len(places), unique=True))
    count = len(places) * len(LABELS)
    values = draw(st.lists(st.integers(11, 99_999), min_size=count, max_size=count, unique=True))
    kind = draw(st.sampled_from(["街道", "镇"]))
    return [
        Street(f"{place}{kind}", leaders[n], tuple(values[n * len(LABELS) : (n + 1) * len(LABELS)]))
        for n, place in enumerate(places)
    ]


@law
@given(streets())
def test_a_draft_of_its_own_facts_is_never_anothers(all_streets: list[Street]) -> None:
    strangers = Strangers(known_of(street.facts()) for street in all_streets)
    for street in all_streets:
        assert strangers.found_in(street.draft(*street.sentences()), known_of(street.facts())) == ()


@law
@given(streets(), st.data())
def test_a_sentence_of_another_street_is_always_found(all_streets: list[Street], data: st.DataObject) -> None:
    strangers = Strangers(known_of(street.facts()) for street in all_streets)
    own, other = data.draw(st.permutations(all_streets))[:2]
    pasted = data.draw(st.sampled_from(other.sentences()))
    found = strangers.found_in(own.draft(pasted), known_of(own.facts()))
    assert found and all(finding.fact.startswith("sections[0].body") for finding in found)
    assert any(finding.quote in pasted for finding in found)


@law
@given(st.lists(st.text(st.characters(categories=["L"]), max_size=30), max_size=4))
def test_a_run_is_the_same_wherever_it_stands(lines: list[str]) -> None:
    def hashes(*texts: str) -> list[int]:
        body = tuple(Paragraph((Text(text),)) for text in texts)
        return list(sketch_of("", Document("", (Speech((), opening=Passage(body)),))).text)

    runs = {line[place : place + RUN] for line in lines for place in range(len(line) - RUN + 1)}
    assert hashes(*lines) == sorted(one for run in runs for one in hashes(run))


def sketch(street: Street, *more: str) -> Sketch:
    return sketch_of(street.name, street.draft(*more), (street.name, street.leader))


@law
@given(streets())
def test_numbers_and_names_make_no_draft_another(all_streets: list[Street]) -> None:
    """Drafts of the same words on the same frames are the same, whatever their numbers and names."""
    one, other = all_streets[:2]
    plain = [
        sketch_of(street.name, compose(street.facts(), BOOK).document, (street.name, street.leader))
        for street in (one, Street(one.name, other.leader, other.values))
    ]
    (pair,) = likeness(plain, 2).alike
    assert pair.frame == pair.text == 1.0 and likeness(plain, 2).same_ends


@law
@given(streets())
def test_likeness_is_the_same_in_whatever_order(all_streets: list[Street]) -> None:
    sketches = [sketch(street) for street in all_streets]
    found, turned = (likeness(row, len(row)) for row in (sketches, sketches[::-1]))
    assert abs(found.frame - turned.frame) < 1e-9 and abs(found.text - turned.text) < 1e-9
    assert {one.sentence for one in found.repeated} == {one.sentence for one in turned.repeated}
    assert len(found.same_ends) == len(turned.same_ends)
    assert 0 <= found.frame <= 1 and 0 <= found.text <= 1
