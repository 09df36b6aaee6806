"""NaN, repeated keys, lists for texts and texts for lists.

Lesson: callbacks
Expects: call_back 0, tag 0
"""

def build(notebook, folder):
    odd = b'{"cell_type":["code"],"source":{"a":1},"metadata":[],"id":NaN}'
    return b'{"nbformat":"4","nbformat":Infinity,"cells":[' + odd + b',null,1,"x",[]],"metadata":"x"}'
