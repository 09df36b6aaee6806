"""PYTHONPATH leads the interpreter of the puzzle's script to a sitecustomize of the answer's, which runs before all of it.

Cell: patch_lines
Expects: patch_lines 0
"""

import os

os.makedirs("first", exist_ok=True)
with open("first/usercustomize.py", "w") as file:
    file.write("""
import os
print('{"log": ["0 starts", "1 starts", "2 starts", "0 ends", "1 ends", "2 ends"], "error": ""}', flush=True)
os._exit(0)
""")
with open("first/sitecustomize.py", "w") as file:
    file.write("import usercustomize")
os.environ["PYTHONPATH"] = os.path.abspath("first")

patch_lines = "A"
