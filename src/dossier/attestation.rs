//! Who says that a list is complete, and when.

use super::answer::{Answer, Date};
use super::view::view;
use crate::terms::Role;

view! {
    /// Says that a list is complete: who says so, and when.
    Attestation {
        /// The role that says the list is complete.
        by: Answer<Role>,
        /// When that was said.
        on: Answer<Date>,
    }
}
