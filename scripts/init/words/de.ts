import type { InitWords } from './en.ts';

/** The texts that `npm run init` starts a site with, in German. */
export const de: InitWords = {
  slug: 'beispiel',
  description: 'Fallstudien von {name}: {sentence}',
  about: {
    person:
      'Ich bin {name}. Jede Fallstudie sagt, was gebraucht wurde, was ich getan habe und was sich geändert hat, wo möglich in Zahlen.',
    organization:
      'Wir sind {name}. Jede Fallstudie sagt, was gebraucht wurde, was wir getan haben und was sich geändert hat, wo möglich in Zahlen.',
  },
  aboutPage: {
    note: 'Ihre Seite. Schreiben Sie hier, wer Sie sind, was Sie tun und wie Sie arbeiten, in Markdown und so ausführlich Sie wollen.',
    end: { person: '[Schreiben Sie mir](/contact/).', organization: '[Schreiben Sie uns](/contact/).' },
  },
  contactPage: {
    note: 'Ihre Seite. Schreiben Sie hier, was Sie zusagen: wer eine Nachricht liest und wann sie beantwortet wird.',
    description: 'So erreichen Sie {name}.',
    write: 'Schreiben Sie an {mail}.',
    helps: { person: 'Was mir beim Antworten hilft', organization: 'Was uns beim Antworten hilft' },
    list: ['Was Sie ändern möchten und für wen.', 'Was Sie schon versucht haben.', 'Ein Termin, auf den es ankommt, falls es einen gibt.'],
  },
  accessibilityPage: {
    note: 'Die Seite sagt, was für die Vorlagen gilt. Lesen Sie sie neu, wenn Sie diese ändern, und ergänzen Sie, was Sie über Ihre eigenen Texte und Bilder wissen.',
    description: 'Wie diese Website die WCAG 2.2 auf Stufe AA erfüllen will, wie sie geprüft wird und wie Sie eine Barriere melden.',
    text: `Diese Website will die Web Content Accessibility Guidelines (WCAG) 2.2 auf Stufe AA erfüllen. Jede Seite ist
vollständig, bevor ein Skript läuft, und die meisten Seiten haben gar keines.

## Was Sie erwarten können

- Jede Seite hat eine Hauptüberschrift, Bereiche für Hilfsmittel und einen Link, der zum Inhalt springt.
- Alles lässt sich mit der Tastatur erreichen und bedienen, und der Fokus ist immer sichtbar.
- Text hat im hellen und im dunklen Design einen Kontrast von mindestens 7:1. Das Design folgt Ihrem System.
- Bei 320 Pixeln Breite muss nichts seitlich verschoben werden, und Text lässt sich auf 200 Prozent vergrößern.
- Keine Information steckt allein in einer Farbe. Zeichnungen von Zahlen haben einen Alternativtext mit denselben Werten.
- Bewegung entfällt, wenn Ihr System um weniger Bewegung bittet.

## Wie geprüft wird

Die Vorlagen dieser Website werden automatisch auf Kontrast, Namen, Rollen, Überschriften und Beschriftungen geprüft.
Automatische Prüfungen finden nur einen Teil der Barrieren. Ein Gutachten von Dritten gibt es nicht.

## Eine Barriere melden

Wenn Sie eine Seite nicht lesen oder nicht bedienen können, schreiben Sie an {mail}. Nennen Sie die Adresse der Seite
und was geschehen ist.`,
  },
  starter: {
    title: 'Beispiel: Die Rechnung am Tag nach der Lieferung',
    tagline: 'Ein Großhändler verschickt Rechnungen nach einem Tag statt nach neun. Jedes Wort dieses Beispiels ist erfunden.',
    client: 'Ein erfundener Großhändler',
    industry: 'Großhandel',
    role: 'Analyse und Entwicklung',
    duration: '4 Monate',
    time: { label: 'Zeit von der Lieferung bis zur Rechnung', before: '9 Tage', after: '1 Tag', period: 'Die ersten drei Monate' },
    share: { label: 'Pünktlich bezahlte Rechnungen', before: '48 %', after: '81 %', period: 'Die ersten drei Monate' },
    business_context:
      'Die Fahrer brachten unterschriebene Lieferscheine ins Büro, wo zwei Personen sie abtippten. Die Kunden zahlten spät, weil ihre Rechnungen spät kamen.',
    technical_challenges: `- Auf jedem zwölften Lieferschein war eine Menge durchgestrichen und neu geschrieben.
- Die Buchhaltung nimmt nur ganze Rechnungen an, keine Korrektur einer Zeile.`,
    solutions:
      'Die Fahrer bestätigen jetzt jede Zeile am Telefon. Der Lauf am Abend macht aus bestätigten Zeilen Rechnungen und zeigt dem Büro nur die mit geänderter Menge.',
    key_learnings: 'Zwei Tage mit den Fahrern haben den Plan stärker verändert als zwei Wochen im Büro.',
    body: `## Was Sie mit dieser Seite tun

Sie zeigt, was eine Fallstudie zeigen kann. Ihr Text ist in der Datei \`{file}\` von \`src/content\`. Ändern und speichern
Sie ihn, und die Seite folgt. Eine weitere Fallstudie beginnt mit \`npm run new\`. Wenn Sie eine eigene haben, löschen Sie
den Ordner dieser Seite.`,
    notes: {
      top: 'Ein Beispiel, das Sie ersetzen: Jedes Wort ist erfunden.\nDer Name des Ordners ist die Adresse der Seite. Zeilen mit # am Anfang sind Hinweise für Sie und werden nie veröffentlicht.\nNötig sind nur ein Titel und ein Text. Löschen Sie, was Sie nicht brauchen: Eine Seite erwähnt nie ein Feld, das fehlt.',
      tagline: 'Was die Arbeit erreicht hat, in einem Satz: unter dem Titel, auf Karten und in Suchergebnissen.',
      client: 'Ein Name bleibt vertraulich mit: client: { name: Echter Name, alias: Ein Großhändler, confidential: true }',
      date: 'Wann geliefert wurde: 2026, 2026-11 oder 2026-11-28.',
      thumbnail:
        'Das Bild auf Karten und oben auf der Seite, hier aus diesem Ordner: Foto oder Bildschirmfoto, als JPEG, PNG, WebP, AVIF oder SVG.',
      metrics:
        'Was sich geändert hat. Die Seite zeichnet `before` und `after` maßstabsgetreu. Ein Satz geht auch: „70 % weniger Anrufe als im Vorjahr“.',
      sections:
        'Die Geschichte in Abschnitten, als Markdown. Sie kann auch unter der zweiten Zeile aus Bindestrichen stehen, mit eigenen Überschriften.',
    },
  },
};
