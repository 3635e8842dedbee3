"""TEI as the series Foreign Relations of the United States publishes it: a volume is a file, a document a `div` in it.

reader.py opens the file, volume.py says what holds for the whole volume and yields its documents one by one,
document.py makes a Document of one `div`, enclosures.py finds those that stand in it, writer.py lays the text out,
dates.py reads the attributes that give a date.
"""

from dashboard.documents.tei.reader import Tei

__all__ = ["Tei"]
