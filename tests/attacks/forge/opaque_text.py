"""An Opaque of the course's whose text is no text, so that what writes down the evidence fails.

Cell: task
Expects: task 0
"""

from course.probes.plain import Opaque

odd = Opaque(0)
odd.text = 5


def task(n, sleep=time.sleep):
    for cell in getattr(sleep, "__closure__", None) or ():
        cell.cell_contents.sleeps.append(odd)
