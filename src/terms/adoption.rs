//! The words of adoption: decisions, how strongly something binds, what an open question means, who keeps an answer.

use super::choice::choice;

choice! {
    /// A decision that ends a stage of adoption; gates come in this order.
    Gate {
        /// That there is a problem worth solving with this kind of product.
        Problem = "problem",
        /// To buy it.
        Procurement = "procurement",
        /// To try it on live work. A live pilot is a deployment: what patients' safety needs is due at it.
        Pilot = "pilot",
        /// To use it for all.
        GoLive = "go-live",
        /// To go on using it.
        InUse = "in-use",
        /// To retire it.
        Decommissioning = "decommissioning",
    }
}

choice! {
    /// How strongly an item binds.
    Force {
        /// It informs a decision.
        Consideration = "consideration",
        /// Good practice.
        BestPractice = "best-practice",
        /// Our judgement: nobody should go on without it.
        ConditionOfAdoption = "condition-of-adoption",
        /// A standard that binds NHS bodies or their suppliers.
        MandatoryStandard = "mandatory-standard",
        /// The law.
        Law = "law",
    }
}

choice! {
    /// What an open check means for the decision.
    Severity {
        /// Never decides.
        Note = "note",
        /// Must be closed, or put under a condition, before the verdict is ready.
        Gap = "gap",
        /// Keeps the verdict at not ready.
        Blocker = "blocker",
    }
}

choice! {
    /// What kind of answer closes a part of a question.
    PartKind {
        /// Any real answer, "no" included.
        Disclosure = "disclosure",
        /// A judgement, a reviewed answer, or a comparison that the program works out.
        Judgement = "judgement",
    }
}

choice! {
    /// How well an answer must be supported before it counts.
    Needs {
        /// A registered document shows it.
        Evidenced = "evidenced",
        /// The adopter has examined it.
        Reviewed = "reviewed",
    }
}

choice! {
    /// Whose field it is: who knows the answer and keeps it up to date.
    Keeper {
        /// The company that makes or sells the product.
        Supplier = "supplier",
        /// The organisation that deploys it.
        Adopter = "adopter",
        /// Agreed by both.
        Both = "both",
    }
}

choice! {
    /// A nation of the United Kingdom.
    Nation {
        /// England.
        England = "england",
        /// Wales.
        Wales = "wales",
        /// Scotland.
        Scotland = "scotland",
        /// Northern Ireland.
        NorthernIreland = "northern-ireland",
    }
}

impl Force {
    /// The severity of an open check under an item of this force.
    pub fn severity(self) -> Severity {
        match self {
            Force::Law | Force::MandatoryStandard | Force::ConditionOfAdoption => Severity::Blocker,
            Force::BestPractice => Severity::Gap,
            Force::Consideration => Severity::Note,
        }
    }

    /// The force in words for a reader.
    pub fn words(self) -> &'static str {
        match self {
            Force::Law => "law",
            Force::MandatoryStandard => "mandatory standard",
            Force::ConditionOfAdoption => "condition of adoption (set by this tool)",
            Force::BestPractice => "best practice",
            Force::Consideration => "consideration",
        }
    }
}
