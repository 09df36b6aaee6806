"""Predict first: choose what will happen before you can make it happen.

    @predict("How many different pids?", ["1", "5", "20"])
    def pids():
        ...

shows the question, the choices and a Run button that stays disabled until one is chosen. Predicting before looking
is what makes a demonstration teach (Crouch et al. 2004; Miller et al. 2013). Nothing is graded.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from string import ascii_uppercase
from typing import Any

from IPython.display import display

from course.card import bundle
from course.predict_view import PredictView
from course.probes.complaint import sentence


class PredictFirst(RuntimeError):
    """The experiment was started before anything was predicted."""


class Prediction:
    """A question about what an experiment will return. Use it with its buttons, or with `choose` and `run`.

    `choices`: the texts to choose from. `prediction`: the choice made before the first run, None before any.
    `history`: all choices in the order they were made. `outcome`: what the latest run returned, None before any.
    """

    def __init__(self, question: str, choices: Sequence[str], experiment: Callable[[], Any]) -> None:
        """ValueError for choices that are fewer than two, more than 26 or not all different."""
        self.question, self.choices = question, [str(choice) for choice in choices]
        if not 2 <= len(set(self.choices)) == len(self.choices) <= len(ascii_uppercase):
            raise ValueError("A prediction needs 2 to 26 choices, all different.")
        self.prediction: str | None = None
        self.history: list[str] = []
        self.outcome: Any = None
        self.__name__ = getattr(experiment, "__name__", "experiment")
        self._experiment = experiment
        self._has_run = False
        self._view = PredictView(question, self.choices, self.choose, self.run)

    def choose(self, choice: object) -> None:
        """Record a choice, given as its text or its letter; ValueError if it is none of those offered.

        Before the first run a new choice replaces the prediction; after it the prediction stays what it was.
        """
        text = self._text_of(str(choice).strip())
        if self.history[-1:] != [text]:
            self.history.append(text)
        if not self._has_run:
            self.prediction = text
        self._view.chosen(text)

    def run(self) -> Any:
        """Run the experiment and return its outcome. What it raises is shown and raised.

        PredictFirst (a RuntimeError) if nothing was predicted.
        """
        if self.prediction is None:
            raise PredictFirst(f"Predict first: {self.__name__}.choose({_quoted(self.choices[0])}) or another choice.")
        self._has_run = True
        self._view.running()
        try:
            self.outcome = self._experiment()
            happened = str(self.outcome)
        except BaseException as error:  # an interrupt and `exit()` too must leave a button that can be pressed again
            self._view.failed(self.prediction, sentence(error))
            raise
        self._view.happened(self.prediction, happened)
        return self.outcome

    def _text_of(self, choice: str) -> str:
        letters = dict(zip(ascii_uppercase, self.choices, strict=False))
        text = choice if choice in self.choices else letters.get(choice.upper())
        if text is None:
            raise ValueError(f"{choice!r} is not offered: choose one of {', '.join(self.choices)}.")
        return text

    def __repr__(self) -> str:
        choices = [f"  {letter}  {text}" for letter, text in zip(ascii_uppercase, self.choices, strict=False)]
        how = f"Without buttons: {self.__name__}.choose({_quoted(self.choices[0])}); {self.__name__}.run()"
        return "\n".join([f"Predict first: {self.question}", *choices, how])

    def _repr_mimebundle_(self, **_: Any) -> dict[str, Any]:
        return bundle(self._view.box, repr(self))


def predict(question: str, choices: Sequence[str]) -> Callable[[Callable[[], Any]], Prediction]:
    """Decorate an experiment: it is shown as a question, and runs only after a choice.

    `str()` of what the experiment returns is compared with the choice.
    """

    def ask(experiment: Callable[[], Any]) -> Prediction:
        prediction = Prediction(question, choices, experiment)
        display(prediction)
        return prediction

    return ask


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
