"""Values whose class claims to be one of the probes' logs, by its name, its metaclass and its fields.

Cell: call_back
Expects: call_back 0
"""


class Meta(type):
    __module__ = property(lambda cls: "course.probes.callbacks.call_back")

    def __eq__(cls, other):
        return True

    __hash__ = type.__hash__


class Text(str):
    def __str__(self):
        return "42"


class CallBackLog(metaclass=Meta):
    __qualname__ = "CallBackLog"
    __dataclass_fields__ = dict.fromkeys([Text("results"), Text("errors"), Text("raised")])
    results, errors, raised = [42, 0, None, ""], [], ""


def call_back(future, results, errors):
    results.append(CallBackLog())
    errors.append(CallBackLog)
