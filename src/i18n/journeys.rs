//! Messages about experience maps and the journey maps they lead into.

super::table! {
    /// Links between maps, columns that stand out, results brought back.
    Journeys;
    title: "Journeys and results", "Parcours et enseignements";
    first: "Shows where it is worth looking closer, and keeps what the closer look brought. Draw the curve first: columns that stand out lead into journey maps.", "Montre où il vaut la peine d’y regarder de plus près, et garde ce que ce regard a apporté. Tracez d’abord la courbe\u{a0}: les colonnes qui ressortent mènent à des cartes de parcours.";
    conclusion_first: "Sums up what this journey showed, so that the experience map can learn from it. Write first what works, what does not and why.", "Résume ce que ce parcours a montré, pour que la carte d’expérience en profite. Écrivez d’abord ce qui marche, ce qui ne marche pas et pourquoi.";
    // Columns that stand out.
    stand_out: "Columns that stand out", "Colonnes qui ressortent";
    none_stands_out: "No column stands out yet.", "Aucune colonne ne ressort pour l’instant.";
    stands_out: "{0}: {1}", "{0}\u{a0}: {1}";
    bad: "stands out for the worse", "ressort en mal";
    good: "stands out for the better", "ressort en bien";
    low: "felt at {0}", "ressenti à {0}";
    falls: "falls by {0}", "chute de {0}";
    rises: "rises by {0}", "monte de {0}";
    apart: "personas {0} apart", "personas à {0} d’écart";
    moment: "moment of truth below zero", "moment de vérité sous zéro";
    pains: "open pain point|open pain points", "point de friction ouvert|points de friction ouverts";
    delights: "delight|delights", "enchantement|enchantements";
    dropoff: "people leave here", "on abandonne ici";
    discontent: "people are discontent here", "on est mécontent ici";
    go_into: "Look closer", "Y regarder de plus près";
    go_into_of: "Create a journey map from {0}", "Créer une carte de parcours depuis {0}";
    // Links.
    linked: "Linked journey maps", "Cartes de parcours liées";
    none_linked: "No journey map is linked yet.", "Aucune carte de parcours liée pour l’instant.";
    create_here: "Create a journey map from here", "Créer une carte de parcours à partir d’ici";
    open_here: "Open the linked journey map", "Ouvrir la carte de parcours liée";
    link_here: "Link a journey map from here…", "Lier une carte de parcours à partir d’ici…";
    link_one: "Link a journey map from {0}", "Lier une carte de parcours depuis {0}";
    select_first: "Select a stage, a step or a card on the board to create or link a journey map from there.", "Sélectionnez une étape, une sous-étape ou une fiche pour créer ou lier une carte de parcours à partir de là.";
    choose: "Choose a journey map", "Choisir une carte de parcours";
    link: "Link", "Lier";
    unlink: "Unlink {0}", "Dissocier {0}";
    open: "Open {0}", "Ouvrir {0}";
    from: "From {0}", "Depuis {0}";
    from_unknown: "From a place that is gone", "Depuis un endroit disparu";
    journey_of: "{0} – {1}", "{0} – {1}";
    not_here: "This map is not in this browser: import its file to open it.", "Cette carte n’est pas dans ce navigateur\u{a0}: importez son fichier pour l’ouvrir.";
    // How results stand.
    never: "Results not brought back", "Enseignements pas encore remontés";
    changed: "Changed since", "A changé depuis";
    current: "Up to date", "À jour";
    away: "Not in this browser", "Pas dans ce navigateur";
    changed_words: "The journey map here is not the version these results are from. Bring them back again.", "La carte de parcours ici n’est pas la version d’où viennent ces enseignements. Remontez-les à nouveau.";
    waiting: "Results never brought back: {0}", "Enseignements jamais remontés\u{a0}: {0}";
    bring_back: "Bring results back", "Remonter les enseignements";
    bring_back_of: "Bring results back from {0}", "Remonter les enseignements de {0}";
    felt_once: "mean {0}, {1}", "moyenne {0}, {1}";
    bring_up: "Bring results back into {0}", "Remonter les enseignements dans {0}";
    brought_at: "Brought back {0}", "Remontés\u{a0}: {0}";
    brought_into: "The results are in “{0}” now. Open it to say which aim or decision changes.", "Les enseignements sont maintenant dans «\u{a0}{0}\u{a0}». Ouvrez-la pour dire quel objectif ou quelle décision change.";
    // The summary.
    feelings: "Feelings", "Ressentis";
    felt: "mean {0}, spread {1}, {2}", "moyenne {0}, écart-type {1}, {2}";
    points: "point|points", "point|points";
    moments: "Moments of truth", "Moments de vérité";
    open_pains: "Open pain points", "Points de friction ouverts";
    opportunities: "Opportunities", "Opportunités";
    nothing_said: "This journey map says nothing yet.", "Cette carte de parcours ne dit encore rien.";
    // What changes.
    what_changes: "Which aim or decision changes because of it?", "Quel objectif ou quelle décision change de ce fait\u{a0}?";
    nothing_changes: "None changes", "Rien ne change";
    changes: "Changes: {0}", "Change\u{a0}: {0}";
    // On the journey.
    conclusion: "Conclusion", "Conclusion";
    add_line: "Add a line", "Ajouter une entrée";
    summary: "What goes back", "Ce qui remonte";
    belongs: "Part of", "Fait partie de";
    belongs_none: "No experience map in this browser leads here.", "Aucune carte d’expérience de ce navigateur ne mène ici.";
    no_conclusion: "No conclusion yet: what works, what does not, why", "Pas encore de conclusion\u{a0}: ce qui marche, ce qui ne marche pas, pourquoi";
    crumbs: "Where this journey belongs", "Où se situe ce parcours";
    // In the library.
    overview: "Experience maps and their journeys", "Cartes d’expérience et leurs parcours";
}
