//! Messages of the inventory of touchpoints, of what is noticed there, and of the sheet of a column.

super::table! {
    /// The inventory, its checks, the column sheet.
    Touchpoints;
    title: "Touchpoints", "Points de contact";
    hint: "Wherever an opinion can form is a touchpoint: the site, a shelf, a bill, a friend’s remark. List them first; stages can come later.", "Partout où une opinion peut se former, il y a un point de contact\u{a0}: le site, un rayon, une facture, la remarque d’un ami. Listez-les d’abord\u{a0}; les étapes peuvent venir après.";
    open: "Open the touchpoints", "Ouvrir les points de contact";
    new: "New touchpoint", "Nouveau point de contact";
    add: "Add touchpoint", "Ajouter un point de contact";
    as_list: "Table", "Tableau";
    as_matrix: "Channel × stage", "Canal × étape";
    view: "Show as", "Afficher en";
    stages: "Stages", "Étapes";
    state: "State", "État";
    exists: "Exists", "Existe";
    is_wanted: "Wanted", "Souhaité";
    unplaced: "Not placed", "Non placé";
    no_channel: "No channel", "Sans canal";
    move_how: "Alt with the arrow keys moves it up or down", "Alt avec les flèches le monte ou le descend";
    drag: "Drag “{0}” onto the board", "Faire glisser «\u{a0}{0}\u{a0}» sur la grille";
    met_at: "Met at", "Rencontré à l’étape";
    no_columns: "There is no stage yet. Once there is, tick here where people meet it, or drag it there.", "Il n’y a pas encore d’étape. Dès qu’il y en aura, cochez ici où on le rencontre, ou faites-l’y glisser.";
    delete: "Delete “{0}”", "Supprimer «\u{a0}{0}\u{a0}»";
    in_matrix: "Open “{0}” in the table", "Ouvrir «\u{a0}{0}\u{a0}» dans le tableau";
    noticed: "Worth a second look", "À revoir";
    none_noticed: "No overlap, gap, crowding or inconsistency is seen.", "Aucun doublon, manque, excès ni incohérence n’est visible.";
    overlap: "{0}: {1} do the same job. Does each of them help someone?", "{0}\u{a0}: {1} jouent le même rôle. Chacun aide-t-il quelqu’un\u{a0}?";
    already: "“{0}” is wanted, yet “{1}” exists. Would improving it be enough?", "«\u{a0}{0}\u{a0}» est souhaité, mais «\u{a0}{1}\u{a0}» existe. Suffirait-il de l’améliorer\u{a0}?";
    gap: "Nothing is met at “{0}”. Do people leave here for lack of a touchpoint?", "Aucun point de contact à l’étape «\u{a0}{0}\u{a0}». Est-ce pour cela que l’on part\u{a0}?";
    few: "{0}: {1}, {2} expected. Do people leave here for lack of a touchpoint?", "{0}\u{a0}: {1} (attendus\u{a0}: {2}). Part-on ici faute de point de contact\u{a0}?";
    crowded: "{0}: {1}, {2} expected. Are people overwhelmed?", "{0}\u{a0}: {1} (attendus\u{a0}: {2}). Est-on submergé\u{a0}?";
    inconsistent: "“{0}” and “{1}” do the same job, and feel {2} apart. What does the better one do differently?", "«\u{a0}{0}\u{a0}» et «\u{a0}{1}\u{a0}» jouent le même rôle, mais leurs ressentis diffèrent de {2}. Que fait mieux le meilleur\u{a0}?";
    // Mentions.
    mentions: "Mentions on others’ pages", "Mentions sur des pages de tiers";
    mentions_hint: "Pages of others that speak of the brand form opinions too.", "Les pages de tiers qui parlent de la marque façonnent aussi l’opinion.";
    page: "Page", "Page";
    new_mention: "Add a page", "Ajouter une page";
    add_to_mentions: "Add to the mentions", "Ajouter aux mentions";
    // A card.
    feels: "What is felt here", "Ce qui est ressenti ici";
    as_column: "As its column", "Comme sa colonne";
    felt_own: "{0}, its own", "{0} (propre à la fiche)";
    felt_column: "{0}, from its column", "{0} (de sa colonne)";
    felt_none: "Nothing is felt in its column yet.", "Rien n’est encore ressenti dans sa colonne.";
    // The column sheet.
    column: "Column", "Colonne";
    earlier: "Column before", "Colonne précédente";
    later: "Column after", "Colonne suivante";
    nothing_there: "nothing yet", "encore rien";
    marked: "Drop-off and discontent", "Abandons et mécontentements";
    rate_hint: "30 %, many…", "30\u{a0}%, beaucoup…";
}
