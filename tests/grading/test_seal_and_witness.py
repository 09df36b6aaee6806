"""What learners' code changes is put back before a test and found after it; what it reaches for is told."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from course.grading.outcome import Cell, Outcome
from course.grading.seal import put_back
from course.grading.warm import WarmInterpreter
from course.grading.windows import HAS_VERSIONS
from course.grading.written_down import write_again, write_down

SETUP = "abs_code = (lambda self: 0).__code__\nimport threading\nfrom concurrent.futures import ThreadPoolExecutor"


@pytest.fixture(scope="module")
def warm() -> Iterator[WarmInterpreter]:
    with WarmInterpreter(["course.probes.guard", "gevent"], SETUP) as interpreter:
        yield interpreter


@pytest.fixture(autouse=True)
def nobody_reads_the_text(monkeypatch: pytest.MonkeyPatch) -> None:
    """What runs is to be found out without what stands there."""
    monkeypatch.setattr("course.grading.conversation.signs", lambda *of: ())


def run(warm: WarmInterpreter, answer: str, test: str) -> tuple[Outcome, Outcome]:
    _, own, checked = warm.run([Cell(SETUP, 30, setup=True), Cell(answer, 30), Cell(test, 30, test=True)])
    return own, checked


CHANGES = {
    "builtins.len": "import builtins; builtins.len = lambda x: 3",
    "threading.Thread.start": "threading.Thread.start = print",
    "course.probes.guard.call": "import course.probes.guard as guard; guard.call = print",
    "course.probes.guard.Call.story": "from course.probes.guard import Call; Call.story = 'fine'",
    "course.probes.guard.Call.wait": "from course.probes.guard import Call\nCall.wait.__code__ = abs_code",
    "course.probes.guard.Call.new": "from course.probes.guard import Call; Call.new = 1",
    "sys.modules.course.probes.guard": "import sys; sys.modules['course.probes.guard'] = threading",
    "sys.meta_path": "import sys; sys.meta_path.insert(0, print)",
    "sys.settrace": "import sys; sys.settrace(lambda *a: None)",
    "signal.setitimer": "import signal; signal.setitimer(signal.ITIMER_REAL, 500)",
    "course.probes.guard.GUARD": "import course.probes.guard as guard; guard.GUARD = 0.0",
    "course.probes.guard.isinstance": "import course.probes.guard as guard; guard.isinstance = print",
    "course.probes.guard.Call.__init__": (
        "from course.probes.guard import Call\nCall.__init__.__kwdefaults__['name'] = ''"
    ),
    "threading.Thread.__setattr__": "threading.Thread.__setattr__ = object.__setattr__",
    "threading.Thread.join": "threading.Thread.join.__code__ = abs_code",
    "gc.callbacks": "import gc; gc.callbacks.append(lambda *of: None)",
    "the handler of SIGWINCH": "import signal; signal.signal(signal.SIGWINCH, print)",
    "the handler of SIGALRM": "import signal; signal.signal(signal.SIGALRM, print)",
}


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_is_put_back_and_told(warm: WarmInterpreter, name: str) -> None:
    own, checked = run(warm, CHANGES[name], "from course.probes.guard import Call, call\nassert len([1]) == 1")
    assert own.error is None
    assert checked.error is None or name == "sys.settrace"  # which was given frames, and may have kept them
    assert f"{name} was changed before the check; it was put back" in own.seen
    assert not any("changed back" in sign for sign in own.seen + checked.seen)  # that were we


@pytest.mark.parametrize("name", CHANGES)
def test_a_test_during_which_it_is_changed_has_not_passed(warm: WarmInterpreter, name: str) -> None:
    body = CHANGES[name].replace("\n", "\n    ")
    _, checked = run(warm, f"def answer():\n    {body}\n    return 1", "assert answer() == 1")
    assert checked.error
    assert checked.error["type"] == "AssertionError"
    assert "No points are given for that" in checked.error["text"]
    told = (
        "sets __code__ (line 2 of a cell)"
        if name == "threading.Thread.join"
        else f"{name} was changed while the check ran"
    )
    assert told in checked.seen


REACHES = {
    "gc.get_objects": "import gc; gc.get_objects()",
    "gc.get_referrers": "import gc; gc.get_referrers(SETUP_NAME)",
    "sys._getframe": "import sys; sys._getframe()",
    "sys._current_frames": "import sys; sys._current_frames()",
    "sys._current_frames (line 1": "exec('import sys; sys._current_frames()')",
    "sys._current_frames (line 4": "from course.probes.frames import frames_of_threads\n    frames_of_threads()",
    "sys._getframe (line 3": "import logging; logging.currentframe()",
    "compiles under the name <check>": "compile('1', '<check>', 'eval')",
    "opens b'/proc/self/mem'": "open(b'/proc/self/mem', 'rb').close()",
    "opens /proc/self": "import os; os.close(os.open('/proc/self', os.O_RDONLY))",
    "reads tb_frame": "try:\n        1 / 0\n    except ArithmeticError as e:\n        e.__traceback__.tb_frame",
    "ctypes": "import ctypes; ctypes.string_at(b'x')",
    "opens /proc/self/mem": "open('/proc/self/mem', 'rb').close()",
    "code.__new__": "(lambda: 0).__code__.replace(co_name='x')",
    "reads __globals__": "threading.Thread.start.__globals__",
    "reads __globals__ (line 3": "import operator; operator.attrgetter('__globals__')(threading.Thread.start)",
    "reads __globals__ (line 5": (
        "f = threading.Thread.start\n    f.__annotations__ = {'x': 'globals()'}"
        "\n    import typing; print(typing.get_type_hints(f))"
    ),
    "reads __globals__ (line 6": (
        "import functools, threading\n    class W:\n        def __setattr__(self, name, value): pass"
        "\n    functools.update_wrapper(W(), threading.Thread.start, ['__' + 'globals__'], ())"
    ),
    "reads __closure__": "type(answer).__dict__['__closure__'].__get__(threading.Thread.start)",
    "reads gr_frame": "import gevent; gevent.getcurrent().gr_frame",
    "imports _ctypes": "import ctypes",
    "imports _testcapi": "import importlib; importlib.import_module('_testcapi')",
    "opens /proc/self/mem (line 6": (
        "class Lies(str):\n        def startswith(self, *of): return False\n        __format__ = startswith"
        "\n    open(Lies('/proc/self/mem'), 'rb').close()"
    ),
    "sys._current_frames (line 1 ": (
        "import sys\n    class Lies(str):\n        def startswith(self, *of): return True"
        "\n    exec(compile('sys._current_frames()', Lies('x'), 'exec'), {'sys': sys})"
    ),
    "sys._getframe (line 5": (
        "import sys\n    class Looks:\n        def __eq__(self, other): return sys._getframe()"
        "\n    sys.audit('os.kill', Looks()), Looks() == 1"
    ),
    "compiles under the name <check> (line 4": (
        "open('<check>', 'w').write('1')\n    compile(b'1', '<check>', 'eval')"
    ),
    "unpickles builtins.getattr": "import pickle; pickle.loads(b'cbuiltins\\ngetattr\\n.')",
    "unpickles json._default_decoder": "import json, pickle; pickle.loads(b'cjson\\n_default_decoder\\n.')",
    "unpickles threading._os": "import pickle; pickle.loads(b'cthreading\\n_os\\n.')",
    "unpickles socket.selectors": "import pickle; pickle.loads(b'csocket\\nselectors\\n.')",
    "unpickles course.probes.guard.call": "import pickle; pickle.loads(b'ccourse.probes.guard\\ncall\\n.')",
    "opens link": "import os; os.symlink('/proc/self/mem', 'link'); open('link', 'rb').close()",
    "makes a module of Python's own again": "import _imp, sys; _imp.create_builtin(sys.__spec__)",
}


@pytest.mark.parametrize("name", REACHES)
def test_who_reaches_into_a_running_test_has_not_passed_it(warm: WarmInterpreter, name: str) -> None:
    answer = f"SETUP_NAME = []\ndef answer():\n    {REACHES[name]}\n    return 1"
    _, checked = run(warm, answer, "assert answer() == 1")
    assert checked.error
    assert "reached into Python's own insides" in checked.error["text"]
    assert any(name in sign for sign in checked.seen)


TAKEN_BACK = {
    "course.probes.guard": "import course.probes.guard as it; it.call, kept = print, it.call; it.call = kept",
    "course.probes.guard.Call": "from course.probes.guard import Call as c; c.wait, kept = 0, c.wait; c.wait = kept",
    "builtins": "import builtins as it; it.len, kept = print, it.len; it.len = kept",
    "threading": "it = threading; it.get_ident, kept = print, it.get_ident; it.get_ident = kept",
    "queue.Queue": "from queue import Queue as it; it.get, kept = print, it.get; it.get = kept",
    "json.decoder": "import json.decoder as it; it.new = 1; del it.new",
}


@pytest.mark.skipif(not HAS_VERSIONS, reason="this Python's dicts have no version numbers")
@pytest.mark.parametrize("name", TAKEN_BACK)
def test_what_is_taken_back_before_the_look_was_changed_too(warm: WarmInterpreter, name: str) -> None:
    answer = f"def answer():\n    {TAKEN_BACK[name]}\n    return 1"
    _, checked = run(warm, answer, "assert answer() == 1")
    assert f"{name} (and changed back) was changed while the check ran" in checked.seen
    assert checked.error


def test_who_reached_before_the_test_may_have_kept_what_was_found(warm: WarmInterpreter) -> None:
    own, checked = run(warm, "import sys\nkept = sys._getframe()\ndef answer():\n    return 1", "assert answer() == 1")
    assert own.error is None
    assert checked.error
    assert "reached into Python's own insides" in checked.error["text"]


HONEST = {
    "logging": "import logging; logging.getLogger().debug('x')",
    "namedtuple": "from collections import namedtuple; namedtuple('P', 'x y')(1, 2)",
    "dataclass": "from dataclasses import make_dataclass; make_dataclass('P', ['x'])(1)",
    "print_stack": "import traceback; traceback.print_stack()",
    "warning": "import warnings; warnings.warn('x')",
    "greenlets": "import gevent; gevent.joinall([gevent.spawn(getattr, 1, 'real')])",
    "a pool": "list(ThreadPoolExecutor(2).map(abs, [1, -1]))",
    "a child": "import os; os.waitpid(os.posix_spawn('/bin/true', ['true'], {}), 0)",
    "exec": "exec('x = 1')",
    "signals": "import signal; signal.getsignal(signal.SIGWINCH)",
    "proc": "open('/proc/self/status').close()",
    "wraps": "import functools; functools.wraps(print)(lambda: 0)()",
    "type hints": "import typing; typing.get_type_hints(answer)",
    "a signature": "import inspect; inspect.signature(answer)",
    "a pickle": "import pickle; pickle.loads(pickle.dumps(threading.get_ident))",
    "an error from a process": (
        "from concurrent.futures import ProcessPoolExecutor as P\n    from multiprocessing import get_context as of"
        "\n    with P(1, of('fork')) as p: p.submit(int, 'x').exception(), p.submit(P.submit, 1).exception()"
        "\n    with of('fork').Pool(1) as p: p.map(abs, [1]), p.apply_async(int, 'x').wait()"
    ),
    "plain pickles": (
        "import pickle, copyreg, collections, datetime, fractions, enum, decimal, uuid, threading"
        "\n    class A: pass\n    things = [b'x', A, collections.OrderedDict(a=1), datetime.datetime(1, 1, 1), {1, 2}]"
        "\n    things += [fractions.Fraction(1, 2), decimal.Decimal(1), uuid.uuid4(), ValueError('x'), range(3), abs]"
        "\n    for p in range(3, 6): [pickle.loads(pickle.dumps(it, p)) for it in things if it is not A]"
        "\n    pickle.loads(pickle.dumps(collections.Counter('abc')))"
    ),
    "a linked method": "import gevent; g = gevent.spawn(int); g.link([].append); g.join()",
    "a closure": "[cell.cell_contents for cell in (lambda x: lambda: x)(1).__closure__]",
    "lazy imports": "import concurrent.futures as it, multiprocessing.shared_memory; it.ProcessPoolExecutor",
    "a shared value": "import multiprocessing; multiprocessing.Value('i', 3)",
    "a printed error": "import traceback\n    try: 1 / 0\n    except ZeroDivisionError: traceback.print_exc()",
    "an error's lines": "import traceback as t\n    try: x\n    except NameError as e: t.extract_tb(e.__traceback__)",
    "an error in a log": "import logging\n    try: 1 / 0\n    except ZeroDivisionError: logging.exception('x')",
    "names of types": "import typing as t; t.TypeVar('T'), t.ParamSpec('P'), t.NamedTuple('P', [('x', int)])",
    "a protocol": "import typing as t\n    @t.runtime_checkable\n    class P(t.Protocol): pass\n    isinstance(1, P)",
    "an uncaught error": "t = threading.Thread(target=ThreadPoolExecutor, args=(-1,)); t.start(); t.join()",
    "an enum": "import enum; enum.Enum('E', 'a b')",
    "a generator's state": "import inspect; inspect.getgeneratorstate(x for x in [])",
    "a printed task": "import asyncio\n    async def f(): print(asyncio.current_task())\n    asyncio.run(f())",
    "a test case": (
        "import unittest, io\n    class T(unittest.TestCase):\n        def test_x(self):\n            self.fail()"
        "\n        def test_y(self): self.assertRaises(OSError, open, 'x')"
        "\n    unittest.TextTestRunner(io.StringIO()).run(unittest.defaultTestLoader.loadTestsFromTestCase(T))"
    ),
    "a proxy": "from weakref import proxy; import copy; copy.deepcopy([1]), proxy(answer).__name__",
    "shadows": "global len, sorted\n    len, sorted = None, 3",
}


@pytest.mark.parametrize("name", HONEST)
def test_honest_code_is_not_suspected(warm: WarmInterpreter, name: str) -> None:
    answer = f"def answer():\n    {HONEST[name]}\n    return [2, 1]"
    own, checked = run(warm, answer, "assert sorted(answer()) == [1, 2] and len([1]) == 1")
    assert own.error is checked.error is None
    assert own.seen == checked.seen == []


MAGICS = [
    "%pwd",
    "x = !true",
    "%%writefile other.py\nx = 1",
    "%time x = 1",
    "%%capture x\n1",
    "print?",
    "%load_ext gevent",
]


@pytest.mark.parametrize("source", MAGICS)
def test_the_magics_of_a_cell_are_not_suspected(warm: WarmInterpreter, source: str) -> None:
    own, checked = run(warm, source, "assert 1 == 1")
    assert own.error is checked.error is None
    assert own.seen == checked.seen == []


@pytest.mark.parametrize(
    "asked", ["run_line_magic('pwd', '', _stack_depth=2)", "get_local_scope(1)", "var_expand('', 3)"]
)
def test_who_asks_ipython_for_the_names_of_another_frame_has_reached(warm: WarmInterpreter, asked: str) -> None:
    own, checked = run(warm, f"get_ipython().{asked}", "assert 1 == 1")
    assert "sys._getframe (line 1 of a cell)" in own.seen
    assert checked.error


def test_the_handler_of_a_signal_gets_no_frame(warm: WarmInterpreter) -> None:
    answer = """import signal
got = []
signal.signal(signal.SIGUSR1, lambda number, frame: got.append(frame))
signal.raise_signal(signal.SIGUSR1)
signal.signal(signal.SIGUSR2, got.insert)
signal.raise_signal(signal.SIGUSR2)"""
    own, checked = run(warm, answer, "assert got == [None, None]")
    assert own.error is checked.error is None


def test_a_thread_that_reads_the_line_finds_nothing(warm: WarmInterpreter) -> None:
    steals = "import os, time\nthreading.Thread(target=lambda: print(os.read(3, 1 << 16)), daemon=True).start()"
    steals += "\ntime.sleep(0.5)"  # so that it is the first in the queue of readers
    test = "secret = 1\nassert secret"
    own, checked = warm.run([Cell(SETUP, 30, setup=True), Cell(steals, 30), Cell(test, 2, test=True)])[1:]
    assert own.error is None
    if checked.error is not None:  # of two who wait for the same line, either may get it
        assert checked.error["type"] in ("TooLong", "ProcessDied")
    assert "secret" not in checked.output


@pytest.mark.timeout(method="thread")  # the other method's timer is one of the things that the seal looks at
def test_the_seal_is_whole_when_nothing_has_happened() -> None:
    written = write_again(write_down())
    assert put_back(written) == []


def test_what_the_set_up_cell_changes_stays_changed(warm: WarmInterpreter) -> None:
    setup = "import time\ntime.sleep = print\n"
    cells = [Cell(setup, 30, setup=True), Cell("import json\njson.dumps = None", 30)]
    *_, own, checked = warm.run([*cells, Cell("patched = time.sleep is print\nassert patched", 30, test=True)])
    assert own.seen
    assert checked.error is None
