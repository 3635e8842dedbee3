"""TEI as the series Foreign Relations of the United States publishes it: a volume is a file, a document a `div` in it.

reader.py opens the file, volume.py says what holds for the whole volume and yields its documents one by one,
document.py makes a Document of one `div`: writer.py lays its text out, found.py knows what stood where, sections.py and
markup.py say what that means, enclosures.py finds the documents that stand in it, dates.py reads the attributes that
give a date.
"""

from dashboard.documents.tei.reader import Tei

__all__ = ["Tei"]
