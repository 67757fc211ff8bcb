//! The only room that knows web storage, tabs, files, clipboard and clock.
