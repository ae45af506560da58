"""The blocks that bodies are made of. A block's file says what editors fill in, and what of it is published."""

from articles.writing.body import Body

from .agency_list import AgencyListBlock
from .attachments import AttachmentsBlock
from .contact import ContactBlock
from .fact_box import FactBoxBlock
from .fee_calculator import FeeCalculatorBlock
from .heading import HeadingBlock
from .image import ImageBlock
from .legal_reference import LegalReferenceBlock
from .links import LinksBlock
from .promo import PromoBlock
from .questions import QuestionsBlock
from .quote import QuoteBlock
from .related import RelatedBlock
from .statistic import StatisticBlock
from .table import TableBlock
from .text import TextBlock
from .video import VideoBlock

__all__ = ["BodyBlock", "LegalReferences", "PressReleaseBodyBlock"]


class BodyBlock(Body):
    """The blocks of every page type."""

    heading = HeadingBlock()
    text = TextBlock()
    quote = QuoteBlock()
    statistic = StatisticBlock()
    fact_box = FactBoxBlock()
    table = TableBlock()
    image = ImageBlock()
    video = VideoBlock()
    links = LinksBlock()
    attachments = AttachmentsBlock()
    contact = ContactBlock()
    questions = QuestionsBlock()
    legal_reference = LegalReferenceBlock()
    fee_calculator = FeeCalculatorBlock()
    related = RelatedBlock()
    promo = PromoBlock()


class PressReleaseBodyBlock(BodyBlock):
    """Those, and the list of the press release's agencies."""

    agency_list = AgencyListBlock()


class LegalReferences(Body):
    """The law that a whole page stands on."""

    legal_reference = LegalReferenceBlock()
