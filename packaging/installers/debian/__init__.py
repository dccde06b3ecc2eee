"""What only Debian and Ubuntu have: the client's and the server's package, and the offline set."""
