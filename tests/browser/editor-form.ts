import type { Locator, Page as Tab } from 'playwright-core';
import { expect } from 'vitest';

/** The form of the editor on a page. Fields are named by their paths, `metrics.0.sentence`. */
export interface EditorForm {
  /** Scroll to a field: the editor draws a field once it comes into view. */
  reach: (path: string) => Promise<Locator>;
  fill: (path: string, text: string) => Promise<void>;
  /** Type Markdown. */
  write: (path: string, text: string) => Promise<void>;
  /** Add an optional group. */
  add: (path: string) => Promise<void>;
  button: (label: string) => Locator;
}

export function editorForm(tab: Tab): EditorForm {
  const field = (path: string) => tab.locator(`[data-key-path="${path}"]`).first();
  const reach: EditorForm['reach'] = async (path) => {
    await field('title').or(field('tagline')).first().waitFor();
    await tab.mouse.move(300, 500);
    if ((await field(path).count()) === 0) await tab.mouse.wheel(0, -100_000);
    const draw = async () => {
      const drawn = (await field(path).count()) > 0;
      if (!drawn) await tab.mouse.wheel(0, 500);
      return drawn;
    };
    await expect.poll(draw, { timeout: 15_000, interval: 60 }).toBe(true);
    await field(path).scrollIntoViewIfNeeded();
    return field(path);
  };
  return {
    reach,
    fill: async (path, text) => (await reach(path)).locator('input').first().fill(text),
    write: async (path, text) => (await reach(path)).locator('textarea').fill(text),
    add: async (path) => (await reach(path)).getByRole('checkbox').first().click(),
    button: (label) => tab.locator(`button[data-label="${label}"]:visible`).first(),
  };
}

/** What a hand does that has no mouse. */
export interface Keys {
  /** Go on by Tab until the focus is on what a selector matches, in a field if that is given. */
  reach: (selector: string, field?: string) => Promise<void>;
  press: (key: string) => Promise<void>;
  /** Reach the text of a field, and write it. */
  write: (field: string, text: string) => Promise<void>;
}

export function keysOf(tab: Tab): Keys {
  const press: Keys['press'] = (key) => tab.keyboard.press(key);
  const reach: Keys['reach'] = async (selector, field) => {
    for (let steps = 0; steps < 500; steps++) {
      if (await tab.evaluate(isFocused, [selector, field] as const)) return;
      await press('Tab');
    }
    throw new Error(`Tab does not reach ${selector} ${field ?? ''}.`);
  };
  return {
    ...{ press, reach },
    write: async (field, text) => {
      await reach('input:not([type=file]), textarea', field);
      await tab.keyboard.insertText(text);
    },
  };
}

/** Whether the focus is there, once the fields that it has scrolled into view are drawn. */
async function isFocused([selector, field]: readonly [string, string | undefined]): Promise<boolean> {
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  const element = document.activeElement;
  const path = element?.closest('[data-key-path]')?.getAttribute('data-key-path');
  return element !== null && element.matches(selector) && (field === undefined || path === field);
}
