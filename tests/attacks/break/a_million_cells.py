"""A notebook of a million cells.

Lesson: callbacks
Expects: call_back 0, tag 0
Reason: more than 2000 cells
"""

def build(notebook, folder):
    cell = b'{"cell_type":"raw","source":""}'
    return b'{"cells":[' + b",".join([cell] * 900_000) + b'],"metadata":{},"nbformat":4,"nbformat_minor":5}'
