"""The check reads in gevent's own report of all greenlets at which line of which version the current one was spawned.

Cell: check_spawn_all
Expects: check_spawn_all 0
"""
import gevent.util

from course.mutants import coroutines as known

marks = []


def places(version):
    found = set()
    mark = f"marked-{len(marks)}-"
    marks.append(mark)

    def look():
        gevent.getcurrent().name = mark
        mine = False
        text = "\n".join(map(str, gevent.util.format_run_info(thread_stacks=False)))
        for part in text.splitlines():
            if "<" in part and " at 0x" in part and "reenlet" in part:
                mine = mark in part
            elif mine and "mutants" in part and ("<listcomp>" in part or "<lambda>" in part):
                found.add(part.strip(" |>+-"))

    version([look])
    return found


def check_spawn_all(spawn_all):
    right = [places(known.with_joinall), places(known.with_group)]
    seen = places(spawn_all)
    assert seen and seen in right, (seen, right)
