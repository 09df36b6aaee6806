"""How smoothly the live timeline is drawn: frames a second in headless Chromium with 1,000 bars in view.

    python bench/frames.py [--tasks 1000] [--workers 16] [--seconds 0.06]

The same page, before it shows a timeline, says how many frames a second it could draw at most. "live" counts the
frames drawn while the cell runs, from the moment half of the bars are there; "replay" while all of it is played again;
"zooming" while the picture is zoomed in and out by keyboard. Takes about half a minute.
"""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import click

sys.path.insert(0, str(Path(__file__).parent.parent))

from tests.browser import chromium_lab, missing, write_notebook

BOUND = 20.0  # frames a second
SETUP = """
import time
from concurrent.futures import ThreadPoolExecutor
%load_ext course.watch
"""
RUN = """%%watch run
with ThreadPoolExecutor({workers}) as pool:
    for n in range({tasks}):
        pool.submit(time.sleep, {seconds})
"""
GO_ON = """index => {
    const app = window.jupyterapp;
    app.shell.currentWidget.content.activeCellIndex = index;
    app.commands.execute('notebook:run-cell');
}"""
PAGE = """seconds => new Promise(done => {
    let frames = 0; const begin = performance.now();
    const next = now => { frames++; now - begin < 1000 * seconds ? requestAnimationFrame(next)
        : done(1000 * frames / (now - begin)); };
    requestAnimationFrame(next);
})"""
# Counts the pictures that the view draws itself, not those that the browser could show.
DRAWN = """([seconds, keys]) => new Promise(done => {
    const root = document.querySelector('.course-timeline'), view = root.parentElement.timeline;
    const chart = root.querySelector('.ct-chart'), frame = view.frame;
    let frames = 0, n = 0;
    view.frame = function () { frames++; return frame.apply(this, arguments); };
    const begin = performance.now();
    const next = now => {
        const key = keys?.[Math.floor(n++ / 8) % 2];
        if (key) chart.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
        if (now - begin < 1000 * seconds) { requestAnimationFrame(next); return; }
        delete view.frame;
        done([1000 * frames / (now - begin), root.querySelectorAll('rect.ct-task[role=img]').length]);
    };
    requestAnimationFrame(next);
})"""


@click.command()
@click.option("--tasks", default=1000, show_default=True)
@click.option("--workers", default=16, show_default=True)
@click.option("--seconds", default=0.06, show_default=True, help="that each task sleeps")
def main(tasks: int, workers: int, seconds: float) -> None:
    """Print frames a second."""
    if reason := missing():
        raise click.ClickException(reason)
    with TemporaryDirectory() as folder, chromium_lab(Path(folder)) as lab:
        cells = [SETUP, RUN.format(tasks=tasks, workers=workers, seconds=seconds)]
        notebook = lab.open(write_notebook(Path(folder) / "frames.ipynb", cells).name, height=1900)
        notebook.run(0)
        page = notebook.page
        tell("the page without a timeline", page.evaluate(PAGE, 2))
        page.evaluate(GO_ON, 1)
        half = f"() => document.querySelectorAll('.course-timeline rect.ct-finished').length > {tasks // 2}"
        page.wait_for_function(half)
        tell("live", *page.evaluate(DRAWN, [tasks * seconds / workers / 4, None]))
        page.wait_for_function("() => document.querySelector('.course-timeline')?.dataset.state === 'over'")
        page.get_by_role("button", name="Replay from the beginning").click()
        tell("replay", *page.evaluate(DRAWN, [tasks * seconds / workers * 0.9, None]))
        page.wait_for_function("() => document.querySelector('.course-timeline')?.dataset.state === 'over'")
        tell("zooming", *page.evaluate(DRAWN, [2, ["+", "-"]]))


def tell(what: str, frames: float, bars: Any = None) -> None:
    """One line of the report."""
    seen = "" if bars is None else f", {bars} bars at the end   (at least {BOUND:.0f})"
    click.echo(f"{what:28} {frames:5.1f} frames a second{seen}")


if __name__ == "__main__":
    main()
