//! Takes in other copies' changes and remembers how to take them back.
