"""The benchmarks are programs, not a package: find their modules as they find each other."""

import sys

from tests.tiny_course import ROOT

sys.path.insert(0, str(ROOT / "bench"))
