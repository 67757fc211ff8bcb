//! Messages about what stands beside a thing: details, notes, tags, personas.

super::table! {
    /// Details of cards, stages, steps, lanes and feelings; comments; personas as people.
    Details;
    did_set: "Set details of {0}", "Régler les détails\u{a0}: {0}";
    notes: "note|notes", "note|notes";
    map_changed: "the map’s details changed", "les détails de la carte ont changé";
    touched_map: "title and details", "titre et détails";
    empty_note: "Empty note", "Note vide";
    note: "Note", "Note";
    // What a note is.
    comment: "Comment", "Commentaire";
    source: "Source", "Source";
    goals: "Goals and needs", "Objectifs et besoins";
    struggles: "Biggest struggles", "Principales difficultés";
    tasks: "Tasks", "Tâches";
    demographics: "Demographics", "Données démographiques";
    psychographics: "Psychographics", "Psychographie";
    // Details by name.
    tags: "Tags", "Étiquettes";
    colour: "Colour", "Couleur";
    icon: "Icon", "Icône";
    persona: "Persona", "Persona";
    owner: "Owner", "Responsable";
    status: "Status", "Statut";
    evidence: "Evidence", "Preuve";
    picture: "Picture", "Image";
    alt: "What the picture shows", "Ce que montre l’image";
    time: "Time or duration", "Moment ou durée";
    optional: "Optional", "Facultatif";
    width: "Width", "Largeur";
    height: "Height", "Hauteur";
    line: "Line below", "Ligne en dessous";
    unit: "Unit", "Unité";
    chart: "Drawn as", "Représentation";
    buyer: "Buyer or user", "Acheteur ou utilisateur";
    age: "Age", "Âge";
    role: "Role", "Rôle";
    quote: "Quote", "Citation";
    target: "Target", "Cible";
    origin: "Taken over from", "Repris de";
    reason: "Reason", "Raison";
    cause: "Cause", "Cause";
    scenario: "Scenario", "Scénario";
    state: "State", "État";
    kind: "Type of map", "Type de carte";
    yes: "yes", "oui";
    // Words of details.
    yellow: "Yellow", "Jaune";
    orange: "Orange", "Orange";
    red: "Red", "Rouge";
    pink: "Pink", "Rose";
    violet: "Violet", "Violet";
    blue: "Blue", "Bleu";
    teal: "Teal", "Sarcelle";
    green: "Green", "Vert";
    status_open: "Open", "À faire";
    status_progress: "In progress", "En cours";
    status_done: "Done", "Fait";
    status_dropped: "Dropped", "Abandonné";
    assumption: "Assumption", "Hypothèse";
    heard: "Heard", "Entendu";
    measured: "Measured", "Mesuré";
    line_interaction: "Line of interaction", "Ligne d’interaction";
    line_visibility: "Line of visibility", "Ligne de visibilité";
    line_internal: "Line of internal interaction", "Ligne d’interaction interne";
    chart_bars: "Bars", "Barres";
    chart_line: "Line", "Courbe";
    as_buyer: "Buyer", "Acheteur";
    as_user: "User", "Utilisateur";
    as_is: "As-is", "Existant";
    to_be: "To-be", "Cible";
}
