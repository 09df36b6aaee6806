"""Asking what threads do, while garbage is collected that asks for threads too."""

import gc
import threading

from course.probes.frames import frames_of_threads


def test_every_thread_has_its_frame() -> None:
    assert threading.get_ident() in frames_of_threads()


def test_nothing_is_collected_meanwhile() -> None:
    """With garbage collected all the time a bare `sys._current_frames()` stops for ever here, in CPython 3.11.7."""
    before, asked = gc.get_threshold(), []

    def ask() -> None:
        for _ in range(50):
            local = threading.local()
            local.itself = local  # garbage whose end walks through the list of threads
            del local
            asked.append(len(frames_of_threads()))

    gc.set_threshold(2)
    try:
        threads = [threading.Thread(target=ask, daemon=True) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(30)
    finally:
        gc.set_threshold(*before)
    assert len(asked) == 200
    assert gc.isenabled()
