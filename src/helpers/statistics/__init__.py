"""Statistics: tables to measures, with their uncertainty."""
