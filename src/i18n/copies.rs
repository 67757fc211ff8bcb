//! Messages of what a map hands on: variants, files without history, things deleted for good.

super::table! {
    /// Variants, files without history, things deleted for good.
    Copies;
    // The map's bin.
    restore_with: "Restore with {0}", "Restaurer avec {0}";
    homes_gone: "Also in the bin: {0}", "Aussi dans la corbeille\u{a0}: {0}";
    purge: "Delete for good", "Supprimer définitivement";
    purge_sure: "Delete “{0}” for good? Its text is taken out of the map; Ctrl+Z brings it back until you close this page. Copies and files made before may still hold it, and so does the history. What someone else writes into it meanwhile appears in the bin again.", "Supprimer définitivement «\u{a0}{0}\u{a0}»\u{a0}? Son texte est retiré de la carte\u{a0}; Ctrl+Z le ramène tant que cette page reste ouverte. Les copies et fichiers d’avant peuvent encore le contenir, l’historique aussi. Ce que quelqu’un d’autre y écrit entre-temps reparaît dans la corbeille.";
    empty_bin: "Empty the bin", "Vider la corbeille";
    empty_bin_sure: "Delete {0} for good? Their texts are taken out of the map; Ctrl+Z brings them back until you close this page. Copies and files made before may still hold them, and so does the history.", "Supprimer définitivement {0}\u{a0}? Leurs textes sont retirés de la carte\u{a0}; Ctrl+Z les ramène tant que cette page reste ouverte. Les copies et fichiers d’avant peuvent encore les contenir, l’historique aussi.";
    things: "thing|things", "élément|éléments";
    // Handing on.
    share: "Export without history…", "Exporter sans historique…";
    share_title: "What a file tells", "Ce que dit un fichier";
    share_ordinary: "An ordinary export can be merged back. Beside the map it holds:", "Un export ordinaire peut être refusionné dans la carte. Outre celle-ci, il contient\u{a0}:";
    share_names: "Names: {0}", "Noms\u{a0}: {0}";
    share_no_names: "No names of people", "Aucun nom de personne";
    share_people: "{0}, {1}", "{0}, {1}";
    people: "person|people", "personne|personnes";
    sittings: "sitting|sittings", "séance|séances";
    share_changes: "{0}, from {1} to {2}", "{0}, du {1} au {2}";
    changes: "change|changes", "modification|modifications";
    share_sources: "The research log, which goes along without a past too: {0}.", "Le journal de recherche, inclus même dans un export sans historique\u{a0}: {0}.";
    share_binned: "{0} in the bin", "{0} dans la corbeille";
    share_rewritten: "{0} with deleted words still inside", "{0} avec des mots supprimés encore présents";
    texts: "text|texts", "texte|textes";
    share_plain: "A file without history is a new map: what is seen now, with new ids, no names of people, no times, nothing that was deleted. It can’t be merged back.", "Un fichier sans historique est une nouvelle carte\u{a0}: ce qui se voit maintenant, avec de nouveaux identifiants, sans noms de personnes ni dates, sans rien de supprimé. Il ne pourra pas être refusionné dans la carte d’origine.";
    share_texts_stay: "What people wrote on the cards stays as it is, names included.", "Ce qui est écrit sur les fiches reste tel quel, noms compris.";
    share_unplaced: "{0} without a place stay behind.", "{0} sans place n’y seront pas.";
    as_file: "Map file", "Fichier de carte";
    as_file_told: "Everything, with its history. It opens in Parcours and merges with other copies.", "Tout, avec l’historique. Il s’ouvre dans Parcours et se fusionne avec d’autres copies.";
    as_plain: "Map without history", "Carte sans historique";
    as_plain_told: "What is seen now, as a new map: no names of people, no times, nothing that was deleted. It can’t be merged back.", "Ce qui se voit maintenant, en nouvelle carte\u{a0}: sans noms de personnes ni dates, sans rien de supprimé. Elle ne pourra pas être refusionnée dans la carte d’origine.";
    as_paper: "Paper or PDF", "Papier ou PDF";
    as_paper_told: "On one page or over several, which you see first.", "Sur une page ou plusieurs, que vous voyez d’abord.";
    as_table: "Table", "Tableau";
    as_table_told: "To the clipboard, for a spreadsheet or a document.", "Dans le presse-papiers, pour un tableur ou un document.";
    share_now: "Export without history", "Exporter sans historique";
    plain_name: "{0} – without history", "{0} – sans historique";
    exported_plain: "{0} is in your downloads: a new map without a past. It can’t be merged back into this one.", "{0} est dans vos téléchargements\u{a0}: une nouvelle carte sans passé. Elle ne pourra pas être refusionnée dans celle-ci.";
    // Variants.
    make_variant: "Duplicate as a variant", "Dupliquer comme variante";
    variant_title: "{0} – to be", "{0} – cible";
    variant_of: "Variant of “{0}”", "Variante de «\u{a0}{0}\u{a0}»";
    variant_of_gone: "Variant of a map not kept here", "Variante d’une carte absente d’ici";
    variant_made: "“{0}” is a variant: change it as you like, then compare it or merge it back under More, “Differences from the original”.", "«\u{a0}{0}\u{a0}» est une variante\u{a0}: modifiez-la à votre gré, puis comparez-la ou fusionnez-la sous Plus, «\u{a0}Écarts avec l’original\u{a0}».";
    differences: "Differences from the original", "Écarts avec l’original";
    compared_now: "Compared with “{0}” as it is now.", "Comparée à «\u{a0}{0}\u{a0}» dans son état actuel.";
    compared_base: "The original is not kept here: compared with what it was when this variant was made.", "L’original n’est pas ici\u{a0}: comparée à son état lors de la création de cette variante.";
    compared_never: "The original is not kept here, and its past is not in this file.", "L’original n’est pas ici, et son passé n’est pas dans ce fichier.";
    compare_again: "Compare again", "Comparer de nouveau";
    merge_back: "Merge back into the original", "Fusionner dans l’original";
    merge_back_hint: "The original keeps its title; what both changed is offered there as a choice. It can be undone there.", "L’original garde son titre\u{a0}; ce que les deux ont changé y est proposé au choix. Cela peut y être annulé.";
    open_original: "Open the original", "Ouvrir l’original";
}
