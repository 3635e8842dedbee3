"""A deck for PowerPoint and its kin: native text and charts, sharp pictures, every event with its words and source."""
