//! Messages of the gallery of templates and of the chooser that leads to a map.

super::table! {
    /// Templates and the chooser.
    Templates;
    title: "Templates", "Modèles";
    intro: "Choose a frame, fill it in: the empty cells say what to ask yourself.", "Choisissez un cadre, remplissez-le\u{a0}: les cases vides disent quoi se demander.";
    filter: "Show templates for", "Afficher les modèles pour";
    all: "All", "Tous";
    sales: "Sales", "Vente";
    marketing: "Marketing", "Marketing";
    service: "Service", "Service";
    own: "Your gallery", "Votre galerie";
    own_hint: "Kept in this browser.", "Conservée dans ce navigateur.";
    from_app: "From Parcours", "De Parcours";
    none: "No template for this area yet.", "Pas encore de modèle pour ce domaine.";
    loading: "Loading the templates…", "Chargement des modèles…";
    failed: "The templates that come with the app could not be loaded. Try again when you are online.", "Les modèles de l’application n’ont pas pu être chargés. Réessayez une fois en ligne.";
    start: "Use", "Utiliser";
    start_of: "Use the template “{0}”", "Utiliser le modèle «\u{a0}{0}\u{a0}»";
    look: "Look inside", "Aperçu";
    look_of: "Look inside “{0}”", "Aperçu de «\u{a0}{0}\u{a0}»";
    forget_of: "Delete “{0}” from your gallery", "Supprimer «\u{a0}{0}\u{a0}» de votre galerie";
    forget_sure: "Delete the template “{0}” from your gallery? Maps made from it stay.", "Supprimer le modèle «\u{a0}{0}\u{a0}» de votre galerie\u{a0}? Les cartes qui en viennent restent.";
    lanes: "lane|lanes", "ligne|lignes";
    pair: "Makes two maps", "Crée deux cartes";
    lane: "Lane", "Ligne";
    as_is_title: "{0} – as-is", "{0} – existant";
    to_be_title: "{0} – to-be", "{0} – cible";
    pair_made: "Two maps were made: “{0}”, which is open, and its variant “{1}”.", "Deux cartes ont été créées\u{a0}: «\u{a0}{0}\u{a0}», qui est ouverte, et sa variante «\u{a0}{1}\u{a0}».";
    open_to_be: "Open the to-be map", "Ouvrir la cible";
    // Publishing.
    publish: "Publish as template", "Publier comme modèle";
    publish_hint: "Makes a file of this map’s frame that others import into their gallery. Comments, pictures, saved views, the lists beside the board, the goal sheet and the history stay behind.", "Fait du cadre de cette carte un fichier que d’autres importent dans leur galerie. Les commentaires, les images, les vues enregistrées, les listes à côté de la grille, l’objectif et l’historique restent ici.";
    name: "Name of the template", "Nom du modèle";
    about: "What it is good for", "À quoi il sert";
    areas: "Areas", "Domaines";
    contents: "With contents: cards, personas, feelings, paths", "Avec le contenu\u{a0}: fiches, personas, ressentis, chemins";
    hints: "With the lanes’ hints", "Avec les indications des lignes";
    download: "Download the file", "Télécharger le fichier";
    keep: "Keep in my gallery", "Garder dans ma galerie";
    goes: "In the file: {0}.", "Dans le fichier\u{a0}: {0}.";
    downloaded: "The template is in “{0}”.", "Le modèle est dans «\u{a0}{0}\u{a0}».";
    kept: "“{0}” is in your gallery.", "«\u{a0}{0}\u{a0}» est dans votre galerie.";
    there_already: "“{0}” is in your gallery already.", "«\u{a0}{0}\u{a0}» est déjà dans votre galerie.";
    to_gallery: "To the gallery", "Vers la galerie";
    not_kept: "The template could not be kept: {0}", "Le modèle n’a pas pu être gardé\u{a0}: {0}";
    too_large: "The map is too large for a template: {0}", "La carte est trop grande pour un modèle\u{a0}: {0}";
    // What is wrong with a file.
    wrong_file: "not a template that can be taken: {0}", "pas un modèle utilisable\u{a0}: {0}";
    wrong_at: "at {0}, {1}", "à {0}, {1}";
    wrong_syntax: "line {0} is no JSON", "la ligne {0} n’est pas du JSON";
    wrong_format: "it does not say that it is a Parcours template", "il ne dit pas être un modèle Parcours";
    wrong_newer: "it was made by a newer version of Parcours", "il vient d’une version plus récente de Parcours";
    wrong_missing: "something is missing", "il manque quelque chose";
    wrong_text: "a text is wanted", "il faut un texte";
    wrong_whole: "a whole number from {0} to {1} is wanted", "il faut un nombre entier de {0} à {1}";
    wrong_yes: "true or false is wanted", "il faut true ou false";
    wrong_list: "a list is wanted", "il faut une liste";
    wrong_fields: "an object is wanted", "il faut un objet";
    wrong_unknown: "“{0}” is not known", "«\u{a0}{0}\u{a0}» n’est pas connu";
    wrong_twice: "“{0}” stands there twice", "«\u{a0}{0}\u{a0}» y figure deux fois";
    wrong_long: "at most {0} characters are taken", "{0} caractères au plus sont acceptés";
    wrong_many: "at most {0} are taken", "{0} au plus sont acceptés";
    wrong_large: "the file is too large", "le fichier est trop volumineux";
    // The chooser.
    choose: "Which map do I need?", "Quelle carte me faut-il\u{a0}?";
    needs: "What do you need it for? Choose all that apply.", "Pour quoi faire\u{a0}? Choisissez tout ce qui convient.";
    need_life_cycle: "See the whole life cycle of a customer", "Voir tout le cycle de vie d’un client";
    need_trends: "Find trends across touchpoints", "Trouver des tendances à travers les points de contact";
    need_strategy: "Build a strategy, set priorities", "Bâtir une stratégie, fixer des priorités";
    need_problem: "Solve one problem", "Résoudre un problème précis";
    need_step: "Refine one step", "Affiner une sous-étape";
    need_motives: "Understand why people act as they do", "Comprendre pourquoi les gens agissent ainsi";
    answer_none: "The answer appears here.", "La réponse apparaît ici.";
    answer_experience: "It shows the whole relation with your brand side by side, so that patterns and gaps across stages and channels come to light. It guides decisions on where to invest.", "Elle montre d’un seul coup d’œil toute la relation avec votre marque\u{a0}: les tendances et les manques d’une étape ou d’un canal à l’autre apparaissent. Elle guide le choix des investissements.";
    answer_journey: "It follows one persona through one scenario closely enough to see causes: what happens, what they think, what they feel. It guides what you change next.", "Elle suit un persona dans un scénario d’assez près pour voir les causes\u{a0}: ce qui se passe, ce qu’il pense, ce qu’il ressent. Elle guide ce que vous changez ensuite.";
    answer_both: "Begin with the experience map: it shows which moments deserve a closer look. Then make a journey map for each of those, and bring what you learn back.", "Commencez par la carte d’expérience\u{a0}: elle montre quels moments méritent qu’on s’y penche. Faites ensuite une carte de parcours pour chacun, et remontez ce que vous apprenez.";
    begin: "Start it", "Commencer la carte";
    all_templates: "All templates", "Tous les modèles";
}
