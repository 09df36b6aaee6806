"""The pools lesson's Parsons problem. Lines that do not belong are slips of the tutorial or its readers."""

#: Shown in this order. Right orders use "with", the `submit` that passes the function, and `result()`.
POOL_LINES = (
    "    futures = [pool.submit(task(n)) for n in range(20)]",
    "for future in futures:",
    "pool = ThreadPoolExecutor(max_workers=5)",
    "    results.append(future.result())",
    "results = []",
    "with ThreadPoolExecutor(max_workers=5) as pool:",
    "    results.append(future)",
    "    futures = [pool.submit(task, n) for n in range(20)]",
)
