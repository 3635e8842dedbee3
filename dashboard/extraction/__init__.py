"""Documents become mentions and events: dates, places, people, topics, all with their evidence."""
