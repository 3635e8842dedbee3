"""The paper at hand: its heading, who speaks in it and to whom, what it is called and what it is on."""
