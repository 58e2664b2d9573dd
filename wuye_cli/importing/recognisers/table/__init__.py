"""What the columns and the cells of a task table mean, whatever document it comes from."""
