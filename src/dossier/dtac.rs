//! What the program computes with of the section `dtac`; `rules/dossier/dtac.toml` declares all of it.

use super::answer::Statement;
use super::view::view;

view! {
    /// The Digital Technology Assessment Criteria: the supplier's form and the adopter's assessment of it.
    Dtac {
        /// The version of the product that the form is about.
        product_version: Statement,
    }
}
