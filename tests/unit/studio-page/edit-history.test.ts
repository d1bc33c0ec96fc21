import { expect, test } from 'vitest';
import { begin, change, pause, redo, undo } from '../../../src/studio/page/edit-history.ts';

const typed = (about: string, ...states: [string, number][]) =>
  states.reduce((history, [state, at]) => change(history, state, { about, at }), begin(''));

test('typing on in one field is one step, a pause begins another', () => {
  const history = typed('title', ['T', 0], ['Ti', 200], ['Tid', 200 + pause], ['Tide', 300 + pause]);
  expect(undo(history).present).toBe('Ti');
  expect(undo(undo(history)).present).toBe('');
  expect(undo(undo(undo(history))).present).toBe('');
});

test('another field is another step', () => {
  const history = change(typed('title', ['a', 0]), 'ab', { about: 'tagline', at: 1 });
  expect(undo(history).present).toBe('a');
});

test('goes forward again until something else is typed', () => {
  const back = undo(typed('title', ['a', 0], ['ab', pause]));
  expect(redo(back).present).toBe('ab');
  expect(redo(redo(back)).present).toBe('ab');
  expect(redo(change(back, 'ac', { about: 'title', at: 0 })).present).toBe('ac');
});

test('typing after undo is a step of its own', () => {
  const back = undo(typed('title', ['a', 0], ['ab', pause]));
  expect(undo(change(back, 'ac', { about: 'title', at: 1 })).present).toBe('a');
});
