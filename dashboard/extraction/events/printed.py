"""Printed: what a note says was printed, and where."""

from __future__ import annotations

import re

_ARTICLE = re.compile(
    r"(?:^|“)(?P<title>[^“”]{8,170}?),?” ?,? (?:(?:in|in the|published in) )?"
    r"(?P<where>(?:The |the )?(?:[A-Z][\w.’'&-]+ (?:of |and )?){0,4}"
    r"(?:Times|Post|Journal|Star|Tribune|Herald|Monitor|Newsweek|Bulletin|News|Magazine|Review|Affairs|Policy|Pravda"
    r"|Izvestia|Guardian|Sun|Globe))\b"
)
"""An article by its title and where it appeared."""
_LONGEST_HEADLINE = 90
_PRINTED = re.compile(
    r"(?:^|(?P<what>\b(?:statement|text|repl(?:y|ie)|communiqué|speeche?|address(?:e)?|remark|resolution|report"
    r"|message"
    r"|letter|note|declaration|interview|article)s?)\b[^.;]{0,90}?)"
    r"(?:\b(?:printed|published|reprinted|found) in |\b[Ss]ee |^)(?:the )?"
    r"(?P<where>Department of State Bulletin|League of Nations, Official Journal"
    r"|Foreign Relations(?= of the United|,)"
    r"|Public Papers|Congressional Record)\b"
)
"""What an editor says was printed, and where."""


def publication(words: str) -> str:
    """“Statements printed in Department of State Bulletin”, “‘Egypt Blamed in Raids’ in The New York Times”."""
    article = _ARTICLE.search(words)
    if article:
        headline = article["title"]
        if len(headline) > _LONGEST_HEADLINE:
            headline = re.split(r"[:;—]", headline)[0]
        return f"“{headline}” in {article['where']}" if len(headline) <= _LONGEST_HEADLINE else ""
    printed = _PRINTED.search(words)
    if printed:
        return f"{(printed['what'] or 'Papers').lower()} printed in {printed['where']}"
    return ""
