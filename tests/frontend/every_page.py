"""Pages that a demo site has none of: every error, forms with faults, receipts; over the contract's examples."""

from __future__ import annotations

from collections.abc import Iterator

import httpx

from frontend.errors import TABLE
from frontend.forms import feedback, request
from frontend.language import LANGUAGES
from tests.frontend import fake_cms
from tests.frontend.contract import example
from tests.frontend.visitor import LENIENT, Visitor

INFORMATION = "/offentlighet-och-sekretess/"
RELEASE = "/press/2017/slutrapport-om-insatsen-mot-organiserad-brottslighet/"
READ = {
    "release": RELEASE,
    "english-release": fake_cms.EN_RELEASE,
    "english": "/en/",
    "unknown-type": "/okand/",
    "receipt": f"{fake_cms.FORM}?kvitto=KXTM-PWRA-HJCH",
    "thanks": f"{INFORMATION}?svar=mottaget",
    "sum": f"{RELEASE}?sidor=25",
    "no-sum": f"{RELEASE}?sidor=x",
    "search": "/sok/?q=insats",
    "search-without-hits": "/sok/?q=skatebrott",
    "list-without-any": "/press/?typ=nyhet&ar=1999",
}
SENT = {
    "faulty-request": (fake_cms.FORM, {"form": "request", "delivery": "email", "email": "x"}),
    "empty-request": (fake_cms.FORM, {"form": "request"}),
    "faulty-feedback": (INFORMATION, {"form": "feedback", "missing": "x" * 1001}),
}

GIVEN_BACK = {"too_many_forms", "undelivered"}
FORMS = (
    request.check({"text": "Slutrapporten", "delivery": "post"}),
    feedback.check({"missing": "Telefonnumret"}),
)
"""What those errors give back."""


def pages() -> dict[str, str]:
    """The HTML of each by its name."""
    site = Visitor(httpx.ASGITransport(fake_cms.app))
    read = {name: site.get(path).text for name, path in READ.items()}
    own = {"Sec-Fetch-Site": "same-origin"}
    sent = {
        name: site.request("POST", path, data=data, headers=own).text for name, (path, data) in SENT.items()
    }
    site.close()
    return read | sent | dict(errors())


def errors() -> Iterator[tuple[str, str]]:
    """Every error's page in every language, and once more with nothing known of the site."""
    for name in sorted({outcome.template for outcome in TABLE.values()} | {"refused"}):
        for kept in FORMS if name in GIVEN_BACK else (None,):
            context = {"path": "/finns-inte/", "gone": example("errors/is_gone"), "kept": kept}
            for code, language in LANGUAGES.items():
                html = LENIENT.template(f"errors/{name}.html", language, site=example("site"), **context)
                yield f"{name}-{code}-{kept.name if kept else 'plain'}", html
        yield f"{name}-alone", LENIENT.template(f"errors/{name}.html", LANGUAGES["sv"], site=None, **context)
