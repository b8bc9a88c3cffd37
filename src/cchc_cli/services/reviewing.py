"""Reading against the source: what can be marked as read, and what a clause was read as."""

from collections.abc import Sequence
from difflib import get_close_matches
from typing import NamedTuple

from cchc_cli.domain.fingerprints import duty_fingerprint, fingerprint, readings
from cchc_cli.domain.plan import Duty, Plan
from cchc_cli.errors import NotFound
from cchc_cli.services.coverage import Coverage

AGREEING = frozenset({"same", "moved"})


class Marks(NamedTuple):
    """What can be recorded of a reading.

    Attributes:
        prints: for each duty the fingerprint of what is encoded, and that of its clause's words
            where the source was at hand.
        disagreeing: ids of duties whose words do not stand in the source.
    """

    prints: dict[str, str]
    disagreeing: tuple[str, ...]


def marks_of(plan: Plan, chosen: Sequence[Duty], found: Coverage | None) -> Marks:
    """What a reading of duties comes to.

    Args:
        plan: the plan.
        chosen: the duties that were read; none stands for all that are not marked as read.
        found: the plan held against the source, if that is at hand.
    """
    told = readings(plan)
    if found is not None:
        told |= {one.duty.id: one.reading for one in found.duties}
    duties = chosen or [duty for duty in plan.duties if told.get(duty.id, "read") != "read"]
    traced = {one.duty.id: one for one in found.duties} if found is not None else {}
    prints, disagreeing = {}, []
    for duty in duties:
        one = traced.get(duty.id)
        if one is not None and one.agreement not in AGREEING:
            disagreeing.append(duty.id)
            continue
        words = f" {fingerprint(one.clause.text)}" if one is not None and one.clause else ""
        prints[duty.id] = duty_fingerprint(duty) + words
    return Marks(prints, tuple(disagreeing))


def context_words(found: Coverage | None, clause: str) -> str | None:
    """The fingerprint of a clause that lays no duty on anybody; None without a source.

    Raises:
        NotFound: if the source has no such clause.
    """
    if found is None:
        return None
    for one in found.clauses:
        if one.clause.locator.casefold() == clause.casefold():
            return one.fingerprint
    known = [one.clause.locator for one in found.clauses if one.clause.locator]
    near = get_close_matches(clause, known, n=4, cutoff=0.4)
    raise NotFound("no_source_clause", clause=clause, nearest=", ".join(near))
