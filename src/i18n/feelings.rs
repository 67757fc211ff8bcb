//! Messages about feelings: the scale, the names of feelings, what is marked on the curve.

super::table! {
    /// Feelings and the curve.
    Feelings;
    // The scale, from −2 to +2, and what lies half a step beside the middle.
    very_bad: "very bad", "très mauvais";
    bad: "bad", "mauvais";
    rather_bad: "rather bad", "plutôt mauvais";
    neutral: "neutral", "neutre";
    rather_good: "rather good", "plutôt bon";
    good: "good", "bon";
    very_good: "very good", "très bon";
    // Names of feelings.
    joy: "joy", "joie";
    relief: "relief", "soulagement";
    pride: "pride", "fierté";
    trust: "trust", "confiance";
    hope: "hope", "espoir";
    gratitude: "gratitude", "gratitude";
    satisfaction: "satisfaction", "satisfaction";
    calm: "calm", "calme";
    curiosity: "curiosity", "curiosité";
    surprise: "surprise", "surprise";
    boredom: "boredom", "ennui";
    doubt: "doubt", "doute";
    confusion: "confusion", "confusion";
    impatience: "impatience", "impatience";
    anxiety: "anxiety", "anxiété";
    frustration: "frustration", "frustration";
    disappointment: "disappointment", "déception";
    sadness: "sadness", "tristesse";
    shame: "shame", "honte";
    anger: "anger", "colère";
    name: "Name of this feeling", "Nom de ce ressenti";
    no_name: "No name", "Sans nom";
    name_hint: "Choose or type a name", "Choisissez ou tapez un nom";
    // Marks on the curve.
    high: "High", "Haut";
    low: "Low", "Bas";
    moment: "Moment of truth", "Moment de vérité";
    // Legend and table.
    legend: "Lines", "Courbes";
    show_line: "Show the line of {0}", "Afficher la courbe de {0}";
    move_line: "Move the line of {0}", "Déplacer la courbe de {0}";
    next_line: "Next persona’s line", "Courbe du persona suivant";
    table: "Feelings as a table", "Ressentis en tableau";
    table_hint: "Every persona’s feeling at every step. Choose one to go to its point.", "Le ressenti de chaque persona à chaque sous-étape. Choisissez-en un pour aller à son point.";
}
