//! The words of training: levels, how they are assessed, and the archetypes of staff.

use super::choice::choice;

choice! {
    /// How well an outcome is mastered: three levels of knowledge, then two of skill.
    Level {
        /// Knows that it exists and why it matters.
        Awareness = "awareness",
        /// Knows more of it and lets that guide decisions.
        Familiarity = "familiarity",
        /// Knows it in depth and can apply it to hard cases.
        Understanding = "understanding",
        /// Can do it without help.
        Capable = "capable",
        /// Can lead it and teach others.
        Proficient = "proficient",
    }
}

choice! {
    /// How it is found out that somebody has reached a level.
    Assessed {
        /// Not found out.
        NotAssessed = "not-assessed",
        /// By questions; shows knowledge, not skill.
        Quiz = "quiz",
        /// By watching the person do it.
        Observed = "observed",
    }
}

choice! {
    /// The part somebody plays in the adoption of AI.
    Archetype {
        /// Sets direction, rules and standards for AI.
        Shaper = "shaper",
        /// Leads purchase and change in an organisation.
        Driver = "driver",
        /// Makes AI.
        Creator = "creator",
        /// Puts AI into place, evaluates it and watches it.
        Embedder = "embedder",
        /// Uses AI at work.
        User = "user",
    }
}
