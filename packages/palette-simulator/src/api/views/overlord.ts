import type { Overlord } from '../../seed/types';
import { uidOf } from '../../seed/uid';
import type { Scope } from '../Scope';
import { objectMeta } from './metadata';

const HEARTBEAT_AGE_MS = 30_000;

/** `v1Overlord`; `kubectlCommands` is a way into the gateway, callers must drop it. */
export function overlordView(scope: Scope, overlord: Overlord, nowMs: number) {
  return {
    kind: 'overlord',
    metadata: objectMeta(scope, overlord),
    spec: {
      cloudAccountUid: overlord.cloudAccountUid,
      ipAddress: '',
      ipPools: [ipPoolView(scope, overlord)],
      isSelfHosted: true,
      isSystem: overlord.isSystem,
      spectroClusterUid: uidOf('cluster', overlord.uid),
      tenantUid: scope.caller.organisation.uid,
    },
    status: {
      health: {
        agentVersion: '4.9.62',
        conditions: [],
        lastHeartBeatTimestamp: new Date(
          nowMs - HEARTBEAT_AGE_MS,
        ).toISOString(),
        state: overlord.health,
      },
      isActive: true,
      isReady: overlord.health === 'Healthy',
      kubectlCommands: [
        `kubectl apply -f https://palette.example/pairing?code=secret-pairing-code`,
      ],
      notifications: {
        isAvailable: false,
        isTemplateVariableResolutionPending: false,
      },
      state: overlord.state,
    },
  };
}

/** `v1IpPoolEntity`; `priavetGatewayUid` is the vendor's spelling. */
export function ipPoolView(scope: Scope, overlord: Overlord) {
  return {
    metadata: objectMeta(scope, {
      uid: uidOf('pool', overlord.uid),
      name: `${overlord.name}-pool`,
      createdAt: overlord.createdAt,
    }),
    spec: {
      pool: {
        end: '10.20.30.99',
        gateway: '10.20.30.1',
        nameserver: { addresses: ['10.20.0.53'], search: ['acme.example'] },
        prefix: 24,
        start: '10.20.30.40',
        subnet: '10.20.30.0/24',
      },
      priavetGatewayUid: overlord.uid,
      restrictToSingleCluster: false,
    },
    status: {
      allottedIps: ['10.20.30.40', '10.20.30.41'],
      associatedClusters: [],
      availableIps: Array.from({ length: 58 }, (_, i) => `10.20.30.${42 + i}`),
      inUse: true,
    },
  };
}
