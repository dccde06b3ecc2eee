"""The API of the PCs: enrolment, sync and health, in JSON."""
