"""Items of a list set apart at its end, with what stands above each, under words of their own."""

from collections.abc import Iterable, Sequence

from cchc_cli.errors import BadPlan
from cchc_cli.plan.layout import Layout, Node
from cchc_cli.plan.source import field_name, read_text


def set_apart(text: str, file: str, key: str, chosen: Sequence[int], words: Iterable[str]) -> str:
    """The text with the chosen items of a top-level list moved to the list's end.

    Comments right above an item go with it. Nothing changes if they stand there already.

    Raises:
        BadPlan: ``cannot_splice`` if the list is not written one item to its lines.
    """
    if not chosen:
        return text
    layout = Layout(text)
    node = layout.nodes[key,]
    size = len(node.children)
    if list(chosen) == list(range(size - len(chosen), size)):
        return text
    if node.flow or node.anchored:
        raise BadPlan("cannot_splice", file=file, field=field_name((key,)))
    regions = [_region(layout, node, at) for at in chosen]
    rest, done = [], 0
    for begin, end in regions:
        rest.append(text[done:begin])
        done = _after_blank(layout, end) if layout.text[:begin].endswith("\n") else end
    last = layout.next_line(node.end)
    kept = "".join(rest) + text[done:last] if done < last else "".join(rest)
    kept += "" if kept.endswith(("\n", "\r")) else layout.newline
    found = kept + _apart(layout, node, regions, words) + text[max(last, done) :]
    _check(text, found, file, key, chosen)
    return found


def _region(layout: Layout, node: Node, at: int) -> tuple[int, int]:
    """Where an item begins, comments above included, and where the line after it begins."""
    child = node.children[at]
    column = layout.column(node.start)
    begin = layout.line_start(child.begin)
    while not layout.text.startswith(" " * column + "-", begin):
        begin = layout.line_start(begin - 1)
    before = node.children[at - 1].end if at else node.head[1] if node.head else 0
    floor = layout.next_line(before)
    while begin > floor:
        above = layout.line_start(begin - 1)
        if not layout.text[above:begin].lstrip().startswith("#"):
            break
        begin = above
    return begin, layout.next_line(child.end)


def _after_blank(layout: Layout, end: int) -> int:
    """Where the first line that is not blank begins."""
    while end < len(layout.text) and not layout.text[end : layout.line_end(end)].strip():
        end = layout.next_line(end)
    return end


def _apart(
    layout: Layout, node: Node, regions: Iterable[tuple[int, int]], words: Iterable[str]
) -> str:
    newline, blanks = layout.newline, " " * layout.column(node.start)
    heading = "".join(f"{blanks}# {line}{newline}" for line in words)
    blocks = (layout.text[begin:end].rstrip() + newline for begin, end in regions)
    return newline + heading + newline.join(blocks)


def _check(text: str, found: str, file: str, key: str, chosen: Sequence[int]) -> None:
    before, after = read_text(text, file).data, read_text(found, file)
    items = before[key] if isinstance(before, dict) else []
    rest = [one for at, one in enumerate(items) if at not in chosen]
    meant = {**before, key: rest + [items[at] for at in chosen]} if isinstance(before, dict) else 0
    if after.faults or after.data != meant:
        raise BadPlan("cannot_splice", file=file, field=field_name((key,)))
