"""A scene tells what its tasks did: how often each ran, and whether its Future has what came of it."""

from __future__ import annotations

from course.probes.scene import Scene


def test_a_task_that_runs_once_more_is_noted() -> None:
    scene = Scene(abs)
    task = scene.handed()
    scene.pool.submit(lambda: task(-1) + task(-1))
    scene.pool.submit(task, -1)
    scene.end_all()
    assert scene.ran == [-1, -1]
    assert scene.again == [-1]


def test_a_future_keeps_what_the_task_returned_or_raised_or_does_not() -> None:
    scene = Scene(lambda x: ("result", x))
    task = scene.handed()
    for job in (task, lambda x: task(x), lambda x: ("result", task(x)[1]), lambda x: None):
        scene.pool.submit(job, 1)
    scene.pool.submit(task, 2)
    scene.end(4, fails=True)
    scene.end_all()
    assert [scene.is_kept(i) for i in range(5)] == [True, True, False, False, True]
