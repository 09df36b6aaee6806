"""The callbacks lesson's Parsons problem. Lines that do not belong are slips of the tutorial or its readers."""

#: Shown in this order. Right orders keep the Future, pass the callback, and ask the Future for its result.
CALLBACK_LINES = (
    "        future = pool.submit(task, n).add_done_callback(call_back)",
    "        future = pool.submit(task, n)",
    "with ThreadPoolExecutor(5) as pool:",
    "    results.append(future)",
    "results = []",
    "        future.add_done_callback(call_back)",
    "def call_back(future):",
    "    for n in range(20):",
    "        future.add_done_callback(call_back(future))",
    "    results.append(future.result())",
)
