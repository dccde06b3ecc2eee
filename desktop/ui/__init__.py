"""Windows and pages; meets neither SQL nor HTTP."""
