//! Messages of the keyboard list.

super::table! {
    /// Names of keys and the keyboard list.
    Keys;
    title: "Keyboard", "Clavier";
    arrows: "Arrows", "Flèches";
    move_around: "Move around the board", "Se déplacer sur la grille";
    ends: "Home, End, Ctrl+Home, Ctrl+End", "Début, Fin, Ctrl+Début, Ctrl+Fin";
    to_the_ends: "First and last column; first and last cell", "Première et dernière colonne\u{a0}; première et dernière case";
    typing: "Type", "Taper";
    typing_does: "Starts a card in an empty cell, or replaces the card’s text", "Commence une fiche dans une case vide, ou remplace le texte de la fiche";
    tab: "Tab", "Tab";
    tab_does: "While typing: keep it and go on to the next cell", "Pendant la saisie\u{a0}: valider et passer à la case suivante";
    shift_enter: "Shift+Enter", "Maj+Entrée";
    shift_enter_does: "While typing: a new line. On a card: a further card below", "Pendant la saisie\u{a0}: nouvelle ligne. Sur une fiche\u{a0}: une autre fiche dessous";
    escape: "Escape", "Échap";
    escape_does: "While typing: take back what was typed", "Pendant la saisie\u{a0}: abandonner la saisie";
    alt_arrows: "Alt+arrows", "Alt+flèches";
    alt_arrows_does: "Move the card, stage, step or lane; in the emotions lane, raise or lower the point", "Déplacer la fiche, l’étape, la sous-étape ou la ligne\u{a0}; dans la ligne des émotions, monter ou descendre le point";
    plus_minus: "+ and −", "+ et −";
    plus_minus_does: "Raise or lower the feeling by half a step", "Monter ou descendre le ressenti d’un demi-point";
    page: "Page Up, Page Down", "Page préc., Page suiv.";
    page_does: "A screenful up or down", "Un écran plus haut ou plus bas";
    shift: "Shift", "Maj";
    enter: "Enter", "Entrée";
    insert: "Insert", "Inser";
    delete: "Delete", "Suppr";
    backspace: "Backspace", "Retour arrière";
}
