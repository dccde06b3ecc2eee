"""The pages for admins, rendered on the server and usable without JavaScript."""
