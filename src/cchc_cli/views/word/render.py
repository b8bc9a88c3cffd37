"""Word documents from templates: compiled once by Jinja, the other parts copied as they are.

A template is a .docx with docxtpl's tags: ``{{ … }}`` in the text, ``{%p … %}`` a paragraph and
``{%tr … %}`` a table row of their own. Tags that Word split over runs are made whole by docxtpl's
own cleaning; what is rendered is escaped, and tabs and line ends become Word's. ``fill(what, tag)``
makes a content control in the run's own formatting, ``fill(what)`` only its prompt.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date
from html import unescape
from pathlib import Path

from docxtpl import DocxTemplate

from cchc_cli.errors import TemplateFault
from cchc_cli.views.sandbox import mark, marked_up, sandbox, template_fault
from cchc_cli.views.word import blanks, rules, strays
from cchc_cli.views.word.package import DOCUMENT, NotWord, read_parts
from cchc_cli.views.word.xml import attribute_text, parse, run_text, serialise
from cchc_cli.views.wording import words
from cchc_cli.zipped import Packed, deflate, pack

CORE = "docProps/core.xml"
_RENDERED = re.compile(r"word/(document|header\d*|footer\d*|footnotes|endnotes)\.xml")
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_PARAGRAPH = re.compile(r"<w:p([ >])")
_IN_ATTRIBUTE = re.compile(r'="([^"<>]*\{\{[^"<>]*)"')
_EXPRESSION = re.compile(r"\{\{(.*?)\}\}")
_MOMENT = re.compile(r"(<dcterms:(created|modified)\b[^>]*>)[^<]*(</dcterms:\2>)")
_EDITOR = re.compile(r"<cp:lastModifiedBy>[^<]*</cp:lastModifiedBy>|<cp:lastModifiedBy/>")
_TAGS = re.compile(r"<[^>]+>")
_SHOWN = 60
_SOURCE = "<template>"
_UNFINISHED = re.compile(r"\{\{|\{%|\{#")


class Word:
    """A Word template, ready to be rendered any number of times."""

    def __init__(self, name: str, parts: Mapping[str, bytes]) -> None:
        self.name = name
        self._environment = sandbox(autoescape=True, finalize=_finalize)
        self._environment.filters.update(attribute=_attribute, letter=words.point_letter)
        self._environment.trim_blocks = self._environment.lstrip_blocks = False
        self._parts: dict[str, Packed] = {}
        self._templates: dict[str, Callable[..., str]] = {}
        self._lines: dict[str, list[str]] = {}
        for part, data in parts.items():
            source = self._source(part, data)
            if source is None or not (part in (DOCUMENT, CORE) or _UNFINISHED.search(source)):
                self._parts[part] = deflate(data)
            else:
                self._compile(part, source)
        self._order = list(parts)
        self._styles = rules.read_styles(parts.get(rules.STYLES))

    def render(self, context: Mapping[str, object]) -> bytes:
        """A whole document; the same context makes the same bytes.

        ``today`` in the context is the day in the document's properties.

        Raises:
            TemplateFault: with template and paragraph, if a name is not defined or a tag fails.
        """
        parts: dict[str, bytes | Packed] = dict.fromkeys(self._order, b"")
        parts.update(self._parts)
        for part in self._templates:
            text = self._render(part, context)
            if part != CORE:
                parts[part] = text.encode("utf-8")
                continue
            today = context.get("today")
            parts[part] = _dated(text, today if isinstance(today, date) else None).encode("utf-8")
        self._finish(parts)
        return pack(parts)

    def _source(self, part: str, data: bytes) -> str | None:
        """A part's text as Jinja has to read it; None where no tag is looked for."""
        if part != CORE and not _RENDERED.fullmatch(part):
            return None
        text = _DECLARATION.sub("", data.decode("utf-8")).replace("\r", "").replace("\n", " ")
        text = _IN_ATTRIBUTE.sub(_attribute_tags, text)
        if part == CORE:
            return _EXPRESSION.sub(r"{{ (\1) | attribute }}", text)
        # One line a paragraph, so that an error's line tells the number of its paragraph.
        cleaned: str = DocxTemplate(self.name).patch_xml(_PARAGRAPH.sub(r"\n<w:p\1", text))
        return cleaned

    def _compile(self, part: str, source: str) -> None:
        self._lines[part] = source.splitlines()
        try:
            self._templates[part] = self._environment.from_string(source).render
        except Exception as error:
            raise self._fault(error, part, getattr(error, "lineno", 0)) from error

    def _render(self, part: str, context: Mapping[str, object]) -> str:
        try:
            return self._templates[part](context, fill=_fill, note=_note).replace("\n<w:p", "<w:p")
        except Exception as error:
            # Whatever goes wrong while a template runs is the template's, down to its memory.
            raise self._fault(error, part, _line_of(error)) from error

    def _finish(self, parts: dict[str, bytes | Packed]) -> None:
        """Make content controls of marks, draw rules, and remember what the program wrote."""
        for part in self._templates:
            data = parts[part]
            if part == CORE or isinstance(data, Packed):
                continue
            try:
                root = parse(data)
            except ValueError as error:
                raise self._fault(error, part, 0) from error
            blanks.place_blanks(root)
            if part == DOCUMENT:
                rules.draw(root, self._styles)
                blanks.remember(root, parts, strays.outline(root))
            parts[part] = serialise(root)

    def _fault(self, error: Exception, part: str, line: int) -> TemplateFault:
        place = ""
        lines = self._lines.get(part, [])
        if 1 < line <= len(lines):
            said = " ".join(unescape(_TAGS.sub("", lines[line - 1])).split())[:_SHOWN]
            place = words.PARAGRAPH.format(number=line - 1, text=said)
        return template_fault(error, self.name, max(line - 1, 0), place)


def compile_word(path: Path, name: str | None = None) -> Word:
    """A Word template, read and compiled; ``name`` is what messages call it.

    Raises:
        TemplateFault: if it is missing, no Word document, or has a broken tag.
    """
    called = name or path.name
    try:
        parts = read_parts(path.read_bytes())
        return Word(called, parts)
    except FileNotFoundError as error:
        raise TemplateFault("no_template", name=called, folders=str(path.parent)) from error
    except OSError as error:
        raise TemplateFault("template_unreadable", name=called, errno=error.errno) from error
    except (NotWord, UnicodeDecodeError) as error:
        raise TemplateFault("template_not_word", name=called) from error


def _fill(what: str, tag: str | None = None) -> str:
    """A place that a person has to write: a control of that tag, or only the prompt."""
    return mark(what) if tag is None else marked_up(blanks.blank(tag, mark(what)))


def _note(tag: str) -> str:
    """A place that a person may write in, and that shows nothing until then."""
    return marked_up(blanks.blank(tag, "\u00a0" * 4))


def _finalize(value: object) -> object:
    """What stands in the text for a value; markup and undefined names are left to Jinja."""
    if hasattr(value, "__html__"):
        return value
    return marked_up(run_text(str(value)))


def _attribute(value: object) -> str:
    return marked_up(attribute_text(str(value)))


def _attribute_tags(found: re.Match[str]) -> str:
    """An attribute with its expressions escaped as attributes have to be."""
    return '="' + _EXPRESSION.sub(_one_attribute_tag, found[1]) + '"'


def _one_attribute_tag(found: re.Match[str]) -> str:
    expression = unescape(found[1]).replace('"', "'")
    return f"{{{{ ({expression}) | attribute }}}}"


def _line_of(error: Exception) -> int:
    """The line of the template that an error comes from; 0 where none is known."""
    line, trace = 0, error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == _SOURCE:
            line = trace.tb_lineno
        trace = trace.tb_next
    return line


def _dated(text: str, today: date | None) -> str:
    """The document's properties: of that day, without the name of who edited the template."""
    text = _EDITOR.sub("", text)
    if today is None:
        return text
    return _MOMENT.sub(rf"\g<1>{today.isoformat()}T00:00:00Z\3", text)
