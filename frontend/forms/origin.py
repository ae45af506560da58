"""A form is taken from our own pages only, so that no other site can have its visitors send one."""

from urllib.parse import urlsplit

from starlette.requests import Request

from frontend.errors import ForeignForm

OWN = {"same-origin", "none"}  # none: the visitor's own doing, such as a page that is loaded again


def check_origin(request: Request) -> None:
    """Raises ForeignForm unless the browser says that the form stood on this host.

    Sec-Fetch-Site is the browser's own word and decides. Older browsers send Origin, text browsers Referer.
    """
    headers = request.headers
    if "Sec-Fetch-Site" in headers:
        if headers["Sec-Fetch-Site"] not in OWN:
            raise ForeignForm("Sec-Fetch-Site")
        return
    said = headers.get("Origin") or headers.get("Referer", "")
    host = headers.get("Host", "")
    if not host or host_in(said) != host.lower():
        raise ForeignForm("Origin" if "Origin" in headers else "Referer")


def host_in(address: str) -> str:
    """The host and port of an address; empty when it is none."""
    try:
        return urlsplit(address).netloc.lower()
    except ValueError:
        return ""
