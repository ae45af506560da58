"""Rich text is published without what only the editor's tools need."""

from cms.publishing.references import Loader
from cms.publishing.rich_text import RichHtml


def test_the_editors_block_keys_stay_inside() -> None:
    text = RichHtml(
        '<p data-block-key="na5u8">Bussarna.</p><ul><li data-block-key="x">En <a href="tel:1">länk</a></li></ul>'
    )
    assert text.resolve(Loader()) == '<p>Bussarna.</p><ul><li>En <a href="tel:1">länk</a></li></ul>'
