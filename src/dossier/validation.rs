//! What the program computes with of the section `validation`; `rules/dossier/validation.toml` declares all of it.

use super::answer::{Answer, EvidenceId, List, Share, Statement, Table, Text};
use super::attestation::Attestation;
use super::view::view;
use crate::terms::{Place, Timing};

view! {
    /// The training data, the studies with their results, and the accuracy that was agreed to be good enough.
    Validation {
        /// The data from which the model was learnt.
        training_data: TrainingData,
        /// The accuracy that the adopter agreed to accept, finding by finding, before looking at the results.
        acceptance: List<Acceptance>,
        /// All studies of the product, favourable or not; those made here are added by the adopter.
        studies: List<Study>,
    }
}

view! {
    /// The accuracy that the adopter agreed to accept for one finding; the 95% interval of the counts must lie at or above it.
    Acceptance {
        /// The finding, named as in the results of the studies.
        target: Statement,
        /// The lowest acceptable share of cases with the finding that are caught, from 0 to 1.
        sensitivity: Answer<Share>,
        /// The lowest acceptable share of cases without the finding that are left alone, from 0 to 1.
        specificity: Answer<Share>,
        /// The setting of the product at which it will be used here, where the studies give results at several.
        threshold: Statement,
        /// The ids of the studies whose counts it is held against, added up.
        studies: Answer<Vec<Text>>,
        /// Who agreed the level, and when.
        agreed: Attestation,
    }
}

view! {
    /// One study of the product.
    Study {
        /// A short name.
        id: Statement,
        /// The product that was studied, by the name the study gives it.
        product: Statement,
        /// Where its data came from.
        place: Answer<Place>,
        /// Whether it looked back at old cases or followed new ones.
        timing: Answer<Timing>,
        /// The version of the product that was studied.
        product_version: Statement,
        /// Whether its patients, sites and images are none of those the model was learnt from.
        independent_of_training: Answer<bool>,
        /// The people studied.
        population: StudyPopulation,
        /// What was found, for each thing the product looks for.
        results: List<StudyResult>,
        /// The ids of the documents that report it, from the section `evidence`.
        evidence: Answer<Vec<EvidenceId>>,
    }
}

view! {
    /// The people studied.
    StudyPopulation {
        /// The kinds of place it was done in, in the maker's own words for the settings of the intended purpose.
        settings: Answer<Vec<Text>>,
        /// How many there were.
        n: Answer<u64>,
        /// The share of each sex, from 0 to 1.
        sex: Table<Answer<Share>>,
        /// The share of each age band in years, from 0 to 1.
        age: Table<Answer<Share>>,
        /// The share of each ethnic group, from 0 to 1.
        ethnicity: Table<Answer<Share>>,
    }
}

view! {
    /// What a study found for one thing the product looks for.
    StudyResult {
        /// What was looked for.
        target: Statement,
        /// What is counted once.
        unit: Statement,
        /// The setting of the product above which it says yes.
        threshold: Statement,
        /// How many were rightly and wrongly called.
        counts: Counts,
        /// The figures as published.
        reported: Reported,
        /// The same counts for groups of patients.
        subgroups: List<Subgroup>,
    }
}

view! {
    /// How many were rightly and wrongly called.
    Counts {
        /// With the finding, and called so.
        tp: Answer<u64>,
        /// Without the finding, and called as if they had it.
        fp: Answer<u64>,
        /// With the finding, and missed.
        fn_count as "fn": Answer<u64>,
        /// Without the finding, and called so.
        tn: Answer<u64>,
    }
}

view! {
    /// The figures as published.
    Reported {
        /// The share of cases with the finding that were caught.
        sensitivity: Figure,
        /// The share of cases without the finding that were left alone.
        specificity: Figure,
        /// The share of those called that had the finding.
        ppv: Figure,
        /// The share of those not called that did not have it.
        npv: Figure,
        /// The area under the curve of sensitivity against false alarms.
        auc: Figure,
    }
}

view! {
    /// One published figure with its 95% interval.
    Figure {
        /// The figure, from 0 to 1.
        value: Answer<Share>,
        /// The lower end of its 95% interval.
        lower: Answer<Share>,
        /// The upper end of its 95% interval.
        upper: Answer<Share>,
    }
}

view! {
    /// The counts for one group of patients.
    Subgroup {
        /// A short name.
        id: Statement,
        /// By what patients are grouped.
        variable: Statement,
        /// The group.
        group: Statement,
        /// Whether the others of its kind are held against this group.
        reference: Answer<bool>,
        /// Whether the same cases are counted in another group of its kind too, as when two readers see the same images.
        same_cases: Answer<bool>,
        /// How many of the group were rightly and wrongly called.
        counts: Counts,
    }
}

view! {
    /// The data from which the model was learnt.
    TrainingData {
        /// The share of each sex, from 0 to 1.
        sex: Table<Answer<Share>>,
        /// The share of each age band in years, from 0 to 1.
        age: Table<Answer<Share>>,
        /// The share of each ethnic group, from 0 to 1.
        ethnicity: Table<Answer<Share>>,
    }
}
