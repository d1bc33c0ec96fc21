/** Milliseconds. */
const duration = 900;

/** Count every `[data-count]` in an element up from zero in whole numbers; it ends with the text of the server. */
export function countUp(root: HTMLElement): void {
  if (matchMedia('(prefers-reduced-motion)').matches) return;
  for (const figure of root.querySelectorAll<HTMLElement>('[data-count]')) {
    const final = figure.textContent;
    // Keep the final width while there are fewer digits, so that nothing next to them moves.
    figure.style.minWidth = `${figure.offsetWidth}px`;
    requestAnimationFrame((start) => {
      const step = (now: number): void => {
        const rest = 1 - (now - start) / duration;
        figure.textContent = rest > 0 ? `${Math.floor(+(figure.dataset['count'] ?? 0) * (1 - rest ** 3))}` : final;
        if (rest > 0) requestAnimationFrame(step);
      };
      step(start);
    });
  }
}
