const duration = 900;

/** Count every `[data-count]` below an element up from zero in whole steps; what the server wrote is what stands there in the end. */
export function countUp(root: HTMLElement): void {
  if (matchMedia('(prefers-reduced-motion)').matches) return;
  for (const figure of root.querySelectorAll<HTMLElement>('[data-count]')) {
    const final = figure.textContent;
    // The final width is held while fewer digits stand there, so that nothing beside them moves.
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
