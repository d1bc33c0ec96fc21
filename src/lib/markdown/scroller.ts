/** Make an element that scrolls sideways a stop of the keyboard, with a name for screen readers. */
export function scroller(label: string) {
  return { tabindex: 0, role: 'group', 'aria-label': label } as const;
}
