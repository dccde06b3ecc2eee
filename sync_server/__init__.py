"""The server: takes parcels in, grades again, and shows the city its results."""
