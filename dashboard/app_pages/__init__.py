"""One file a page, one function page() each; never a folder called pages/, which Streamlit would discover by itself."""
