//! The words of medical device regulation: marks, the law they are put on under, classes.

use super::choice::choice;

choice! {
    /// Which mark.
    MarkKind {
        /// The UKCA mark.
        Ukca = "ukca",
        /// The CE mark.
        Ce = "ce",
    }
}

choice! {
    /// The law under which a mark was put on.
    Legislation {
        /// The UK Medical Devices Regulations 2002.
        UkMdr2002 = "uk-mdr-2002",
        /// Regulation (EU) 2017/745 on medical devices.
        EuMdr = "eu-mdr",
        /// Directive 93/42/EEC on medical devices.
        EuMdd = "eu-mdd",
        /// Directive 90/385/EEC on active implantable devices.
        EuAimdd = "eu-aimdd",
        /// Regulation (EU) 2017/746 on in vitro diagnostics.
        EuIvdr = "eu-ivdr",
        /// Directive 98/79/EC on in vitro diagnostics.
        EuIvdd = "eu-ivdd",
    }
}

choice! {
    /// The class of a device; a higher class means a higher risk.
    DeviceClass {
        /// Lowest risk; the maker mostly declares conformity alone.
        I = "I",
        /// Medium risk; a body checks.
        IIa = "IIa",
        /// Medium to high risk; a body checks.
        IIb = "IIb",
        /// Highest risk; a body checks.
        III = "III",
        /// In vitro diagnostics under EU law, lowest risk.
        IvdA = "A",
        /// In vitro diagnostics under EU law, low to medium risk.
        IvdB = "B",
        /// In vitro diagnostics under EU law, medium to high risk.
        IvdC = "C",
        /// In vitro diagnostics under EU law, highest risk.
        IvdD = "D",
        /// In vitro diagnostics under UK law or the older directive, which have lists and groups instead of classes.
        IvdList = "ivd-list-or-group",
    }
}
