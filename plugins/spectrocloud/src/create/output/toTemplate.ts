import type { ClusterCreation } from '@terasky/backstage-plugin-spectrocloud-common';
import { stringify } from 'yaml';
import type { Secret } from './Secret';
import { withSecrets } from './withSecrets';

/** What the scaffolder's templates would take for an expression, each as an expression that is the text itself. */
const MARKS = /\$\{\{|\{%|\{#/g;

/** The same text once the scaffolder has rendered it. */
function asText(text: string): string {
  return text.replace(MARKS, mark => `\${{ '${mark}' }}`);
}

function asTexts(value: unknown): unknown {
  if (typeof value === 'string') return asText(value);
  if (Array.isArray(value)) return value.map(asTexts);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([key, each]) => [key, asTexts(each)]),
    );
  }
  return value;
}

/** The step of a scaffolder template that creates the cluster, with a page that asks for its secrets. */
export function toTemplate(
  creation: ClusterCreation,
  secrets: Secret[],
  scope: { projectUid: string; instance?: string },
): string {
  const { instance, projectUid } = scope;
  const cluster = withSecrets(
    asTexts(creation) as ClusterCreation,
    secrets,
    ({ key }) => `\${{ secrets.${key} }}`,
  );
  return stringify(
    {
      ...(secrets.length > 0 && {
        parameters: [
          {
            title: 'Secrets',
            required: secrets.map(({ key }) => key),
            properties: Object.fromEntries(
              secrets.map(({ key, name }) => [
                key,
                { title: name, type: 'string', 'ui:field': 'Secret' },
              ]),
            ),
          },
        ],
      }),
      steps: [
        {
          id: 'create',
          name: `Create ${creation.metadata.name}`,
          action: 'spectrocloud:cluster:create',
          input: { projectUid, ...(instance && { instance }), cluster },
        },
      ],
    },
    { lineWidth: 0 },
  );
}
