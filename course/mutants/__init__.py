"""Wrong versions of the lessons' functions, for learners to catch with checks of their own."""
