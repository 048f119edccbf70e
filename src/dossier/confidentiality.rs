//! The section `confidentiality`: on what confidential information is shared, and whether data can lead back to a person.

use super::prelude::*;

/// The common law duty of confidentiality, and data that are made anonymous or carry numbers instead of names.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(extend("x-kept-by" = "adopter"))]
pub struct Confidentiality {
    /// Whether implied consent is relied on only within the team that cares for the patient. Example: `{is: true, says: "For reading and reporting the image, by our own staff."}`. Ask: the Caldicott Guardian.
    pub implied_consent_in_care_team: Answer<bool>,
    /// Whether everything confidential that reaches people outside the care team, the supplier's engineers and whoever makes data anonymous among them, rests on one of the bases of the common law; `says` names who gets what on which: explicit consent, a legal obligation, an overwhelming public interest, or a statutory gateway such as section 251. Example: `{judged: acceptable, says: "Two engineers see an image only after the patient has agreed in writing.", by: caldicott_guardian, on: 2026-09-28}`. Ask: the Caldicott Guardian.
    pub outside_care_team: Judgement,
    /// Whether the basis under the common law, consent to share included, is recorded apart from the basis under the UK GDPR. Example: `{is: true, says: "Two columns in the record of processing."}`. Ask: the data protection officer.
    pub kept_apart: Answer<bool>,
    /// Whether access by anybody without a right to it is handled as a breach. Example: `{is: true, says: "Reported within the day; the contract binds the supplier to the same."}`. Ask: the data protection officer.
    pub unauthorised_access_a_breach: Answer<bool>,
    /// Support under section 251, where confidential patient information is used without consent.
    pub section_251: Section251,
    /// Whether what the supplier gets or can reach leads back to people no more than each purpose needs; `says` goes through the data one by one. Example: `{judged: acceptable, says: "Images under numbers for the result; counts for all else.", by: data_protection_officer, on: 2026-09-14}`. Ask: the data protection officer.
    pub identifiability: Judgement,
    /// The day somebody last read what the ICO says on personal data and on making data anonymous, and held your decisions against it. Example: `2026-09-10`. Ask: the data protection officer.
    pub ico_guidance_read: Answer<Date>,
    /// Data that you treat as anonymous, and so as outside the law on personal data.
    pub anonymous: AnonymousData,
    /// Pseudonymised data: numbers or codes instead of names, to which somebody holds the key.
    pub pseudonymised: PseudonymisedData,
}

/// Support under section 251 for using confidential patient information without consent; the Confidentiality Advisory Group advises on it.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Section251 {
    /// Whether the support was granted. Example: `{is: true, says: "By the HRA, on 3 August 2026."}`. Ask: the research lead.
    pub granted: Answer<bool>,
    /// Its reference, which holder of the information applied, and what was granted for what. Example: `26/CAG/0001; we applied; images of 2025 for the study.`. Ask: the research lead.
    pub reference: Statement,
    /// Whether it is shown that asking for consent is not practicable; `says` gives the reasons. Example: `{judged: acceptable, says: "40,000 former patients, a third of them dead.", by: caldicott_guardian, on: 2026-07-01}`. Ask: the research lead.
    pub consent_impracticable: Judgement,
    /// Whether the application went through the group's assessment before it was formally made. Example: `true`. Ask: the research lead.
    pub pre_application: Answer<bool>,
}

/// Data that you treat as anonymous, and so as outside the law on personal data.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct AnonymousData {
    /// Whether you use, or give away, any data because they count as anonymous. Example: `{is: true, says: "Images for local validation; monthly counts."}`. Ask: the data protection officer.
    pub relied_on: Answer<bool>,
    /// Whether there is a basis in both laws for making them anonymous: a lawful basis for using the personal data, and for whoever does the work a basis under the duty of confidentiality; `says` names who does it. Example: `{judged: acceptable, says: "Our own PACS team, who care for the archive.", by: caldicott_guardian, on: 2026-08-12}`. Ask: the Caldicott Guardian.
    pub making_lawful: Judgement,
    /// Whether data are made anonymous before anybody uses or gets them. Example: `true`. Ask: the data protection officer.
    pub before_use: Answer<bool>,
    /// Whether whoever gets them, or gets them next or reaches them remotely, cannot find a person, alone or by matching them with other data, by any means they are reasonably likely to have; `says` tells how that was tested, case by case and by what the ICO says, and what guards against it. Example: `{judged: acceptable, says: "Two colleagues tried on 50 images and named nobody; passing on is forbidden.", by: data_protection_officer, on: 2026-08-20}`. Ask: the data protection officer.
    pub effective: Judgement,
}

/// Pseudonymised data: numbers or codes instead of names, to which somebody holds the key.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct PseudonymisedData {
    /// Whether any such data are used. Example: `{is: true, says: "Monitoring works with study numbers."}`. Ask: the data protection officer.
    pub used: Answer<bool>,
    /// Whether they are kept and protected as personal data, with all that the law asks for those. Example: `true`. Ask: the data protection officer.
    pub kept_as_personal: Answer<bool>,
    /// Whether those who get them cannot find a person, alone or with other data; `says` names the contract, the other safeguards and the test, or says that nobody else gets them. Example: `{judged: acceptable, says: "Nobody outside the AI desk gets them.", by: data_protection_officer, on: 2026-09-14}`. Ask: the data protection officer.
    pub recipient_cannot_identify: Judgement,
}
