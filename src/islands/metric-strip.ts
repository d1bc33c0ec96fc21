/** The strip of metric highlights: figures that are already in the HTML count up once they come into view. */
export default class MetricStrip extends (import.meta.env.SSR ? (class {} as typeof HTMLElement) : HTMLElement) {
  static tag = 'metric-strip';

  connectedCallback(): void {
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    for (const figure of this.querySelectorAll<HTMLElement>('[data-count]')) countUp(figure);
  }
}

if (!import.meta.env.SSR) customElements.define(MetricStrip.tag, MetricStrip);

const duration = 900;

/** Count the digits of an element's text up from zero; what the server wrote is what stands there in the end. */
function countUp(element: HTMLElement): void {
  const final = element.textContent;
  const end = Number(element.dataset['count']);
  const decimals = /[.,](\d+)$/.exec(final)?.[1]?.length ?? 0;
  const format = new Intl.NumberFormat(document.documentElement.lang, { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  // The final width is held while fewer digits stand there, so that nothing beside them moves.
  element.style.minWidth = `${element.getBoundingClientRect().width}px`;
  const start = performance.now();
  const step = (now: number): void => {
    const t = Math.min(1, (now - start) / duration);
    element.textContent = t < 1 ? format.format(end * (1 - (1 - t) ** 3)) : final;
    if (t < 1) requestAnimationFrame(step);
    else element.style.minWidth = '';
  };
  requestAnimationFrame(step);
}
