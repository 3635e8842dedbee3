"""Printed: what a note says was printed, and where."""

from __future__ import annotations

import re

from dashboard.extraction.alternation import any_of
from dashboard.extraction.events.lines.shortening import without_tail
from dashboard.extraction.vocabulary import rows, word_list

_ARTICLE = re.compile(
    r"(?:(?:^|\()(?P<who>(?:[A-Z][\w.’-]+ ){1,3}[A-Z][\w’-]+)(?:,? Jr\.)?, )?(?:^|“)"
    r"(?P<title>[^“”]{8,170}?),?” ?,? (?:(?:in|in the|published in) )?"
    rf"(?P<where>(?:The |the )?(?:[A-Z][\w.’'&-]+ (?:of |and )?){{0,4}}{any_of(word_list('printed in'))})\b"
)
"""An article by its title and where it appeared."""
_LONGEST_HEADLINE = 90
_LEAD = 12
"""Characters that may stand before an article of which a note tells no more: “See also ”."""
_PRINTED = re.compile(
    r"(?:^|(?P<what>\b(?:statement|text|repl(?:y|ie)|communiqué|speeche?|address(?:e)?|remark|resolution|report"
    r"|message"
    r"|letter|note|declaration|interview|article)s?)\b[^.;]{0,90}?)"
    r"(?:\b(?:printed|published|reprinted|found) in |\b[Ss]ee |^)(?:the )?"
    rf"(?P<where>{any_of(row['name'] for row in rows('publications.csv', 'name', 'reason'))})\b"
)
"""What an editor says was printed, and where."""


def publication(words: str) -> str:
    """“Statements of Hull printed in Department of State Bulletin”, “Article ‘Egypt Blamed’ in The New York Times”."""
    article = _ARTICLE.search(words)
    if article:
        headline = article["title"]
        if len(headline) > _LONGEST_HEADLINE:
            headline = re.split(r"[:;—]", headline)[0]
        whose = f"{article['who'].split(' ')[-1]}’s article" if article["who"] else "article"
        return f"{whose} “{headline}” in {article['where']}" if len(headline) <= _LONGEST_HEADLINE else ""
    printed = _PRINTED.search(words)
    if printed and not printed["what"]:
        return f"papers printed in {printed['where']}"
    if printed:
        of = _OF.match(words, printed.end("what"))
        what = f"{printed['what'].lower()}{without_tail(of.group()) if of else ''}"
        owner = _OWNER.search(words, 0, printed.start("what"))
        if not (of or owner):
            return ""
        return f"{owner.group() if owner else ''}{what} printed in {printed['where']}"
    return ""


def article_alone(words: str) -> str:
    """The same for words that begin with an article, and only tell where it appeared; empty for all other words."""
    found = _ARTICLE.search(words)
    return publication(words) if found and found.start() <= _LEAD else ""


_OF = re.compile(
    r" (?:of|by|on|between|from|to|issued by|regarding|concerning|entitled)"
    r" (?:(?!\b(?:see|is|are|was|were|has|been|dated|issued|signed|released|made|printed|published|reprinted|found)\b)"
    r"[^,;:.()]){3,70}"
)
"""What the paper is of, or whose."""
_OWNER = re.compile(r"(?:[A-Z][\w.]+ ){0,2}[A-Z][\w]+[’']s (?:[A-Z]\w+ \d{1,2}(?:, \d{4},?)? )?(?:[a-z]+ )?$")
"""“Brezhnev’s March 21 ” before it."""
