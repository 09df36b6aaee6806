"""The coroutines lesson's Parsons problem. Lines that do not belong are slips of the tutorial or its readers."""

#: Shown in this order. In a right program the patch comes before the name `sleep` is taken, and somebody joins.
PATCH_LINES = (
    "greenlets = [spawn(task(n)) for n in range(3)]",
    "from time import sleep",
    "joinall(greenlets)",
    "from gevent import joinall, monkey, spawn",
    "def task(n):\n    log.append(f'{n} starts')\n    sleep(0.01)\n    log.append(f'{n} ends')",
    "sleep(0)",
    "greenlets = [spawn(task, n) for n in range(3)]",
    "monkey.patch_all()",
)
