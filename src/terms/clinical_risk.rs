//! The words of clinical risk management: schemes, harm, likelihood, the state of a hazard.

use super::choice::choice;

choice! {
    /// By which scheme hazards are rated.
    RiskScheme {
        /// The five-by-five example in the NHS guidance to DCB0129 and DCB0160; the program looks the level up.
        NhsExample = "nhs-example",
        /// A scheme of the organisation's own; it judges each remaining risk itself.
        Own = "own",
    }
}

choice! {
    /// How bad a harm could be, in the words of the NHS example.
    HarmSeverity {
        /// At worst a minor injury with quick recovery, or minor upset, to one patient.
        Minor = "minor",
        /// A minor injury without quick recovery to one patient, or a lesser one to several.
        Significant = "significant",
        /// A severe injury with quick recovery to one patient, or a minor one without it to several.
        Considerable = "considerable",
        /// Death or lasting, life-changing harm to one patient, or severe injury to several.
        Major = "major",
        /// Death or lasting, life-changing harm to several patients.
        Catastrophic = "catastrophic",
    }
}

choice! {
    /// How likely a harm is, in the words of the NHS example.
    Likelihood {
        /// So unlikely that it can be neglected.
        VeryLow = "very-low",
        /// It could happen, but mostly will not.
        Low = "low",
        /// Possible.
        Medium = "medium",
        /// To be expected in most cases.
        High = "high",
        /// Certain, or nearly so.
        VeryHigh = "very-high",
    }
}

choice! {
    /// Where a hazard stands in the log.
    HazardStatus {
        /// Still being worked on.
        Open = "open",
        /// Handed to somebody else, who has accepted it.
        Transferred = "transferred",
        /// Controlled and accepted.
        Closed = "closed",
    }
}
