"""The learner's function patches the probes when the test already runs.

Cell: call_back
Expects: call_back 0
"""

def call_back(future, results, errors):
    from concurrent.futures import CancelledError

    from course.probes.callbacks import call_back as module


    def call(function, future, results, errors):
        called = type("Called", (), {"returned": True, "story": ""})
        try:
            results.append(future.result())
        except CancelledError:
            errors.append("cancelled")
        except BaseException as error:
            errors.append(error)
        return called


    module.call = call
    results.append(future.result())
