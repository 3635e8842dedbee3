"""Labels made short, for the tables of the tests."""

from dashboard.evaluation.labels import DateLabel, EventLabel, PlaceLabel, Point
from dashboard.model import Span


def a_date(start: int, end: int, edtf: str | None = "1945", *, doubtful: bool = False, accept: tuple[str, ...] = ()):
    return DateLabel(Span(start, end), edtf, accept, doubtful)


def a_place(name: str, lat: float | None, lon: float | None, *, kind: str = "settlement", country: str = ""):
    return PlaceLabel(Span(0, 5), Point(name, lat, lon), kind, country)


def an_event(*evidence: tuple[int, int], edtf: str | None = "1945", places: tuple[Point, ...] = (), **fields: object):
    values: dict[str, object] = {
        "title": "Treaty signed at Moscow",
        "topics": frozenset(),
        "countries": frozenset(),
        "kind": "agreement",
        "certainty": "explicit",
        "status": "happened",
        **fields,
    }
    return EventLabel(edtf=edtf, evidence=tuple(Span(*each) for each in evidence), places=places, **values)
