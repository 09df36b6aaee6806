"""What the text of a cell says: tricks have grave signs, no honest answer has one, and what is odd is only shown."""

from __future__ import annotations

import py_compile
from importlib.util import cache_from_source as cached
from pathlib import Path

import pytest

from course.grading.outcome import Cell
from course.grading.plan import lesson_plan
from course.grading.public_names import STANDARD
from course.grading.reader import NO_PYTHON
from course.grading.shelf import read_shelf
from course.grading.signs import MOST, signs
from course.grading.warm import WarmInterpreter

UNCHECKED = py_compile.PycInvalidationMode.UNCHECKED_HASH
ROOT = Path(__file__).parents[2]
LESSONS = sorted(path.name for path in (ROOT / "tests" / "answers").iterdir())
SETUP = "import threading, gevent\nfrom concurrent.futures import ThreadPoolExecutor"

GRAVE = {
    "from functools import wraps\nwraps(mine)(thread)": "says what wraps copies",
    "def f(future):\n    future._note = int": "uses ._note",
    "class A:\n    def f(self):\n        for self in futures:\n            self._state = 1": "uses ._state",
    "class Job: pass\nfuture = Job()\ndef f(pool):\n    future = pool.submit(f)\n    future._state = 1": "uses ._state",
    "def worker(): pass\nmatch thread:\n    case worker:\n        worker._ident = 1": "uses ._ident",
    "def worker(): pass\nworker: object = threading.current_thread()\nworker._ident = 1": "uses ._ident",
    "from concurrent.futures import Future\nFuture.__init__(future)": "uses Future.__init__",
    "future.__init__(int)": "uses future.__init__",
    "setattr(future, '__class__', A)": "setattr of __class__",
    "class A:\n    def f(self):\n        self = threading.current_thread()\n        setattr(self, '_ident', 1)": (
        "setattr of '_ident'"
    ),
    "from contextlib import redirect_stdout": "imports redirect_stdout",
    "import enum\n@enum.global_enum\nclass A(enum.Enum): pass": "uses .global_enum",
    "import logging\nlogging.setLogRecordFactory(f)": "uses .setLogRecordFactory",
    "import copy": "imports copy",
    "import traceback\ntraceback.format_stack()": "uses .format_stack",
    "class A:\n    @staticmethod\n    def f(other):\n        other._ident = 1": "uses ._ident",
    "def job(): pass\ndef look(job):\n    job._state = 1": "uses ._state",
    "class A:\n    def f(self):\n        def g(self):\n            self._state = 1\n        g(future)": "uses ._state",
    "class A:\n    def f(self, hub):\n        self.wait = hub\nA.f(gevent.get_hub(), 1)": "hands on A.f",
    "class A:\n    def f(self):\n        self.n = 0\ntype(A()).f(future)": "uses type(A()).f",
    "class A(type): pass": "defines a class of classes",
    "class A(metaclass=B): pass": "makes a class by another one",
    "class A(**kw): pass": "makes a class by another one",
    "match x:\n    case A(y):\n        pass": "looks at what a class says",
    "match x:\n    case __match_args__:\n        pass": "sets __match_args__",
    "from functools import update_wrapper\nupdate_wrapper(*x)": "calls update_wrapper with what it computes",
    "import inspect\ninspect.signature(f, **kw)": "calls signature with what it computes",
    "type(*x)": "calls type with what it computes",
    "import multiprocessing\nmultiprocessing.get_context().reducer": "uses .reducer",
    "import gevent.monkey\ngevent.monkey.get_original('builtins', 'eval')": "uses .get_original",
    "import signal": "imports signal",
    "import pickle\npickle.loads(x)": "uses .loads",
    "import multiprocessing.spawn": "imports multiprocessing.spawn",
    "from course.crowd.cooperative import unpatched": "imports unpatched from course.crowd.cooperative",
    "from course.watch import wrapping": "imports wrapping from course.watch",
    "from gevent.hub import GEVENT_CONFIG": "imports GEVENT_CONFIG from gevent.hub",
    "import gevent.greenlet\ngevent.greenlet.sys_getframe(1)": "uses .sys_getframe",
    "class A:\n    import dataclasses": "imports in the body of a class",
    "import locale\ndef f():\n    import math as locale\nlocale.encodings.aliases": "uses locale",
    "class A:\n    __match_args__: tuple = ('__sub' + 'x',)": "sets __match_args__",
    "class A:\n    __annotations__ = {'x or f()': int}": "sets __annotations__",
    "class A:\n    def __getattr__(self, name):\n        return getattr(self.x, name)\n    read = __getattr__": (
        "passes on __getattr__"
    ),
    "import weakref\nweakref.getweakrefs(f)": "uses .getweakrefs",
    "class A:\n    def f(self):\n        self._n = 0\nA.f(future)": "hands on A.f",
    "class A:\n    def f(self):\n        self._n = 0\nlist(map(A.f, futures))": "hands on A.f",
    "class A:\n    def f(self):\n        self._n = 0\ngetattr(A, 'f')(future)": "hands on f",
    "hub = gevent.get_hub()\nhub.wait = f": "replaces hub.wait",
    "setattr(gevent.get_hub(), 'wait', f)": "replaces .wait",
    "kind = type(gevent.get_hub().loop)\nkind.run = f": "replaces kind.run",
    "get_ipython().run_line_magic('time', '-eval(\"1\")')": "uses eval",
    "import os, importlib.util": "imports importlib.util",
    "import a_package_nobody_knows": "imports a_package_nobody_knows",
    "from concurrent.futures import _base": "imports _base from concurrent.futures",
    "from course.probes import guard": "imports guard from course.probes",
    "from course import probes": "imports probes from course",
    "import course.watch\ncourse.grading": "uses .grading (line 2",
    "from sys import modules": "imports modules from sys",
    "from sys import *": "imports * from sys",
    "from operator import attrgetter as a": "imports attrgetter from operator",
    "import gevent.libev.corecffi": "imports gevent.libev.corecffi",
    "gevent.core.loop": "uses .core",
    "import concurrent.futures.thread as t\nt._threads_queues": "uses ._threads_queues (line 2",
    "f.__globals__": "uses .__globals__",
    "f.__\uff47lobals__": "uses .__globals__",
    "x.__class__ = int": "uses .__class__",
    "self.__init__.__globals__": "uses .__globals__",
    "class A:\n    def f(self):\n        return self._log": "uses ._log (line 3",
    "import sys\nsys.modules['time']": "uses .modules",
    "import sys\ns = sys\ns.settrace": "passes on the module sys",
    "import gc\ngc.get_objects()": "uses .get_objects",
    "import inspect as i\ni.stack()": "uses .stack",
    "exec('1')": "uses exec",
    "call = eval": "uses eval",
    "eval = eval": "uses eval",
    "getattr(f, '__glo' + 'bals__')": "getattr of '__glo' + 'bals__'",
    "getattr(f, '__globals__')": "getattr of '__globals__'",
    "getattr(*it)": "getattr of getattr(*it)",
    "reduce(getattr, names, f)": "passes on getattr",
    "map(operator.attrgetter, names)": "passes on attrgetter",
    "operator.attrgetter('a', 'b' + c)": "attrgetter of 'b' + c",
    "getattr(f, c + 'b')": "getattr of c + 'b'",
    "operator.attrgetter('gi_frame')": "attrgetter of 'gi_frame'",
    "class A:\n    def __getattr__(self, name):\n        return getattr(self.it, name + '_')": "getattr of name + '_'",
    "match f:\n    case object(__globals__=g):\n        pass": "uses .__globals__",
    "x = '__globals__'": "names __globals__",
    "f'/proc/{pid}/mem'": "names /mem",
    "open(b'/proc/self/mem')": "names /mem",
    "get_ipython()": "uses get_ipython",
    "get_ipython().ast_transformers": "uses get_ipython",
    "get_ipython().run_line_magic(name, '')": "uses run_line_magic",
    "x = 1\n%run other.py": "uses run (line 2",
    "%config InteractiveShell.ast_node_interactivity = 'all'": "uses config",
    "%load_ext other": "loads other",
    "%time f.__globals__": "uses .__globals__",
    "%%capture out\nx = 1\nf.__globals__": "uses .__globals__",
    "%timeit -n 1 -r1 exec(x)": "uses exec",
    "x = !ls\nf.__globals__": "uses .__globals__ (line 2",
    "threading.Thread = None": "replaces threading.Thread",
    "gevent.sleep = lambda *args: None": "replaces gevent.sleep",
    "ThreadPoolExecutor.submit = submit": "replaces concurrent.futures.ThreadPoolExecutor.submit",
    "T = threading.Thread\nT.run = run": "replaces threading.Thread.run",
    "del threading.Thread.run": "replaces threading.Thread.run",
    "setattr(threading, 'Thread', T)": "replaces threading.Thread",
    "with lock as threading.Thread:\n    pass": "replaces threading.Thread",
    "import greenlet\ngreenlet.gettrace()": "uses .gettrace",
    "vars(f)": "uses vars",
    "for m in [threading]:\n    m.Thread = f": "passes on the module threading",
    "import dataclasses\n[dataclasses.sys][0]": "passes on the module sys",
    "getattr(threading, '_active')": "getattr of '_active'",
    "super(ModuleType, m).__setattr__('x', f)": "uses .__setattr__",
    "class A:\n    __match_args__ = (a + b,)": "sets __match_args__",
    "import argparse\nargparse.ArgumentParser().parse_args([], f)": "imports argparse",
    "class A:\n    def __getstate__(self): pass": "defines __getstate__",
    "import unittest\nunittest.defaultTestLoader.discover(x)": "uses .discover",
    "%pwd {f()}": "uses a magic with {...}",
    "!ls {f()}": "uses a magic with {...}",
    "import traceback\ntraceback.linecache.cache": "uses linecache.cache",
    "import enum\nenum.bltns": "uses builtins",
    "import dataclasses\ndataclasses.sys.modules": "uses .modules",
    "import logging.handlers\nlogging.handlers.os._x": "uses ._x",
    "from course.try_answer import judge": "imports judge from course.try_answer",
    "from threading import *\nThread.run = f": "replaces threading.Thread.run",
    "from functools import *\nupdate_wrapper(W(), f, names)": "imports * from functools",
    "import functools\n[functools.update_wrapper][0](W(), f, names)": "uses .update_wrapper",
    "from functools import partial, wraps\npartial(wraps, f)": "passes on wraps",
    "import typing\ntyping.get_type_hints(f)": "uses .get_type_hints",
    "import warnings\nwarnings.warn('x', None, 3)": "asks who has called",
    "import warnings\nwarnings.warn(*arguments)": "asks who has called",
    "import warnings\nwarnings.warn('x', stacklevel=3)": "asks who has called",
    "import warnings\n[warnings.warn][0]('x', None, 3)": "passes on warnings.warn",
    "import logging\nlogging.info('x', stacklevel=3)": "asks who has called",
    "import warnings\nwarnings.warn('x', **options)": "asks who has called",
    "import logging\nlogging.getLogger().info('x', **options)": "asks who has called",
    "from multiprocessing.sharedctypes import typecode_to_type": "imports typecode_to_type from multiprocessing.shared",
    "import multiprocessing as mp\nmp.RawValue('B')": "uses .RawValue",
    "class Thing(Byte):\n    _type_ = 'O'": "sets _type_",
    "import inspect\ninspect.signature(f, eval_str=True)": "says where signature sets",
    "gevent.config.set('threadpool', name)": "uses .config",
    "__package__ = 'IPython'": "sets __package__",
    "from . import utils": "imports utils from .",
    "from ..core import x": "imports x from ..core",
    "class A:\n    _ip = 1\nexit._ip": "uses ._ip",
    "exit.ask_exit": "uses exit.ask_exit",
    "class A:\n    _target = 1\nworker._target = True": "uses ._target",
    "class A:\n    _target = 1\ndef f(self):\n    self._target = True": "uses ._target",
    "class A:\n    def __reduce_ex__(self, n): pass": "defines __reduce_ex__",
    "class A:\n    __reduce__ = f": "sets __reduce__",
    "type('A', (), {'__red' + 'uce__': f})": "makes a class of what it computes",
    "import sys\nsys.executable = './python'": "replaces sys.executable",
    "import threading as t\nt.TIMEOUT_MAX = 1": "replaces threading.TIMEOUT_MAX",
    "%prun -q -s cumulative f()": "uses prun",
    "%time -q x y": "is too odd to be read",
    "x = " + " + ".join(["1"] * 3000): "is too odd to be read",
    "setattr()": "is too odd to be read",
    "from IPython import get_ipython": "imports get_ipython from IPython",
    "import argparse\nargparse.ArgumentParser().parse_args([], namespace=f)": "says where parse_args sets",
    "class A:\n    def __getattr__(self, n):\n        x = getattr(self.a, n)\n        return x": "getattr of n",
    "class A:\n    def __getattr__(self, name):\n        return getattr(it, name)": "getattr of name",
    "getattr(self, f'{x}_y')": "getattr of f'{x}_y'",
    "getattr(self, f'tb_{x}')": "getattr of f'tb_{x}'",
    "import timeit\ntimeit.timeit(code, number=1)": "has timeit.timeit run a text",
    "import timeit\ndef f(): pass\ntimeit.timeit(f, setup)": "has timeit.timeit run a text",
    "import unittest.mock\nunittest.mock.patch": "uses .mock",
    "import unittest.mock as m\nm.patch": "uses .patch",
    "from unittest.mock import patch": "imports patch",
    "type(conn).recv = f": "replaces type(conn).recv",
    "self.__class__.n = f": "replaces self.__class__.n",
    "from functools import update_wrapper as u\nu(W(), f, names, ())": "imports update_wrapper from functools",
    "import functools\nfunctools.wraps(f, assigned=names)": "says what wraps copies",
    "import logging.config": "imports logging.config",
    "from logging import config": "imports config from logging",
    "import string\nstring.Formatter().get_field": "uses .Formatter",
    "gevent.monkey.patch_module(threading, mine)": "uses .patch_module",
    "from multiprocessing.connection import Listener": "imports Listener",
}
SHOWN = {
    "pool._max_workers": "uses ._max_workers",
    "globals()": "uses globals",
    "vars()": "uses vars",
    "class A:\n    def f(self):\n        setattr(self, name, value)": "setattr of name",
    "import socketserver\nsocketserver.TCPServer.allow_reuse_address = True": "replaces socketserver.TCPServer.allow",
    "!ls": "uses !",
    "%%bash\nls": "uses bash",
}
HONEST = [
    "class A(threading.Thread):\n    def __init__(self, *args):\n        threading.Thread.__init__(self)",
    "import logging, enum, contextlib\nlogging.getLogger('x').info('y')\nclass A(enum.Enum):\n    a = enum.auto()",
    "match x:\n    case str(y) | [y, *_] | {'a': y}:\n        pass",
    "import abc\nclass A(metaclass=abc.ABCMeta): pass\nclass B(A, slots=True): pass",
    "class A:\n    def f(self, *args, **kw):\n        return self.g(*args, **kw)\n    def g(self, *a): print(*a)",
    "def f(task, *args):\n    with ThreadPoolExecutor() as pool:\n        pool.submit(task, *args)",
    "class A:\n    def f(self):\n        def g():\n            self._n = 1\n        return [lambda: self._n, g]",
    "import gevent.pool\nfrom gevent import monkey, Timeout\nfrom gevent.hub import LoopExit\ngevent.__version__",
    "from course.watch import watch\nfrom course.crowd import crowd\nfrom course.puzzles.pools import POOL_LINES",
    "import socket\ndef f():\n    from socket import socket\n    return socket()",
    "class A:\n    def f(self):\n        self._n = 0\nclass B(A):\n    def f(self):\n        A.f(self)",
    "class A:\n    def f(self):\n        return self.n\nlist(map(A.f, a))\ndef g(thread):\n    thread.result = f()",
    "class A:\n    def __init__(self):\n        self.start = f\na = A()\na.wait = f",
    "class P:\n    __match_args__ = ('x', 'y')",
    "%timeit -n 5 -r2 f()",
    "import threading, gevent, asyncio, random, os, sys, typing, logging",
    "import greenlet\ngreenlet.settrace(f)",
    "class A:\n    def __init__(self):\n        super().__init__()\n        self._n = 0\n        self.__m = 1",
    "class A:\n    def f(self):\n        self._n = 0\n    def __eq__(self, other):\n        return other._n == 0",
    "class A:\n    _n = 0\n    def f(self):\n        with A._n:\n            self._g()\n    def _g(self): pass",
    "getattr(f, 'name', None)",
    "getattr(self, 'do_' + name)()",
    "from IPython.display import display, clear_output",
    "import os\nos.path.join('a', 'b')",
    "from socket import *\nsocket(AF_INET, SOCK_STREAM)",
    "import gevent.event\ngevent.event.Event()",
    "import pickle\npickle.dumps(x)",
    "class N:\n    def __init__(self):\n        self._next = None\nn = N()\nn._next = N()\nm._next",
    "class A(Thread):\n    def __init__(self):\n        super().__init__()\n        self._queue = 1\na = A()\na._queue",
    "class A:\n    def __setattr__(self, n, v):\n        super().__setattr__(n, v)",
    "def f(): pass\nf._count = 0\nf._count += 1",
    "x = 'a text with __sleep__ in it'",
    "class A:\n    def __init__(self):\n        self.modules = []\n    def f(self):\n        return self.modules",
    "exit()",
    "import os\ngetattr(os, 'process_cpu_count', os.cpu_count)()",
    "try:\n    import psutil\nexcept ImportError:\n    psutil = None\nif psutil is not None: psutil.Process()",
    "import course\ncourse.__file__",
    "class A:\n    def __getattr__(self, name):\n        return getattr(self.conn, name)",
    "getattr(self, f'on_{event}')()",
    "import timeit\ntimeit.timeit(lambda: f(1), number=3)",
    "import unittest\nclass T(unittest.TestCase): pass",
    "setattr(future, 'index', 1)",
    "type(error).__name__, error.__cause__",
    "def wrapper(): pass\nwrapper.__name__ = f.__name__",
    "if __name__ == '__main__':\n    main()",
    "'''Reads f.__globals__'''",
    "import sys\nprint(1, file=sys.stderr)\nsys.exit()",
    "import sys, io\nsys.stdout = io.StringIO()",
    "import inspect, pickle\ninspect.signature(f), pickle.dumps(f)",
    "threading.excepthook = print",
    "import functools\n@functools.wraps(f)\ndef g(): pass",
    "from multiprocessing.connection import wait\nwait([process.sentinel])",
    "from gevent import monkey\nmonkey.patch_all(thread=False)",
    "thread = threading.Thread()\nthread.daemon = True",
    "os.environ['X'] = '1'",
    "Point = collections.namedtuple('Point', 'x y')\nPoint(1, 2)._asdict()",
    "%timeit -n 1 f(x)\nx = 1",
    "%load_ext course.watch",
    "%matplotlib inline",
    "%%writefile helper.py\nx = 1",
]


def told(source: str, grave: bool) -> str:
    return "\n".join(str(sign) for sign in signs(source, SETUP) if sign.grave is grave)


@pytest.mark.parametrize("source", GRAVE)
def test_a_trick_has_a_grave_sign(source: str) -> None:
    assert GRAVE[source] in told(source, True), signs(source, SETUP)


@pytest.mark.parametrize("source", SHOWN)
def test_what_is_odd_is_shown_and_not_grave(source: str) -> None:
    assert SHOWN[source] in told(source, False)
    assert not told(source, True)


@pytest.mark.parametrize("source", HONEST)
def test_honest_code_has_no_sign(source: str) -> None:
    assert signs(source, SETUP) == ()


@pytest.mark.parametrize("source", ["def f(:", "\x00", "timeit -n1 exec('x')", "1 <> 2", "x = 1" + 5000 * "0"])
def test_what_is_no_python_here_may_be_some_for_ipython(source: str) -> None:
    assert signs(source, SETUP) == (NO_PYTHON,)


def test_of_many_signs_the_grave_and_first_are_told() -> None:
    found = [str(sign) for sign in signs("globals()\n" + "exec\n" * 20)]
    assert found == [f"uses exec (line {n} of a cell)" for n in range(2, MOST + 2)]


def test_modules_beside_the_notebook_are_read_too() -> None:
    honest, trick = {"helper": ["x = 1"]}, {"helper": ["x = 1\nf.__globals__"]}
    assert signs("import helper", "", honest) == ()
    assert [str(it) for it in signs("import helper", "", trick)] == [
        "imports helper, where line 2 uses .__globals__ (line 1 of a cell)"
    ]
    assert signs("from helper import x", "", {"helper": [None]})[0].grave
    assert signs("import random", "", {"random": ["exec"]}) == ()  # it is not what is imported
    assert signs("import a", "", {"a": ["import b"], "b": ["import a\nexec"]})[0].grave
    assert signs("import nbformat", "", {"nbformat": ["x = 1"]})[0].grave  # the real one is imported
    assert signs("%load_ext a", "", {"a": ["x = 1"]})[0].grave
    assert signs("%matplotlib inline", "", {"matplotlib": ["x = 1"]})[0].grave
    many = {f"m{n}": ["\n".join(f"import m{k}" for k in range(30))] for n in range(30)}
    assert signs("import m0", "", many) == ()


@pytest.mark.parametrize("slug", LESSONS)
def test_no_answer_of_the_shelf_and_no_solution_has_a_sign(slug: str) -> None:
    plan = lesson_plan(slug, ROOT / "source" / slug / f"{slug}.ipynb")
    sources = {exercise.name: exercise.solution for exercise in plan.exercises.values()}
    sources |= {answer.name: answer.path.read_text() for answer in read_shelf(ROOT / "tests" / "answers" / slug)}
    assert {name: found for name, source in sources.items() if (found := signs(source, plan.setup))} == {}


def test_most_attacks_that_forge_have_a_grave_sign() -> None:
    attacks = sorted((ROOT / "tests" / "attacks" / "forge").glob("*.py"))
    grave = [path for path in attacks if any(sign.grave for sign in signs(path.read_text(), SETUP))]
    assert len(grave) >= len(attacks) * 0.5


def run(*cells: str, files: Path | None = None) -> str:
    """What a test that asks for nothing says after these cells of a learner's."""
    with WarmInterpreter() as warm:
        own = [Cell(source, 30) for source in cells]
        *_, checked = warm.run([*own, Cell("assert 1 == 1", 30, test=True)], files)
    return "passed" if checked.error is None else checked.error["text"]


def test_no_points_for_what_is_not_public_until_a_person_has_looked() -> None:
    assert run("def f():\n    return f.__globals__") == (
        "Your answer uses .__globals__ (line 2 of a cell). Answers need public names only: "
        "do without it, or there are no points until somebody has looked."
    )
    assert run("%time x = 1", "def f(pool):\n    return pool._max_workers") == "passed"


def test_a_module_written_by_a_cell_or_lying_beside_is_known(tmp_path: Path) -> None:
    assert run("%%writefile helper.py\nx = 1", "import helper") == "passed"
    assert "uses exec" in run("%%writefile helper.py\nexec", "import helper")
    assert "reached into" in run("open('other.py', 'w').close()\nimport other")  # the witness was quicker
    assert "imports other" in run("try:\n    import other\nexcept ImportError:\n    pass")
    tmp_path.joinpath("beside.py").write_text("x = 1\nexec")
    assert "imports beside, where line 2 uses exec" in run(
        "try:\n    import beside\nexcept Exception:\n    pass", files=tmp_path
    )


def test_what_is_imported_is_what_was_read(tmp_path: Path) -> None:
    """A compiled module that claims to be that of the text is found, whatever the text says."""
    written = "%%writefile helper.py\nx = 1"
    compiled = tmp_path / "helper.pyc"
    tmp_path.joinpath("helper.py").write_text("x = 2")
    py_compile.compile(str(tmp_path / "helper.py"), str(compiled), invalidation_mode=UNCHECKED)
    cache = f"Path('{cached('helper.py')}').write_bytes({compiled.read_bytes()!r})"
    other = f"from pathlib import Path\nPath('__pycache__').mkdir()\n{cache}"
    assert "reached into" in run(written, other, "import helper")
    assert run(written, "from helper import x\nassert x == 1") == "passed"
    assert run(written, "import helper\nassert helper.x == 1") == "passed"
    assert "reached into" in run(written, "open('helper.py', 'w').write('x = 2')", "import helper")


def test_no_file_takes_the_place_of_a_standard_module() -> None:
    names = sorted(STANDARD - {"__future__"})
    written = "\n".join(f"open('{name}.py', 'w').write('mine = 1')" for name in names)
    imported = "\n".join(f"import {name}" for name in names)
    found = "assert not any([" + ", ".join(f"hasattr({name}, 'mine')" for name in names) + "])"
    assert run(written, f"{imported}\n{found}") == "passed"
