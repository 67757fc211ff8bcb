//! Messages of the method: where a map stands, what is missing, part by part.

super::table! {
    /// The panel "Method".
    Method;
    title: "Method", "Méthode";
    intro: "A map is worth making when something changes because of it. Begin anywhere, skip what you do not need, come back when you like.", "Une carte vaut la peine quand elle fait changer quelque chose. Commencez où vous voulez, passez ce dont vous n’avez pas besoin, revenez-y à votre guise.";
    strategic: "Strategic", "Stratégique";
    tactical: "Tactical", "Tactique";
    kind_level: "{0} · {1}", "{0} · {1}";
    back: "Back to the method", "Retour à la méthode";
    parts: "Parts of the method", "Parties de la méthode";
    to_begin: "To begin", "À commencer";
    missing: "thing missing|things missing", "élément manquant|éléments manquants";
    whole: "Complete", "Complet";
    skipped: "Skipped", "Passé";
    skip: "Skip this part", "Passer cette partie";
    take_up: "Take this part up again", "Reprendre cette partie";
    move_up: "Move up", "Monter";
    move_down: "Move down", "Descendre";
    actions_of: "Actions for {0}", "Actions pour {0}";
    nothing_missing: "Nothing is missing here.", "Il ne manque rien ici.";
    and_more: "and {0} more", "et {0} de plus";
    hint: "Hint in empty cells", "Indication des cases vides";
    course: "Order of the method", "Ordre de la méthode";
    // The parts.
    goal: "Goal", "Objectif";
    goal_first: "Says what the map is for, so that one can see later whether it helped. Write first why you make it, and what would be ideal.", "Dit à quoi sert la carte, pour voir plus tard si elle a aidé. Écrivez d’abord pourquoi vous la faites, et ce qui serait idéal.";
    personas: "Personas and research", "Personas et recherche";
    personas_first: "Shows whose journey this is and what your knowledge of them rests on. Choose one persona as the target and note what they want.", "Montre de qui est ce parcours et sur quoi repose ce que vous en savez. Choisissez un persona cible et notez ce qu’il veut.";
    open_personas: "Open the personas", "Ouvrir les personas";
    columns: "Stages and steps", "Étapes et sous-étapes";
    columns_first: "The path as the customer walks it, from the first thought to the last contact. Name the stages from left to right, in the customer’s own words.", "Le chemin tel que le client le parcourt, de la première idée au dernier contact. Nommez les étapes de gauche à droite, avec les mots du client.";
    build: "Build", "Construire";
    build_first: "What happens, is thought and felt, column by column. Begin with what the customer does in the first column, then draw the curve.", "Ce qui se passe, se pense et se ressent, colonne par colonne. Commencez par ce que fait le client dans la première colonne, puis tracez la courbe.";
    // What is missing.
    no_board: "No stage yet: add the first", "Pas encore d’étape\u{a0}: ajoutez la première";
    unnamed_stage: "A stage has no name", "Une étape n’a pas de nom";
    unnamed_step: "A step of “{0}” has no name", "Une sous-étape de «\u{a0}{0}\u{a0}» n’a pas de nom";
    empty_column: "No card under “{0}”", "Aucune fiche sous «\u{a0}{0}\u{a0}»";
    empty_lane: "The lane “{0}” is empty", "La ligne «\u{a0}{0}\u{a0}» est vide";
    no_curve: "No lane for emotions: add one", "Pas de ligne d’émotions\u{a0}: ajoutez-en une";
    unfelt: "The curve of “{0}” has no point", "La courbe de «\u{a0}{0}\u{a0}» n’a pas de point";
    unknown: "Nothing is known yet of “{0}”", "On ne sait encore rien de «\u{a0}{0}\u{a0}»";
    no_target: "No persona is the target", "Aucun persona n’est la cible";
    many_targets: "More than two target personas: a journey map stays clear with one or two", "Plus de deux personas cibles\u{a0}: une carte de parcours reste lisible avec un ou deux";
    unsaid: "Not said yet: {0}", "Pas encore dit\u{a0}: {0}";
    // The goal sheet.
    scenario: "Scenario and state", "Scénario et état";
    scenario_told: "What happens, in sentences", "Ce qui se passe, en phrases";
    scope: "Scope", "Périmètre";
    scope_told: "Channels and touchpoints analysed", "Canaux et points de contact analysés";
    success: "Success", "Succès";
    outcomes_told: "What customers reach in the end", "Ce que les clients obtiennent à la fin";
    outcomes: "Customer outcomes", "Résultats pour le client";
    stages: "Stage by stage", "Étape par étape";
    ownerless: "Without an owner", "Sans responsable";
    add_outcome: "Add an outcome", "Ajouter un résultat";
    no_way: "No step leads to it", "Aucune sous-étape n’y mène";
    no_way_to: "No step leads to “{0}”", "Aucune sous-étape ne mène à «\u{a0}{0}\u{a0}»";
    steps_lead: "step leads to it|steps lead to it", "sous-étape y mène|sous-étapes y mènent";
    leads_to: "Steps that lead to “{0}”", "Sous-étapes qui mènent à «\u{a0}{0}\u{a0}»";
    // Research.
    sort: "Type", "Type";
    all_supported: "Everything that needs a source has one.", "Tout ce qui demande une source en a une.";
    none_aged: "No source is that old.", "Aucune source n’est si ancienne.";
    all_owned: "Every stage and process has an owner.", "Chaque étape et chaque processus a un responsable.";
    research: "Research log", "Journal de recherche";
    research_first: "Note each interview, survey or figure here, with its day and who was asked. Then tie it to the cards and personas it supports.", "Notez ici chaque entretien, enquête ou chiffre, avec la date et les personnes interrogées. Reliez-le ensuite aux fiches et personas qu’il étaie.";
    add_source: "Add a source to the log", "Ajouter une source au journal";
    add_to_log: "Add to the log", "Ajouter au journal";
    supports: "Personas it supports", "Personas étayés";
    tie_card: "Tie the selected card to it", "Y relier la fiche sélectionnée";
    untie: "Untie “{0}”", "Dissocier «\u{a0}{0}\u{a0}»";
    open_log: "Open the research log", "Ouvrir le journal de recherche";
    rests_on: "Rests on", "Repose sur";
    assumptions: "Assumptions: nothing supports them yet", "Hypothèses\u{a0}: rien ne les étaie encore";
    ageing: "Ageing evidence", "Preuves vieillissantes";
    ageing_after: "Evidence ages after", "Les preuves vieillissent après";
    months: "month|months", "mois|mois";
    never: "Never", "Jamais";
    aged: "“{0}” is of {1}", "«\u{a0}{0}\u{a0}» date du {1}";
    is_assumed: "Assumption: rests on no source", "Hypothèse\u{a0}: ne repose sur aucune source";
    is_supported: "Rests on research", "Repose sur la recherche";
    is_ageing: "Rests on ageing evidence", "Repose sur des preuves vieillissantes";
}
