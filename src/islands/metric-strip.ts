import { countUp } from './count-up.ts';
import { yourNumbers } from './your-numbers.ts';

/**
 * The strip of metric highlights. The HTML already contains its figures and the inputs of “Your numbers”, where readers apply the same change
 * to a number of their own. In view, the figures count up and the inputs start to answer. The server has no `HTMLElement` and needs only the tag.
 */
export default class MetricStrip extends (import.meta.env.SSR ? (Object as unknown as typeof HTMLElement) : HTMLElement) {
  static tag = 'metric-strip';

  connectedCallback(): void {
    countUp(this);
    yourNumbers(this);
  }
}

if (!import.meta.env.SSR) customElements.define(MetricStrip.tag, MetricStrip);
