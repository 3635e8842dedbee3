"""A page: timeline, map and excerpts in one HTML file that asks nothing of any network.

Python works out what stands where; the files in `browser/` draw it and answer to clicks and keys. They are put into the
page as they are, so that what runs in a reader's browser can be read here.
"""
