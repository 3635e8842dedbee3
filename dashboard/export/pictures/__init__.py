"""Pictures of the timeline and the map as SVG, PNG and PDF: made without a browser, with fonts of their own."""
