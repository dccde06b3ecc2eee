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
    "td": {"align", "bgcolor", "style", "width"},
    "th": {"align", "bgcolor", "style"},
}
_STYLES = {
    "border",
    "border-collapse",
    "color",
    "line-height",
    "list-style-type",
    "margin-bottom",
    "margin-top",
    "white-space",
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
