"""The parts that all templates share: styles, lists, settings, headers, properties.

Sizes, faces and spacing are those of Phụ lục I of Nghị định 30/2020/NĐ-CP, mục II and IV; every
script slot is Times New Roman and there is no theme, so nothing else can come in.
"""

from typing import NamedTuple

from cchc_cli.views.word.package import CONTENT_TYPES, DOCUMENT
from cchc_cli.views.word.pieces import DEFAULT_HEADER, FIRST_HEADER, namespaces, paragraph, run
from cchc_cli.views.word.rules import FULL_RULE, SHORT_RULE

FONT = "Times New Roman"
# 12,7 mm, one of the two first-line indents that the decree allows.
FIRST_LINE = 720
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_FONTS = "".join(f' w:{slot}="{FONT}"' for slot in ("ascii", "hAnsi", "cs", "eastAsia"))


class Style(NamedTuple):
    """A paragraph style.

    Attributes:
        size: in points; ``look`` is b for bold, i for italic, c for capitals.
        align: both, center, left, right.
        space: before and after, in points.
        first: the first line's indent, in twips.
        more: what else stands in its paragraph properties, before and after spacing.
    """

    ident: str
    name: str
    size: float = 14
    look: str = ""
    align: str = "left"
    space: tuple[float, float] = (0, 0)
    line: int = 240
    first: int = 0
    based: str = "Normal"
    before: str = ""
    after: str = ""


_RULE = '<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="0" w:color="000000"/></w:pBdr>'
_KEEP = "<w:keepNext/>"
STYLES = (
    Style("BodyText", "Body Text", 14, "", "both", (0, 6), 264, FIRST_LINE),
    Style("Heading1", "heading 1", 14, "b", "both", (6, 6), 264, 0,
          before=f'{_KEEP}<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>',
          after='<w:outlineLvl w:val="0"/>'),
    Style("Heading2", "heading 2", 14, "b", "both", (6, 6), 264, 0,
          before=f'{_KEEP}<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>',
          after='<w:outlineLvl w:val="1"/>'),
    Style("Heading3", "heading 3", 14, "", "both", (0, 6), 264, FIRST_LINE,
          before=_KEEP, after='<w:outlineLvl w:val="2"/>'),
    Style("ListBullet", "List Bullet", 14, "", "both", (0, 6), 264, 0,
          before='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr>'),
    Style("Header", "header", 14, "", "center"),
    Style("QuocHieu", "Quốc hiệu", 13, "b", "center"),
    Style("TieuNgu", "Tiêu ngữ", 14, "b", "center"),
    Style("CoQuanTren", "Cơ quan chủ quản", 13, "", "center"),
    Style("CoQuan", "Cơ quan ban hành", 13, "b", "center"),
    Style("SoKyHieu", "Số, ký hiệu", 13, "", "center", (6, 0)),
    Style("DiaDanh", "Địa danh, thời gian", 14, "i", "center", (6, 0)),
    Style("TenLoai", "Tên loại văn bản", 14, "b", "center", (18, 0)),
    Style("TrichYeu", "Trích yếu", 14, "b", "center"),
    Style("TrichYeuCV", "Trích yếu công văn", 13, "", "center", (6, 0)),
    Style("KinhGui", "Kính gửi", 14, "", "center", (12, 12)),
    Style("KinhGuiNoi", "Kính gửi - nơi nhận", 14, "", "left", (0, 6),
          before='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="4"/></w:numPr>'),
    Style("QuyenHan", "Quyền hạn, chức vụ", 14, "b", "center"),
    Style("NguoiKy", "Họ tên người ký", 14, "b", "center", (72, 0)),
    Style("NoiNhan", "Nơi nhận", 12, "bi"),
    Style("NoiNhanNoi", "Nơi nhận - danh sách", 11, "",
          before='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr>'),
    Style("PhuLuc", "Phụ lục", 14, "b", "center", after='<w:outlineLvl w:val="0"/>', before=_KEEP),
    Style("TenPhuLuc", "Tên phụ lục", 14, "b", "center", before=_KEEP),
    Style("KemTheo", "Kèm theo", 14, "i", "center", (0, 12), before=_KEEP),
    Style("BangDau", "Bảng - đầu cột", 12, "b", "center", (2, 2)),
    Style("Bang", "Bảng - chữ", 12, "", "left", (2, 2)),
    Style("BangNhom", "Bảng - nhóm", 12, "b", "left", (2, 2)),
    Style("BangGiua", "Bảng - giữa", 12, "", "center", (2, 2)),
    Style("BangSo", "Bảng - số", 12, "", "right", (2, 2)),
    Style("ChuThich", "Chú thích", 12, "i", "left", (6, 0)),
    Style("NgatMuc", "Ngắt mục", 1, "", "left"),
    Style(SHORT_RULE, "Kẻ ngắn (1/3 - 1/2 dòng)", 1, "", "center", before=_RULE),
    Style(FULL_RULE, "Kẻ hết dòng", 1, "", "center", before=_RULE),
)  # fmt: skip
_TINY = {"NgatMuc": 20, SHORT_RULE: 40, FULL_RULE: 40}


def shared_parts(title: str, creator: str) -> dict[str, bytes]:
    """The parts of a document but for its text, ``title`` and ``creator`` in its properties."""
    parts = {
        CONTENT_TYPES: _content_types(),
        "_rels/.rels": _relations(
            ("rId1", f"{_OFFICE}/officeDocument", DOCUMENT),
            ("rId2", f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        ),
        "word/_rels/document.xml.rels": _relations(
            ("rId1", f"{_OFFICE}/styles", "styles.xml"),
            ("rId2", f"{_OFFICE}/numbering", "numbering.xml"),
            ("rId3", f"{_OFFICE}/settings", "settings.xml"),
            (DEFAULT_HEADER, f"{_OFFICE}/header", "header1.xml"),
            (FIRST_HEADER, f"{_OFFICE}/header", "header2.xml"),
        ),
        DOCUMENT: "",
        "word/styles.xml": styles(),
        "word/numbering.xml": _numbering(),
        "word/settings.xml": _settings(),
        "word/header1.xml": _header(_PAGE_NUMBER),
        "word/header2.xml": _header(""),
        "docProps/core.xml": _core(title, creator),
    }
    return {name: f"{_XML}{text}".encode() for name, text in parts.items()}


def styles() -> str:
    """The styles part."""
    fonts = f"<w:rFonts{_FONTS}/>"
    defaults = (
        f'{fonts}<w:color w:val="000000"/><w:sz w:val="28"/><w:szCs w:val="28"/>'
        f'<w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="vi-VN"/>'
    )
    return (
        f"<w:styles {namespaces()}><w:docDefaults><w:rPrDefault><w:rPr>{defaults}</w:rPr>"
        f'</w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0" '
        f'w:line="240" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
        f'<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        f"<w:qFormat/></w:style>"
        f'<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        f'<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/></w:style>'
        f'<w:style w:type="character" w:styleId="PlaceholderText">'
        f'<w:name w:val="Placeholder Text"/><w:uiPriority w:val="99"/><w:rPr>'
        f'<w:shd w:val="clear" w:color="auto" w:fill="FFF2CC"/></w:rPr></w:style>'
        f"{_TABLES}{''.join(map(_style, STYLES))}</w:styles>"
    )


def _style(one: Style) -> str:
    letters = {"b": "<w:b/><w:bCs/>", "i": "<w:i/><w:iCs/>", "c": "<w:caps/>"}
    half = round(one.size * 2)
    before, after = (round(points * 20) for points in one.space)
    exact = _TINY.get(one.ident)
    line = f'w:line="{exact or one.line}" w:lineRule="{"exact" if exact else "auto"}"'
    indent = f'<w:ind w:firstLine="{one.first}"/>' if one.first else ""
    return (
        f'<w:style w:type="paragraph" w:customStyle="{int(not one.name.isascii())}" '
        f'w:styleId="{one.ident}"><w:name w:val="{one.name}"/><w:basedOn w:val="{one.based}"/>'
        f"<w:qFormat/><w:pPr>{one.before}"
        f'<w:spacing w:before="{before}" w:after="{after}" {line}/>{indent}'
        f'<w:jc w:val="{one.align}"/>{one.after}</w:pPr><w:rPr><w:rFonts{_FONTS}/>'
        f"{''.join(letters[key] for key in one.look)}"
        f'<w:sz w:val="{half}"/><w:szCs w:val="{half}"/></w:rPr></w:style>'
    )


_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
_LINES = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
                 for side in _SIDES)  # fmt: skip
_TABLES = (
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
    '<w:uiPriority w:val="99"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
    '<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
    '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    '<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/>'
    '<w:basedOn w:val="TableNormal"/><w:uiPriority w:val="39"/><w:tblPr>'
    f"<w:tblBorders>{_LINES}</w:tblBorders></w:tblPr></w:style>"
    '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
    '<w:uiPriority w:val="99"/></w:style>'
)


def _numbering() -> str:
    """``I.`` and ``1.`` of the headings (mục II.5 and V of Phụ lục I), and lists of dashes."""
    headings = _level("upperRoman", "%1.", "Heading1", (0, FIRST_LINE)) + _level(
        "decimal", "%2.", "Heading2", (0, FIRST_LINE), at=1
    )
    lists = [("multilevel", headings)]
    lists += [
        ("hybridMultilevel", _level("bullet", "-", style, (left, first)))
        for first, style, left in (
            (FIRST_LINE, "ListBullet", 0),
            (0, "NoiNhanNoi", 0),
            (0, "KinhGuiNoi", 3402),
        )
    ]
    kinds = "".join(
        f'<w:abstractNum w:abstractNumId="{at}"><w:multiLevelType w:val="{kind}"/>{levels}'
        f"</w:abstractNum>"
        for at, (kind, levels) in enumerate(lists)
    )
    numbers = "".join(
        f'<w:num w:numId="{at + 1}"><w:abstractNumId w:val="{at}"/></w:num>'
        for at in range(len(lists))
    )
    return f"<w:numbering {namespaces()}>{kinds}{numbers}</w:numbering>"


def _level(form: str, text: str, style: str, indent: tuple[int, int], *, at: int = 0) -> str:
    left, first = indent
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:pStyle w:val="{style}"/><w:suff w:val="space"/><w:lvlText w:val="{text}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{left}" w:firstLine="{first}"/></w:pPr>'
        f"<w:rPr><w:rFonts{_FONTS}/></w:rPr></w:lvl>"
    )


def _settings() -> str:
    compat = "".join(
        f'<w:compatSetting w:name="{name}" w:uri="http://schemas.microsoft.com/office/word" '
        f'w:val="{value}"/>'
        for name, value in (
            ("compatibilityMode", 15),
            ("overrideTableStyleFontSizeAndJustification", 1),
        )
    )
    return (
        f'<w:settings {namespaces()}><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
        f'<w:characterSpacingControl w:val="doNotCompress"/><w:compat>{compat}</w:compat>'
        f'<w:themeFontLang w:val="vi-VN"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/>'
        f"</w:settings>"
    )


_PAGE_NUMBER = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    '<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
    f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("2")}'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)


def _header(inside: str) -> str:
    return f"<w:hdr {namespaces()}>{paragraph('Header', inside)}</w:hdr>"


def _core(title: str, creator: str) -> str:
    moment = '<dcterms:{0} xsi:type="dcterms:W3CDTF">2020-03-05T00:00:00Z</dcterms:{0}>'
    return (
        f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        f'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{title}</dc:title>'
        f"<dc:creator>{creator}</dc:creator><dc:language>vi-VN</dc:language>"
        f"{moment.format('created')}{moment.format('modified')}</cp:coreProperties>"
    )


def _relations(*rows: tuple[str, str, str]) -> str:
    inside = "".join(
        f'<Relationship Id="{ident}" Type="{kind}" Target="{target}"/>'
        for ident, kind, target in rows
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{inside}</Relationships>'


def _content_types() -> str:
    kinds = {
        f"/{DOCUMENT}": f"{_WORD}.document.main+xml",
        "/word/styles.xml": f"{_WORD}.styles+xml",
        "/word/numbering.xml": f"{_WORD}.numbering+xml",
        "/word/settings.xml": f"{_WORD}.settings+xml",
        "/word/header1.xml": f"{_WORD}.header+xml",
        "/word/header2.xml": f"{_WORD}.header+xml",
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    }
    overrides = "".join(
        f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in kinds.items()
    )
    return (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )
