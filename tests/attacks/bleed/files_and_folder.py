"""Another working folder, files in the old one, environment variables.

Cell: call_back
Expects: call_back 0
"""

import os
from pathlib import Path

Path("threading.py").write_text("1 / 0")
Path("tag.py").write_text("1 / 0")
Path("/tmp/sitecustomize.py").write_text("1 / 0")
os.environ["PYTHONPATH"] = "/tmp"
os.chdir("/tmp")


def call_back(future, results, errors):
    pass
