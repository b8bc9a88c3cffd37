"""What a run or paragraph looks like in the end: itself, its styles, the defaults and the theme.

Each layer is a flat dict of the properties that it sets; a nearer layer wins. Bold, italic and
capitals of a paragraph style and a character style cancel each other out, as Word has it.
"""

from typing import NamedTuple

from cchc_cli.views.word.reading import A, Element, Package, W, points, switch, value_of, whole

SLOTS = ("ascii", "hAnsi", "cs", "eastAsia")
# Where nothing is said at all, Word itself takes this.
UNSAID_FONT = "Times New Roman"
UNSAID_SIZE = 10.0
TOGGLES = ("b", "i", "caps", "vanish")
BLACK = ("auto", "000000", "windowtext", "none")
DARK = ("text1", "dark1", "tx1", "dk1")
MM = 25.4 / 72
THEMED = "theme:"

Layer = dict[str, object]


class Look(NamedTuple):
    """What the letters of a run look like.

    Attributes:
        fonts: by slot: ascii, hAnsi, cs, eastAsia.
        colour: six hex digits, or None for black.
    """

    size: float
    bold: bool
    italic: bool
    underlined: bool
    capitals: bool
    hidden: bool
    colour: str | None
    fonts: tuple[str, str, str, str]


class Border(NamedTuple):
    """A line that belongs to a paragraph's edge."""

    solid: bool


class Layout(NamedTuple):
    """How a paragraph stands: indents in millimetres, spacing in points.

    Attributes:
        first: first line against the others; below zero it hangs.
        line: lines (1.0 is single) where the rule is auto, else points.
    """

    alignment: str
    left: float
    right: float
    first: float
    before: float
    after: float
    line: float
    rule: str
    style: str
    contextual: bool
    page_break: bool
    top: Border | None
    bottom: Border | None
    framed: str | None


class Formats:
    """The styles, defaults and theme of one document."""

    def __init__(self, package: Package) -> None:
        self._theme = _theme_fonts(package.theme)
        self._styles: dict[str, Element] = {}
        self._layers: dict[tuple[str, bool], Layer] = {}
        self.default_style = ""
        root = package.styles
        for style in root.findall(f"{W}style") if root is not None else ():
            name = style.get(f"{W}styleId") or ""
            self._styles[name] = style
            paragraph = style.get(f"{W}type") == "paragraph"
            if paragraph and style.get(f"{W}default") in ("1", "true", "on"):
                self.default_style = name
        defaults = root.find(f"{W}docDefaults") if root is not None else None
        self._runs = run_layer(_inside(defaults, "rPrDefault", "rPr"))
        self._paragraphs = paragraph_layer(_inside(defaults, "pPrDefault", "pPr"))
        self._looks: dict[tuple[str, str], Look] = {}

    def style(self, name: str, *, runs: bool) -> Layer:
        """What a style and all that it is based on set, for runs or for paragraphs."""
        key = (name, runs)
        if key not in self._layers:
            layer: Layer = {}
            seen: set[str] = set()
            at: str | None = name
            while at in self._styles and at not in seen:
                seen.add(at)
                style = self._styles[at]
                if runs:
                    below = run_layer(style.find(f"{W}rPr"))
                else:
                    below = paragraph_layer(style.find(f"{W}pPr"))
                layer = {**below, **layer}
                at = value_of(style, "basedOn")
            self._layers[key] = layer
        return self._layers[key]

    def look(self, properties: Element | None, style: str, table: str) -> Look:
        """The look of a run in a paragraph of that style."""
        if properties is None:
            if (style, table) not in self._looks:
                self._looks[style, table] = self._resolved({}, style, table)
            return self._looks[style, table]
        return self._resolved(run_layer(properties), style, table)

    def _resolved(self, own: Layer, style: str, table: str) -> Look:
        named = self.style(str(own.get("rStyle", "")), runs=True)
        beneath = self.style(table, runs=True)
        paragraph = self.style(style, runs=True)
        merged = {**self._runs, **beneath, **paragraph, **named, **own}
        for name in TOGGLES:
            layers = (beneath, paragraph, named)
            if name not in own and any(layer.get(name) for layer in layers):
                merged[name] = sum(bool(layer.get(name)) for layer in layers) % 2 == 1
        fonts = [self._font(merged.get(slot)) for slot in SLOTS]
        size, colour = merged.get("size"), merged.get("colour")
        return Look(
            size if isinstance(size, float) else UNSAID_SIZE,
            bool(merged.get("b")),
            bool(merged.get("i")),
            bool(merged.get("u")),
            bool(merged.get("caps")),
            bool(merged.get("vanish")),
            str(colour) if colour else None,
            (fonts[0], fonts[1], fonts[2], fonts[3]),
        )

    def _font(self, said: object) -> str:
        name = str(said) if said else UNSAID_FONT
        return self._theme.get(name, name)

    def layout(self, own: Layer, style: str, numbered: Layer, table: str) -> Layout:
        """How a paragraph stands; ``numbered`` is what its list level sets."""
        styled = self.style(style, runs=False)
        # A list that the style names yields to the style; one that the paragraph names does not.
        middle = {**numbered, **styled} if "list" not in own else {**styled, **numbered}
        merged = {**self._paragraphs, **self.style(table, runs=False), **middle, **own}

        def number(name: str, default: float = 0.0) -> float:
            value = merged.get(name)
            return value if isinstance(value, float) else default

        top, bottom = merged.get("top"), merged.get("bottom")
        framed = merged.get("framed")
        return Layout(
            str(merged.get("jc", "left")),
            number("left") * MM,
            number("right") * MM,
            number("first") * MM,
            number("before"),
            number("after"),
            number("line", 1.0),
            str(merged.get("rule", "auto")),
            style,
            bool(merged.get("contextual")),
            bool(merged.get("page_break")),
            top if isinstance(top, Border) else None,
            bottom if isinstance(bottom, Border) else None,
            str(framed) if framed else None,
        )


def _inside(parent: Element | None, *names: str) -> Element | None:
    for name in names:
        parent = parent.find(f"{W}{name}") if parent is not None else None
    return parent


def _theme_fonts(theme: Element | None) -> dict[str, str]:
    """The theme's fonts by the names that runs use for them (``minorHAnsi``)."""
    fonts: dict[str, str] = {}
    for kind in ("major", "minor") if theme is not None else ():
        scheme = next(iter(theme.iter(f"{A}{kind}Font")), None) if theme is not None else None
        for script, names in (
            ("latin", ("Ascii", "HAnsi")),
            ("ea", ("EastAsia",)),
            ("cs", ("Bidi",)),
        ):
            one = scheme.find(f"{A}{script}") if scheme is not None else None
            face = (one.get("typeface") if one is not None else None) or f"({kind} {script})"
            fonts.update({f"{THEMED}{kind}{name}": face for name in names})
    return fonts


def run_layer(properties: Element | None) -> Layer:
    """What a ``w:rPr`` sets."""
    layer: Layer = {}
    for one in properties if properties is not None else ():
        name = one.tag.removeprefix(W)
        value = one.get(f"{W}val")
        if name in TOGGLES:
            layer[name] = value not in ("0", "false", "off")
        elif name == "sz":
            layer["size"] = _half_points(value)
        elif name == "u":
            layer["u"] = value != "none"
        elif name == "rStyle":
            layer["rStyle"] = value or ""
        elif name == "color":
            themed = one.get(f"{W}themeColor")
            tinted = one.get(f"{W}themeTint") is not None
            black = (value or "auto").lower() in BLACK or (themed in DARK and not tinted)
            layer["colour"] = None if black else value
        elif name == "rFonts":
            layer.update(_fonts(one))
    return layer


def _half_points(value: str | None) -> float:
    measured = points(value)
    if measured is None:
        return UNSAID_SIZE
    # A bare number counts halves of a point; other measures name their unit.
    return whole(value) / 2 if value and value[-1].isdigit() else measured


def _fonts(one: Element) -> Layer:
    layer: Layer = {}
    for slot in SLOTS:
        themed = one.get(f"{W}{'cstheme' if slot == 'cs' else f'{slot}Theme'}")
        named = one.get(f"{W}{slot}")
        if themed:
            layer[slot] = THEMED + themed
        elif named:
            layer[slot] = named
    return layer


def paragraph_layer(properties: Element | None) -> Layer:
    """What a ``w:pPr`` sets."""
    layer: Layer = {}
    if properties is None:
        return layer
    for one in properties:
        name = one.tag.removeprefix(W)
        value = one.get(f"{W}val")
        if name == "jc":
            layer["jc"] = {"start": "left", "end": "right"}.get(value or "", value or "left")
        elif name == "ind":
            layer.update(_indents(one))
        elif name == "spacing":
            layer.update(_spacing(one))
        elif name == "pBdr":
            layer.update(_borders(one))
        elif name == "framePr":
            layer["framed"] = one.get(f"{W}xAlign")
        elif name == "numPr":
            layer["list"] = (value_of(one, "numId"), whole(value_of(one, "ilvl")))
    layer.update(
        {
            key: on
            for key, name in (
                ("contextual", "contextualSpacing"),
                ("page_break", "pageBreakBefore"),
            )
            if (on := switch(properties, name)) is not None
        }
    )
    return layer


def _indents(one: Element) -> Layer:
    layer: Layer = {}
    for key, names in (("left", ("left", "start")), ("right", ("right", "end"))):
        for name in names:
            if (value := points(one.get(f"{W}{name}"))) is not None:
                layer[key] = value
    hanging, first = points(one.get(f"{W}hanging")), points(one.get(f"{W}firstLine"))
    if hanging is not None:
        layer["first"] = -hanging
    elif first is not None:
        layer["first"] = first
    return layer


def _spacing(one: Element) -> Layer:
    layer: Layer = {}
    for key in ("before", "after"):
        if (value := points(one.get(f"{W}{key}"))) is not None:
            layer[key] = value
        if one.get(f"{W}{key}Autospacing") in ("1", "true", "on"):
            # What browsers leave round a paragraph, and Word with them.
            layer[key] = 14.0
    rule = one.get(f"{W}lineRule") or "auto"
    line = one.get(f"{W}line")
    if line is not None and (value := points(line)) is not None:
        bare = line[-1].isdigit()
        layer["line"] = whole(line) / 240 if rule == "auto" and bare else value
        layer["rule"] = rule
    return layer


def _borders(one: Element) -> Layer:
    layer: Layer = {}
    for key in ("top", "bottom"):
        edge = value_of(one, key)
        if edge in ("none", "nil"):
            layer[key] = None
        elif edge:
            layer[key] = Border(edge in ("single", "thick"))
    return layer
