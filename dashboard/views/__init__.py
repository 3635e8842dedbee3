"""Rows become figures: timeline, map, excerpt. Nothing here knows Streamlit."""
