"""What stands around a name, and what it says: a person, a ship, a newspaper, an institution, or a place."""

from __future__ import annotations

import csv
import re
from functools import cache

from dashboard import config


@cache
def words(role: str) -> frozenset[str]:
    """The words of data/vocabulary/place_context.csv that have this role."""
    path = config.DATA / "vocabulary" / "place_context.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return frozenset(row["word"] for row in csv.DictReader(file) if row["role"] == role)


@cache
def before(role: str) -> re.Pattern[str]:
    """The words of a role as they stand directly before a name."""
    listed = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words(role), key=len, reverse=True))
    return re.compile(rf"(?<![^\W\d_])(?:{listed})\.?[\s“\"'‘]{{1,3}}(?:the\s+)?$")


INITIAL = re.compile(r"(?:^|[\s(\[])(?!U\. S\. $)[A-Z]\.\s?$")
"""“J. Washington”: an initial before the name, though not the S. of “U. S.”"""
HOLDER = re.compile(
    r"(?:Bank|Banks|Church|University|College|Duke|Duchess|Earl|Marquis|Marquess|Count|Prince|Princess|Archbishop|"
    r"Viscount|Lord|Baron|Merchant|Merchants|Battle\s+honours)\s+of\s+(?:the\s+)?$"
)
"""“Bank of England”, “Duke of York”: what holds the name is no place."""
AFTER_NAME = re.compile(r"[^\W\d_](?:,| \()\s?\[?$|[^\W\d_]\.?,?[ \n]$")
"""A name, a comma: where an abbreviation such as “Mo.” may stand."""
NEWSPAPER = re.compile(
    r"[ -](?:Times|Post|Herald|Tribune|Star|Gazette|Journal|News|Chronicle|Telegraph|Mail|Mercury|Courier|Examiner|"
    r"Enquirer|Inquirer|Intelligencer|Evening|Daily|Observer|Guardian|Globe|Jr\b)"
)


def is_person_or_ship(lead: str) -> bool:
    """Whether the 48 characters before a name make it a person, a ship or the holder of a title."""
    return bool(
        before("title").search(lead) or before("ship").search(lead) or INITIAL.search(lead) or HOLDER.search(lead)
    )
