"""The contract of a gazetteer: geopy's. To add one: subclass Gazetteer in a file of its own and list it in
`gazetteer/__init__.py`; the contract tests then run over it by themselves.

A gazetteer is a geopy Geocoder: `geocode(query, *, exactly_one=True, when=None, near=None)` answers with
`geopy.location.Location` (or a list of them, the likeliest first), None where the name is unknown. `Location.raw` keeps
the untouched row, which `to_place` turns into a Place.
"""
