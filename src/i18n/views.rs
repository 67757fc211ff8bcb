//! Messages of the views: zoom, density, filter, outline, table, presentation, print.

super::table! {
    /// The ways to look at a map.
    Views;
    views: "Views of the map", "Vues de la carte";
    board: "Board", "Grille";
    outline: "Outline", "Plan";
    table: "Table", "Tableau";
    next_view: "Next view", "Vue suivante";
    show_board: "Show as a board", "Afficher en grille";
    show_outline: "Show as an outline", "Afficher en plan";
    show_table: "Show as a list of cards", "Afficher en tableau de fiches";
    // Zoom and density.
    zoom: "Zoom", "Zoom";
    zoom_in: "Zoom in", "Agrandir";
    zoom_out: "Zoom out", "Réduire";
    zoom_fit: "Fit the whole map", "Voir toute la carte";
    zoom_full: "Actual size", "Taille réelle";
    percent: "{0}%", "{0}\u{a0}%";
    compact: "Compact", "Compact";
    toggle_density: "Compact or comfortable", "Compact ou aéré";
    // Filter.
    filter: "Filter", "Filtrer";
    filter_title: "Filter and saved views", "Filtre et vues enregistrées";
    filter_text: "Words on the card", "Mots de la fiche";
    filter_any: "Any", "Indifférent";
    filter_clear: "Show all cards", "Afficher toutes les fiches";
    filter_hidden: "{0} of {1} cards match", "Fiches correspondantes\u{a0}: {0} sur {1}";
    filter_short: "{0}/{1}", "{0}/{1}";
    filter_none: "No card matches. Show all cards again, or ask for less.", "Aucune fiche ne correspond. Affichez toutes les fiches ou assouplissez le filtre.";
    facet_star: "Moment of truth", "Moment de vérité";
    facet_tag: "Tag", "Étiquette";
    facet_channel: "Channel", "Canal";
    yes: "Yes", "Oui";
    // Saved views.
    view: "Saved view", "Vue enregistrée";
    saved_views: "saved view|saved views", "vue enregistrée|vues enregistrées";
    saved: "Saved views", "Vues enregistrées";
    saved_hint: "A saved view keeps what is shown, its filter, order and density, in the map: whoever gets a copy finds it.", "Une vue enregistrée garde dans la carte ce qui est affiché, son filtre, son ordre et sa densité\u{a0}: qui reçoit une copie la retrouve.";
    saved_none: "No view is saved yet.", "Aucune vue n’est encore enregistrée.";
    unnamed_view: "Unnamed view", "Vue sans nom";
    settings: "Settings", "Réglages";
    save_view: "Save this view", "Enregistrer cette vue";
    view_name: "Name of the view", "Nom de la vue";
    use_view: "Show “{0}”", "Afficher «\u{a0}{0}\u{a0}»";
    update_view: "Update “{0}” to what is shown", "Mettre «\u{a0}{0}\u{a0}» à jour avec ce qui est affiché";
    delete_view: "Delete “{0}”", "Supprimer «\u{a0}{0}\u{a0}»";
    rename_view: "Rename “{0}”", "Renommer «\u{a0}{0}\u{a0}»";
    // Outline.
    outline_of: "Outline of {0}", "Plan de {0}";
    lanes: "Lanes", "Lignes";
    add_here: "Add a card: {0}, {1}", "Ajouter une fiche\u{a0}: {0}, {1}";
    feels: "{0} feels: {1}", "{0} ressent\u{a0}: {1}";
    column_empty: "This stage has no step left.", "Cette étape n’a plus de sous-étape.";
    // Table.
    table_of: "All cards of {0}", "Toutes les fiches de {0}";
    to_board: "Show on the board", "Montrer sur la grille";
    column_text: "Text", "Texte";
    column_stage: "Stage", "Étape";
    column_step: "Step", "Sous-étape";
    column_lane: "Lane", "Ligne";
    no_cards: "This map has no card yet. Show it as a board and type into a cell.", "Cette carte n’a pas encore de fiche. Affichez-la en grille et écrivez dans une case.";
    // Appearance and language, from the menu of the board.
    appearance: "Appearance: {0}", "Apparence\u{a0}: {0}";
    // Presentation.
    present: "Present", "Présenter";
    present_end: "End the presentation", "Finir la présentation";
    slide_next: "Next", "Suivant";
    slide_more: "More below", "Suite plus bas";
    slide_curve: "The whole curve", "La courbe entière";
    slide_back: "Back", "Précédent";
    slide_of: "{0} of {1}", "{0} sur {1}";
    slide_help: "Arrow keys or a swipe lead on, Escape ends.", "Les flèches ou un balayage font avancer, Échap termine.";
    no_full_screen: "This browser gives no full screen here: the presentation fills the window.", "Ce navigateur ne permet pas le plein écran ici\u{a0}: la présentation remplit la fenêtre.";
    // Print.
    print_title: "Print", "Imprimer";
    paper: "Paper", "Papier";
    landscape: "Landscape", "Paysage";
    portrait: "Portrait", "Portrait";
    orientation: "Orientation", "Orientation";
    one_page: "On one page", "Sur une page";
    tiled: "Over several pages", "Sur plusieurs pages";
    fit_to: "How", "Mise en page";
    pages: "page|pages", "page|pages";
    print_hint: "In the browser’s own dialog, choose the same paper.", "Dans la boîte de dialogue du navigateur, choisissez le même papier.";
    print_preview: "Preview: {0}", "Aperçu\u{a0}: {0}";
}
