import type { InitWords } from './en.ts';

/** The texts that `npm run init` starts a site with, in French. */
export const fr: InitWords = {
  slug: 'exemple',
  description: '{name}, études de cas : {sentence}',
  about: {
    person:
      'Je m’appelle {name}. Chaque étude de cas dit ce qu’il fallait, ce que j’ai fait et ce qui a changé, avec les chiffres quand il y en a.',
    organization:
      'Nous sommes {name}. Chaque étude de cas dit ce qu’il fallait, ce que nous avons fait et ce qui a changé, avec les chiffres quand il y en a.',
  },
  aboutPage: {
    note: 'Votre page. Écrivez ici qui vous êtes, ce que vous faites et comment vous travaillez, en Markdown, aussi longuement que vous voulez.',
    end: { person: '[Écrivez-moi](/contact/).', organization: '[Écrivez-nous](/contact/).' },
  },
  contactPage: {
    note: 'Votre page. Dites ici ce que vous promettez : qui lit un message, et quand il reçoit une réponse.',
    description: 'Comment joindre {name}.',
    write: 'Écrivez à {mail}.',
    helps: { person: 'Ce qui m’aide à répondre', organization: 'Ce qui nous aide à répondre' },
    list: ['Ce que vous voulez changer, et pour qui.', 'Ce que vous avez déjà essayé.', 'Une date qui compte, s’il y en a une.'],
  },
  accessibilityPage: {
    note: 'La page dit ce qui est vrai des gabarits. Relisez-la quand vous les changez, et ajoutez ce que vous savez de vos textes et de vos images.',
    description: 'Comment ce site vise les WCAG 2.2 au niveau AA, comment il est testé et comment signaler un obstacle.',
    text: `Ce site vise la conformité aux Web Content Accessibility Guidelines (WCAG) 2.2 au niveau AA. Chaque page est complète
avant tout script, et la plupart des pages n’en ont aucun.

## Ce que vous pouvez attendre

- Chaque page a un titre principal, des régions repérables et un lien qui mène au contenu.
- Tout s’atteint et s’utilise au clavier, et le focus est toujours visible.
- Le texte a un contraste d’au moins 7:1 dans les thèmes clair et sombre. Le thème suit votre système.
- Rien ne défile latéralement à 320 pixels de large, et le texte s’agrandit jusqu’à 200 pour cent.
- Aucune information ne repose sur la seule couleur. Les dessins de chiffres ont un texte de remplacement avec les mêmes valeurs.
- Le mouvement cesse quand votre système demande moins d’animations.

## Comment le site est testé

Les gabarits de ce site sont testés automatiquement : contrastes, noms, rôles, titres et étiquettes. Les tests
automatiques ne trouvent qu’une partie des obstacles. Aucun tiers n’a audité le site.

## Signaler un obstacle

Si quelque chose vous empêche de lire ou d’utiliser une page, écrivez à {mail} en indiquant l’adresse de la page et ce
qui s’est passé.`,
  },
  starter: {
    title: 'Exemple : la facture au lendemain de la livraison',
    tagline: 'Un grossiste envoie ses factures après un jour au lieu de neuf. Chaque mot de cet exemple est inventé.',
    client: 'Un grossiste inventé',
    industry: 'Commerce de gros',
    role: 'Analyse et développement',
    duration: '4 mois',
    time: { label: 'Délai entre la livraison et la facture', before: '9 jours', after: '1 jour', period: 'Les trois premiers mois' },
    share: { label: 'Factures payées à temps', before: '48 %', after: '81 %', period: 'Les trois premiers mois' },
    business_context:
      'Les chauffeurs rapportaient les bons de livraison signés au bureau, où deux personnes les ressaisissaient. Les clients payaient tard parce que les factures partaient tard.',
    technical_challenges: `- Sur un bon sur douze, une quantité était barrée et réécrite.
- La comptabilité n’accepte que des factures entières, jamais la correction d’une ligne.`,
    solutions:
      'Les chauffeurs confirment désormais chaque ligne sur leur téléphone. Le soir, les lignes confirmées deviennent des factures, et le bureau ne voit que celles dont une quantité a changé.',
    key_learnings: 'Deux jours avec les chauffeurs ont changé le plan plus que deux semaines au bureau.',
    body: `## Que faire de cette page

Elle montre ce qu’une étude de cas peut montrer. Son texte est dans le fichier \`{file}\` de \`src/content\`. Modifiez-le,
enregistrez, et la page suit. Pour une autre étude de cas, lancez \`npm run new\`. Quand vous en avez une à vous, supprimez le
dossier de celle-ci.`,
    notes: {
      top: 'Un exemple à remplacer : chaque mot est inventé.\nLe nom du dossier est l’adresse de la page. Les lignes qui commencent par # sont des notes pour vous et ne sont jamais publiées.\nSeuls un titre et un texte sont nécessaires. Supprimez le reste : une page ne mentionne jamais un champ absent.',
      tagline: 'Ce que le travail a obtenu, en une phrase : sous le titre, sur les cartes et dans les résultats de recherche.',
      client: 'Pour garder le nom confidentiel : client: { name: Vrai nom, alias: Un grossiste, confidential: true }',
      date: 'La date de livraison : 2026, 2026-11 ou 2026-11-28.',
      thumbnail:
        'L’image des cartes et du haut de la page, ici dans ce dossier : photo ou capture d’écran, en JPEG, PNG, WebP, AVIF ou SVG.',
      metrics: 'Ce qui a changé. La page dessine `before` et `after` à l’échelle. Une phrase convient aussi : « 70 % d’appels en moins ».',
      sections: 'L’histoire en sections, en Markdown. Elle peut aussi suivre la deuxième ligne de tirets, sous vos propres titres.',
    },
  },
};
