"""The guide's chapters and pictures, for those who are logged in to the admin."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.views.static import serve
from wagtail.admin.auth import require_admin_access

from .chapters import CONTENTS, GUIDE, chapters


@require_admin_access
def contents(request: HttpRequest) -> HttpResponse:
    """The guide's front door."""
    return redirect("guide:chapter", CONTENTS)


@require_admin_access
def chapter(request: HttpRequest, name: str) -> HttpResponse:
    """One chapter, with the others beside it."""
    every = chapters()
    if name not in every:
        raise Http404(name)
    return render(request, "guide/chapter.html", {"chapter": every[name], "chapters": every.values()})


@require_admin_access
def picture(request: HttpRequest, name: str) -> HttpResponseBase:
    """A picture of the admin."""
    return serve(request, name, document_root=str(GUIDE / "bilder"))
