//! The part `monitoring.post_market`: how the developer watches its device on the market, and the help agreed with it.

use super::prelude::*;

/// How the developer watches its device on the market, which is its own duty in law, and the help you have agreed to give.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct PostMarket {
    /// How the developer watches this device on the market: what it collects, from whom, how often, and what it does with it. Example: `Complaints, error logs and quarterly figures of every site, summed up in a report that sites can read.`. Ask: the supplier.
    #[schemars(extend("x-kept-by" = "supplier"))]
    pub developer_plan: Statement,
    /// Whether a plan for collecting data on performance and safety has been agreed with the developer. Example: `true`. Ask: the monitoring lead.
    pub agreed: Answer<bool>,
    /// Which data the developer needs, by that plan. Example: `Urgent findings ranked low and high by sex, age and scanner; failures.`. Ask: the monitoring lead.
    pub data: Statement,
    /// How these data are collected. Example: `From the archive's log and the reports, in the first week of each quarter.`. Ask: the monitoring lead.
    pub collection: Statement,
    /// How they reach the developer, and who else gets them. Example: `As a table without names, by encrypted mail; the AI group gets the same.`. Ask: the monitoring lead.
    pub distribution: Statement,
    /// How quickly, given the times that the law sets the developer. Example: `Figures within four weeks; a suspected harm the same day.`. Ask: the monitoring lead.
    pub timescales: Statement,
    /// Whether the developer needs to know what became of patients, to judge how well the device works. Example: `{is: true, says: "How many missed collapsed lungs needed a drain."}`. Ask: the supplier, and write it down.
    #[schemars(extend("x-switch" = ["monitoring.post_market.outcomes_lawful"]))]
    pub outcomes_needed: Answer<bool>,
    /// Whether giving such outcomes to the developer is lawful and keeps patients' data safe. Example: `{judged: acceptable, says: "Totals only, none below five; in our impact assessment.", by: data_protection_officer, on: 2026-10-12}`. Ask: the data protection officer.
    pub outcomes_lawful: Judgement,
    /// The staff time set aside for finding and sending such outcomes. Example: `Half a day a quarter of an audit clerk.`. Ask: the monitoring lead.
    pub staff_time: Statement,
    /// The one person who answers for collecting the data and giving them to the developer. Example: `Dr Jonas Weber`. Ask: the monitoring lead.
    pub responsible: Statement,
}
