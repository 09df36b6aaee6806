"""sleep is looked up when it is called."""

patch_lines = "DHEBGC"
