//! The section `training`: who must be trained in what, who has been, and how the training is made.

use super::prelude::*;

/// Who must be trained in what, who has been, and how the training is made.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(extend("x-kept-by" = "adopter"))]
pub struct Training {
    /// The training without which, as the developer has determined, the product is not safe to use. It is a legal duty for a medical device. Ask: the supplier.
    pub required_by_developer: RequiredByDeveloper,
    /// The training programmes that exist or are planned, for this product and for AI in general. Ask: the training lead.
    #[schemars(extend("x-kept-by" = "both"))]
    pub programmes: List<Programme>,
    /// The groups of staff here, and how many of each have been trained in what. Ask: the training lead.
    pub staff: List<StaffGroup>,
    /// Who says that no staff group which uses the product is left out. Ask: the training lead.
    pub staff_complete: Attestation,
    /// How the training was made to fit. Ask: the training lead.
    pub design: TrainingDesign,
    /// How, when and by whom the training is given. Example: `Two hours in the reading room in groups of five, by the supplier's radiographer.`. Ask: the training lead.
    pub delivery: Statement,
    /// How staff are helped after the training. Example: `A named colleague in each room, and a refresher after each update.`. Ask: the training lead.
    pub support: Statement,
    /// How it is found out what users know of using the product and how confident they are: by test, observation, survey or written feedback. Example: `Quiz, observed cases and a survey at the end, and again after three months.`. Ask: the training lead.
    pub evaluation: Statement,
    /// Knowledge of AI in general among all staff, kept once for the organisation. Ask: the training lead.
    pub literacy: Literacy,
}

/// The training without which, as the developer has determined, the product is not safe to use.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(extend("x-kept-by" = "supplier"))]
pub struct RequiredByDeveloper {
    /// Whether the developer has determined that users must be trained for the product to be safe. Example: `{is: true, says: "Instructions for use, chapter 9."}`. Ask: the supplier.
    pub required: Answer<bool>,
    /// The ids of the staff groups that must be trained, as under `staff`. Example: `[radiologists]`. Ask: the supplier and the training lead.
    #[schemars(extend("x-kept-by" = "both"))]
    pub staff: Answer<Vec<Text>>,
    /// The ids of the programmes that they must have done, as under `programmes`. Example: `[tri-x-users]`. Ask: the supplier.
    pub programmes: Answer<Vec<Text>>,
}

/// One training programme.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(extend("x-key" = "id"))]
pub struct Programme {
    /// A short name. Example: `tri-x-users`. Ask: whoever names the programme.
    pub id: Statement,
    /// Its title. Example: `Reading with tri-X`. Ask: its provider.
    pub title: Statement,
    /// Who gives it. Example: `Triadix Ltd`. Ask: the training lead.
    pub provider: Statement,
    /// How far it has come. Example: `available`. Ask: its provider.
    pub status: Answer<ProgrammeStatus>,
    /// The version of the product it teaches. Example: `2.3.0`, or `{none: It is about AI in general.}`. Ask: its provider.
    pub product_version: Statement,
    /// How it is given. Example: `in-person`. Ask: its provider.
    pub delivery: Answer<Delivery>,
    /// How long the training holds before it must be done again. Example: `P24M`. Ask: its provider.
    pub valid_for: Answer<Period>,
    /// The outcomes it covers. Ask: its provider.
    pub covers: List<Coverage>,
}

/// One outcome that a programme covers.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(extend("x-key" = "outcome"))]
pub struct Coverage {
    /// The id of the outcome, from the training tables. Example: `T2-05`. Ask: the training lead.
    pub outcome: Statement,
    /// The level to which it is taught. Example: `familiarity`. Ask: the programme's provider.
    pub level: Answer<Level>,
    /// How it is found out that the level was reached. Example: `quiz`. Ask: the programme's provider.
    pub assessed: Answer<Assessed>,
}

/// One group of staff, and how many of it have been trained in what.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(extend("x-key" = "id"))]
pub struct StaffGroup {
    /// A short name. Example: `radiologists`. Ask: the training lead.
    pub id: Statement,
    /// What they are. Example: `Consultant radiologists`. Ask: the training lead.
    pub title: Statement,
    /// Where they work. Example: `Nymouth General`. Ask: the training lead.
    pub site: Statement,
    /// Their part in the adoption of AI; one group may have several. Example: `[user]`. Ask: the training lead.
    pub archetypes: Answer<Vec<Archetype>>,
    /// How many people are in the group. Example: `14`. Ask: the training lead.
    pub headcount: Answer<u64>,
    /// Whether they use the product. Example: `true`. Ask: the clinical lead.
    pub uses_product: Answer<bool>,
    /// Whether they make clinical decisions with it. Example: `true`. Ask: the clinical lead.
    pub decides_clinically: Answer<bool>,
    /// How many of them have been trained, for each programme. Ask: the training lead.
    pub progress: List<Progress>,
}

/// How many people of a group have been trained in one programme.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(extend("x-key" = "programme"))]
pub struct Progress {
    /// The id of the programme, as under `programmes`. Example: `tri-x-users`. Ask: the training lead.
    pub programme: Statement,
    /// How many people of the group have finished it and whose training still holds. Example: `14`. Ask: the training lead.
    pub trained: Answer<u64>,
    /// The day on which they were counted. Example: `2027-01-11`. Ask: the training lead.
    pub as_of: Answer<Date>,
    /// The version of the product they were trained on. Example: `2.3.0`. Ask: the training lead.
    pub product_version: Statement,
}

/// How the training was made to fit.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct TrainingDesign {
    /// How it fits the work, the place and the users: who they are, how expert, with how much oversight, what they used before, and what is at risk if they are not taught. Example: `Eight consultants new to AI, who alone decide; cases from our own reading list, on our own screens.`. Ask: the training lead.
    pub context: Statement,
    /// What was agreed with the developer about content, who gives it, and the information on the product that it rests on. Example: `Triadix gives the product part, we the local part; agreed in schedule 6.`. Ask: the training lead.
    #[schemars(extend("x-kept-by" = "both"))]
    pub agreed_with_developer: Statement,
    /// How attitudes, hopes, worries, resistance, workarounds, values and motives of staff are taken into account. Example: `Open talk about missed cases and about who is blamed.`. Ask: the training lead.
    pub social_factors: Statement,
    /// How users took part: in making it, and what they said on design, support, champions and fit with their work. Example: `Two radiologists and a radiographer tried and changed it, and chose the champion of each room.`. Ask: the training lead.
    pub users_involved: Statement,
    /// The time, people and money set aside for it. Example: `Three hours a head in work time, 9,000 pounds.`. Ask: the training lead.
    pub resources: Statement,
    /// What staff give patients to read or see about the product. Example: `A leaflet in six languages and a page with a film.`. Ask: the patient voice.
    pub patient_information: Statement,
    /// Which advanced training there is for each part that staff play in adopting AI. Example: `Drivers: AI for buyers; embedders: AI in practice; users: the second day of the user course.`. Ask: the training lead.
    pub advanced: Statement,
    /// How staff learn to talk with patients about the product, its risks and its limits. Example: `Practised conversations with two patient partners.`. Ask: the training lead.
    pub patient_communication: Statement,
}

/// Knowledge of AI in general among all staff.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Literacy {
    /// The id of the programme that teaches it and the basics of digital technology, as under `programmes`. Example: `foundational-ai`. Ask: the training lead.
    pub programme: Statement,
    /// How many of all staff have done it. Ask: the training lead.
    pub organisation_wide: OrganisationWide,
}

/// How many of all staff have been trained.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct OrganisationWide {
    /// How many have finished it and whose training still holds. Example: `9410`. Ask: the training lead.
    pub trained: Answer<u64>,
    /// How many people work here. Example: `9800`. Ask: the training lead.
    pub headcount: Answer<u64>,
    /// The day on which they were counted. Example: `2027-02-01`. Ask: the training lead.
    pub as_of: Answer<Date>,
}

choice! {
    /// How far a programme has come.
    ProgrammeStatus {
        /// Thought of, not yet ordered.
        Planned = "planned",
        /// Ordered and being made.
        Commissioned = "commissioned",
        /// Staff can take it.
        Available = "available",
        /// No longer given.
        Withdrawn = "withdrawn",
    }
}

choice! {
    /// How a programme is given.
    Delivery {
        /// Face to face.
        InPerson = "in-person",
        /// Online, in one's own time or live.
        Online = "online",
        /// Partly face to face, partly online.
        Blended = "blended",
    }
}
