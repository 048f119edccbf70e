//! What the program computes with of the section `local`; `rules/dossier/local.toml` declares all of it.

use super::answer::{Answer, EvidenceId, Judgement, List, Share, Statement, Table, Text};
use super::view::view;
use crate::terms::Counted;

view! {
    /// The patients here, what sets this place apart, local validation and the pilot.
    Local {
        /// How many cases a year would go through the product here.
        volume_per_year: Answer<u64>,
        /// How common each finding is here.
        targets: List<LocalTarget>,
        /// The people on whom it would be used here.
        population: LocalPopulation,
        /// Whether the people in the published studies are enough like those here.
        represents_us: Judgement,
        /// Validation on this place's own cases.
        validation: LocalValidation,
    }
}

view! {
    /// How common one finding is here.
    LocalTarget {
        /// The finding, named as in the studies.
        target: Statement,
        /// The share of cases here that have it, from 0 to 1.
        prevalence: Answer<Share>,
    }
}

view! {
    /// The people on whom the product would be used here.
    LocalPopulation {
        /// Who was counted.
        of: Answer<Counted>,
        /// A table of shares to read instead of writing them here: a CSV file with one line for each area, in the columns of public census tables.
        table: PopulationTable,
        /// The share of each sex, from 0 to 1.
        sex: Table<Answer<Share>>,
        /// The share of each age band in years, in the bands of the studies, from 0 to 1.
        age: Table<Answer<Share>>,
        /// The share of each ethnic group, from 0 to 1.
        ethnicity: Table<Answer<Share>>,
    }
}

view! {
    /// A line of a registered CSV file, with columns such as `code`, `female_pct`, `age_15-24_pct` and `eth_white_pct` in per cent.
    PopulationTable {
        /// The registered document that holds the table.
        document: Answer<EvidenceId>,
        /// The area: what stands in the column `code` or `name` of its line.
        area: Statement,
    }
}

view! {
    /// Validation on this place's own cases.
    LocalValidation {
        /// Whether it must be done, and for which of two reasons.
        needed: ValidationNeeded,
        /// How far an estimate of sensitivity or specificity may lie from the truth, plus or minus, from 0 to 1.
        precision: Answer<Share>,
        /// The ids of the studies that came of it, as under `validation.studies`.
        results: Answer<Vec<Text>>,
    }
}

view! {
    /// Whether local validation must be done.
    ValidationNeeded {
        /// Whether it is needed because the published results may not carry over to here.
        generalisability: Answer<bool>,
    }
}
