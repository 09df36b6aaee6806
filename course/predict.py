"""Predict first: choose what will happen before you can make it happen.

    @predict("How many different pids?", ["1", "5", "20"])
    def pids():
        ...

shows the question, the choices and a Run button that stays disabled until one is chosen. Predicting before looking
is what makes a demonstration teach (Crouch et al. 2004; Miller et al. 2013). Nothing is graded.
"""

from __future__ import annotations

import html
from collections.abc import Callable, Sequence
from typing import Any

import ipywidgets as widgets
from IPython.display import display

from course.probes.guard import sentence

CARD = "border: 1px solid var(--jp-border-color2, #ccc); border-radius: 6px; padding: 8px 14px; min-width: 180px"


class Prediction:
    """A question about what `experiment` will return.

    `prediction` is the first choice that was run (None before), `outcome` what came of the latest run, `history`
    all choices in the order they were made.
    """

    def __init__(self, question: str, choices: Sequence[str], experiment: Callable[[], Any]) -> None:
        self.question, self.choices = question, [str(choice) for choice in choices]
        self.prediction: str | None = None
        self.outcome: Any = None
        self.history: list[str] = []
        self.__name__ = getattr(experiment, "__name__", "experiment")
        self._experiment = experiment
        self._build()

    def choose(self, choice: object) -> None:
        """Record a choice; ValueError if it is none of those offered."""
        if str(choice) not in self.choices:
            raise ValueError(f"Choose one of {', '.join(self.choices)}.")
        self.history.append(str(choice))
        if self._radio.value != str(choice):
            self._radio.value = str(choice)
        self._run_button.disabled = False

    def run(self) -> Any:
        """Run the experiment and return its outcome; RuntimeError if nothing was predicted."""
        if not self.history:
            raise RuntimeError(f"Predict first: {self.__name__}.choose({self.choices[0]!r}), or another choice.")
        self.prediction = self.prediction or self.history[-1]
        self._run_button.disabled, self._run_button.description = True, "Running ..."
        try:
            self.outcome = self._experiment()
            self._show(f"It happened: {self.outcome}", str(self.outcome) == self.prediction)
        except Exception as error:
            self._show(f"It failed: {sentence(error)}", False)
            raise
        finally:
            self._run_button.disabled, self._run_button.description = False, "Run again"
        return self.outcome

    def _build(self) -> None:
        self._radio = widgets.RadioButtons(options=self.choices, value=None, layout=widgets.Layout(width="auto"))
        self._radio.observe(self._chosen, "value")
        self._run_button = widgets.Button(description="Run", disabled=True, tooltip="Choose first, then run")
        self._run_button.on_click(self._clicked)
        self._result = widgets.HTML()

    def _chosen(self, change: dict[str, Any]) -> None:
        if change["new"] is not None and self.history[-1:] != [change["new"]]:
            self.choose(change["new"])

    def _clicked(self, _: object) -> None:
        try:
            self.run()
        except Exception:  # shown beside the prediction
            return

    def _show(self, text: str, as_predicted: bool) -> None:
        mark = "&#10003; as predicted" if as_predicted else "&#8594; not as predicted: find out why"
        cards = "".join(
            f'<div style="{CARD}">{html.escape(t)}</div>' for t in (f"You predicted: {self.prediction}", text)
        )
        row = f'<div style="display: flex; flex-wrap: wrap; gap: 12px; margin: 6px 0">{cards}</div>'
        self._result.value = f'<div aria-live="polite">{row}{mark}</div>'

    def __repr__(self) -> str:
        choices = "\n".join(f"  ( ) {choice}" for choice in self.choices)
        answer = f"{self.__name__}.choose({self.choices[0]!r}); {self.__name__}.run()"
        return f"Predict first: {self.question}\n{choices}\nWithout buttons: {answer}"

    def _repr_mimebundle_(self, **kwargs: Any) -> dict[str, Any]:
        question = widgets.HTML(f"<b>Predict first.</b> {html.escape(self.question)}")
        box = widgets.VBox([question, self._radio, self._run_button, self._result])
        return {**box._repr_mimebundle_(), "text/plain": repr(self)}


def predict(question: str, choices: Sequence[str]) -> Callable[[Callable[[], Any]], Prediction]:
    """Decorate an experiment: it is shown as a question, and runs only after a choice."""

    def ask(experiment: Callable[[], Any]) -> Prediction:
        prediction = Prediction(question, choices, experiment)
        display(prediction)
        return prediction

    return ask
