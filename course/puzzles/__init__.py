"""The Parsons problems of the lessons: lines to put in order, some of which do not belong."""
