//! Foreign formats, one file each, listed here.
