//! Every text on the screen, in English and French.
