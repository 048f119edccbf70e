//! The section `strategy`: why this product, against which alternatives, with which benefits and risks.

use super::prelude::*;

/// Why this product, against which alternatives, with which benefits and risks, and for whom.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(extend("x-kept-by" = "adopter"))]
pub struct Strategy {
    /// The problem that the product is meant to solve. Example: `Urgent chest X-rays wait behind routine ones, on average 11 hours.`. Ask: the driver.
    pub problem: Statement,
    /// How success will be measured. Example: `[hours from image to report for urgent findings]`. Ask: the driver.
    pub measures: Answer<Vec<Text>>,
    /// Whether a product of this kind is a good enough answer to the problem; `says` gives the reasons. Example: `{judged: acceptable, says: "The delay comes from the order of the list, which is what it changes.", by: driver, on: 2026-08-20}`. Ask: the driver.
    pub right_solution: Judgement,
    /// What is to be gained, and what it costs. Ask: the driver.
    pub benefits: Benefits,
    /// The product against other ways to meet the need. Ask: the driver.
    pub alternatives: Alternatives,
    /// What could go wrong with bringing the product in, beyond the clinical hazards. Ask: the driver.
    pub risks: List<StrategicRisk>,
    /// Who says that the list of risks is complete. Ask: the driver.
    pub risks_complete: Attestation,
    /// What the product does to fairness among patients. Ask: the equality lead.
    pub inequalities: Inequalities,
    /// What those whom the service is for and those who work in it need, and how that was found out, by the NHS service standard or otherwise. Example: `Twelve readers and the patients' panel were asked: nobody wants to sort by hand, and referrers want a call within the hour.`. Ask: the driver with the clinical lead.
    pub user_needs: Statement,
    /// What is known of its effect in a setting like this one. Ask: the clinical lead.
    pub known_effect: KnownEffect,
    /// Whether what it puts out can be held against something known to be true; `says` names what. Example: `{judged: acceptable, says: "Every image is read, so each rank can be held against the report.", by: ai_lead, on: 2026-08-20}`. Ask: the AI lead.
    pub testable: Judgement,
}

/// What is to be gained, and what it costs.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Benefits {
    /// What the product brings to the organisation's strategy. Example: `Meets the target for emergency reporting without more posts.`. Ask: the driver.
    pub advantages: Statement,
    /// What it changes for patients' outcomes. Example: `A collapsed lung is reported within an hour instead of eleven.`. Ask: the clinical lead.
    pub outcomes: Statement,
    /// What it changes in how efficiently work flows. Example: `No more sorting of the list by hand.`. Ask: the clinical lead.
    pub workflow: Statement,
    /// How much time it frees for care, or takes. Example: `About 20 minutes of a radiologist's day.`. Ask: the clinical lead.
    pub time_to_care: Statement,
    /// What it costs or saves, in pounds and over which time. Example: `61,000 pounds a year, training included; no cash saving.`. Ask: the driver.
    pub cost: Statement,
    /// The gains, savings and costs in figures: before, expected or found after, over which time, and how they were worked out. Example: `Report of a collapsed lung: 6 hours 40 minutes before, 52 minutes in the pilot; 61,000 pounds a year.`. Ask: the driver.
    pub figures: Statement,
    /// Whether the gain is large enough to be worth the money, the work and the risk; `says` gives the reasons. Example: `{judged: acceptable, says: "Hours less for urgent findings at 61,000 pounds a year.", by: driver, on: 2026-12-18}`. Ask: the driver.
    pub worthwhile: Judgement,
}

/// What is known of the product's effect in a setting like this one.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct KnownEffect {
    /// Whether it is shown well enough to be worth its cost in a setting like this one; `says` names the evidence, or why the sum at stake asks for less. Example: `{judged: acceptable, says: "No study; a quarter of the cost of a second reader for the same wait.", by: driver, on: 2026-09-24}`. Ask: the driver.
    pub cost: Judgement,
    /// Whether enough is being done to find out what is not yet known for a setting like this one; `says` names the gaps, the developer's plan and the part of a pilot here. Example: `{judged: acceptable, says: "Deaths are not counted yet; the maker follows patients at four trusts until 2028.", by: ai_lead, on: 2026-09-20}`. Ask: the AI lead.
    pub gaps_being_closed: Judgement,
}

/// The product against other ways to meet the need.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Alternatives {
    /// Each alternative that was compared, doing nothing among them. Ask: the driver.
    pub compared: List<Alternative>,
    /// Who says that no alternative worth comparing is left out. Ask: the driver.
    pub compared_complete: Attestation,
    /// Whether the product meets the needs of patients and organisation well enough against the alternatives; `says` gives the reasons. Example: `{judged: acceptable, says: "Only this shortens the wait at night.", by: clinical_lead, on: 2026-09-24}`. Ask: the clinical lead.
    pub most_effective: Judgement,
    /// Whether it does so at a fair enough cost and effort against the alternatives; `says` gives the reasons. Example: `{judged: acceptable, says: "A second reader at night costs four times as much.", by: driver, on: 2026-09-24}`. Ask: the driver.
    pub most_efficient: Judgement,
}

/// One other way to meet the need.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(extend("x-key" = "what"))]
pub struct Alternative {
    /// The alternative. Example: `do nothing`. Ask: the driver.
    pub what: Statement,
    /// How the product compares with it. Example: `Urgent images would go on waiting 11 hours.`. Ask: the driver.
    pub finding: Statement,
}

/// One thing that could go wrong with bringing the product in.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(extend("x-key" = "id"))]
pub struct StrategicRisk {
    /// A short name. Example: `R1`. Ask: whoever names the risk.
    pub id: Statement,
    /// What could go wrong. Example: `The supplier is sold and the product withdrawn.`. Ask: the driver.
    pub risk: Statement,
    /// What will be done about it. Example: `Six months' notice in the contract; the old list order can return in a minute.`. Ask: the driver.
    pub response: Statement,
}

/// What the product does to fairness among patients. Acceptable always means that patients are treated fairly enough to go on.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Inequalities {
    /// Whether good outcomes are shared fairly enough among patients; `says` tells what was found. Example: `{judged: acceptable, says: "Hours to report differ by less than half an hour between groups.", by: equality_lead, on: 2026-10-06}`. Ask: the equality lead.
    pub unfair: Judgement,
    /// Whether no patients are put at an unacceptable disadvantage; `says` tells who might be and what is done. Example: `{judged: acceptable, says: "Portable films are not ranked; their wait did not grow.", by: equality_lead, on: 2026-10-06}`. Ask: the equality lead.
    pub disadvantaged: Judgement,
    /// Whether existing health inequality is kept from growing; `says` tells how that is known. Example: `{judged: acceptable, says: "The gap between the most and the least deprived areas became smaller.", by: equality_lead, on: 2026-10-06}`. Ask: the equality lead.
    pub worsened: Judgement,
    /// Whether new health inequality is kept from arising; `says` tells how that is known. Example: `{judged: acceptable, says: "No group waits longer than before.", by: equality_lead, on: 2026-10-06}`. Ask: the equality lead.
    pub created: Judgement,
}
