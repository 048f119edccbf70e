//! What the program computes with of the section `intended_purpose`; `rules/dossier/intended_purpose.toml` declares all of it.

use super::answer::{Answer, List, Statement, Text};
use super::view::view;
use crate::terms::{Autonomy, ConditionSeverity, DeviceClass, ExclusionKind, InformationRole, PurposeFunction};

view! {
    /// What the maker says the product is for, for whom and where, what it excludes; and how it will be used here.
    IntendedPurpose {
        /// The maker's own statement of what the product is for, word for word.
        statement: Statement,
        /// What the product mainly does.
        function: Answer<PurposeFunction>,
        /// How much its information counts in a clinical decision.
        information_role: Answer<InformationRole>,
        /// How serious the illness or state is that it informs about.
        condition_severity: Answer<ConditionSeverity>,
        /// Whether it monitors signs of life whose change could mean immediate danger.
        vital_parameters: Answer<bool>,
        /// Whether it monitors vital processes of the body at all, such as heart rate or breathing.
        vital_processes: Answer<bool>,
        /// Whether it drives another device or influences how one is used.
        drives_device: Answer<bool>,
        /// The class of the device that it drives, where it drives one.
        driven_device_class: Answer<DeviceClass>,
        /// Whether it measures something of a patient and gives it as a figure.
        measuring: Answer<bool>,
        /// What part a human has in each result.
        autonomy: Answer<Autonomy>,
        /// Who is meant to use it.
        users: Answer<Vec<Text>>,
        /// The patients it is meant for; of a product about no patient at all, none with the reason.
        patients: Patients,
        /// Where it is meant to be used.
        settings: Answer<Vec<Text>>,
        /// What the maker excludes: patients, images, places.
        exclusions: List<Exclusion>,
        /// How the product will be used here.
        planned_use: PlannedUse,
    }
}

view! {
    /// Which patients.
    Patients {
        /// The youngest, in years.
        age_min: Answer<f64>,
        /// The oldest, in years.
        age_max: Answer<f64>,
        /// Who is included.
        include: Answer<Vec<Text>>,
        /// Who is left out.
        exclude: Answer<Vec<Text>>,
    }
}

view! {
    /// Something the maker excludes.
    Exclusion {
        /// What is excluded.
        what: Statement,
        /// What kind of exclusion it is.
        kind: Answer<ExclusionKind>,
    }
}

view! {
    /// How the product will be used here, to be held against what the maker says it is for.
    PlannedUse {
        /// Where it will be used, in the maker's own words for those places.
        settings: Answer<Vec<Text>>,
        /// Who will use it.
        users: Answer<Vec<Text>>,
        /// The patients it will be used for; none with the reason, where the maker says the same.
        patients: Patients,
    }
}
