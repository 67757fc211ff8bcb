//! Messages of the board: its names, its controls, its panels.

super::table! {
    /// The board and its panels.
    Board;
    // Names given to new things; they become the map's own text.
    new_journey_title: "New journey map", "Nouvelle carte de parcours";
    new_experience_title: "New experience map", "Nouvelle carte d’expérience";
    first_persona: "Customer", "Client";
    new_stage: "New stage", "Nouvelle étape";
    new_step: "New step", "Nouvelle sous-étape";
    new_persona: "Persona {0}", "Persona {0}";
    copy_of: "{0} (copy)", "{0} (copie)";
    // Channels.
    channel: "Channel", "Canal";
    channel_none: "No channel", "Sans canal";
    channel_web: "Web", "Web";
    channel_app: "App", "Application";
    channel_email: "E-mail", "E-mail";
    channel_phone: "Phone", "Téléphone";
    channel_chat: "Chat", "Chat";
    channel_person: "In person", "En personne";
    channel_shop: "Shop", "Boutique";
    channel_post: "Post", "Courrier";
    channel_social: "Social media", "Réseaux sociaux";
    channel_ads: "Advertising", "Publicité";
    // Controls.
    stages: "Stages", "Étapes";
    steps: "Steps", "Sous-étapes";
    add_stage: "Add stage", "Ajouter une étape";
    add_step: "Add step", "Ajouter une sous-étape";
    add_lane: "Add lane", "Ajouter une ligne";
    add_card: "Add card", "Ajouter une fiche";
    add_other: "Add something else", "Ajouter autre chose";
    add_persona: "Add persona", "Ajouter un persona";
    undo: "Undo", "Annuler";
    redo: "Redo", "Rétablir";
    edit: "Edit", "Modifier";
    rename: "Rename", "Renommer";
    delete: "Delete", "Supprimer";
    move_left: "Move left", "Déplacer à gauche";
    move_right: "Move right", "Déplacer à droite";
    move_up: "Move up", "Monter";
    move_down: "Move down", "Descendre";
    star: "Moment of truth", "Moment de vérité";
    star_short: "moment of truth", "moment de vérité";
    raise: "Feeling up", "Ressenti plus haut";
    lower: "Feeling down", "Ressenti plus bas";
    more: "More", "Plus";
    more_map: "This map", "Cette carte";
    more_out: "Print and share", "Imprimer et partager";
    more_find: "Find and help", "Recherche et aide";
    copy_table: "Copy as a table", "Copier en tableau";
    print: "Print", "Imprimer";
    keys: "Keyboard", "Clavier";
    personas: "Personas", "Personas";
    bin_and_tray: "Bin and unplaced cards", "Corbeille et fiches sans place";
    title_label: "Title of the map", "Titre de la carte";
    tools: "Tools of the board", "Outils de la grille";
    selection_tools: "For the selection", "Pour la sélection";
    unnamed_stage: "Unnamed stage", "Étape sans nom";
    unnamed_step: "Unnamed step", "Sous-étape sans nom";
    unnamed_lane: "Unnamed lane", "Ligne sans nom";
    unnamed_persona: "Unnamed persona", "Persona sans nom";
    empty_card: "Empty card", "Fiche vide";
    no_feeling: "no feeling set", "pas de ressenti";
    cell_label: "{0}, {1}", "{0}, {1}";
    starred_from: "from {0}", "depuis {0}";
    now_unplaced: "“{0}” is in the bin. {1} lost their place and wait under More, “Bin and unplaced cards”.", "«\u{a0}{0}\u{a0}» est dans la corbeille. {1} sans place\u{a0}: voir Plus, «\u{a0}Corbeille et fiches sans place\u{a0}».";
    panel: "Panel", "Volet";
    // Personas panel.
    personas_hint: "The people whose path the map shows: each draws a line of the curve, the chosen one’s is the line you move. Name the first, then note what they want and what that rests on.", "Les personnes dont la carte montre le chemin\u{a0}: chacune trace sa courbe, et vous déplacez celle de la personne choisie. Nommez la première, puis notez ce qu’elle veut et sur quoi cela repose.";
    persona_draws: "Draws: {0}", "Trace\u{a0}: {0}";
    last_persona: "A map keeps at least one persona.", "Une carte garde au moins un persona.";
    // Bin and tray.
    tray: "Unplaced cards", "Fiches sans place";
    tray_hint: "Their stage, step or lane was deleted. Choose a cell on the board, then place them there.", "Leur étape, sous-étape ou ligne a été supprimée. Choisissez une case de la grille, puis placez-les.";
    tray_empty: "Every card has its place.", "Chaque fiche a sa place.";
    place_here: "Place in the chosen cell", "Placer dans la case choisie";
    bin: "Bin of this map", "Corbeille de cette carte";
    bin_empty: "Nothing was deleted here.", "Rien n’a été supprimé ici.";
    restore: "Restore", "Restaurer";
    thing_stage: "Stage", "Étape";
    thing_step: "Step", "Sous-étape";
    thing_lane: "Lane", "Ligne";
    thing_card: "Card", "Fiche";
    thing_persona: "Persona", "Persona";
    thing_feeling: "Feeling", "Ressenti";
    thing_map: "Title", "Titre";
    // Choices.
    choices: "Choices to make", "Choix à faire";
    choice_mark: "Two values: choose one", "Deux valeurs\u{a0}: choisissez";
    choice_take: "Take this", "Prendre celle-ci";
    choice_shown: "shown now", "affichée";
    field_text: "text", "texte";
    field_place: "place", "place";
    field_level: "level", "niveau";
    field_deleted: "deleted or kept", "supprimé ou gardé";
    field_kind: "kind", "type";
    read_only: "This map was written by a newer Parcours. You can read and export it; update the app to edit it.", "Cette carte vient d’une version plus récente de Parcours. Vous pouvez la lire et l’exporter\u{a0}; mettez l’application à jour pour la modifier.";
    // Another state of the map on the board.
    look_back: "Back to my map", "Revenir à ma carte";
    look_only: "This is a look at another state of the map: nothing is edited here.", "Vous regardez un autre état de la carte\u{a0}: rien ne s’y modifie.";
    // Of a large map only what is in sight is there.
    part_only: "The map is still being opened: do that again in a moment.", "La carte est encore en cours d’ouverture\u{a0}: recommencez dans un instant.";
    sign_added: "Added", "Ajouté";
    sign_removed: "Removed", "Retiré";
    sign_moved: "Moved", "Déplacé";
    sign_changed: "Changed", "Modifié";
}
