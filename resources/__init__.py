"""Icons, fonts and styles, with the functions that load them."""
