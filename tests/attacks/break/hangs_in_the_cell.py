"""The cell itself never comes to an end, whatever is raised in it.

Cell: call_back
Expects: call_back 0
Reason: did not come to an end
"""

while True:
    try:
        time.sleep(3600)
    except BaseException:
        pass
