//! Counts steps of work in builds with debug assertions, so that a test can tell that twice as much takes twice the work.

use std::cell::Cell;

thread_local! {
    static STEPS: Cell<u64> = const { Cell::new(0) };
}

/// One step: a node looked at, or an answer read. A build without debug assertions counts nothing.
pub(crate) fn step() {
    if cfg!(debug_assertions) {
        STEPS.set(STEPS.get() + 1);
    }
}

/// The steps of this thread so far; 0 in a build without debug assertions.
pub fn steps() -> u64 {
    STEPS.get()
}
