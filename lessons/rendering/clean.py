"""The last gate before a page is shown: what is not on these lists does not pass."""

from __future__ import annotations

import nh3

_TAGS = {
    *("a", "br", "code", "em", "img", "strong", "sub", "sup"),
    *("dd", "dl", "dt", "h1", "h2", "h3", "hr", "li", "ol", "p", "pre", "ul"),
    *("table", "tbody", "td", "th", "thead", "tr"),
}
_ATTRIBUTES = {
    "a": {"href", "name", "style"},
    "img": {"alt", "src"},
    "li": {"style"},
    "ol": {"start"},
    "p": {"style"},
    "pre": {"style"},
    "table": {"border", "cellpadding", "cellspacing", "style", "width"},
    "td": {"align", "bgcolor", "style", "valign", "width"},
    "th": {"align", "bgcolor", "style"},
}
_STYLES = {
    "border",
    "border-bottom",
    "border-collapse",
    "color",
    "line-height",
    "list-style-type",
    "margin-bottom",
    "margin-top",
    "white-space",
}
_WEB_TAGS = {
    *("a", "br", "code", "dfn", "em", "img", "input", "strong", "sub", "sup"),
    *("blockquote", "dd", "div", "dl", "dt", "figcaption", "figure", "h1", "h2", "h3", "hr"),
    *("li", "ol", "p", "pre", "section", "ul"),
    *("table", "tbody", "td", "th", "thead", "tr"),
    *("math", "mfrac", "mi", "mn", "mo", "mrow", "mspace", "msqrt", "msub", "msubsup", "msup"),
}
_WEB_ATTRIBUTES = {
    "a": {"aria-describedby", "aria-label", "href", "role", "title"},
    "div": {"aria-label", "role", "tabindex"},
    "h2": {"id"},
    "h3": {"id"},
    "img": {"alt", "src"},
    "input": {"aria-label", "checked", "disabled", "type"},
    "li": {"id"},
    "math": {"display"},
    "mo": {"form"},
    "mspace": {"width"},
    "ol": {"start"},
    "section": {"aria-label", "role"},
    "sup": {"id"},
    "th": {"scope"},
}
_ALIGNED = {"kanan", "kiri", "tengah"}
_WEB_CLASSES = {
    "dfn": {"istilah"},
    "div": {"contoh", "gulir", "kotak", "latihan", "penting", "ringkasan", "rumus"},
    "li": {"tugas"},
    "p": {"kotak-judul"},
    "section": {"catatan-kaki"},
    "td": _ALIGNED,
    "th": _ALIGNED,
}


def clean(html: str) -> str:
    """Only known tags, attributes and styles; links to the web or inside the page alone."""
    return nh3.clean(
        html,
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        attribute_filter=_allowed,
        filter_style_properties=_STYLES,
        url_schemes={"http", "https"},
        link_rel=None,
    ).strip()


def clean_web(html: str) -> str:
    """The same gate for the browser and for print: no style at all, and only known classes."""
    return nh3.clean(
        html,
        tags=_WEB_TAGS,
        attributes=_WEB_ATTRIBUTES,
        attribute_filter=_allowed,
        allowed_classes=_WEB_CLASSES,
        url_schemes={"http", "https"},
        link_rel="noopener noreferrer",
    ).strip()


def is_link(target: str) -> bool:
    """Whether a link may lead there: to the web, or to a heading of the same page."""
    return target.startswith(("#", "http://", "https://"))


def is_picture(source: str) -> bool:
    """Whether a picture may come from there: by its look, a file below the course's folder."""
    outside = source.startswith("/") or ".." in source or ":" in source or "\\" in source
    return bool(source) and not outside


def _allowed(tag: str, attribute: str, value: str) -> str | None:
    rules = {("a", "href"): is_link, ("img", "src"): is_picture}
    rule = rules.get((tag, attribute))
    return value if rule is None or rule(value) else None
