"""Pages around the learning itself: first start, sign-in, trouble with the store, sync."""
