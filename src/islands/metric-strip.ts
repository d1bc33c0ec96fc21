import { yourNumbers } from './your-numbers.ts';

/**
 * The strip of metric highlights. The HTML already contains its figures and the inputs of “Your numbers”, where readers apply the same change
 * to a number of their own. In view, the inputs start to answer; nothing else changes. The server has no `HTMLElement` and needs only the tag.
 */
export default class MetricStrip extends (import.meta.env.SSR ? (Object as unknown as typeof HTMLElement) : HTMLElement) {
  static tag = 'metric-strip';

  connectedCallback(): void {
    yourNumbers(this);
  }
}

if (!import.meta.env.SSR) customElements.define(MetricStrip.tag, MetricStrip);
