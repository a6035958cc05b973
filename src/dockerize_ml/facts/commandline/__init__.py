"""The command lines of programs: their verbs and options, and which of them serves."""
