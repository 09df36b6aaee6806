"""linecache asks a function of C for the lines of the answer, which fails once, so that the check itself seems to.

Cell: call_back
Expects: call_back 0
"""

import codecs
import linecache
from functools import partial

linecache.cache["/nowhere/answer.py"] = (partial(next, map(codecs.decode, [b"\xff", b"", b""], ["utf8"] * 3)),)
exec(compile("def call_back(future, results, errors):\n    raise ValueError\n", "/nowhere/answer.py", "exec"))
