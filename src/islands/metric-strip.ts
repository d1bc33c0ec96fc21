import { countUp } from './count-up.ts';
import { yourNumbers } from './your-numbers.ts';

/**
 * The strip of metric highlights. Its figures are in the HTML already; once in view they count up, and a template beside
 * them becomes “Your numbers”, where readers apply the same change to a figure of their own.
 * The server knows no elements; there the class only carries its tag.
 */
export default class MetricStrip extends (import.meta.env.SSR ? (Object as unknown as typeof HTMLElement) : HTMLElement) {
  static tag = 'metric-strip';

  connectedCallback(): void {
    countUp(this);
    yourNumbers(this);
  }
}

if (!import.meta.env.SSR) customElements.define(MetricStrip.tag, MetricStrip);
