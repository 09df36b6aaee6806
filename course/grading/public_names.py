"""What an answer may name without anybody asking why: modules, and attributes of those that also look into Python.

Deny by default: what stands here neither hands on frames or code nor reaches into memory, and its names say what they
do. Learners' code has no use for the rest, and whoever has one is told that a person will look.
"""

# fmt: off
#: of the standard library: what answers to the exercises may have use for
STANDARD = frozenset({
    "__future__", "abc", "array", "asyncio", "base64", "bisect", "collections", "concurrent", "contextvars",
    "datetime", "decimal", "difflib", "errno", "fractions", "hashlib", "heapq", "io", "itertools", "json", "math",
    "multiprocessing", "numbers", "os", "pathlib", "platform", "pprint", "queue", "random", "re", "sched",
    "secrets", "select", "selectors", "socket", "socketserver", "statistics", "string", "struct", "subprocess",
    "tempfile", "textwrap", "threading", "time", "uuid", "zlib",
})
#: of the rest of it what is often imported; before any answer runs, so that no file beside a notebook takes its place
OFTEN = frozenset({
    "copy",
    "argparse", "atexit", "binascii", "calendar", "cmath", "csv", "email", "fcntl",
    "genericpath", "getpass", "glob", "gzip", "hmac", "html", "http", "ipaddress", "keyword", "locale",
    "posixpath", "reprlib", "resource", "shlex", "shutil", "signal", "ssl", "stat", "tracemalloc", "unicodedata",
    "urllib", "zoneinfo",
})
#: installed with the course, and harmless
INSTALLED = frozenset({
    "gevent", "greenlet", "psutil",
})
#: modules that also look into Python, with what is harmless in them
PARTLY: dict[str, frozenset[str]] = {
    "IPython": frozenset({
        "display",
    }),
    "course": frozenset({
        "crowd", "gevent_kernel", "parsons", "predict", "puzzles", "scheduler", "timeline", "watch", "what_if",
    }),
    "ast": frozenset({
        "literal_eval",
    }),
    "codecs": frozenset({
        "getincrementaldecoder", "getincrementalencoder",
    }),
    "contextlib": frozenset({
        "AbstractAsyncContextManager", "AbstractContextManager", "AsyncExitStack", "ContextDecorator", "ExitStack",
        "aclosing", "asynccontextmanager", "closing", "contextmanager", "nullcontext", "suppress",
    }),
    "dataclasses": frozenset({
        "FrozenInstanceError", "InitVar", "KW_ONLY", "asdict", "astuple", "dataclass", "field", "fields",
    }),
    "enum": frozenset({
        "Enum", "EnumMeta", "EnumType", "Flag", "IntEnum", "IntFlag", "StrEnum", "auto", "unique",
    }),
    "functools": frozenset({
        "cache", "cached_property", "cmp_to_key", "lru_cache", "partial", "partialmethod", "reduce", "total_ordering",
        "wraps",
    }),
    "gc": frozenset({
        "collect",
    }),
    "inspect": frozenset({
        "CORO_CLOSED", "CORO_CREATED", "CORO_RUNNING", "CORO_SUSPENDED", "GEN_CLOSED", "GEN_CREATED", "GEN_RUNNING",
        "GEN_SUSPENDED", "Parameter", "getcoroutinestate", "getdoc", "getgeneratorstate", "isawaitable", "isclass",
        "iscoroutine", "iscoroutinefunction", "isfunction", "isgenerator", "isgeneratorfunction", "ismethod",
        "signature",
    }),
    "logging": frozenset({
        "CRITICAL", "DEBUG", "ERROR", "FileHandler", "Formatter", "Handler", "INFO", "Logger", "NullHandler",
        "StreamHandler", "WARNING", "basicConfig", "captureWarnings", "critical", "debug", "disable", "error",
        "exception", "getLevelName", "getLogger", "handlers", "info", "log", "shutdown", "warning",
    }),
    "operator": frozenset({
        "add", "and_", "attrgetter", "contains", "eq", "ge", "getitem", "gt", "index", "itemgetter", "le", "lt",
        "methodcaller", "mod", "mul", "ne", "neg", "not_", "or_", "sub", "truediv", "truth",
    }),
    "pickle": frozenset({
        "HIGHEST_PROTOCOL", "PickleError", "PicklingError", "dumps",
    }),
    "sys": frozenset({
        "argv", "byteorder", "exc_info", "exception", "executable", "exit", "flags", "float_info",
        "getdefaultencoding", "getrecursionlimit", "getrefcount", "getsizeof", "getswitchinterval", "hexversion",
        "implementation", "maxsize", "platform", "setrecursionlimit", "stderr", "stdin", "stdout", "version",
        "version_info",
    }),
    "timeit": frozenset({
        "default_timer", "repeat", "timeit",
    }),
    "traceback": frozenset({
        "format_exc", "format_exception", "format_exception_only", "print_exc", "print_exception",
    }),
    "types": frozenset({
        "CoroutineType", "GeneratorType", "MappingProxyType", "MethodType", "NoneType", "SimpleNamespace",
        "TracebackType",
    }),
    "typing": frozenset({
        "Annotated", "Any", "AnyStr", "AsyncIterable", "AsyncIterator", "Awaitable", "BinaryIO", "Callable",
        "ClassVar", "Collection", "Concatenate", "Container", "Coroutine", "DefaultDict", "Deque", "Dict", "Final",
        "FrozenSet", "Generator", "Generic", "Hashable", "IO", "Iterable", "Iterator", "List", "Literal", "Mapping",
        "MutableMapping", "NamedTuple", "Never", "NewType", "NoReturn", "Optional", "ParamSpec", "Protocol",
        "Reversible", "Self", "Sequence", "Set", "Sized", "SupportsFloat", "SupportsIndex", "SupportsInt",
        "TYPE_CHECKING", "Text", "TextIO", "Tuple", "Type", "TypeAlias", "TypeVar", "TypedDict", "Union", "cast",
        "final", "overload", "override", "runtime_checkable",
    }),
    "unittest": frozenset({
        "IsolatedAsyncioTestCase", "TestCase", "TestLoader", "TestResult", "TestSuite", "TextTestRunner",
        "defaultTestLoader", "main", "skip", "skipIf", "skipUnless",
    }),
    "warnings": frozenset({
        "catch_warnings", "filterwarnings", "resetwarnings", "simplefilter", "warn",
    }),
    "weakref": frozenset({
        "WeakKeyDictionary", "WeakMethod", "WeakSet", "WeakValueDictionary", "finalize", "proxy", "ref",
    }),
}
#: dotted names that lead inside: they import by name, rebuild what they are sent, replace names of modules
INSIDE = (
    "gevent.backdoor", "gevent.builtins", "gevent.config", "gevent.core", "gevent.events", "gevent.ffi",
    "gevent.libev", "gevent.libuv", "gevent.monkey.get_original", "gevent.monkey.main", "gevent.monkey.patch_item",
    "gevent.monkey.patch_module", "gevent.monkey.saved", "gevent.resolver", "gevent.tests", "gevent.util",
    "logging.config", "multiprocessing.connection.Client", "multiprocessing.connection.Listener",
    "multiprocessing.forkserver", "multiprocessing.heap", "multiprocessing.managers", "multiprocessing.process",
    "multiprocessing.reduction", "multiprocessing.resource_sharer", "multiprocessing.resource_tracker",
    "multiprocessing.sharedctypes", "multiprocessing.spawn", "multiprocessing.util", "string.Formatter",
)
#: functions that run what they are given, which may be a text
TIMING = frozenset({
    "timeit.repeat", "timeit.timeit",
})
#: functions that copy what is named to them, if it is named, and how many arguments they have if it is not
COPYING = {"functools.wraps": 1}
#: a function that tells who has called, if its third argument says so
WARNING = "warnings.warn"
#: arguments by which it and others do, and who takes them
TELLING = frozenset({
    "stack_info", "stacklevel",
})
TELLERS = frozenset({
    "critical", "debug", "error", "exception", "info", "log", "warn", "warning",
})
#: packages of which only what their modules offer by `__all__` may be named: the rest is not made for others
OFFERED = ("course", "gevent", "greenlet")
#: arguments by which a function sets attributes, or evaluates texts
SETTING = frozenset({
    "eval_str", "namespace",
})
#: builtins that make names of strings, or hand out all there are
REFLECTION = frozenset({
    "__builtins__", "__import__", "__loader__", "__spec__", "breakpoint", "compile", "eval", "exec", "get_ipython",
    "globals", "locals", "vars",
})
BY_NAME = frozenset({
    "attrgetter", "delattr", "getattr", "methodcaller", "setattr",
})
#: attributes without an underscore that lead to frames, code, modules or everything there is
LEADING = frozenset({
    "RawArray", "RawValue", "addaudithook", "ag_await", "ag_code", "ag_frame", "builtins", "co_consts", "cr_await",
    "cr_code", "cr_frame", "currentframe", "discover", "f_back", "f_builtins", "f_code", "f_globals", "f_locals",
    "f_trace", "findCaller", "get_field", "get_obj", "get_objects", "get_referents", "get_referrers", "get_stack",
    "getprofile", "gettrace", "gi_code", "gi_frame", "gi_yieldfrom", "gr_frame", "importlib", "loadTestsFromName",
    "loadTestsFromNames", "meta_path", "modules", "path_hooks", "reducer", "setprofile", "settrace", "sharedctypes",
    "sys", "tb_frame", "tb_next", "typecode_to_type", "walk_stack", "walk_tb",
})
#: underscored names that honest code says: of Python's protocols, of os, of namedtuple
SAID = frozenset({
    "__add__", "__aenter__", "__aexit__", "__aiter__", "__all__", "__anext__", "__author__",
    "__await__", "__bool__", "__bytes__", "__call__", "__cause__", "__class__", "__contains__", "__context__",
    "__del__", "__doc__", "__enter__", "__eq__", "__exit__", "__file__", "__float__", "__format__", "__future__",
    "__ge__", "__getitem__", "__gt__", "__hash__", "__iadd__", "__index__", "__init__", "__init_subclass__",
    "__int__", "__iter__", "__le__", "__len__", "__lt__", "__main__", "__module__", "__mul__",
    "__name__", "__ne__", "__new__", "__next__", "__notes__", "__or__", "__post_init__", "__qualname__", "__radd__",
    "__repr__", "__set_name__", "__setitem__", "__slots__", "__str__", "__sub__", "__traceback__", "__version__",
    "_asdict", "_exit", "_fields", "_make", "_replace",
})
#: underscored names of the standard library's that are read out of curiosity, and lead to plain values or to threads
CURIOUS = frozenset({
    "_closed", "_exception", "_identity", "_max_workers", "_name", "_processes", "_result", "_shutdown", "_started",
    "_state", "_thread_name_prefix", "_threads", "_value", "_work_queue",
})
#: what one may replace in a module: it is made for that
REPLACED = frozenset({
    "sys.stderr", "sys.stdin", "sys.stdout", "threading.excepthook",
})
#: attributes of a class by which ctypes knows what is in the memory of its objects
OF_CTYPES = frozenset({
    "_anonymous_", "_fields_", "_length_", "_pack_", "_type_",
})
#: in texts: what turns up there may be put together to a name
INNER = frozenset({
    "__base__", "__bases__", "__builtins__", "__closure__", "__code__", "__defaults__", "__dict__", "__func__",
    "__getattribute__", "__globals__", "__import__", "__kwdefaults__", "__loader__", "__mro__", "__reduce__",
    "__reduce_ex__", "__self__", "__spec__", "__subclasses__", "__wrapped__",
}) | OF_CTYPES
#: functions that get names, each in its place
IN_PLACES = BY_NAME | frozenset({
    "from_callable", "signature", "type", "update_wrapper", "wraps",
})
#: methods by which copies and pickles of an object are made, of whatever they say
REBUILDING = frozenset({
    "__copy__", "__deepcopy__", "__getattribute__", "__getnewargs__", "__getnewargs_ex__", "__getstate__",
    "__instancecheck__", "__mro_entries__", "__prepare__", "__reduce__", "__reduce_ex__", "__setstate__",
    "__subclasscheck__", "load_ipython_extension",
})
#: names of a notebook's that lead to IPython
OF_SHELL = frozenset({
    "exit", "quit",
})
#: what leads nowhere although its name does elsewhere: it tells which greenlets switch
TAUGHT = frozenset({
    "greenlet.settrace",
})
# fmt: on


def is_special(name: str) -> bool:
    """A name that Python gives a meaning to: with two underscores on either side."""
    return name[:2] == name[-2:] == "__"


def is_private(name: str) -> bool:
    """An underscored name that honest code does not say."""
    return name[:1] == "_" and name not in SAID


def leads_inside(origin: str, name: str) -> bool:
    """Whether the attribute `name` does, of a module or a member of one (`origin`, dotted) or of anything else ('')."""
    top, _, rest = origin.partition(".")
    if top in PARTLY and rest and rest.partition(".")[0] not in PARTLY[top] | SAID:
        return True
    if any(is_private(part) for part in rest.split(".")):
        return True
    return (name in LEADING and origin not in TAUGHT) or f"{origin}.".startswith(tuple(f"{it}." for it in INSIDE))


def is_public(module: str) -> bool:
    """Whether a module, by its dotted name, may be named: all of it, or parts."""
    return module.partition(".")[0] in STANDARD | INSTALLED | PARTLY.keys() and not leads_inside(module, "")
