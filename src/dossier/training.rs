//! What the program computes with of the section `training`; `rules/dossier/training.toml` declares all of it.

use super::answer::{Answer, Date, List, Period, Statement, Text};
use super::view::view;
use crate::terms::{Archetype, Assessed, Level};

view! {
    /// Who must be trained in what, who has been, and how the training is made.
    Training {
        /// The training without which, as the developer has determined, the product is not safe to use. It is a legal duty for a medical device.
        required_by_developer: RequiredByDeveloper,
        /// The training programmes that exist or are planned, for this product and for AI in general.
        programmes: List<Programme>,
        /// The groups of staff here, and how many of each have been trained in what.
        staff: List<StaffGroup>,
        /// Knowledge of AI in general among all staff, kept once for the organisation.
        literacy: Literacy,
    }
}

view! {
    /// The training without which, as the developer has determined, the product is not safe to use.
    RequiredByDeveloper {
        /// Whether the developer has determined that users must be trained for the product to be safe.
        required: Answer<bool>,
        /// The ids of the staff groups that must be trained, as under `staff`.
        staff: Answer<Vec<Text>>,
        /// The ids of the programmes that they must have done, as under `programmes`.
        programmes: Answer<Vec<Text>>,
    }
}

view! {
    /// One training programme.
    Programme {
        /// A short name.
        id: Statement,
        /// The version of the product it teaches.
        product_version: Statement,
        /// How long the training holds before it must be done again.
        valid_for: Answer<Period>,
        /// The outcomes it covers.
        covers: List<Coverage>,
    }
}

view! {
    /// One outcome that a programme covers.
    Coverage {
        /// The id of the outcome, from the training tables.
        outcome: Statement,
        /// The level to which it is taught.
        level: Answer<Level>,
        /// How it is found out that the level was reached.
        assessed: Answer<Assessed>,
    }
}

view! {
    /// One group of staff, and how many of it have been trained in what.
    StaffGroup {
        /// A short name.
        id: Statement,
        /// What they are.
        title: Statement,
        /// Their part in the adoption of AI; one group may have several.
        archetypes: Answer<Vec<Archetype>>,
        /// How many people are in the group.
        headcount: Answer<u64>,
        /// Whether they use the product.
        uses_product: Answer<bool>,
        /// Whether they make clinical decisions with it.
        decides_clinically: Answer<bool>,
        /// How many of them have been trained, for each programme.
        progress: List<Progress>,
    }
}

view! {
    /// How many people of a group have been trained in one programme.
    Progress {
        /// The id of the programme, as under `programmes`.
        programme: Statement,
        /// How many people of the group have finished it and whose training still holds.
        trained: Answer<u64>,
        /// The day on which they were counted.
        as_of: Answer<Date>,
        /// The version of the product they were trained on.
        product_version: Statement,
    }
}

view! {
    /// Knowledge of AI in general among all staff.
    Literacy {
        /// The id of the programme that teaches it and the basics of digital technology, as under `programmes`.
        programme: Statement,
        /// How many of all staff have done it.
        organisation_wide: OrganisationWide,
    }
}

view! {
    /// How many of all staff have been trained.
    OrganisationWide {
        /// How many have finished it and whose training still holds.
        trained: Answer<u64>,
        /// How many people work here.
        headcount: Answer<u64>,
        /// The day on which they were counted.
        as_of: Answer<Date>,
    }
}
