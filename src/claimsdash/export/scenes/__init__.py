"""What each tab draws of a scene: the same charts for the page, for a view shown alone, and for the command line."""
