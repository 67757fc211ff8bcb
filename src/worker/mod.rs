//! What the disposable worker does with bytes from strangers.
