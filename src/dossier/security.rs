//! The section `security`: cyber security risks, tests, sign-in and incident reporting.

use super::prelude::*;

/// Cyber security: its risks, what is done about them, and what shows it.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(extend("x-kept-by" = "supplier"))]
pub struct Security {
    /// Whether any part of the product can be reached from the internet. Example: `true`. Ask: the supplier.
    pub internet_facing: Answer<bool>,
    /// Whether the supplier, or anybody working for it, can reach patient data or NHS systems, remote support included. Example: `true`. Ask: the supplier.
    #[schemars(extend("x-switch" = ["product.supplier.dspt.status"]))]
    pub nhs_access: Answer<bool>,
    /// The last penetration test. Ask: the supplier.
    pub penetration_test: PenetrationTest,
    /// Sign-in with more than one factor. Ask: the supplier.
    pub multi_factor: MultiFactor,
    /// Whether the product is built to the Software Security Code of Practice, and the supplier commits to it. Example: `true`. Ask: the supplier.
    pub software_security_code: Answer<bool>,
    /// What is logged, who can see it, and how long it is kept. Example: `Every access and change, kept for two years.`. Ask: the supplier.
    pub logging: Statement,
    /// Ways in which data or the service could be harmed by attack, error or failure. Ask: the supplier; the cyber security lead adds the local ones.
    #[schemars(extend("x-kept-by" = "both"))]
    pub risks: List<SecurityRisk>,
    /// Who says that the list of risks is complete. Ask: the cyber security lead.
    #[schemars(extend("x-kept-by" = "both"))]
    pub risks_complete: Attestation,
    /// Whether the arrangements against these risks are good enough; `says` describes them. Example: `{judged: acceptable, says: "Own network segment, supplier access by request.", by: cyber_security_lead, on: 2026-09-16}`. Ask: the cyber security lead.
    #[schemars(extend("x-kept-by" = "adopter"))]
    pub arrangements: Judgement,
    /// How a cyber incident is reported here, to whom, and how fast. Example: `Through the DSPT within 72 hours.`. Ask: the cyber security lead.
    #[schemars(extend("x-kept-by" = "adopter"))]
    pub incident_reporting: Statement,
    /// Whether the plan to limit harm, keep the service going and restore it is good enough, whatever the cause: attack, power failure or flood. Example: `{judged: acceptable, says: "Restore rehearsed in three hours; works by hand without power.", by: cyber_security_lead, on: 2026-10-23}`. Ask: the cyber security lead.
    #[schemars(extend("x-kept-by" = "adopter"))]
    pub continuity: Judgement,
}

/// The last penetration test of the product.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct PenetrationTest {
    /// Whether the product has had a penetration test. Example: `true`. Ask: the supplier.
    pub tested: Answer<bool>,
    /// The day the test ended. Example: `2026-09-14`. Ask: the supplier.
    pub tested_on: Answer<Date>,
    /// Whether somebody independent of the supplier did it. Example: `true`. Ask: the supplier.
    pub third_party: Answer<bool>,
    /// Whether it covered the OWASP Top 10. Example: `true`. Ask: the supplier.
    pub owasp_top_10: Answer<bool>,
    /// The highest CVSS score, 0 to 10, of its findings; 0 when it found nothing. Example: `5.3`. Ask: the supplier.
    pub max_cvss: Answer<f64>,
    /// The summary report. Example: `penetration-test`. Ask: the supplier.
    pub report: Answer<EvidenceId>,
}

/// Sign-in with more than one factor.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct MultiFactor {
    /// Whether it is enforced on every privileged and remote account of the supplier. Example: `true`. Ask: the supplier.
    pub in_use: Answer<bool>,
    /// How far it has come for all other accounts. Example: `planned`. Ask: the supplier.
    pub all_accounts: Answer<MultiFactorStage>,
    /// Which accounts have it and by which means. Example: `Supplier engineers by hardware key; users through NHS sign-in.`. Ask: the supplier.
    pub scope: Statement,
}

choice! {
    /// How far sign-in with more than one factor has come.
    MultiFactorStage {
        /// Enforced on all accounts.
        InUse = "in-use",
        /// Planned for all accounts.
        Planned = "planned",
        /// Not planned for all accounts.
        NotPlanned = "not-planned",
    }
}

/// One risk to the security of data or service.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(extend("x-key" = "id"))]
pub struct SecurityRisk {
    /// A short name. Example: `C1`. Ask: whoever names the risk.
    pub id: Statement,
    /// What could happen. Example: `Ransomware reaches the gateway server.`. Ask: the supplier or the cyber security lead.
    pub risk: Statement,
    /// What is done about it. Example: `Own network segment, patched monthly, restored from a clean image in four hours.`. Ask: the supplier or the cyber security lead.
    pub arrangement: Statement,
}
