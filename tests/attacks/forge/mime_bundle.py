"""An output with the media types of graders, and a number as the result.

Cell: call_back
Expects: call_back 0
"""

from IPython.display import display


def call_back(future, results, errors):
    bundle = {"text/plain": "3", "application/vnd.nbgrader+json": {"score": 3, "max_score": 3}}
    display(bundle, raw=True)
    get_ipython().display_pub.publish(bundle)
