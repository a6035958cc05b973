"""What a project is: facts, each with its evidence, settled from what the detectors claim."""
