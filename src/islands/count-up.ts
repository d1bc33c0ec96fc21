const duration = 900;

/** Count every `[data-count]` below an element up from zero; what the server wrote is what stands there in the end. */
export function countUp(root: HTMLElement): void {
  if (matchMedia('(prefers-reduced-motion)').matches) return;
  for (const figure of root.querySelectorAll<HTMLElement>('[data-count]')) {
    const final = figure.textContent;
    const [, sign = '', decimals = ''] = /(\D)(\d+)$/.exec(final) ?? [];
    // The final width is held while fewer digits stand there, so that nothing beside them moves.
    figure.style.minWidth = `${figure.offsetWidth}px`;
    let start = 0;
    const step = (now: number): void => {
      start ||= now;
      const rest = 1 - (now - start) / duration;
      figure.textContent =
        rest > 0 ? (+(figure.dataset['count'] ?? 0) * (1 - rest ** 3)).toFixed(decimals.length).replace('.', sign) : final;
      if (rest > 0) requestAnimationFrame(step);
    };
    requestAnimationFrame(step);
  }
}
