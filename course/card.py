"""The frame around an interactive piece: one card, in the colours of JupyterLab's theme, light or dark."""

from __future__ import annotations

from typing import Any

import ipywidgets as widgets

# Only theme variables, so that a change of theme needs no new output. Each has a fallback for pages without a theme.
STYLE = """<style>
.course-card { border: 1px solid var(--jp-border-color2, #ccc); border-radius: 8px; padding: 12px 16px 14px;
  margin: 4px 4px 8px 2px; background: var(--jp-layout-color1, #fff); gap: 8px; overflow: hidden; }
.course-card .widget-html-content { color: var(--jp-ui-font-color1, #222); line-height: 1.5; }
.course-card .jupyter-button:focus-visible { outline: 2px solid var(--jp-brand-color1, #1976d2); outline-offset: 1px; }
.course-kind { font-size: 11px; font-weight: 600; letter-spacing: .06em; text-transform: uppercase;
  color: var(--jp-ui-font-color2, #555); }
.course-question { font-size: 14px; max-width: 76ch; }
.course-note { color: var(--jp-ui-font-color2, #555); font-size: 12px; }
</style>"""


def card(*children: Any) -> widgets.VBox:
    """A vertical box of widgets in the frame."""
    style = widgets.HTML(STYLE, layout=widgets.Layout(display="none"))
    box = widgets.VBox([style, *children])
    box.add_class("course-card")
    return box


def bundle(box: Any, text: str) -> dict[str, Any]:
    """What a notebook stores for `box`: the live view, and `text` for readers without one.

    ipywidgets' own text holds a new id each time; `text` does not, so stored outputs can be compared byte for byte.
    """
    return {**box._repr_mimebundle_(), "text/plain": text}
