"""The delivery API: its whole surface. Addresses, parameters and field names are those of Wagtail's API v2."""

from django.urls import include, path, re_path
from wagtail.api.v2.router import WagtailAPIRouter

from .agencies import Agencies
from .audiences import Audiences
from .changes import Changes
from .contacts import Contacts
from .fee_schedules import FeeSchedules
from .http.problems import UNKNOWN, unknown_address
from .openapi.docs.views import Docs
from .openapi.surface import Address, addresses
from .openapi.views import OpenApi
from .pages import Pages
from .promos import Promos
from .search.endpoint import Search
from .site import SiteSettings
from .sitemap import Sitemap
from .topics import Topics

router = WagtailAPIRouter("api")
router.register_endpoint("pages", Pages)
router.register_endpoint("agencies", Agencies)
router.register_endpoint("topics", Topics)
router.register_endpoint("contacts", Contacts)
router.register_endpoint("fee-schedules", FeeSchedules)
router.register_endpoint("audiences", Audiences)
router.register_endpoint("promos", Promos)
router.register_endpoint("site", SiteSettings)
router.register_endpoint("changes", Changes)
router.register_endpoint("search", Search)
router.register_endpoint("sitemap", Sitemap)

description = Address("/openapi.json", "openapi.json", OpenApi, "detail_view")
surface = [*addresses(router), description]

app_name = "api"
ADDRESSES = ", ".join(f"{name}/" for name in router._endpoints)
urlpatterns = [
    *router.get_urlpatterns(),
    path("openapi.json", include((OpenApi.get_urlpatterns(), "openapi"))),
    path("docs/", include((Docs.get_urlpatterns(), "docs"))),
    re_path(
        "", unknown_address, {"hint": f"The API has {ADDRESSES}; each address ends in a slash."}, name=UNKNOWN
    ),
]
