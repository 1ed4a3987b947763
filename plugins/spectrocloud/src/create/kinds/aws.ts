import { AWS_DISK, AWS_PRICE, shapeAwsPool } from './awsPool';
import type { Kind } from './Kind';

/** Kubernetes by Palette on machines of AWS. */
export const aws: Kind = {
  type: 'aws',
  hasAccount: true,
  managedControlPlane: false,
  autoscaling: true,
  placement: [
    {
      id: 'region',
      input: 'suggest',
      path: 'region',
      required: true,
      offer: 'regions',
    },
    {
      id: 'keyPair',
      input: 'suggest',
      path: 'sshKeyName',
      offer: 'keyPairs',
      hint: 'keyPair',
    },
    {
      id: 'vpc',
      input: 'suggest',
      path: 'vpcId',
      offer: 'networks',
      hint: 'vpc',
    },
    {
      id: 'loadBalancer',
      input: 'choice',
      path: 'controlPlaneLoadBalancer',
      required: true,
      choices: ['Internet-facing', 'internal'],
      initial: 'Internet-facing',
    },
  ],
  pool: [
    {
      id: 'instanceType',
      input: 'suggest',
      path: 'instanceType',
      required: true,
      offer: 'instanceTypes',
    },
    AWS_DISK,
    ...AWS_PRICE,
  ],
  shapePool: shapeAwsPool,
};
