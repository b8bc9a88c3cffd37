"""Labels as they are compared: in bare letters; remembered, as hundreds of files share them."""

from functools import lru_cache

from cchc_cli.domain.names import bare

# Longer than any header, duty's code or name of an indicator; what is longer is no label.
LONGEST = 250


@lru_cache(maxsize=4096)
def _bare(text: str) -> str:
    return bare(text)


def label(value: object) -> str:
    """A cell's text in bare letters; empty where it is no text, or too long for a label."""
    return _bare(value) if isinstance(value, str) and len(value) <= LONGEST else ""
