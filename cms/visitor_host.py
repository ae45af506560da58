"""The CMS's own host shows no page to anybody: its page addresses lead to the visitor site."""

from django.conf import settings
from django.http import HttpRequest, HttpResponseRedirect


def redirect_to_visitor_site(request: HttpRequest, path: str) -> HttpResponseRedirect:
    """Send a reader to the same path on the visitor host; whether a page is there is for that host to say.

    Nothing is looked up, so drafts and private pages can't be told from missing ones. The route's pattern lets
    no empty segment through, so the address can't leave the visitor host.
    """
    return HttpResponseRedirect(settings.SITE_URL.rstrip("/") + request.get_full_path())
