import { describe, expect, test } from 'vitest';
import { sectionRole } from '../../../src/lib/story/section-roles.ts';
import { sectionFields } from '../../../src/schemas/sections.ts';

describe('a heading announces a section', () => {
  test.each([
    ['The Challenge', 'technical_challenges'],
    ['2. Our approach:', 'solutions'],
    ['[Results](/results) & impact', 'results_metrics'],
    ['Key results', 'results_metrics'],
    ['Overview {#top .wide}', 'business_context'],
    ['Über den Kunden', 'business_context'],
    ['LÖSUNG', 'solutions'],
    ['Mise en œuvre', 'implementation_details'],
    ['Retour d’expérience', 'key_learnings'],
    ["Retour d'expérience", 'key_learnings'],
    ['Résultats'.normalize('NFD'), 'results_metrics'],
    ['Arquitectura de la solución', 'solution_architecture'],
    ['Lo que aprendimos', 'key_learnings'],
  ])('%s', (heading, section) => expect(sectionRole(heading)).toBe(section));

  test.each(['Night bus timetable', 'The', '', '2024', 'constructor', 'Challenge accepted'])('but not “%s”', (heading) =>
    expect(sectionRole(heading)).toBeNull(),
  );

  test('for every section', () => {
    const headings = ['Summary', 'Context', 'Challenges', 'Solution', 'Architecture', 'Implementation', 'Results', 'Team', 'Learnings'];
    expect(headings.map(sectionRole)).toEqual([...sectionFields]);
  });
});
