"""Reports as one page of HTML that a browser shows and prints; nothing comes from outside it."""

import re
from collections.abc import Sequence
from html import escape
from pathlib import Path

from cchc_cli.services.report import Report
from cchc_cli.views.report import Rendered, blanks, report_context
from cchc_cli.views.sandbox import mark, marked_up, render_file

# What would run, or be fetched, when the page is opened.
_OUTSIDE = re.compile(
    r"<(?:script|link|iframe|object|embed|base|form)\b|@import|\bon\w+\s*=|"
    r"(?:\bsrc\s*=\s*|\bhref\s*=\s*|url\()[\"']?(?!data:|#)[^\"'\s)>]+",
    re.IGNORECASE,
)


def outside_of(page: str) -> tuple[str, ...]:
    """Everything in a page that runs or comes from elsewhere, each once, as far as markup says."""
    markup = re.findall(r"<[^>]*>|<style.*?</style>", page, re.DOTALL | re.IGNORECASE)
    styles = re.findall(r"<style.*?</style>", page, re.DOTALL | re.IGNORECASE)
    found = (one for part in (*markup, *styles) for one in _OUTSIDE.findall(part))
    return tuple(dict.fromkeys(one.strip() for one in found))


def render_page(report: Report, folders: Sequence[Path]) -> Rendered:
    """The report by its kind's page template; what data brings is escaped.

    Raises:
        TemplateFault: if no folder has the template, or if it is broken.
    """
    context = {**report_context(report), "fill": _fill, "region": _region}
    text = render_file(f"report/{report.kind}.html.j2", folders, context, autoescape=True)
    return Rendered(text, blanks(text))


def _fill(what: str, tag: str | None = None) -> str:
    """A place to write, made to be seen on screen and paper."""
    name = f' data-cho="{escape(tag)}"' if tag else ""
    return marked_up(f"<mark{name}>{escape(mark(what))}</mark>")


def _region(tag: str, text: str) -> str:
    """Recorded words; a page is not regenerated with what people wrote into it."""
    del tag
    return text
