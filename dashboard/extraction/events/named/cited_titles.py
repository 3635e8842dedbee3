"""Names within the title of a publication that is cited: “see Foreign Relations, The Conferences at Cairo and Tehran”.

The title of a volume tells what the volume is about, and nothing of the event; a title that has the event's own days
(“Proceedings of the Conference, Bretton Woods, July 1–22, 1944”) does.
"""

from __future__ import annotations

import re

from dashboard.model import Span

_SMALL = r"and|of|the|in|at|with"
_TITLE_WORD = rf"(?!(?:Docs?|Documents?|See|Cf)\b)[A-Z][\w’'–-]*|\d[\d–-]*|{_SMALL}|vols?\.|[Pp]ts?\.|[ivxl]+"
_SERIES = re.compile(
    r"\b(?:Foreign Relations(?: of the United States)?|in the series)[,;:]? "
    rf"(?:\(?(?:{_TITLE_WORD})[,;:)]{{0,2}} )*[(“]?$"
)
"""The name of a series, and after it nothing but words of a title: neither a page nor a document's number."""
_SERIES_REACH = 180
_PAGE = r"(?:vols?|pp?)\. ?[\divxlc]"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d"
_IMPRINT = re.compile(
    rf"[)”]?(?:[,:]? (?!{_MONTH})(?:[A-Z][\w.’'–-]*|\[?\d[\d–-]*\]?|{_SMALL})){{0,20}},? ?"
    rf"(?:\((?!{_MONTH})[A-Z][\w. ]+[:,] [^()]{{0,80}}\d{{4}}\)|{_PAGE})"
)
"""The rest of a title, then where and when it was printed, or the page: “, With Documents [1924–26], vol. i”."""
_PUBLISHED = re.compile(
    r"\)?,? (?:Foreign Relations\b|(?:[Tt]he )?(?:[A-Z][\w.&’]+,? (?:of |and )?){1,6}"
    rf"(?:{_MONTH}\d?, \d{{4}}, )?{_PAGE})"
)
"""What follows the title of an article: “,” The New York Times, October 1, 1977, pp. 1, 4”."""
_LONGEST_TITLE, _OTHER_WORDS = 170, 15
"""Characters of the title of an article, and those beside the name in it: “Octagon” alone is none."""


def is_in_title(text: str, span: Span) -> bool:
    """Whether the name at the span is only part of the title of a volume or article that is cited."""
    return (
        _SERIES.search(text, max(0, span.start - _SERIES_REACH), span.start) is not None
        or _IMPRINT.match(text, span.end) is not None
        or _in_article(text, span)
    )


def _in_article(text: str, span: Span) -> bool:
    """Whether inverted commas are around the name and more, and where it was printed stands after them."""
    opening = text.rfind("“", max(0, span.start - _LONGEST_TITLE), span.start)
    closing = text.find("”", span.end, span.end + _LONGEST_TITLE)
    if opening < 0 or closing < 0 or "”" in text[opening : span.start] or "“" in text[span.end : closing]:
        return False
    others = closing - opening - (span.end - span.start)
    return others > _OTHER_WORDS and _PUBLISHED.match(text, closing + 1) is not None
