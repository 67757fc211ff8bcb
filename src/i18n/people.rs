//! Messages about people: who wrote what, what others changed, what was decided.

super::table! {
    /// Who wrote what, what is new, what was decided, my own actions.
    People;
    you: "You", "Vous";
    ask_title: "Put your name on your work?", "Mettre votre nom sur votre travail\u{a0}?";
    ask_text: "Whoever merges the file then sees who wrote what. It is optional, and you can change it under “You”. The name goes into your maps and the files you hand over, nowhere else.", "Qui fusionne le fichier verra alors qui a écrit quoi. C’est facultatif, et vous pourrez le changer sous «\u{a0}Vous\u{a0}». Le nom va dans vos cartes et dans les fichiers que vous remettez, nulle part ailleurs.";
    you_text: "Whoever merges your files sees who wrote what. The name is written into a map with your next change or export of it, nowhere else.", "Qui fusionne vos fichiers voit qui a écrit quoi. Le nom est inscrit dans une carte à votre prochaine modification ou à son prochain export, nulle part ailleurs.";
    name: "Name", "Nom";
    colour: "Colour", "Couleur";
    blue: "Blue", "Bleu";
    amber: "Amber", "Ambre";
    teal: "Teal", "Sarcelle";
    plum: "Plum", "Prune";
    moss: "Moss", "Mousse";
    coral: "Coral", "Corail";
    violet: "Violet", "Violet";
    slate: "Slate", "Ardoise";
    save: "Save", "Enregistrer";
    me: "you", "vous";
    anyone: "someone", "quelqu’un";
    someone: "someone ({0})", "quelqu’un ({0})";
    // Who wrote a thing.
    written: "Written by {0}, {1}", "Écrit par {0}, {1}";
    changed: "last changed by {0}, {1}", "dernière modification par {0}, {1}";
    joined_from: "joined with what {0} wrote", "réuni avec ce que {0} a écrit";
    then: "; ", "\u{a0}; ";
    // What others did since one last looked.
    new: "New", "Nouveau";
    new_changed: "Changed", "Modifié";
    news: "change to see|changes to see", "nouveauté à voir|nouveautés à voir";
    news_next: "Next change by others", "Nouveauté suivante";
    news_seen: "Mark as seen", "Marquer comme vu";
    // Choices and decisions.
    why: "Why (optional)", "Pourquoi (facultatif)";
    because: "Why: {0}", "Pourquoi\u{a0}: {0}";
    merged: "what the merge made of both", "ce que la fusion a fait des deux";
    rewrote: "both wrote it anew", "récrit des deux côtés";
    both_lines: "both, one after the other", "les deux, l’un après l’autre";
    contested: "deleted by {0}, edited by {1} since", "supprimé par {0}, modifié depuis par {1}";
    leave_deleted: "Leave deleted", "Laisser supprimé";
    keep: "Keep it", "Garder";
    no_choices: "No choice is open. Where two people changed the same thing, both values wait here to be chosen from.", "Aucun choix en attente. Quand deux personnes ont changé la même chose, les deux valeurs attendent ici qu’on choisisse.";
    settled: "Settled", "Tranché";
    instead: "{0} instead of {1}", "{0} au lieu de {1}";
    decided: "{0}, {1}", "{0}, {1}";
    not_same: "Not the same", "Pas la même chose";
    // What says nearly the same.
    alike: "Nearly the same", "Presque pareil";
    alike_hint: "Two people may have written these of one thing. Join them into the one that stays: it keeps every word, and the others go to the bin.", "Deux personnes ont peut-être noté ici la même chose. Réunissez ces éléments dans celui qui reste\u{a0}: il garde tous les mots, les autres vont à la corbeille.";
    join: "Join into this", "Réunir ici";
    joined_into: "joined into “{0}”", "réuni dans «\u{a0}{0}\u{a0}»";
    stands: "Stands", "En vigueur";
    undone: "Undone", "Annulé";
    overtaken: "Changed since", "Changé depuis";
    // My own actions.
    actions: "My actions", "Mes actions";
    actions_hint: "What you did since this map was opened here. Choose a line to go back to just after it, or forward again.", "Ce que vous avez fait depuis l’ouverture de cette carte. Choisissez une ligne pour revenir juste après elle, ou pour y retourner.";
    as_opened: "The map as it was opened", "La carte telle qu’à l’ouverture";
    now: "now", "maintenant";
    quoted: "{0} “{1}”", "{0} «\u{a0}{1}\u{a0}»";
    did_add: "Add {0}", "Ajouter\u{a0}: {0}";
    did_edit: "Edit {0}", "Modifier\u{a0}: {0}";
    did_move: "Move {0}", "Déplacer\u{a0}: {0}";
    did_delete: "Delete {0}", "Supprimer\u{a0}: {0}";
    did_purge: "Delete {0} for good", "Supprimer définitivement\u{a0}: {0}";
    did_restore: "Restore {0}", "Restaurer\u{a0}: {0}";
    did_star: "Moment of truth: {0}", "Moment de vérité\u{a0}: {0}";
    did_channel: "Set the channel of {0}", "Choisir le canal\u{a0}: {0}";
    did_feel: "Set {0}", "Régler\u{a0}: {0}";
    did_choose: "Choose for {0}", "Trancher\u{a0}: {0}";
    did_join: "Join into {0}", "Réunir dans\u{a0}: {0}";
    did_apart: "Not the same: {0}", "Pas la même chose\u{a0}: {0}";
    today: "today {0}", "aujourd’hui à {0}";
    yesterday: "yesterday {0}", "hier à {0}";
}
