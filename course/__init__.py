"""An interactive course on concurrency in Python, and the grader that makes it trustworthy."""

__version__ = "0.1.0"
