//! The section `monitoring`: how the product is watched once it is in use, by whom, and what is done when something changes.

use super::post_market::PostMarket;
use super::prelude::*;
use super::reporting::Reporting;
use super::validation::Counts;

/// How the product is watched once it is in use, by whom, and what is done when something changes.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(extend("x-kept-by" = "adopter"))]
pub struct Monitoring {
    /// What the developer says must be monitored in live use. Example: `Misses of urgent findings each month, and every failure of the link.`. Ask: the supplier.
    #[schemars(extend("x-kept-by" = "supplier"))]
    pub requirements: Statement,
    /// What must be validated again in live use, and when. Example: `500 of our images before each new version and each new scanner.`. Ask: the supplier and the AI lead.
    #[schemars(extend("x-kept-by" = "both"))]
    pub revalidation: Statement,
    /// The plan by which its performance is watched here. Ask: the monitoring lead.
    pub plan: MonitoringPlan,
    /// How closely the model is watched. Ask: the monitoring lead.
    pub surveillance: Surveillance,
    /// What is done about safety alerts and recommendations from outside. Ask: the clinical safety officer.
    pub safety_alerts: SafetyAlerts,
    /// What was counted in use, period by period. Ask: the monitoring lead.
    pub periods: List<MonitoringPeriod>,
    /// Where adverse incidents are reported outside the organisation, and what counts as one. Ask: the clinical safety officer.
    pub reporting: Reporting,
    /// How the developer watches its device on the market, and the help agreed with it. Ask: the monitoring lead.
    pub post_market: PostMarket,
    /// How a slow change in what the model sees, or in what that means, is noticed. Ask: the monitoring lead.
    pub drift: Drift,
    /// Whether results and their effects are watched group by group, by protected characteristic too, closely enough for a bias that grows to be seen; `says` names the groups, who looks how often, and the difference that calls for action. Example: `{judged: acceptable, says: "Sex, age, ethnic group and scanner each quarter; five points apart.", by: monitoring_lead, on: 2027-01-08}`. Ask: the monitoring lead with the equality lead.
    pub groups: Judgement,
    /// Whether the newest figures show that the product is still safe and works well enough; `says` names the figures. Example: `{judged: acceptable, says: "71 of 76 found in four weeks; no trigger reached.", by: monitoring_lead, on: 2027-02-16}`. Ask: the monitoring lead.
    pub results: Judgement,
    /// What a bias that nobody noticed could do to the organisation: its good name, and claims under the Equality Act 2010. Example: `Put to the board in January: the trust of older patients, and a claim if women fared worse.`. Ask: the contracts lead with the equality lead.
    pub consequences: Statement,
    /// Groups who often fare badly in health services whom the product could help, and how that would be seen. Example: `People in deprived areas, who waited longest at night; their wait is counted each quarter.`. Ask: the equality lead.
    pub groups_helped: Statement,
}

/// How a slow change in what the model sees, or in what that means, is noticed.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Drift {
    /// How it is noticed that what goes in moves away from the data the model was trained on. Example: `Age, exposure and scanner of the last 2,000 images are held against the pilot's.`. Ask: the monitoring lead.
    pub inputs: Statement,
    /// How it is noticed that the same input no longer means the same, even when nothing outside has changed. Example: `200 images a quarter are read blind, whether or not anything seems amiss.`. Ask: the monitoring lead.
    pub meaning: Statement,
    /// Whether both are watched all the time that the product is in use, and not only after a change or at set tests. Example: `true`. Ask: the monitoring lead.
    pub continuous: Answer<bool>,
}

/// The plan by which the product's performance is watched.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct MonitoringPlan {
    /// What is measured. Example: `[urgent findings ranked low, minutes to report, share ranked urgent]`. Ask: the monitoring lead.
    pub metrics: Answer<Vec<Text>>,
    /// The figures it is compared with. Example: `The pilot: 11 urgent findings ranked low in 8,412 images.`. Ask: the monitoring lead.
    pub baseline: Statement,
    /// Over which stretch of time or number of cases it is measured. Example: `Each week, and the last 2,000 images.`. Ask: the monitoring lead.
    pub window: Statement,
    /// The figure at which somebody must act. Example: `More than 4 urgent findings ranked low in a week.`. Ask: the monitoring lead with the clinical safety officer.
    pub trigger: Statement,
    /// The role that reads the figures and must act. Example: `monitoring_lead`. Ask: the AI lead.
    pub owner: Answer<Role>,
    /// What is done when the trigger is reached. Example: `The misses are read the same day and the supplier is told.`. Ask: the monitoring lead.
    pub action: Statement,
    /// When use is stopped, and who may stop it. Example: `At once if a patient is harmed; the safety officer or the duty radiologist.`. Ask: the clinical safety officer.
    pub stop: Statement,
}

/// How closely the model is watched.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Surveillance {
    /// How closely, so that it stays safe. Example: `Every urgent finding ranked low is read within a week.`. Ask: the clinical safety officer.
    pub safety: Statement,
    /// How closely, so that it stays as good as it was shown to be. Example: `200 images a quarter are read blind by a second radiologist.`. Ask: the monitoring lead.
    pub rigour: Statement,
    /// What the developer is told, and how often. Example: `Figures each quarter, incidents the same day.`. Ask: the monitoring lead.
    pub feedback_to_developer: Statement,
}

/// What is done about safety alerts and recommendations from outside.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct SafetyAlerts {
    /// Who looks through them, where and how often. Example: `The safety officer, each Monday, MHRA and supplier notices.`. Ask: the clinical safety officer.
    pub review: Statement,
    /// What is done when one concerns the product. Example: `Readers are told the same day and the hazard log is revised.`. Ask: the clinical safety officer.
    pub respond: Statement,
}

/// What was counted in use in one period, for one finding.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(extend("x-key" = "id"))]
pub struct MonitoringPeriod {
    /// A short name. Example: `2027-02`. Ask: the monitoring lead.
    pub id: Statement,
    /// The first day. Example: `2027-02-01`. Ask: the monitoring lead.
    pub from: Answer<Date>,
    /// The last day. Example: `2027-02-28`. Ask: the monitoring lead.
    pub to: Answer<Date>,
    /// The version in use. Example: `2.3.0`. Ask: the monitoring lead.
    pub product_version: Statement,
    /// The finding that was counted, named as in the studies. Example: `pneumothorax`. Ask: the monitoring lead.
    pub target: Statement,
    /// How many were rightly and wrongly called. Ask: the monitoring lead.
    pub counts: Counts,
    /// What was noticed and done. Example: `Five misses, all small; no change needed.`. Ask: the monitoring lead.
    pub findings: Statement,
}
