"""The public toolbox of the checks: drive a learner's function deterministically, return a plain log."""
