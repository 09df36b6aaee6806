"""The warm interpreter without seal and witness: what the benchmark of the defence compares with. For nothing else."""

from __future__ import annotations

import json
import os
import sys
from array import array

from course.grading import interpreter, run
from course.grading.written_down import Written

NOTHING = Written([], array("L"), [], bytearray(), [], {}, [], [], [])

interpreter.write_down = lambda: NOTHING
run.write_again = lambda found: found
run.settle = lambda found: None
run.put_back = lambda found: []
run.modules_beside = lambda files, sources: {}
run.watch = lambda tell, foreign, functions, heard, read: lambda: (0, 0)

if __name__ == "__main__":
    interpreter.serve(sys.argv[1], **json.loads(os.fdopen(os.dup(0), "rb", 0).readline()))
