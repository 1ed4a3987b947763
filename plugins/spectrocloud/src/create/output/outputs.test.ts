import { clusterCreationSchema } from '@terasky/backstage-plugin-spectrocloud-common/schemas';
import { parse } from 'yaml';
import { filledDraft } from '../__testUtils__/drafts';
import { toCreation } from '../creation/toCreation';
import { KINDS } from '../kinds';
import { toSecrets } from './Secret';
import { toTemplate } from './toTemplate';
import { toTerraform } from './toTerraform';
import { toJson } from './withSecrets';

const VARIABLES = new Map([
  [
    'addon-1',
    [
      { name: 'retention_days', defaultValue: '14' },
      { name: 'environment', defaultValue: 'staging' },
      { name: 'high_availability', format: 'boolean', required: true },
      { name: 'pager-key', isSensitive: true },
    ],
  ],
]);
const SECRETS = toSecrets({ 'infra-1': [], 'addon-1': ['pager-key'] });
const SCOPE = { projectUid: 'project-1' };
const kinds = Object.keys(KINDS) as Array<keyof typeof KINDS>;

describe('toCreation', () => {
  it.each(kinds)('makes of a %s what the API takes', kind => {
    const creation = toCreation(filledDraft(kind), VARIABLES, () => 's3cret');
    expect(clusterCreationSchema.parse(creation)).toEqual(creation);
    expect(creation.metadata).toEqual({
      name: 'orders-eu',
      labels: { critical: 'spectro__tag', team: 'payments' },
      annotations: { description: 'All orders' },
    });
  });

  it("sends of the variables what isn't Palette's own default", () => {
    const creation = toCreation(filledDraft('eks'), VARIABLES, () => 's3cret');
    expect(creation.spec).toMatchObject({
      profiles: [
        { uid: 'infra-1' },
        {
          uid: 'addon-1',
          variables: [
            { name: 'retention_days', value: '30' },
            { name: 'high_availability', value: 'false' },
            { name: 'pager-key', value: 's3cret' },
          ],
        },
      ],
    });
  });

  it('makes pools as Palette has them', () => {
    const { spec } = toCreation(
      filledDraft(
        'eks',
        { vpc: 'vpc-1' },
        {
          autoscale: true,
          minSize: '1',
          maxSize: '4',
          subnets: ['a/subnet-1'],
        },
      ),
      VARIABLES,
      () => undefined,
    );
    expect(spec).toMatchObject({
      cloudAccountUid: 'account-1',
      cloudConfig: {
        region: 'eu-west-1',
        vpcId: 'vpc-1',
        endpointAccess: { public: true, private: false },
      },
      machinepoolconfig: [
        {
          cloudConfig: {
            instanceType: 'm5.xlarge',
            rootDeviceSize: 60,
            capacityType: 'on-demand',
            azs: ['a', 'b'],
            subnets: [{ az: 'a', id: 'subnet-1' }],
          },
          poolConfig: {
            name: 'worker',
            size: 2,
            minSize: 1,
            maxSize: 4,
            isControlPlane: false,
            labels: ['worker'],
            additionalLabels: { 'acme.example/tier': 'gold' },
            taints: [{ key: 'dedicated', value: 'gpu', effect: 'NoSchedule' }],
            updateStrategy: { type: 'RollingUpdateScaleOut' },
          },
        },
      ],
    });
  });

  it('leaves out what is no longer shown', () => {
    const { spec } = toCreation(
      filledDraft(
        'eks',
        { vpc: '' },
        { subnets: ['a/subnet-1'], maxPrice: '1' },
      ),
      VARIABLES,
      () => undefined,
    );
    expect(JSON.stringify(spec)).not.toMatch(/subnet|maxPrice|vpcId/);
  });
});

describe('the outputs', () => {
  it.each(kinds)('of %s hold no secret, and say where each belongs', kind => {
    const draft = filledDraft(kind);
    const creation = toCreation(draft, VARIABLES, () => undefined);
    const outputs = [
      toTerraform(creation, SECRETS),
      toTemplate(creation, SECRETS, SCOPE),
      toJson(creation, SECRETS),
    ];
    for (const output of outputs) {
      expect(output).not.toContain('s3cret');
      expect(output).toContain('pager_key');
    }
  });

  it('are a step that the action takes', () => {
    const creation = toCreation(filledDraft('eks'), VARIABLES, () => undefined);
    const { parameters, steps } = parse(
      toTemplate(creation, SECRETS, { ...SCOPE, instance: 'demo' }),
    );
    expect(parameters[0].properties).toEqual({
      pager_key: { title: 'pager-key', type: 'string', 'ui:field': 'Secret' },
    });
    expect(steps).toHaveLength(1);
    const { action, input } = steps[0];
    expect(action).toBe('spectrocloud:cluster:create');
    expect(Object.keys(input)).toEqual(['projectUid', 'instance', 'cluster']);
    expect(clusterCreationSchema.safeParse(input.cluster).success).toBe(true);
    expect(input.cluster.spec.profiles[1].variables).toContainEqual({
      name: 'pager-key',
      value: `\${{ secrets.pager_key }}`,
    });
  });

  it('let no text become an expression of the scaffolder', () => {
    const draft = filledDraft('eks', {
      description: `\${{ secrets.other }} {% if x %} {# y #} \${{{{`,
    });
    const { steps } = parse(
      toTemplate(
        toCreation(draft, VARIABLES, () => undefined),
        [],
        SCOPE,
      ),
    );
    expect(steps[0].input.cluster.metadata.annotations.description).toBe(
      `\${{ '\${{' }} secrets.other }} \${{ '{%' }} if x %} \${{ '{#' }} y #} \${{ '\${{' }}{{`,
    );
  });

  it('as JSON are the body of the API', () => {
    const creation = toCreation(filledDraft('gke'), VARIABLES, () => undefined);
    const { spec } = JSON.parse(toJson(creation, SECRETS));
    expect(spec.profiles[1].variables).toContainEqual({
      name: 'pager-key',
      value: '<pager_key>',
    });
  });

  it('name secrets of two profiles apart', () => {
    expect(
      toSecrets({ a: ['key', '1-key'], b: ['key', 'k-e.y', 'k_e_y'] }).map(
        ({ key }) => key,
      ),
    ).toEqual(['key', 'secret_1_key', 'key_2', 'k_e_y', 'k_e_y_2']);
  });
});
