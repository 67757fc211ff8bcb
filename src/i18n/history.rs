//! Messages of the history: the timeline, versions, comparing, going back.

super::table! {
    /// The history of a map.
    History;
    title: "History", "Historique";
    hint: "Drag through the map’s changes, or choose a sitting. The board shows that moment; nothing is altered by looking.", "Parcourez les modifications de la carte, ou choisissez une séance. La grille montre ce moment\u{a0}; regarder ne modifie rien.";
    reading: "Reading the history…", "Lecture de l’historique…";
    working: "Working…", "Calcul en cours…";
    failed: "The history could not be read: {0}", "L’historique n’a pas pu être lu\u{a0}: {0}";
    died: "the worker ended, perhaps for want of memory.", "le processus s’est arrêté, peut-être faute de mémoire.";
    nowhere: "This state rests on changes that are not in this copy. Import the copy it was named in.", "Cet état repose sur des modifications absentes de cette copie. Importez celle où il a été nommé.";
    again: "Try again", "Réessayer";
    moment: "Moment", "Moment";
    changes: "change|changes", "modification|modifications";
    sampled: "The slider stops at {0} of {1}.", "Le curseur a {0} positions pour {1}.";
    now: "Now", "Maintenant";
    you: "You", "Vous";
    someone: "Someone", "Quelqu’un";
    who_when: "{0}, {1}", "{0}, {1}";
    as_it_was: "The map as it was: {0}", "La carte telle qu’elle était\u{a0}: {0}";
    the_version: "The version “{0}”", "La version «\u{a0}{0}\u{a0}»";
    compared: "What changed: {0} → {1}", "Ce qui a changé\u{a0}: {0} → {1}";
    restore: "Restore this state", "Restaurer cet état";
    restored: "The map is again as it was: {0}. What came since is in the bin.", "La carte est de nouveau telle qu’elle était\u{a0}: {0}. Ce qui est venu depuis est dans la corbeille.";
    restored_same: "The map is already as it was then.", "La carte est déjà telle qu’elle était alors.";
    compare_now: "Compare with now", "Comparer avec maintenant";
    // Versions.
    name_this: "Name this state", "Nommer cet état";
    name_field: "Name of the version", "Nom de la version";
    name_hint: "Workshop 12 March", "Atelier du 12 mars";
    name_save: "Name it", "Nommer";
    version: "Version", "Version";
    rename: "Rename “{0}”", "Renommer «\u{a0}{0}\u{a0}»";
    delete: "Delete “{0}”", "Supprimer «\u{a0}{0}\u{a0}»";
    unnamed_version: "Unnamed version", "Version sans nom";
    // Comparing.
    compare: "Compare", "Comparer";
    compare_from: "From", "De";
    compare_to: "To", "À";
    // Sittings.
    sittings: "Sittings", "Séances";
    nothing_on_board: "nothing on the board", "rien sur la grille";
    touched_title: "title", "titre";
    older: "Show older ones", "Afficher les plus anciennes";
}
