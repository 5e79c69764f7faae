"""Asks for the facts of a speech one by one, and puts each answer into the facts file as it is given."""

from collections.abc import Collection, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from draftkit.answer import Misfit
from draftkit.compose import Phrasebook, compose
from draftkit.compose.plan import skeleton_of
from draftkit.errors import CannotRead, CannotWrite, Place, Problem, WrongFacts
from draftkit.fact.facts import Facts
from draftkit.files import read_encoded, refuse_other, save
from draftkit.library import Library
from draftkit.messages import _
from draftkit.pattern import usable_name
from draftkit.pipeline import blank_form, facts_in, skeleton_named
from draftkit.store.answers import count_of, faults, value_of
from draftkit.store.fill import Path as Key
from draftkit.store.fill import put, put_figure
from draftkit.store.question import Question
from draftkit.store.questions import key_order, pending, questions

FORMS = (".yaml", ".yml")
"""What the name of a facts file ends in that can be filled in by asking."""


class _State(NamedTuple):
    """A facts file as it stands: its text, its facts, its questions, what compose has against it, and whether
    the draft has gaps."""

    text: str
    facts: Facts
    asked: list[Question]
    problems: tuple[Problem, ...] = ()
    lacking: bool = False

    def question(self, key: Key) -> Question | None:
        return next((question for question in self.asked if question.path == key), None)


class _Given(NamedTuple):
    """An answer of this session, and the file as it was before."""

    key: Key
    lines: tuple[str, ...]
    before: _State


class Session:
    """The filling in of one facts file; each answer is in the file before the next question is asked."""

    def __init__(self, path: Path, text: str, encoding: str, library: Library) -> None:
        self.path = path
        self._encoding, self._saved = encoding, text
        self._library, self._frames = library, Phrasebook(library)
        self._given: list[_Given] = []
        skeleton, problems = skeleton_of(facts_in(text, str(path)), self._frames)
        if skeleton is None:
            raise WrongFacts(problems)
        self._skeleton = skeleton
        self._order = key_order(skeleton, library)
        self._state = self._look(text)

    @property
    def lacking(self) -> bool:
        """Whether the draft of what is answered has gaps."""
        return self._state.lacking

    def pending(self, passed: Collection[Key] = ()) -> list[Question]:
        """Return the questions that are still to be asked, those that were passed over left out."""
        return [question for question in pending(self._state.asked) if question.path not in passed]

    def question(self, key: Key) -> Question | None:
        """Return the question of a key, answered or not; None where it is asked no more."""
        return self._state.question(key)

    def given(self, key: Key) -> tuple[str, ...]:
        """Return what was answered in this session, () for nothing."""
        return next((given.lines for given in self._given if given.key == key), ())

    def answer(self, key: Key, lines: Sequence[str]) -> list[Misfit]:
        """Put an answer into the file, in place of one that was given in this session, and save the file.

        Where one of the misfits returned refuses it, nothing has been changed. Raises CannotWrite.
        """
        place = next((n for n, given in enumerate(self._given) if given.key == key), len(self._given))
        later = self._given[place + 1 :]
        state = self._given[place].before if place < len(self._given) else self._state
        after, told = self._answered(state, key, lines)
        if after is None:
            return told
        log = [*self._given[:place], _Given(key, tuple(lines), state)]
        for given in later:
            again, misfits = self._answered(after, given.key, given.lines)
            if again:
                log.append(given._replace(before=after))
                after = again
            else:
                words = _("this answer has no place any more: {words}").format(words="；".join(given.lines))
                told += [Misfit(words, refused=False), *(one._replace(refused=False) for one in misfits)]
        self._save(after.text)
        self._given, self._state = log, after
        return told

    def _look(self, text: str) -> _State:
        facts = facts_in(text, str(self.path))
        asked = questions(self._skeleton, self._library, facts)
        try:
            findings = compose(facts, self._frames).findings
        except WrongFacts as error:
            return _State(text, facts, asked, error.problems)
        return _State(text, facts, asked, lacking=any(finding.code == "missing" for finding in findings))

    def _answered(self, state: _State, key: Key, lines: Sequence[str]) -> tuple[_State | None, list[Misfit]]:
        """Return the state after an answer, None where it is refused, and what there is to say of it."""
        question = state.question(key)
        if question is None:
            return None, [Misfit(_("this is asked no more"))]
        try:
            text, told = self._put(state, question, lines)
            if any(misfit.refused for misfit in told):
                return None, told
            after = self._look(self._with_figures(text))
        except WrongFacts as error:
            return None, _misfits(error.problems)
        before = {problem.message for problem in state.problems}
        told += _misfits(problem for problem in after.problems if problem.message not in before)
        return (None if any(misfit.refused for misfit in told) else after), told

    def _put(self, state: _State, question: Question, lines: Sequence[str]) -> tuple[str, list[Misfit]]:
        text, file, key = state.text, str(self.path), question.path
        if question.kind == "count":
            count = count_of(question, lines[0])
            if isinstance(count, Misfit):
                return text, [count]
            for place, blank in question.series.grown(count):
                text = put(text, file, (*key, place), blank, self._order, between=True)
            return text, []
        value = value_of(question, lines)
        if question.kind == "figure":
            return put_figure(text, file, str(key[-1]), value, self._order), []
        told = list(faults(question, value, state.facts))
        if any(misfit.refused for misfit in told):
            return text, told
        return put(text, file, key, value, self._order), told

    def _with_figures(self, text: str) -> str:
        """Return the text with an empty figure for each name that is quoted and is none yet."""
        facts = facts_in(text, str(self.path))
        for question in questions(self._skeleton, self._library, facts):
            name = str(question.path[-1])
            if question.kind == "figure" and name not in facts.figures and usable_name(name):
                text = put(text, str(self.path), question.path, "", self._order)
        return text

    def _save(self, text: str) -> None:
        if self.path.exists() and read_encoded(self.path)[0] != self._saved:
            message = _("the file was changed by somebody else meanwhile; the last answer is not in it")
            advice = _("Go on from it as it is: draftkit ask {path}").format(path=self.path)
            raise CannotWrite([Problem(Place(str(self.path)), message, advice)])
        save(self.path, text.encode(self._encoding), overwrite=True)
        self._saved = text


def begin(name: str, output: Path | None, library: Library, chinese: bool) -> Session:
    """Return a session that fills in the facts file of a name, or a new form of the skeleton of that name.

    Answers go into `output`, else into the facts file itself. For a skeleton, an `output` that is there is gone
    on with where it is of that skeleton; no other file is ever replaced. Raises DraftkitError.
    """
    source, encoding = Path(name), "utf-8"
    if source.suffix.lower() in (*FORMS, ".json"):
        path = output or source
        text, encoding = read_encoded(_form(source))
        fresh = path.resolve() != source.resolve()
    elif output is None:
        message = _("there is no facts file to put the answers into")
        raise CannotWrite([Problem(None, message, _("Name it: -o facts.yaml"))])
    else:
        path, fresh = output, not output.exists()
        text = blank_form(name, library, chinese, filled=False, folder=output.parent)
        if not fresh:
            text, encoding = _gone_on(_form(path), skeleton_named(name, library).name)
    session = Session(_form(path), text, encoding, library)
    if fresh:
        save(path, text.encode(encoding))
    return session


def _gone_on(path: Path, skeleton: str) -> tuple[str, str]:
    text, encoding = read_encoded(path)
    if facts_in(text, str(path)).skeleton != skeleton:
        refuse_other(path, b"")
    return text, encoding


def _form(path: Path) -> Path:
    if path.suffix.lower() not in FORMS:
        message = _("“{suffix}” is no facts file that can be filled in here").format(suffix=path.suffix)
        raise CannotRead(
            [Problem(Place(str(path)), message, _("Known here: {words}").format(words="、".join(FORMS)))]
        )
    return path


def _misfits(problems: Iterable[Problem]) -> list[Misfit]:
    return [Misfit(problem.message, problem.advice) for problem in problems]
