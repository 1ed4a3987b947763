import { listOf } from '../fields/Field';
import { AWS_DISK, AWS_PRICE, shapeAwsPool } from './awsPool';
import type { Kind } from './Kind';

/** Managed Kubernetes of AWS. */
export const eks: Kind = {
  type: 'eks',
  hasAccount: true,
  managedControlPlane: true,
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
      id: 'vpc',
      input: 'suggest',
      path: 'vpcId',
      offer: 'networks',
      hint: 'vpc',
    },
    {
      id: 'keyPair',
      input: 'suggest',
      path: 'sshKeyName',
      offer: 'keyPairs',
      hint: 'keyPair',
    },
    {
      id: 'endpointAccess',
      input: 'choice',
      required: true,
      choices: ['public', 'private', 'privateAndPublic'],
      initial: 'public',
    },
    {
      id: 'publicCidrs',
      input: 'several',
      hint: 'cidrs',
      when: ({ endpointAccess }) => endpointAccess !== 'private',
    },
    {
      id: 'privateCidrs',
      input: 'several',
      hint: 'cidrs',
      when: ({ endpointAccess }) => endpointAccess !== 'public',
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
    { ...AWS_DISK, required: true },
    ...AWS_PRICE,
  ],
  shapeCluster(cloudConfig, { endpointAccess, publicCidrs, privateCidrs }) {
    const isPublic = endpointAccess !== 'private';
    const isPrivate = endpointAccess !== 'public';
    return {
      ...cloudConfig,
      endpointAccess: {
        public: isPublic,
        private: isPrivate,
        ...(isPublic &&
          listOf(publicCidrs).length > 0 && { publicCIDRs: publicCidrs }),
        ...(isPrivate &&
          listOf(privateCidrs).length > 0 && { privateCIDRs: privateCidrs }),
      },
    };
  },
  shapePool: shapeAwsPool,
};
