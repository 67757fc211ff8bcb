//! Undo and redo of my own actions: recorded writes and their reversal.
