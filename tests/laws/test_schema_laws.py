"""The schemas take whatever draftkit writes and reads: an editor complains of no good file."""

from typing import Any

from hypothesis import given, settings
from test_store_laws import facts_data, frames, read

from draftkit.frame import Frame
from draftkit.store.dump import dump_facts, dump_frame
from draftkit.store.yaml import dump_yaml
from schemas import FACTS, FRAME, refusals


@settings(max_examples=200)
@given(frames())
def test_the_schema_takes_every_frame(frame: Frame) -> None:
    assert refusals(FRAME, dump_frame(frame)) == []


@settings(max_examples=200)
@given(facts_data)
def test_the_schema_takes_all_facts(data: dict[str, Any]) -> None:
    text = dump_yaml(data)
    assert refusals(FACTS, text) == []
    assert refusals(FACTS, dump_facts(read(text))) == []
