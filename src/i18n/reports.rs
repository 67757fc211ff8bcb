//! Messages that tell what happened: saving, imports, errors.

super::table! {
    /// What happened: imports, errors, saving.
    Reports;
    saved: "Saved", "Enregistré";
    saving: "Saving…", "Enregistrement…";
    not_saved: "Not saved: {0}", "Non enregistré\u{a0}: {0}";
    loading: "Opening…", "Ouverture…";
    quoted: "“{0}”", "«\u{a0}{0}\u{a0}»";
    told: "{0}: {1}", "{0}\u{a0}: {1}";
    dismiss: "Dismiss", "Fermer";
    retry: "Try again", "Réessayer";
    download_copy: "Download a copy", "Télécharger une copie";
    // Why saving failed.
    why_full: "the disk or this site’s storage is full. Your work is kept on this page: download a copy, free some space, then try again.", "le disque ou le stockage du site est plein. Votre travail reste sur cette page\u{a0}: téléchargez une copie, libérez de la place, puis réessayez.";
    why_closed: "the browser closed its storage. Your work is kept on this page; it is written again as soon as the storage opens.", "le navigateur a fermé son stockage. Votre travail reste sur cette page\u{a0}; il sera réécrit dès que le stockage s’ouvrira.";
    why_deleted: "this map was deleted in another tab. Your work is kept on this page: download a copy.", "cette carte a été supprimée dans un autre onglet. Votre travail reste sur cette page\u{a0}: téléchargez une copie.";
    why_blocked: "another tab holds an older version of the storage open. Close Parcours’ other tabs, then try again.", "un autre onglet garde ouverte une ancienne version du stockage. Fermez les autres onglets de Parcours, puis réessayez.";
    why_newer: "a newer Parcours wrote here. Reload the page to update.", "une version plus récente de Parcours a écrit ici. Rechargez la page pour mettre à jour.";
    why_unavailable: "this browser gives no storage here (private window or blocked site data). Your work is kept on this page only: download a copy before you close it.", "ce navigateur n’autorise pas le stockage ici (navigation privée ou données bloquées). Votre travail n’est que sur cette page\u{a0}: téléchargez une copie avant de la fermer.";
    why_other: "the browser’s storage answered “{0}”. Your work is kept on this page: download a copy, then try again.", "le stockage du navigateur a répondu «\u{a0}{0}\u{a0}». Votre travail reste sur cette page\u{a0}: téléchargez une copie, puis réessayez.";
    // Export.
    exported: "{0} is in your downloads. Whoever gets it opens Parcours and drops the file on the window, or chooses Import.", "{0} est dans vos téléchargements. Qui le reçoit ouvre Parcours et dépose le fichier sur la fenêtre, ou choisit Importer.";
    table_copied: "The board is on the clipboard as a table: paste it into a spreadsheet or a document.", "La carte est dans le presse-papiers, en tableau\u{a0}: collez-la dans un tableur ou un document.";
    table_not_copied: "The browser did not allow copying. Click on the board, then try again.", "Le navigateur n’a pas permis la copie. Cliquez sur la grille, puis réessayez.";
    pasted: "Pasted: {0}.", "Collé\u{a0}: {0}.";
    // Import.
    import_title: "Import", "Import";
    imported_new: "“{0}” was added to your maps: {1}.", "«\u{a0}{0}\u{a0}» a été ajoutée à vos cartes\u{a0}: {1}.";
    imported_merged: "“{0}” was merged into “{1}”: {2}.", "«\u{a0}{0}\u{a0}» a été fusionné dans «\u{a0}{1}\u{a0}»\u{a0}: {2}.";
    imported_nothing: "“{0}” holds nothing that “{1}” does not have already.", "«\u{a0}{0}\u{a0}» ne contient rien que «\u{a0}{1}\u{a0}» n’ait déjà.";
    imported_undone: "You took this file in before and undid it.", "Vous aviez déjà intégré ce fichier, puis annulé.";
    undo_import: "Undo this import", "Annuler cet import";
    take_again: "Take again", "Intégrer de nouveau";
    import_undone: "The import was undone. What you did since is still there.", "L’import a été annulé. Ce que vous avez fait depuis est toujours là.";
    open_map: "Open", "Ouvrir";
    reading: "Reading “{0}” ({1} of {2})…", "Lecture de «\u{a0}{0}\u{a0}» ({1} sur {2})…";
    taking: "Taking it in…", "Intégration…";
    comparing: "Comparing with your map…", "Comparaison avec votre carte…";
    // Copies shown before they are taken in.
    imported_waiting: "“{0}” is a copy of “{1}” with changes: look at them before you take them in.", "«\u{a0}{0}\u{a0}» est une copie de «\u{a0}{1}\u{a0}» avec des modifications\u{a0}: regardez-les avant de les intégrer.";
    incoming_title: "Incoming changes", "Modifications reçues";
    incoming_total: "“{0}” would bring to “{1}”: {2}.", "«\u{a0}{0}\u{a0}» apporterait à «\u{a0}{1}\u{a0}»\u{a0}: {2}.";
    incoming_choices: "{0} will need you: both values are kept until you choose.", "Il vous restera {0} à faire\u{a0}: les deux valeurs sont gardées d’ici là.";
    choices: "choice|choices", "choix|choix";
    take_all: "Take all", "Tout intégrer";
    open_apart: "Open as a separate map", "Ouvrir comme carte à part";
    cancel: "Cancel", "Annuler";
    show_on_board: "Show on the board", "Montrer sur la grille";
    look_incoming: "What “{0}” would bring. Nothing is taken in yet.", "Ce que «\u{a0}{0}\u{a0}» apporterait. Rien n’est encore intégré.";
    changes: "change|changes", "modification|modifications";
    share_line: "{0}, last on {1}", "{0}, la dernière le {1}";
    whole_map: "Whole map", "Toute la carte";
    // Counts of differences: what happened to which things.
    cards: "card|cards", "fiche|fiches";
    stages: "stage|stages", "étape|étapes";
    steps: "step|steps", "sous-étape|sous-étapes";
    lanes: "lane|lanes", "ligne|lignes";
    personas: "persona|personas", "persona|personas";
    feelings: "feeling|feelings", "ressenti|ressentis";
    versions: "version|versions", "version|versions";
    added: "{0} added", "{0} en plus";
    deleted: "{0} deleted", "{0} en moins";
    restored: "{0} restored", "{0} de retour";
    moved: "{0} moved", "{0} à une autre place";
    changed: "{0} changed", "{0} avec des modifications";
    both: "{0}, changed by both: “{1}” / “{2}”", "{0}, des deux côtés\u{a0}: «\u{a0}{1}\u{a0}» / «\u{a0}{2}\u{a0}»";
    formatted: "{0} formatted", "{0} avec une autre mise en forme";
    title_changed: "the title changed", "le titre a changé";
    no_difference: "no visible difference", "aucune différence visible";
    shown_both: "Both values are kept. Choose one:", "Les deux valeurs sont gardées. Choisissez\u{a0}:";
    place_first: "first", "en premier";
    place_after: "number {0}, after “{1}”", "numéro {0}, après «\u{a0}{1}\u{a0}»";
    details: "What changed", "Ce qui a changé";
    and_more: "and {0} more", "et {0} de plus";
    leftovers: "Not placed on the map", "Non placé sur la carte";
    leftover_line: "Line {0}: {1}", "Ligne {0}\u{a0}: {1}";
    left_unknown: "not a form this import knows", "forme inconnue de cet import";
    left_score_word: "the score is no number, so no feeling was set", "la note n’est pas un nombre\u{a0}: pas de ressenti";
    left_score_range: "the score was outside 1 to 5 and taken as the nearest", "la note sortait de 1 à 5\u{a0}: prise au plus proche";
    left_no_score: "no score, so no feeling was set", "pas de note\u{a0}: pas de ressenti";
    left_description: "a description of the diagram", "une description du diagramme";
    left_setting: "a setting of the drawing program", "un réglage du programme de dessin";
    left_actors: "text after the actors", "texte après les acteurs";
    left_rounded: "the score lay between two half-steps and was taken as the nearest", "la note tombait entre deux demi-points\u{a0}: prise au plus proche";
    left_title: "another title replaced it", "un autre titre l’a remplacé";
    left_comment: "a comment", "un commentaire";
    // Why a file could not be taken.
    file_failed: "“{0}” was not imported: {1} Nothing was changed.", "«\u{a0}{0}\u{a0}» n’a pas été importé\u{a0}: {1} Rien n’a été modifié.";
    not_a_document: "it is no Parcours file.", "ce n’est pas un fichier Parcours.";
    not_a_map: "it is an Automerge document, but not a Parcours map.", "c’est un document Automerge, mais pas une carte Parcours.";
    damaged: "it is damaged ({0}). Ask for the file again, or for a fresh export.", "il est endommagé ({0}). Redemandez le fichier, ou un nouvel export.";
    cut_short: "it is damaged or cut short. Ask for the file again, or for a fresh export.", "il est endommagé ou tronqué. Redemandez le fichier, ou un nouvel export.";
    too_big: "it unpacks to more than this app takes in ({0}).", "une fois décompressé, il dépasse ce que l’application accepte ({0}).";
    too_slow: "reading it took too long and was stopped.", "sa lecture était trop longue et a été arrêtée.";
    crashed: "it is damaged: reading it failed. The app was not touched.", "il est endommagé\u{a0}: sa lecture a échoué. L’application n’est pas touchée.";
    newer: "it was written by a newer Parcours. Update the app (reload this page while online), then try again.", "il vient d’une version plus récente de Parcours. Mettez l’application à jour (rechargez cette page en ligne), puis réessayez.";
    no_common_origin: "it bears this map’s name but does not come from it, so the two can’t be merged.", "il porte le nom de cette carte mais n’en provient pas\u{a0}: les deux ne peuvent pas être fusionnés.";
    did_not_open: "This map did not come up last time, so it was not opened by itself.", "Cette carte ne s’est pas affichée la dernière fois\u{a0}: elle n’a donc pas été ouverte automatiquement.";
    did_not_open_export: "You can download a copy of it without opening it.", "Vous pouvez en télécharger une copie sans l’ouvrir.";
    no_journey: "it holds no mermaid journey.", "il ne contient pas de parcours mermaid.";
    unknown_type: "Parcours reads .parcours files, mermaid journeys (.mmd) and Markdown that holds some.", "Parcours lit les fichiers .parcours, les parcours mermaid (.mmd) et le Markdown qui en contient.";
    unreadable: "the browser could not read it.", "le navigateur n’a pas pu le lire.";
    big_file: "“{0}” is large ({1}). Reading it may take a while.", "«\u{a0}{0}\u{a0}» est volumineux ({1}). Sa lecture peut durer.";
    import_anyway: "Import anyway", "Importer quand même";
    // Opening and storage.
    no_such_map: "This map is not in this browser. It may have been deleted, or the link comes from another device.", "Cette carte n’est pas dans ce navigateur. Elle a peut-être été supprimée, ou le lien vient d’un autre appareil.";
    some_broken: "Part of this map’s stored data could not be read: {0}. It was set aside, not deleted; everything else is here. If a colleague has a copy, import it: it brings back what is missing.", "Une partie des données de cette carte n’a pas pu être lue\u{a0}: {0}. Elle a été mise de côté, pas supprimée\u{a0}; tout le reste est là. Si un collègue a une copie, importez-la\u{a0}: elle rapporte ce qui manque.";
    parts: "part|parts", "partie|parties";
    cannot_open: "This map could not be opened: {0}", "Cette carte n’a pas pu être ouverte\u{a0}: {0}";
    missing_work: "Work is missing from “{0}”: this browser had saved more than it now holds. If you have an exported file, import it.", "Il manque du travail dans «\u{a0}{0}\u{a0}»\u{a0}: ce navigateur avait enregistré plus qu’il ne contient. Si vous avez un fichier exporté, importez-le.";
    missing_map: "“{0}” was here and is gone from this browser’s storage. If you have an exported file, import it.", "«\u{a0}{0}\u{a0}» était ici et a disparu du stockage de ce navigateur. Si vous avez un fichier exporté, importez-le.";
    refused: "That was not possible: {0}", "Impossible\u{a0}: {0}";
    refused_gone: "the thing is no longer on this map.", "l’élément n’est plus sur cette carte.";
    refused_other: "the map refused the change; nothing was lost.", "la carte a refusé la modification\u{a0}; rien n’est perdu.";
    skipped: "Left as it is, because someone changed it meanwhile: {0}.", "Laissé tel quel, car quelqu’un l’a modifié entre-temps\u{a0}: {0}.";
    update_ready: "A new version of Parcours is ready.", "Une nouvelle version de Parcours est prête.";
    update_now: "Update now", "Mettre à jour";
    deleted_elsewhere: "This map was deleted in another tab. You can still read it here and export it.", "Cette carte a été supprimée dans un autre onglet. Vous pouvez encore la lire ici et l’exporter.";
    example_failed: "The example could not be read. Reload the page while online, then try again.", "L’exemple n’a pas pu être lu. Rechargez la page en ligne, puis réessayez.";
}
