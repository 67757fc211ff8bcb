//! Messages of working with the board as a whole: several at once, clipboard, palette, search, sizes.

super::table! {
    /// Several at once, clipboard, palette, search, sizes.
    Hands;
    copy: "Copy", "Copier";
    cut: "Cut", "Couper";
    paste: "Paste", "Coller";
    added: "Added: {0}.", "Ajouté\u{a0}: {0}.";
    // A word and what it is about, or what goes with it.
    says: "{0}: {1}", "{0}\u{a0}: {1}";
    press_to_paste: "The browser did not let the clipboard be read. Press Ctrl+V on the board.", "Le navigateur n’a pas laissé lire le presse-papiers. Appuyez sur Ctrl+V sur la grille.";
    duplicate: "Duplicate", "Dupliquer";
    select_all: "Select the lane, then all", "Sélectionner la ligne, puis tout";
    chosen: "{0} selected", "Sélection\u{a0}: {0}";
    steps: "step|steps", "sous-étape|sous-étapes";
    in_bin: "{0} in the bin.", "{0} dans la corbeille.";
    stage_before: "Insert stage before", "Insérer une étape avant";
    stage_after: "Insert stage after", "Insérer une étape après";
    step_before: "Insert step before", "Insérer une sous-étape avant";
    step_after: "Insert step after", "Insérer une sous-étape après";
    lane_above: "Insert lane above", "Insérer une ligne au-dessus";
    lane_below: "Insert lane below", "Insérer une ligne en dessous";
    wider: "Wider", "Élargir";
    narrower: "Narrower", "Rétrécir";
    taller: "Taller", "Augmenter la hauteur";
    shorter: "Shorter", "Réduire la hauteur";
    usual_size: "Usual size", "Taille habituelle";
    resize_column: "Drag to set the width", "Faire glisser pour régler la largeur";
    resize_lane: "Drag to set the height", "Faire glisser pour régler la hauteur";
    no_colour: "No colour of its own", "Sans couleur propre";
    tag: "Tag", "Étiquette";
    new_tag: "New tag…", "Nouvelle étiquette…";
    put_tag: "Put on", "Poser";
    // Palette.
    palette: "All actions…", "Toutes les actions…";
    palette_label: "Search an action", "Chercher une action";
    palette_none: "No action has this name.", "Aucune action ne porte ce nom.";
    palette_hint: "↑ ↓ to choose · Enter to do it · Escape to leave", "↑ ↓ choisir · Entrée exécuter · Échap quitter";
    // Search on the map.
    find: "Find in the map", "Chercher dans la carte";
    find_none: "No hits", "Aucun résultat";
    find_at: "{0} of {1}", "{0} sur {1}";
    find_unplaced: "a card without a place", "une fiche sans place";
    find_hidden: "in the hidden lane “{0}”", "dans la ligne masquée «\u{a0}{0}\u{a0}»";
    find_folded: "in the folded lane “{0}”", "dans la ligne repliée «\u{a0}{0}\u{a0}»";
    find_filtered: "left out by the filter", "écartée par le filtre";
    // Details of a card, a comment on it, and the like.
    find_of: "{0}: {1}", "{0}\u{a0}: {1}";
    find_next: "Next hit", "Résultat suivant";
    find_previous: "Previous hit", "Résultat précédent";
    find_close: "Close the search", "Fermer la recherche";
    context: "For the selection", "Pour la sélection";
    // Keys that are no action's own.
    shift_arrows: "Shift+arrows, Shift+click", "Maj+flèches, Maj+clic";
    shift_arrows_does: "Select a block of cells, or several headers", "Sélectionner un bloc de cases, ou plusieurs titres";
    ctrl_click: "Ctrl+click", "Ctrl+clic";
    ctrl_click_does: "Select one more card, or one less", "Sélectionner une fiche de plus, ou de moins";
    marquee: "Drag on the empty board", "Glisser sur la grille vide";
    marquee_does: "Select the cards in the frame", "Sélectionner les fiches dans le cadre";
    menu_key: "Shift+F10, Menu key", "Maj+F10, touche Menu";
    menu_key_does: "The menu of the selection", "Le menu de la sélection";
}
