"""XML, put together by a library and never out of pieces of text."""

import re
from typing import Final
from xml.etree.ElementTree import Element, SubElement, tostring

XML_LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"
_ILLEGAL: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def root(tag: str, namespace: str, **attributes: str) -> Element:
    """The outermost element; what `add` puts into it is in the same namespace, as none of it has a prefix."""
    return Element(tag, {"xmlns": namespace} | attributes)


def add(parent: Element, tag: str, text: str = "", attributes: dict[str, str] | None = None) -> Element:
    """An element at the end of another."""
    element = SubElement(parent, tag, {name: legal(value) for name, value in (attributes or {}).items()})
    if text:
        element.text = legal(text)
    return element


def legal(text: str) -> str:
    """Without the control characters that XML can't hold, escaped or not."""
    return _ILLEGAL.sub("", text)


def document(element: Element) -> bytes:
    """The whole as it is sent."""
    content: bytes = tostring(element, encoding="utf-8", xml_declaration=True)
    return content
