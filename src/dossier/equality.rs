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
    /// Whether the organisation is a listed authority, which has the specific equality duties on top of the general one. Example: `true`. Ask: the equality lead.
    #[schemars(extend("x-switch" = ["equality.published.objectives", "equality.published.information"]))]
    pub specific_duties: Answer<bool>,
    /// How the three aims of the equality duty were weighed before the decision on the product. Ask: the equality lead.
    pub due_regard: DueRegard,
    /// The day the equality effects of the product were last looked at again, with what has been seen in use. Example: `2027-02-17`. Ask: the equality lead.
    pub last_review: Answer<Date>,
    /// What buying and contract say on equality, so that what others develop or do for you is covered too. Example: `Clause 9: figures by sex, age and ethnic group each quarter.`. Ask: the contracts lead.
    pub procurement: Statement,
    /// What the specific duties ask you to set and publish. Ask: the equality lead.
    pub published: Published,
    /// Whether the product touches staff, such as rotas, pay or judging their work, and what was considered for them. Example: `It counts nobody's speed or errors; rotas stay as they are.`. Ask: the equality lead.
    pub workforce: Statement,
    /// Which other law a wrong use could break, on data protection and human rights above all, and what guards against it. Example: `Data protection: see the impact assessment. Human rights: nobody is refused care by it.`. Ask: the contracts lead.
    pub other_law: Statement,
}

/// How the three aims of the equality duty were weighed.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct DueRegard {
    /// Ending unlawful discrimination, harassment, victimisation and what else the Act forbids. Example: `No group loses a service; misses in women are watched.`. Ask: the equality lead.
    pub discrimination: Statement,
    /// Advancing equality of opportunity. Example: `Waits became shorter in the most deprived areas too.`. Ask: the equality lead.
    pub opportunity: Statement,
    /// Fostering good relations between groups. Example: `The leaflet says in six languages why some images come first.`. Ask: the equality lead.
    pub good_relations: Statement,
    /// Whether due regard was had to all three before the decision, and the effects found are acceptable. Example: `{judged: acceptable, says: "Read by the board before it decided.", by: equality_lead, on: 2026-09-18}`. Ask: the equality lead.
    pub conclusion: Judgement,
}

/// What the specific duties ask a listed authority to set and publish.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Published {
    /// Whether equality objectives are set. Example: `true`. Ask: the equality lead.
    pub objectives: Answer<bool>,
    /// Whether information is published that shows how the general duty is met. Example: `true`. Ask: the equality lead.
    pub information: Answer<bool>,
    /// Whether, in Scotland, information is published that shows how equality outcomes are met. Example: `true`. Ask: the equality lead.
    pub outcomes: Answer<bool>,
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
