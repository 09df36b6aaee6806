"""IPython is told to replace the text of every later cell.

Cell: call_back
Expects: call_back 0
"""

get_ipython().input_transformers_cleanup.append(lambda lines: ["pass\n"])
get_ipython().input_transformers_post.append(lambda lines: ["pass\n"])


def call_back(future, results, errors):
    pass
