//! Messages of the method: where a map stands, what is missing, part by part.

super::table! {
    /// The panel "Method".
    Method;
    title: "Method", "Méthode";
    intro: "A map is worth making when something changes because of it. Begin anywhere, skip what you do not need, come back when you like.", "Une carte vaut la peine quand elle fait changer quelque chose. Commencez où vous voulez, passez ce dont vous n’avez pas besoin, revenez-y à votre guise.";
    strategic: "Strategic", "Stratégique";
    tactical: "Tactical", "Tactique";
    kind_level: "{0} · {1}", "{0} · {1}";
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
    goal_first: "Says what the map is for, so that one can see later whether it helped. Write the scenario first: who wants what, and what sets it off.", "Dit à quoi sert la carte, pour voir plus tard si elle a aidé. Écrivez d’abord le scénario\u{a0}: qui veut quoi, et ce qui le déclenche.";
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
}
