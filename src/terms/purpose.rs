//! The words of an intended purpose: what the product does, with which information, for which illness, and what part a human has.

use super::choice::choice;

choice! {
    /// What the product mainly does.
    PurposeFunction {
        /// Gives information that bears on care without ranking or deciding.
        Inform = "inform",
        /// Orders patients or examinations by urgency.
        Triage = "triage",
        /// Steers the next step of care.
        Drive = "drive",
        /// Gives a diagnosis or decisive information for one.
        Diagnose = "diagnose",
        /// Watches a patient's state over time.
        Monitor = "monitor",
        /// Treats, or sets a treatment.
        Treat = "treat",
        /// Runs the service: booking, coding, letters.
        Administrative = "administrative",
    }
}

choice! {
    /// How much the information counts in a clinical decision, in the words of the IMDRF.
    InformationRole {
        /// It informs; no action follows from it at once.
        Inform = "inform",
        /// It steers the next diagnostic or treatment step.
        Drive = "drive",
        /// It diagnoses.
        Diagnose = "diagnose",
        /// It treats.
        Treat = "treat",
    }
}

choice! {
    /// How serious the illness or state is, in the words of the IMDRF.
    ConditionSeverity {
        /// Life is at stake, or lasting harm without timely treatment.
        Critical = "critical",
        /// Timely treatment avoids lasting harm.
        Serious = "serious",
        /// Treatment matters, but not its timing.
        NonSerious = "non-serious",
    }
}

choice! {
    /// What part a human has in each result.
    Autonomy {
        /// A human looks at every result before it takes effect.
        HumanInTheLoop = "human-in-the-loop",
        /// Results take effect; a human watches and can step in.
        HumanOnTheLoop = "human-on-the-loop",
        /// Results take effect and nobody watches each of them.
        Autonomous = "autonomous",
    }
}

choice! {
    /// What kind of exclusion it is.
    ExclusionKind {
        /// Certain patients.
        Patient = "patient",
        /// Certain images or other input.
        Image = "image",
        /// Certain places or ways of care.
        Setting = "setting",
        /// Certain findings or questions.
        Finding = "finding",
        /// Something else.
        Other = "other",
    }
}
