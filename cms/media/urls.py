"""The public addresses of files."""

from django.urls import path

from .views import serve

app_name = "media"
urlpatterns = [path("<str:digest>/<str:name>", serve, name="file")]
