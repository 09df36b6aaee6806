"""Belief: "Thread(target=talk(conn)) runs talk in a thread."

Rejected by: accept_lines_program
"""

accept_lines = "DIGAFBC"
