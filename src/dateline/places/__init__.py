"""`Name ─resolve─▶ FoundPlace`: countries, provinces and towns offline, and which of them a name in a text means."""
