"""What Django itself answers with when no view can: the API's own shape below its address, plain pages elsewhere."""

from django.http import HttpRequest, HttpResponse
from django.views import defaults

from cms.api.errors import ApiError, BadRequest, Broken, NotFound
from cms.api.http.door import API
from cms.api.http.problems import problem


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400: a host that isn't ours, too many parameters."""
    return _api(request, BadRequest("The request can't be read.")) or defaults.bad_request(request, exception)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404."""
    return _api(request, NotFound("There is nothing here.")) or defaults.page_not_found(request, exception)


def broken(request: HttpRequest) -> HttpResponse:
    """500, after it was logged."""
    return _api(request, Broken("Something went wrong in the newsroom.")) or defaults.server_error(request)


def _api(request: HttpRequest, error: ApiError) -> HttpResponse | None:
    return problem(error) if request.path.startswith(API) else None
