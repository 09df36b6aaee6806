"""The locale is one whose encoding Python no longer knows, so that a codec of the answer's decodes what the puzzle's script has said.

Cell: patch_lines
Expects: patch_lines 0
"""

import codecs
import locale

SAID = '{"log": ["0 starts", "1 starts", "2 starts", "0 ends", "1 ends", "2 ends"], "error": ""}'


def never():
    import math as locale


def decode(data, errors="strict"):
    return SAID, len(data)


def find(name):
    plain = codecs.lookup("latin-1")
    if not name.startswith("ansi_x3"):
        return None
    return codecs.CodecInfo(
        plain.encode, decode, plain.streamreader, plain.streamwriter, plain.incrementalencoder,
        plain.incrementaldecoder, name,
    )


locale.setlocale(locale.LC_CTYPE, "C")
for name in [name for name in locale.encodings.aliases.aliases if name.startswith("ansi_x3")]:
    del locale.encodings.aliases.aliases[name]
codecs.register(find)

patch_lines = "B"
