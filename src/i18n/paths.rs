//! Messages about ways through the steps, lines between lanes, times, and what is left out of sight.

super::table! {
    /// Paths, lines, times, folded and hidden lanes.
    Paths;
    // A point's reason.
    why: "Why? In a few words", "Pourquoi\u{a0}? En quelques mots";
    why_missing: "Why? Say the reason", "Pourquoi\u{a0}? Dites la raison";
    reason: "Reason for this feeling", "Raison de ce ressenti";
    because: "because: {0}", "car\u{a0}: {0}";
    cause: "Pain point or delight it comes from", "Point de friction ou enchantement à l’origine";
    to_cause: "Go to the card", "Aller à la fiche";
    skips: "This persona skips this step", "Ce persona saute cette sous-étape";
    skipped: "skipped", "sautée";
    // Time.
    time_hint: "day 1, 2 h, spring", "jour 1, 2\u{a0}h, printemps";
    // Steps and paths.
    optional: "optional", "facultative";
    optional_step: "Optional step", "Sous-étape facultative";
    loop_back: "Loop back to…", "Retour vers…";
    alternative: "Alternative path to…", "Chemin alternatif vers…";
    paths: "Paths from this step", "Chemins depuis cette sous-étape";
    no_paths: "The journey goes straight on from here.", "Le parcours continue tout droit.";
    thing: "Path", "Chemin";
    loop_to: "Loop back to {0}", "Retour vers {0}";
    alternative_to: "Alternative path to {0}", "Chemin alternatif vers {0}";
    loop_short: "loop", "retour";
    alternative_short: "alternative", "alternative";
    leaves: "from", "depuis";
    leads_to: "to", "vers";
    condition: "Condition", "Condition";
    condition_hint: "When? For example: if sold out", "Quand\u{a0}? Par exemple\u{a0}: si épuisé";
    choose_step: "Choose a step", "Choisissez une sous-étape";
    unnamed: "Path without a condition", "Chemin sans condition";
    paths_count: "path|paths", "chemin|chemins";
    // Lines of a blueprint.
    no_line: "No line below", "Pas de séparation en dessous";
    // Folding and hiding.
    fold: "Fold the lane", "Replier la ligne";
    unfold: "Unfold the lane", "Déplier la ligne";
    hide: "Hide the lane", "Masquer la ligne";
    hidden: "{0} hidden", "Masqué\u{a0}: {0}";
    show: "Show {0}", "Afficher {0}";
    lanes: "lane|lanes", "ligne|lignes";
}
