"""A program on a client that was made from openapi.json: run beside it, with the site's address and a path."""

import sys

from pressrum_client import Client
from pressrum_client.api.pages import find_page, list_pages
from pressrum_client.models import AgencyInRole, HeadingBlock, PageListing, PressReleasePage, QuoteBlock

client = Client(base_url=f"{sys.argv[1]}/api/v2")
listing = list_pages.sync(client=client, limit=5)
assert isinstance(listing, PageListing)
page = find_page.sync(client=client, html_path=sys.argv[2])
assert isinstance(page, PressReleasePage)
agencies: list[AgencyInRole] = page.agencies
print(page.title, listing.meta.total_count, [agency.name for agency in agencies])
for block in page.body:
    if isinstance(block, HeadingBlock):
        print("#" * block.value.level, block.value.text)
    elif isinstance(block, QuoteBlock):
        print(block.value.person)
