//! Wires session, browser and screen.
