"""Belief: "There is one CancelledError": asyncio has another.

Rejected by: call_back_cancelled
"""

import asyncio


def call_back(future, results, errors):
    try:
        results.append(future.result())
    except asyncio.CancelledError:
        errors.append("cancelled")
    except Exception as error:
        errors.append(error)
