"""PDF with a text layer: lines.py finds the lines of a page, layout.py makes paragraphs, reader.py a document."""

from dashboard.documents.pdf.reader import Pdf

__all__ = ["Pdf"]
