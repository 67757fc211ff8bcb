//! Fractional indices with jitter: places between two neighbours.
