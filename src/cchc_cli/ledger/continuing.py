"""A chain from outside as the continuation of the one that is here."""

from collections.abc import Iterable, Iterator

from cchc_cli.domain.entries import Entry
from cchc_cli.domain.links import Follower, Link
from cchc_cli.errors import LedgerFault


def continuing(
    links: Iterable[Link], here: Iterable[tuple[int, str, str]]
) -> Iterator[tuple[Entry, str]]:
    """Entries with their bodies that come after those that are here.

    Args:
        links: a chain from its first entry on.
        here: (number, body, hash) of what is here, in order.

    Raises:
        LedgerFault: if a link does not follow the one before, or if what is here is not the
            beginning of that chain.
    """
    follower, known = Follower(), iter(here)
    for link in links:
        entry = follower.take(link)
        if isinstance(entry, str):
            raise LedgerFault("link_broken", id=follower.number)
        own = next(known, None)
        if own is None:
            yield entry, link.body
        elif own[1:] != (link.body, link.hash):
            raise LedgerFault("chains_part", id=follower.number)
    if next(known, None) is not None:
        raise LedgerFault("chain_shorter", id=follower.number)
