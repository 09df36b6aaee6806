"""Judge answers: which cells make up an exercise, where they run, and what the verdict is."""
