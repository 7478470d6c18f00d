"""Personal names: their order, their romanisation, the bodies that are no persons."""
