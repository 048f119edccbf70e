//! The section `equality`: the equality duty, the nine protected characteristics and how effects are watched.

use super::prelude::*;

/// How the equality duty was considered for this product.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(extend("x-kept-by" = "adopter"))]
pub struct Equality {
    /// What the equality impact assessment found and who made it; good practice in England. Example: `{says: "No group is worse off; age is watched.", evidence: [equality-assessment]}`. Ask: the equality lead.
    pub assessment: Statement,
    /// What was found for each protected characteristic. Ask: the equality lead.
    pub characteristics: Characteristics,
    /// How effects on these groups are watched in use, by whom and how often. Example: `Misses by age, sex and ethnicity every quarter.`. Ask: the equality lead.
    pub monitoring: Statement,
}

/// What was found for each of the nine protected characteristics.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Characteristics {
    /// Age. Example: `Under 18s are outside the intended purpose.`. Ask: the equality lead.
    pub age: Statement,
    /// Disability. Example: `Images taken lying down are left out; they keep the usual order.`. Ask: the equality lead.
    pub disability: Statement,
    /// Gender reassignment. Example: `The recorded sex is not used as an input.`. Ask: the equality lead.
    pub gender_reassignment: Statement,
    /// Marriage and civil partnership, which counts only towards ending discrimination. Example: `No effect found.`. Ask: the equality lead.
    pub marriage_and_civil_partnership: Statement,
    /// Pregnancy and maternity. Example: `No change to when an X-ray is taken.`. Ask: the equality lead.
    pub pregnancy_and_maternity: Statement,
    /// Race. Example: `Sensitivity does not differ between ethnic groups as far as the numbers show.`. Ask: the equality lead.
    pub race: Statement,
    /// Religion or belief. Example: `No effect found.`. Ask: the equality lead.
    pub religion_or_belief: Statement,
    /// Sex. Example: `Sensitivity is four points lower in women in one study; watched every quarter.`. Ask: the equality lead.
    pub sex: Statement,
    /// Sexual orientation. Example: `No effect found.`. Ask: the equality lead.
    pub sexual_orientation: Statement,
}
