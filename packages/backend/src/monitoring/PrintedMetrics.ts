/** What a query asks of one metric. */
export interface Selector {
  metric: string;
  labels: string[];
}

/** A metric of ours in PromQL, with the labels that its braces name. */
const SELECTOR = /\b(spectrocloud_\w+)(?:\{([^}]*)\})?/g;
const LABEL = /(\w+)(?:=~|!~|!=|=)"/g;
/** What Prometheus adds to what it scrapes, and what stands for the job in a dashboard. */
const ADDED_LABELS = ['job', 'instance', 'le'];

/** The metrics and labels that an expression of PromQL names. */
export function readSelectors(expression: string): Selector[] {
  return [...expression.matchAll(SELECTOR)].map(([, metric, braces = '']) => ({
    metric,
    labels: [...braces.matchAll(LABEL)].map(([, label]) => label),
  }));
}

/** The labels that an expression of PromQL groups by. */
export function readGrouping(expression: string): string[] {
  return [...expression.matchAll(/\bby \(([^)]*)\)/g)].flatMap(([, names]) =>
    names.split(',').map(name => name.trim()),
  );
}

/** What a Prometheus exporter printed: names, with the labels that they came with. */
export class PrintedMetrics {
  readonly #labels = new Map<string, Set<string>>();

  private constructor() {}

  /** @param text - in Prometheus' text format */
  static parse(text: string): PrintedMetrics {
    const printed = new PrintedMetrics();
    for (const [, metric, braces] of text.matchAll(/^(\w+)\{(.*)\} \S+$/gm)) {
      const labels = printed.#labels.get(metric) ?? new Set();
      for (const [, label] of braces.matchAll(LABEL)) {
        labels.add(label);
      }
      printed.#labels.set(metric, labels);
    }
    return printed;
  }

  names(): string[] {
    return [...this.#labels.keys()];
  }

  /** What an expression asks for that is not there, a sentence each. */
  findMissing(expression: string): string[] {
    const selectors = readSelectors(expression);
    const grouping = readGrouping(expression);
    return selectors.flatMap(({ metric, labels }) => {
      const known = this.#labels.get(metric);
      return known
        ? [...labels, ...grouping]
            .filter(label => !known.has(label) && !ADDED_LABELS.includes(label))
            .map(label => `${metric} has no label ${label}`)
        : [`there is no ${metric}`];
    });
  }
}
