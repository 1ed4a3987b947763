import type { KubernetesObject } from './workloads';

/** Whether labels fit `a=b,c==d,e!=f,g`; more isn't understood here. */
export function fitsLabels(
  { metadata: { labels } }: KubernetesObject,
  selector: string,
): boolean {
  return termsOf(selector).every(term => {
    const [, key, operator, value] =
      term.match(/^([^=!]+)(==|=|!=)(.*)$/) ?? [];
    if (!operator) return term in labels;
    return operator === '!=' ? labels[key] !== value : labels[key] === value;
  });
}

/** Whether fields fit `involvedObject.name=a,metadata.namespace=b`. */
export function fitsFields(
  object: KubernetesObject,
  selector: string,
): boolean {
  return termsOf(selector).every(term => {
    const [path, value] = term.split(/==?/);
    let field: unknown = object;
    for (const part of path.split('.')) {
      field = (field as Record<string, unknown> | undefined)?.[part];
    }
    return field === value;
  });
}

function termsOf(selector: string): string[] {
  return selector.split(',').filter(Boolean);
}
