//! What the program computes with of the section `product`; `rules/dossier/product.toml` declares all of it.

use super::answer::{Answer, Date, List, Statement};
use super::view::view;
use crate::terms::{EquivalentFor, Role};

view! {
    /// What is offered, in which version, and by whom.
    Product {
        /// The name the product is sold under.
        name: Statement,
        /// The exact version offered, as printed in its documents.
        version: Statement,
        /// The day this version was released.
        released: Answer<Date>,
        /// Earlier versions whose results somebody accepted as holding for this one.
        equivalent_versions: List<EquivalentVersion>,
        /// Whether the product contains AI, that is, a model learnt from data.
        contains_ai: Answer<bool>,
        /// Who makes or sells the product.
        supplier: Supplier,
    }
}

view! {
    /// An earlier version whose results are accepted as holding for the version offered.
    EquivalentVersion {
        /// The earlier version.
        version: Statement,
        /// The day the earlier version was released.
        released: Answer<Date>,
        /// The role that accepted the equivalence.
        accepted_by: Answer<Role>,
        /// The day it was accepted.
        accepted_on: Answer<Date>,
        /// For what it was accepted.
        accepted_for as "for": Answer<Vec<EquivalentFor>>,
    }
}

view! {
    /// The company that makes or sells the product.
    Supplier {
        /// The country of its registered office, in two letters.
        country: Statement,
        /// Who answers for the device in the United Kingdom when its maker sits abroad.
        uk_responsible_person: Statement,
    }
}
