"""The signs and words that go with the colours: no meaning is carried by colour alone."""

#: Before a bar's name.
SIGNS = {"finished": "✓ ", "failed": "✗ ", "running": "▶ "}
#: For the widget's legend, in its order: class of the sample, word.
LEGEND = [
    ("running", "▶ running"),
    ("finished", "✓ finished"),
    ("failed", "✗ failed"),
    ("wait", "waits (hatched)"),
    ("queue", "queue"),
    ("callback", "◆ callback"),
    ("mark", "◆ cancelled, handed over, socket"),
    ("alive", "alive, no task"),
]
