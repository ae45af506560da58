"""A CMS made of the contract's examples: `python -m tests.frontend.fake_cms 8301` serves it for the eye."""

import io
import sys
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import uvicorn
from PIL import Image
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from tests.frontend import fake_lists, generous
from tests.frontend.contract import example

PICTURES = Path(__file__).parents[2] / "home" / "demo" / "pictures"
FORM = "/offentlighet-och-sekretess/begar-en-handling/"
EN_RELEASE = "/en/press/2017/final-report-on-the-joint-effort/"


def page_at(path: str) -> dict[str, object] | None:
    """The document at a path of the visitor host."""
    release = generous.press_release()
    pages = {
        "/": generous.home,
        "/press/": lambda: example("pages/press_index"),
        release["url"]: lambda: release,
        "/offentlighet-och-sekretess/": lambda: example("pages/information"),
        FORM: lambda: example("pages/request"),
        "/en/": lambda: generous.english(
            generous.home(), "/en/", "Swedish Economic Crime Authority", "We fight economic crime."
        ),
        EN_RELEASE: lambda: generous.english(
            release, EN_RELEASE, "Final report on the joint effort", "Twelve agencies have worked together."
        ),
        "/amnen/organiserad-brottslighet/": lambda: example("topic"),
        "/du-ar/journalist/": lambda: example("audience"),
        "/flyttad/": lambda: example("find/redirect"),
        "/okand/": lambda: (
            example("pages/information") | {"meta": {**release["meta"], "type": "quiz.QuizPage"}}
        ),
    }
    return pages[path]() if path in pages else None


async def find_page(request: Request) -> Response:
    """pages/find/."""
    path = unquote(request.query_params["html_path"])
    if path == "/borttagen/":
        return JSONResponse(example("errors/is_gone"), 410)
    page = page_at(path)
    return JSONResponse(page) if page else JSONResponse(example("errors/not_found"), 404)


async def pages(request: Request) -> Response:
    """pages/."""
    query = request.query_params
    if len(query.get("search", "").split()) > 20:
        return JSONResponse(example("errors/bad_parameter"), 400)
    answer = cut(fake_lists.pages(query), request)
    told = {"facets": fake_lists.facets(query)} if "facets" in query else {}
    told |= (
        {"suggestion": "skattebrott" if query["search"] == "skatebrott" else None}
        if "search" in query
        else {}
    )
    return JSONResponse(answer | {"meta": answer["meta"] | told})


async def suggest(request: Request) -> Response:
    """search/suggest/."""
    items = [
        item
        for item in example("suggest")["items"]
        if item["title"].lower().startswith(request.query_params["q"])
    ]
    return JSONResponse({"meta": {"total_count": len(items)}, "items": items})


async def agencies(request: Request) -> Response:
    """agencies/."""
    return JSONResponse(cut([generous.agency(slug) for slug in generous.SLUGS], request))


async def quote(request: Request) -> Response:
    """fee-schedules/1/quote/."""
    if not request.query_params["pages"].isdecimal():
        return JSONResponse(example("errors/bad_parameter"), 400)
    return JSONResponse(example("quote"))


async def topics(request: Request) -> Response:
    """topics/."""
    return JSONResponse(cut(example("lists/topics")["items"], request))


async def contacts(request: Request) -> Response:
    """contacts/."""
    return JSONResponse(cut(example("lists/contacts")["items"], request))


async def audiences(request: Request) -> Response:
    """audiences/."""
    return JSONResponse(cut(example("lists/audiences")["items"], request))


def cut(items: list[dict[str, Any]], request: Request) -> dict[str, Any]:
    """The part of a list that is asked for."""
    offset, limit = (
        int(request.query_params.get(name, default)) for name, default in (("offset", 0), ("limit", 20))
    )
    return {"meta": {"total_count": len(items)}, "items": items[offset : offset + limit]}


async def find_agency(request: Request) -> Response:
    """agencies/find/."""
    slug = request.query_params["slug"]
    if slug in generous.AGENCIES:
        return JSONResponse(generous.agency(slug))
    return JSONResponse(example("errors/not_found"), 404)


async def site(request: Request) -> Response:
    """site/."""
    document = example("site")
    if request.query_params["locale"] == "en":
        document |= {
            "name": "Swedish Economic Crime Authority",
            "tagline": "The authority against economic crime",
        }
    return JSONResponse(document, headers={"Set-Cookie": "csrftoken=secret"})


async def sitemap(request: Request) -> Response:
    """sitemap/."""
    document = example("lists/sitemap")
    is_there = request.query_params.get("part", "1") == "1"
    return JSONResponse(document if is_there else {"meta": {"total_count": 0, "parts": []}, "items": []})


async def receive(request: Request) -> Response:
    """intake/document-requests/."""
    return JSONResponse(example("requests/received"), 201)


async def hear(request: Request) -> Response:
    """intake/feedback/."""
    return JSONResponse(example("feedback/received"), 201)


async def media(request: Request) -> Response:
    """One of the demo's pictures, whatever its hash."""
    name, size = request.path_params["name"].removesuffix(".webp").split("-")
    buffer = io.BytesIO()
    with Image.open(PICTURES / f"{name}.png") as drawn:
        drawn.convert("RGB").resize((480, 270) if size == "card" else (1280, 720)).save(buffer, "WEBP")
    return Response(buffer.getvalue(), media_type="image/webp", headers={"Set-Cookie": "session=secret"})


app = Starlette(
    routes=[
        Route("/api/v2/pages/find/", find_page),
        Route("/api/v2/pages/", pages),
        Route("/api/v2/agencies/find/", find_agency),
        Route("/api/v2/agencies/", agencies),
        Route("/api/v2/topics/", topics),
        Route("/api/v2/search/suggest/", suggest),
        Route("/api/v2/fee-schedules/1/quote/", quote),
        Route("/api/v2/audiences/", audiences),
        Route("/api/v2/contacts/", contacts),
        Route("/api/v2/site/", site),
        Route("/api/v2/sitemap/", sitemap),
        Route("/media/{hash}/{name}", media),
        Route("/intake/document-requests/", receive, methods=["POST"]),
        Route("/intake/feedback/", hear, methods=["POST"]),
    ]
)

if __name__ == "__main__":
    uvicorn.run(app, port=int(sys.argv[1]), log_level="warning")
