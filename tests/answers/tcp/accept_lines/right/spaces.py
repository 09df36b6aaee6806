"""Spaces and case do not matter."""

accept_lines = "d i g a f b h"
