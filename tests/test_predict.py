from collections.abc import Callable
from typing import Any

import ipywidgets as widgets
import pytest
from IPython.core.formatters import DisplayFormatter

from course.predict import PredictFirst, Prediction, predict


class Experiment:
    def __init__(self, outcome: Callable[[], Any] = lambda: 1) -> None:
        self.runs, self._outcome = 0, outcome
        self.__name__ = "pids"

    def __call__(self) -> Any:
        self.runs += 1
        return self._outcome()


def fails() -> None:
    raise ValueError("two\nlines & <b>")


def ask(experiment: Callable[[], Any], question: str = "How many?") -> Prediction:
    return predict(question, ["1", "5", "20"])(experiment)


def find(prediction: Prediction, kind: type) -> list[Any]:
    """All widgets of a kind on the card, from top to bottom."""
    found, boxes = [], [prediction._view.box]
    while boxes:
        box = boxes.pop(0)
        found += [box] if isinstance(box, kind) else []
        boxes = [*getattr(box, "children", []), *boxes]
    return found


def button(prediction: Prediction) -> Any:
    return find(prediction, widgets.Button)[0]


def shown(prediction: Prediction) -> str:
    return str(find(prediction, widgets.HTML)[-1].value)


def test_decorating_does_not_run_the_experiment() -> None:
    experiment = Experiment()
    pids = ask(experiment)
    assert (experiment.runs, pids.prediction, pids.outcome, pids.history) == (0, None, None, [])


def test_running_before_choosing_says_how_to_choose() -> None:
    experiment = Experiment()
    with pytest.raises(PredictFirst, match=r'^Predict first: pids\.choose\("1"\) or another choice\.$'):
        ask(experiment).run()
    assert experiment.runs == 0


def test_the_outcome_comes_back_as_it_is() -> None:
    pids = ask(Experiment())
    pids.choose("5")
    assert pids.run() == 1
    assert (pids.prediction, pids.outcome) == ("5", 1)


@pytest.mark.parametrize("choice", ["5", 5, "B", "b", " 5 "])
def test_a_choice_is_a_text_or_its_letter(choice: object) -> None:
    pids = ask(Experiment())
    pids.choose(choice)
    assert pids.prediction == "5"


def test_a_text_wins_over_a_letter() -> None:
    first = predict("Which comes first?", ["B", "A"])(Experiment())
    first.choose("B")
    assert first.prediction == "B"


def test_an_unknown_choice_changes_nothing() -> None:
    pids = ask(Experiment())
    with pytest.raises(ValueError, match=r"^'7' is not offered: choose one of 1, 5, 20\.$"):
        pids.choose("7")
    assert (pids.prediction, pids.history, button(pids).disabled) == (None, [], True)


def test_one_may_change_one_s_mind_before_the_first_run_but_not_after() -> None:
    pids = ask(Experiment())
    pids.choose("20")
    pids.choose("5")
    pids.run()
    pids.choose("1")
    pids.run()
    assert (pids.prediction, pids.history) == ("5", ["20", "5", "1"])
    assert "Not as predicted" in shown(pids)


def test_choosing_the_same_again_is_one_choice() -> None:
    pids = ask(Experiment())
    pids.choose("5")
    pids.choose("5")
    assert pids.history == ["5"]


def test_an_error_is_shown_as_a_sentence_and_raised() -> None:
    pids = ask(Experiment(fails))
    pids.choose("5")
    with pytest.raises(ValueError, match="two"):
        pids.run()
    assert "It failed: <b>ValueError: two lines &amp; &lt;b&gt;</b>" in shown(pids)
    assert (button(pids).disabled, button(pids).description) == (False, "Run again")


@pytest.mark.parametrize("error", [ValueError("no"), KeyboardInterrupt(), SystemExit(1)])
def test_a_click_never_raises(error: BaseException) -> None:
    def raises() -> None:
        raise error

    pids = ask(Experiment(raises))
    pids.choose("5")
    button(pids).click()
    assert type(error).__name__ in shown(pids)
    assert not button(pids).disabled


def test_an_outcome_without_a_text_is_an_error_like_any_other() -> None:
    class Mute:
        def __str__(self) -> str:
            raise ValueError("no text")

    pids = ask(Experiment(Mute))
    pids.choose("5")
    button(pids).click()
    assert "ValueError: no text" in shown(pids)


def test_run_is_disabled_until_a_choice_and_during_the_run() -> None:
    during = []
    pids = ask(Experiment(lambda: during.append((button(pids).disabled, button(pids).description))))
    assert (button(pids).disabled, button(pids).description) == (True, "Run")
    find(pids, widgets.RadioButtons)[1].value = "5"
    assert not button(pids).disabled
    button(pids).click()
    assert during == [(True, "Running…")]
    assert (button(pids).disabled, button(pids).description) == (False, "Run again")


def test_nothing_is_preselected_and_choices_exclude_each_other() -> None:
    pids = ask(Experiment())
    radios = find(pids, widgets.RadioButtons)
    assert [radio.value for radio in radios] == [None, None, None]
    radios[0].value = "1"
    radios[2].value = "20"
    assert [radio.value for radio in radios] == [None, None, "20"]
    assert pids.history == ["1", "20"]


@pytest.mark.parametrize(("choice", "words"), [("1", "As predicted"), ("5", "Not as predicted")])
def test_prediction_and_outcome_stand_side_by_side(choice: str, words: str) -> None:
    pids = ask(Experiment())
    pids.choose(choice)
    pids.run()
    assert f"You predicted: <b>{choice}</b>" in shown(pids)
    assert "It happened: <b>1</b>" in shown(pids)
    assert words in shown(pids)


def test_markup_in_question_and_outcome_is_text() -> None:
    pids = ask(Experiment(lambda: "<script>"), "Is 1 < 2?")
    pids.choose("1")
    pids.run()
    assert "&lt;script&gt;" in shown(pids)
    assert any("Is 1 &lt; 2?" in text.value for text in find(pids, widgets.HTML))


@pytest.mark.parametrize("choices", [[], ["1"], ["1", "1"], [str(n) for n in range(27)]])
def test_choices_must_be_choices(choices: list[str]) -> None:
    with pytest.raises(ValueError, match="2 to 26 choices"):
        predict("?", choices)(Experiment())


TEXT = """\
Predict first: How many?
  A  1
  B  5
  C  20
Without buttons: pids.choose("1"); pids.run()"""


def test_what_a_notebook_stores_is_the_same_each_time() -> None:
    first, second = (DisplayFormatter().format(ask(Experiment()))[0] for _ in range(2))
    assert first["text/plain"] == second["text/plain"] == TEXT
    assert set(first) == {"text/plain", "application/vnd.jupyter.widget-view+json"}


def test_it_shows_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[Any] = []
    monkeypatch.setattr("course.predict.display", seen.append)
    pids = ask(Experiment())
    assert seen == [pids]
