"""One spelling for words that are compared: lower case, one place for the tone, mended letters.

Every change is letter for letter, so that a place found in the plain text is the same place in the
text as written.
"""

import re
from functools import lru_cache

# Capitals of Vietnamese, for a character class; a range would hold small letters too.
UPPER = "A-ZÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"
# Letters that PDF fonts of the time put in the place of Vietnamese ones ("định kǶ", "đội ngǜ").
_MENDED = str.maketrans(
    {
        "Ƕ": "ỳ",
        "ƕ": "ỳ",
        "ǜ": "ũ",
        "Ǜ": "Ũ",
        "ǵ": "ỹ",
        "Ǵ": "Ỹ",
        "ǽ": "ẵ",
        "ĕ": "ẽ",
        "–": "-",
        "—": "-",
        "−": "-",
        "‐": "-",
        "‑": "-",
        "\u00a0": " ",
    }
)
_OLD = ["oà", "oá", "oả", "oã", "oạ", "oè", "oé", "oẻ", "oẽ", "oẹ", "uỳ", "uý", "uỷ", "uỹ", "uỵ"]
_NEW = ["òa", "óa", "ỏa", "õa", "ọa", "òe", "óe", "ỏe", "õe", "ọe", "ùy", "úy", "ủy", "ũy", "ụy"]
_TONES = dict(zip(_OLD, _NEW, strict=True))
_TONE = re.compile(rf"(?<!q)(?:{'|'.join(_OLD)})(?![^\W\d_])")
# Letters of no Vietnamese word or foreign name: what is left of a broken font.
_BROKEN = re.compile("[\u0180-\u019f\u01a2-\u01ae\u01b1-\u024f\u0370-\u03ff\u0400-\u052f\ufffd]")


def mended(text: str) -> str:
    """The text with the letters of broken fonts put right where that is known."""
    return text.translate(_MENDED)


@lru_cache(maxsize=4096)  # the readers ask for the same clause many times
def plain(text: str) -> str:
    """The text in the spelling in which words are compared; as long as the text itself."""
    lowered = mended(text).lower()
    if len(lowered) != len(text):
        lowered = "".join(letter.lower()[:1] or letter for letter in mended(text))
    return _TONE.sub(lambda found: _TONES[found[0]], lowered)


def broken(text: str) -> str:
    """The word around the first letter that a broken font left; empty where there is none."""
    found = _BROKEN.search(text)
    if found is None:
        return ""
    start = text.rfind(" ", 0, found.start()) + 1
    end = text.find(" ", found.end())
    return text[start : end if end >= 0 else len(text)]
