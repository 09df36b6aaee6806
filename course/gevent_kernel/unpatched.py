"""`%load_ext course.gevent_kernel.unpatched`: the loop without the patches.

For a notebook in which real threads and greenlets are compared side by side: `%gui gevent` works as usual, the standard
library stays as it is, and what is to be cooperative is taken from gevent by name (`from gevent import socket`).
"""

from course.gevent_kernel import register as load_ipython_extension

__all__ = ["load_ipython_extension"]
